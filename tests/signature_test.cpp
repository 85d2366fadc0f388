// The signature of a bank: what it vouches for, and everything it does not.
#include "assessment/bank/signature.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "assessment/base/key_text.hpp"
#include "tests/key_samples.hpp"

using namespace assessment;

namespace {

const std::string bank = "format: 1\nid: ward-basics\nversion: 1.0.0\n";
const std::string other_bank = "format: 1\nid: ward-basics\nversion: 1.0.1\n";

const PublicKey author = tests::sample_key(0).public_key();
const PublicKey stranger = tests::sample_key(1).public_key();

// The code of what is wrong, or "" and the author as the signer.
std::string verdict(const std::string& bytes, const std::optional<std::string>& signature,
                    const std::vector<PublicKey>& trusted = {author}) {
  const auto signer = verify_bank(bytes, signature, trusted, "ward.yaml");
  if (!signer) return signer.faults().front().code;
  CHECK(*signer == author);
  return "";
}

std::string message(const std::optional<std::string>& signature,
                    const std::vector<PublicKey>& trusted = {author}) {
  const auto signer = verify_bank(bank, signature, trusted, "ward.yaml");
  return signer ? "" : to_text(signer.faults().front());
}

}  // namespace

TEST_SUITE("bank signature") {
  const std::string signature = sign_bank(bank, tests::sample_key(0));

  TEST_CASE("a signature is one line that names its format and its key, and is always the same") {
    CHECK(signature.size() == std::string("skills-bank-signature/1 ").size() + 64 + 1 + 128 + 1);
    CHECK(signature.starts_with("skills-bank-signature/1 " + to_hex(author) + " "));
    CHECK(signature.back() == '\n');
    CHECK(sign_bank(bank, tests::sample_key(0)) == signature);
    CHECK(signature_file("banks/ward.yaml") == "banks/ward.yaml.sig");
  }

  TEST_CASE("what is signed is the name of the format, a zero byte and the bank") {
    const auto raw = sign(std::string("skills-bank-signature/1") + '\0' + bank, tests::sample_key(0));
    CHECK(signature == "skills-bank-signature/1 " + to_hex(author) + " " + to_hex(raw) + "\n");
  }

  TEST_CASE("a signed bank tells whose key signed it, among several") {
    CHECK(verdict(bank, signature) == "");
    CHECK(verdict(bank, signature, {stranger, author}) == "");
    CHECK(verdict(bank, signature.substr(0, signature.size() - 1)) == "");  // an editor that ends no lines
    CHECK(verdict("", sign_bank("", tests::sample_key(0))) == "");
  }

  TEST_CASE("an unsigned bank is refused") {
    CHECK(verdict(bank, std::nullopt) == "bank-unsigned");
    CHECK(message(std::nullopt) ==
          "ward.yaml: error: this bank is not signed, and only signed ones are accepted here; put "
          "ward.yaml.sig beside "
          "it, or sign it with 'skills bank sign'");
  }

  TEST_CASE("a bank with any byte altered, missing or added is refused") {
    for (std::size_t i = 0; i < bank.size(); ++i) {
      CAPTURE(i);
      std::string altered = bank;
      altered[i] = static_cast<char>(altered[i] ^ 1);
      CHECK(verdict(altered, signature) == "bank-altered");
      CHECK(verdict(bank.substr(0, i), signature) == "bank-altered");
    }
    CHECK(verdict(bank + "\n", signature) == "bank-altered");
    CHECK(verdict("\n" + bank, signature) == "bank-altered");
  }

  TEST_CASE("a signature with any character altered is refused") {
    for (std::size_t i = 0; i + 1 < signature.size(); ++i) {
      CAPTURE(i);
      for (const char other : {'0', '1', ' ', '\n', '\0', 'A'}) {
        if (signature[i] == other) continue;
        std::string altered = signature;
        altered[i] = other;
        CHECK(verdict(bank, altered) != "");
      }
    }
  }

  TEST_CASE("a truncated signature is refused at every length") {
    for (std::size_t length = 0; length + 1 < signature.size(); ++length) {
      CAPTURE(length);
      CHECK(verdict(bank, signature.substr(0, length)) == "signature-damaged");
    }
    CHECK(message(signature.substr(0, 100)) ==
          "ward.yaml.sig: error: this signature is damaged or cut short; copy it again from its author, or "
          "sign the "
          "bank again");
    CHECK(verdict(bank, signature + signature) == "signature-damaged");
    CHECK(verdict(bank, "skills-bank-signature/2 " + signature.substr(24)) == "later-format");
  }

  TEST_CASE("the signature of another bank is refused") {
    CHECK(verdict(bank, sign_bank(other_bank, tests::sample_key(0))) == "bank-altered");
    CHECK(verdict(other_bank, signature) == "bank-altered");
  }

  TEST_CASE("a signature of a key that is not trusted is refused and the key is named") {
    const std::string foreign = sign_bank(bank, tests::sample_key(1));
    CHECK(verdict(bank, foreign) == "unknown-key");
    CHECK(message(foreign).find(to_text(stranger)) != std::string::npos);
    CHECK(verdict(bank, signature, {stranger}) == "unknown-key");
  }

  TEST_CASE("a trusted name on a stranger's signature does not help") {
    std::string dressed = sign_bank(bank, tests::sample_key(1));
    dressed.replace(24, 64, to_hex(author));
    CHECK(verdict(bank, dressed) == "bank-altered");
  }

  TEST_CASE("a signature of the bare bytes, or of another kind of thing, does not count") {
    for (const std::string& prefix :
         {std::string(), std::string("skills-bank-signature/1"), std::string("skills-results/1\0", 17)}) {
      const auto raw = sign(prefix + bank, tests::sample_key(0));
      CHECK(verdict(bank, "skills-bank-signature/1 " + to_hex(author) + " " + to_hex(raw) + "\n") ==
            "bank-altered");
    }
  }
}
