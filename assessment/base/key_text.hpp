// Keys as text: what stands in NAME.key, in NAME.pub and in a campaign's `bank_keys`.
//
// One line, frozen:
//
//   skills-public-key/1 <64 hexadecimal digits>     an Ed25519 public key
//   skills-secret-key/1 <128 hexadecimal digits>    the private key, then the public one
//
// One kind of key serves authors, trainers and kiosks. Digits are lower case, so that
// equal keys are equal texts. No message of a reader holds any part of what it read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::size_t largest_key_text = 1024;  // bytes; more than any key has

// Without the end of the line.
std::string to_text(const PublicKey& key);
// The caller wipes it.
std::string to_secret_text(const SigningKey& key);

// The key of one line, with or without its end; `file` is for the diagnostic. Codes: "empty-key",
// "secret-key" (a secret one was given, which must now count as known to others), "not-a-key",
// "later-format", "key-cut-short", "bad-key".
Expected<PublicKey> parse_public_key(std::string_view text, std::string file = {});

// The keys of a text with one line a key; empty lines and those that begin with '#' say nothing. All
// faults, each with its line; "empty-key" when there is no key at all.
Expected<std::vector<PublicKey>> parse_public_keys(std::string_view text, const std::string& file);

// The same for the secret key; "public-key" when a public one was given. The caller wipes `text`.
Expected<SigningKey> parse_secret_key(std::string_view text, std::string file = {});

}  // namespace assessment
