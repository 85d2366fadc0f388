#include "assessment/bank/signature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "assessment/base/key_text.hpp"

namespace assessment {
namespace {

constexpr std::string_view name = "skills-bank-signature/";
constexpr std::string_view name_and_version = "skills-bank-signature/1";
constexpr std::size_t key_digits = 64;
constexpr std::size_t signature_digits = 128;

struct SignatureLine {
  PublicKey key{};
  Signature signature{};
};

std::string signed_message(std::string_view bank) {
  std::string message;
  message.reserve(name_and_version.size() + 1 + bank.size());
  // The 0 ends the name: no longer name can begin with this one and pass for it.
  return message.append(name_and_version).append(1, '\0').append(bank);
}

Diagnostic fault(std::string code, const std::string& file, std::string text) {
  return {.code = std::move(code), .file = file, .text = std::move(text)};
}

Expected<SignatureLine> parse_line(std::string_view text, const std::string& file) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  const std::size_t space = std::min(text.find(' '), text.size());
  if (text.starts_with(name) && space > name.size() && text.substr(0, space) != name_and_version) {
    return fault("later-format", file,
                 "this signature is of a format that this version does not know; update the program");
  }
  constexpr std::size_t key_at = name_and_version.size() + 1;
  constexpr std::size_t signature_at = key_at + key_digits + 1;
  SignatureLine line;
  const bool is_whole = text.size() == signature_at + signature_digits && text[key_at - 1] == ' ' &&
                        text[signature_at - 1] == ' ' && text.starts_with(name_and_version) &&
                        read_hex(text.substr(key_at, key_digits), line.key) &&
                        read_hex(text.substr(signature_at), line.signature);
  if (is_whole) return line;
  return fault(
      "signature-damaged", file,
      "this signature is damaged or cut short; copy it again from its author, or sign the bank again");
}

}  // namespace

std::string signature_file(const std::string& bank_file) {
  return bank_file + ".sig";
}

std::string sign_bank(std::string_view bank, const SigningKey& key) {
  return fmt::format("{} {} {}\n", name_and_version, to_hex(key.public_key()),
                     to_hex(sign(signed_message(bank), key)));
}

Expected<PublicKey> verify_bank(std::string_view bank, const std::optional<std::string>& signature,
                                const std::vector<PublicKey>& trusted, const std::string& file) {
  assert(!trusted.empty());
  if (!signature) {
    return fault(
        "bank-unsigned", file,
        fmt::format("this bank is not signed, and only signed ones are accepted here; put {} beside it, or "
                    "sign it with 'skills bank sign'",
                    signature_file(file)));
  }
  const auto line = parse_line(*signature, signature_file(file));
  if (!line) return line.faults();
  if (std::ranges::find(trusted, line->key) == trusted.end()) {
    return fault(
        "unknown-key", file,
        fmt::format("this bank is signed with a key that is not trusted here: '{}'; trust that key if "
                    "you know whose it is, or have the bank signed by one who is",
                    to_text(line->key)));
  }
  if (!is_signed(signed_message(bank), line->signature, line->key)) {
    return fault(
        "bank-altered", file,
        fmt::format("this bank is not the one that was signed: it was changed afterwards, or {} is of "
                    "another bank; get both again from the author, or sign the bank again",
                    signature_file(file)));
  }
  return line->key;
}

}  // namespace assessment
