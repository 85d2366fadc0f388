// Who vouches for a bank: an Ed25519 signature in a file beside it.
//
// What is signed is the name and version of the format, one byte 0, and the bank's file
// byte for byte. The name keeps signatures apart: no signature of a bank is ever one of
// anything else that is signed with the same key. BANK.yaml.sig holds one line, frozen:
//
//   skills-bank-signature/1 <64 hexadecimal digits: public key> <128: signature>
//
// The public key says who claims to have signed; only keys that the reader trusts count.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::size_t largest_signature = 1024;  // bytes; more than any signature has

// "ward.yaml" -> "ward.yaml.sig".
std::string signature_file(const std::string& bank_file);

// The content of the signature file, its end of line included. Signing again gives the same.
std::string sign_bank(std::string_view bank, const SigningKey& key);

// The key of `trusted` that signed `bank`, given the content of its signature file (none: there is no
// such file). `bank` is what lies on the disk and what the caller then parses, `file` its name.
//
// Codes: "bank-unsigned"; "signature-damaged" (empty, cut short, no signature at all);
// "later-format"; "unknown-key"; "bank-altered" (bank or signature were changed, or the signature is of
// another bank). Precondition: somebody is trusted.
Expected<PublicKey> verify_bank(std::string_view bank, const std::optional<std::string>& signature,
                                const std::vector<PublicKey>& trusted, const std::string& file);

}  // namespace assessment
