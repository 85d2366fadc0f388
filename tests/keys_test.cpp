// Signing keys and their text.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <utility>

#include "assessment/base/crypto.hpp"
#include "assessment/base/key_text.hpp"
#include "tests/key_samples.hpp"

using namespace assessment;

namespace {

const std::string open_digits(tests::rfc_8032[0].open);
const std::string secret_digits(tests::rfc_8032[0].secret);
const std::string open_line = "skills-public-key/1 " + open_digits;
const std::string secret_line = "skills-secret-key/1 " + secret_digits + open_digits;

Diagnostic public_fault(const std::string& text) {
  const auto key = parse_public_key(text, "ward.pub");
  return key ? Diagnostic{} : key.faults().front();
}
Diagnostic secret_fault(const std::string& text) {
  const auto key = parse_secret_key(text, "ward.key");
  return key ? Diagnostic{} : key.faults().front();
}

}  // namespace

TEST_SUITE("signing") {
  TEST_CASE("keys and signatures are those of RFC 8032, section 7.1, tests 1 to 3") {
    for (const auto& published : tests::rfc_8032) {
      CAPTURE(published.open);
      const SigningKey key(tests::from_hex<SecretKey>(published.secret));
      CHECK(to_hex(key.public_key()) == published.open);
      const Signature signature = sign(published.message, key);
      CHECK(to_hex(signature) == published.signature);
      CHECK(is_signed(published.message, signature, key.public_key()));
    }
  }

  TEST_CASE("no bit of message, signature or key can be another") {
    const SigningKey key = tests::sample_key(2);
    const std::string message = "\xaf\x82";
    const Signature signature = sign(message, key);
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
      Signature bent = signature;
      bent[bit / 8] = static_cast<std::uint8_t>(bent[bit / 8] ^ (1U << bit % 8));
      CHECK_FALSE(is_signed(message, bent, key.public_key()));
    }
    for (std::size_t bit = 0; bit < 256; ++bit) {
      PublicKey bent = key.public_key();
      bent[bit / 8] = static_cast<std::uint8_t>(bent[bit / 8] ^ (1U << bit % 8));
      CHECK_FALSE(is_signed(message, signature, bent));
    }
    CHECK_FALSE(is_signed("\xaf\x83", signature, key.public_key()));
    CHECK_FALSE(is_signed("\xaf", signature, key.public_key()));
    CHECK_FALSE(is_signed(message + '\0', signature, key.public_key()));
    CHECK_FALSE(is_signed(message, signature, tests::sample_key(0).public_key()));
  }

  TEST_CASE("every new key is another and can be one") {
    const SigningKey one = make_signing_key(), two = make_signing_key();
    CHECK(one.public_key() != two.public_key());
    CHECK(one.secret_key() != two.secret_key());
    CHECK(is_possible_key(one.public_key()));
    CHECK(is_signed("text", sign("text", one), one.public_key()));
  }

  TEST_CASE("a key that moved leaves no secret behind") {
    SigningKey from = tests::sample_key(0);
    SigningKey to(std::move(from));
    CHECK(from.secret_key() == SecretKey{});  // NOLINT: what is left is the question
    CHECK(to_hex(to.secret_key()) == secret_digits);
    SigningKey again = tests::sample_key(1);
    again = std::move(to);
    CHECK(to.secret_key() == SecretKey{});  // NOLINT
    CHECK(to_hex(again.secret_key()) == secret_digits);
    CHECK(to_hex(again.public_key()) == open_digits);
  }

  TEST_CASE("points that no key pair has are no keys") {
    PublicKey key{};
    CHECK_FALSE(is_possible_key(key));  // of order 4: RFC 8032, section 5.1.3 decodes it to y = 0
    key[0] = 1;
    CHECK_FALSE(is_possible_key(key));  // the neutral point, y = 1
    key.fill(0xff);
    CHECK_FALSE(is_possible_key(key));  // y is not below 2^255 - 19
  }

  TEST_CASE("hexadecimal is read in one spelling only") {
    std::array<std::uint8_t, 2> bytes{};
    CHECK(read_hex("af82", bytes));
    CHECK(to_hex(bytes) == "af82");
    for (const char* wrong : {"", "af8", "af8200", "AF82", "af 82", "0xaf", "afg2", "af8\n"}) {
      CAPTURE(wrong);
      CHECK_FALSE(read_hex(wrong, bytes));
    }
  }
}

