#include "assessment/base/key_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assessment {
namespace {

constexpr std::string_view public_name = "skills-public-key/";
constexpr std::string_view secret_name = "skills-secret-key/";
constexpr std::string_view version = "1";

struct Form {
  std::string_view name{};
  std::size_t digits = 0;
};
constexpr Form public_form{public_name, 64};
constexpr Form secret_form{secret_name, 128};

std::string_view without_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

Diagnostic fault(std::string code, std::string text) {
  return {.code = std::move(code), .text = std::move(text)};
}

Diagnostic not_a_key(const Form& form) {
  return fault("not-a-key", fmt::format("this is no key; expected one line, '{}{}' and {} hexadecimal digits",
                                        form.name, version, form.digits));
}

Diagnostic wrong_kind(const Form& wanted) {
  if (wanted.name == public_name) {
    return fault("secret-key",
                 "this is a secret key, and a public one belongs here: take the line of the .pub file; if "
                 "others could read this, make a new pair with 'skills keys new'");
  }
  return fault("public-key", "this is a public key, and signing needs the secret one: take the .key file");
}

// The digits of a key in the wanted form: of the right number, not yet known to be digits.
Expected<std::string_view> find_digits(std::string_view text, const Form& form) {
  const Form& other = form.name == public_name ? secret_form : public_form;
  text = without_line_end(text);
  if (text.empty()) return fault("empty-key", "there is no key in it; make or copy it again");
  // Before all else: a secret key must be told as such even when it is damaged.
  if (text.find(other.name) != std::string_view::npos) return wrong_kind(form);
  if (form.name.starts_with(text)) return fault("key-cut-short", "the key is cut short; copy it again");
  if (!text.starts_with(form.name)) return not_a_key(form);
  const std::size_t space = std::min(text.find(' '), text.size());
  const std::string_view written = text.substr(form.name.size(), space - form.name.size());
  const std::string_view digits = text.substr(std::min(space + 1, text.size()));
  if (!written.empty() && written != version) {
    return fault("later-format",
                 "this key is of a format that this version does not know; update the program");
  }
  if (digits.size() < form.digits) {
    return fault("key-cut-short", fmt::format("the key is cut short: {} of {} digits; copy it again",
                                              digits.size(), form.digits));
  }
  if (digits.size() > form.digits) {
    return fault("bad-key",
                 fmt::format("there is more than one key of {} digits; give one line", form.digits));
  }
  return digits;
}

Diagnostic bad_key() {
  return fault("bad-key", "no key has these digits; copy it again");
}

Expected<PublicKey> read_public_key(std::string_view text) {
  const auto digits = find_digits(text, public_form);
  if (!digits) return digits.faults();
  PublicKey key{};
  if (!read_hex(*digits, key) || !is_possible_key(key)) return bad_key();
  return key;
}

Expected<SigningKey> read_secret_key(std::string_view text) {
  const auto digits = find_digits(text, secret_form);
  if (!digits) return digits.faults();
  SecretKey secret{};
  PublicKey written{};
  const bool is_read = read_hex(digits->substr(0, 64), secret) && read_hex(digits->substr(64), written);
  SigningKey key(secret);
  wipe(secret);
  if (!is_read || key.public_key() != written) return bad_key();
  return key;
}

template <class Key>
Expected<Key> placed(Expected<Key> key, std::string file) {
  if (key) return key;
  Diagnostics faults = key.faults();
  faults.front().file = std::move(file);
  return faults;
}

}  // namespace

std::string to_text(const PublicKey& key) {
  return fmt::format("{}{} {}", public_name, version, to_hex(key));
}

std::string to_secret_text(const SigningKey& key) {
  std::string digits = to_hex(key.secret_key());
  std::string text;
  text.reserve(largest_key_text);  // grows no more: what it would leave behind is not wiped
  text.append(secret_name).append(version).append(" ").append(digits).append(to_hex(key.public_key()));
  wipe(digits);
  return text;
}

Expected<PublicKey> parse_public_key(std::string_view text, std::string file) {
  return placed(read_public_key(text), std::move(file));
}

Expected<std::vector<PublicKey>> parse_public_keys(std::string_view text, const std::string& file) {
  std::vector<PublicKey> keys;
  Diagnostics faults;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view written = without_line_end(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (written.empty() || written.starts_with('#')) continue;
    const auto key = read_public_key(written);
    if (key) {
      keys.push_back(*key);
    } else {
      faults.push_back(key.faults().front());
      faults.back().file = file;
      faults.back().at = {line, 1};
    }
  }
  if (faults.empty() && keys.empty()) {
    faults.push_back(fault("empty-key", "there is no key in it; make or copy it again"));
    faults.back().file = file;
  }
  if (!faults.empty()) return faults;
  return keys;
}

Expected<SigningKey> parse_secret_key(std::string_view text, std::string file) {
  return placed(read_secret_key(text), std::move(file));
}

}  // namespace assessment