TEST_SUITE("key text") {
  TEST_CASE("what is written is read again, with or without the end of the line") {
    const SigningKey key = tests::sample_key(0);
    CHECK(to_text(key.public_key()) == open_line);
    CHECK(to_secret_text(key) == secret_line);
    for (const char* end : {"", "\n", "\r\n"}) {
      const auto open = parse_public_key(open_line + end);
      REQUIRE(open);
      CHECK(*open == key.public_key());
      const auto secret = parse_secret_key(secret_line + end);
      REQUIRE(secret);
      CHECK(secret->secret_key() == key.secret_key());
    }
  }

  TEST_CASE("each way to be no public key is told apart") {
    const std::string head = "skills-public-key/1 ";
    for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{
             {"", "empty-key"},
             {"\n", "empty-key"},
             {"abc", "not-a-key"},
             {open_digits, "not-a-key"},
             {" " + open_line, "not-a-key"},
             {"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI", "not-a-key"},
             {"skills-bank-signature/1 " + open_digits, "not-a-key"},
             {"skills-pub", "key-cut-short"},
             {"skills-public-key/", "key-cut-short"},
             {"skills-public-key/1", "key-cut-short"},
             {head, "key-cut-short"},
             {open_line.substr(0, open_line.size() - 1), "key-cut-short"},
             {"skills-public-key/2 " + open_digits, "later-format"},
             {open_line + "0", "bad-key"},
             {open_line + "\n" + open_line, "bad-key"},
             {open_line + "\n\n", "bad-key"},
             {head + std::string(64, 'g'), "bad-key"},
             {head + std::string(64, '0'), "bad-key"},
             {head + "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A", "bad-key"},
         }) {
      CAPTURE(text);
      CHECK(public_fault(text).code == code);
      CHECK(public_fault(text).file == "ward.pub");
    }
    CHECK(public_fault(open_line.substr(0, 30)).text ==
          "the key is cut short: 10 of 64 digits; copy it again");
  }

  TEST_CASE("a secret key in place of a public one is told, and no digit of it is repeated") {
    for (const std::string& text : {secret_line, secret_line.substr(0, 60), " " + secret_line,
                                    "x\n" + secret_line, "skills-secret-key/2 " + secret_digits}) {
      CAPTURE(text);
      const Diagnostic fault = public_fault(text);
      CHECK(fault.code == "secret-key");
      CHECK(to_text(fault).find(secret_digits.substr(0, 8)) == std::string::npos);
    }
  }

  TEST_CASE("each way to be no secret key is told apart, and no digit of it is repeated") {
    std::string other_half = secret_line;
    other_half.back() = 'b';
    std::string other_secret = secret_line;
    other_secret[20] = '0';
    for (const auto& [text, code] : std::vector<std::pair<std::string, std::string>>{
             {"", "empty-key"},
             {open_line, "public-key"},
             {secret_line.substr(0, 84), "key-cut-short"},
             {secret_line.substr(0, secret_line.size() - 1), "key-cut-short"},
             {secret_line + secret_line, "bad-key"},
             {other_half, "bad-key"},
             {other_secret, "bad-key"},
             {"-----BEGIN OPENSSH PRIVATE KEY-----", "not-a-key"},
             {"skills-secret-key/9 " + secret_digits, "later-format"},
         }) {
      CAPTURE(text);
      CHECK(secret_fault(text).code == code);
      CHECK(to_text(secret_fault(text)).find(secret_digits.substr(0, 8)) == std::string::npos);
    }
  }

  TEST_CASE(
      "a list of public keys has one a line, notes and empty lines, and all its faults have their line") {
    const std::string other = to_text(tests::sample_key(1).public_key());
    const auto keys = parse_public_keys("# ward 7\n\n" + open_line + "\r\n" + other, "kiosks.pub");
    REQUIRE(keys);
    CHECK(*keys == std::vector{tests::sample_key(0).public_key(), tests::sample_key(1).public_key()});
    const auto bad = parse_public_keys(open_line + "\nnonsense\n" + secret_line + "\n", "kiosks.pub");
    REQUIRE_FALSE(bad);
    REQUIRE(bad.faults().size() == 2);
    CHECK(bad.faults()[0] ==
          Diagnostic{Severity::error, "not-a-key", "kiosks.pub", {2, 1}, bad.faults()[0].text});
    CHECK(bad.faults()[1] ==
          Diagnostic{Severity::error, "secret-key", "kiosks.pub", {3, 1}, bad.faults()[1].text});
    for (const char* none : {"", "# a note\n", "\n\n"}) {
      CHECK(parse_public_keys(none, "kiosks.pub").faults().front().code == "empty-key");
    }
  }
}
