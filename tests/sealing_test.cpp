#include "assessment/results/sealing.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

#include "assessment/base/crypto.hpp"
#include "assessment/base/key_text.hpp"
#include "assessment/results/kiosk_key.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/key_samples.hpp"

using namespace assessment;

namespace {

// Pair 0 is the kiosk's, 1 and 2 are trainers'.
const std::string two_lines = "{\"format\":\"skills-results/1\"}\n{\"role\":\"clinical\"}\n";

std::string sealed_to(const std::vector<std::size_t>& trainers, const std::string& plain = two_lines) {
  std::vector<PublicKey> keys;
  for (const std::size_t index : trainers) keys.push_back(tests::sample_key(index).public_key());
  return seal_batch(plain, tests::sample_key(0), keys).value();
}

TrainerKeys keys_of(std::size_t trainer, const std::vector<std::size_t>& kiosks = {0}) {
  TrainerKeys keys{tests::sample_key(trainer)};
  for (const std::size_t index : kiosks) keys.kiosks.push_back(tests::sample_key(index).public_key());
  return keys;
}

// The code of the fault; "": it opens.
std::string code_of(const std::string& sealed, const TrainerKeys& keys) {
  const auto opened = open_sealed_batch(sealed, "a.results.sealed", keys);
  return opened ? "" : opened.faults().front().code;
}

std::string code_of(const std::string& sealed) {
  return code_of(sealed, keys_of(1));
}

// A file that the trainer of pair 1 can open, around any content: what a trainer with ill will could make.
std::string around(const std::string& content) {
  std::string file = "skills-sealed/1\n";
  file += '\1';
  file += '\0';
  const SecretKey key = system_seed();
  const SealedKey sealed = seal_key(key, tests::sample_key(1).public_key());
  file.append(reinterpret_cast<const char*>(sealed.data()), sealed.size());
  return file + encrypt_chunks(content, key, file);
}

// The content of 64 KiB that the document describes.
std::string content_of(const std::string& plain) {
  const std::string message = std::string("skills-batch-signature/1") + '\0' + plain;
  const Signature signature = sign(message, tests::sample_key(0));
  const PublicKey kiosk = tests::sample_key(0).public_key();
  std::string content(reinterpret_cast<const char*>(kiosk.data()), kiosk.size());
  content.append(reinterpret_cast<const char*>(signature.data()), signature.size());
  content += static_cast<char>(plain.size());
  content.append(3, '\0').append(plain);
  content.resize(65'536, '\0');
  return content;
}

}  // namespace

TEST_SUITE("sealing") {
  TEST_CASE("each trainer opens what the kiosk sealed and nobody else") {
    const std::string sealed = sealed_to({1, 2});
    CHECK(open_sealed_batch(sealed, "a", keys_of(1)).value() == two_lines);
    CHECK(open_sealed_batch(sealed, "a", keys_of(2)).value() == two_lines);
    CHECK(code_of(sealed, keys_of(0)) == "not-for-this-key");
    CHECK(code_of(sealed_to({2})) == "not-for-this-key");
  }

  TEST_CASE("the size says the number of trainers and the size class alone") {
    // 16 + 2 + 80 a trainer + 24 + a chunk of 65 536 + 17.
    CHECK(sealed_to({1}).size() == 65'675);
    CHECK(sealed_to({1, 2}).size() == 65'755);
    // 32 + 64 + 4 bytes stand before the lines: 65 436 are the most that one chunk holds.
    CHECK(sealed_to({1}, std::string(65'436, 'x')).size() == 65'675);
    CHECK(sealed_to({1}, std::string(65'437, 'x')).size() == 65'675 + 65'553);
    CHECK(sealed_to({1}, std::string(131'073, 'x')).size() == 65'675 + 3 * 65'553);
  }

  TEST_CASE("lines of every length around a size class come back") {
    for (const std::size_t size : {0U, 1U, 65'435U, 65'436U, 65'437U, 130'972U, 130'973U, 200'000U}) {
      CAPTURE(size);
      const std::string plain(size, 'x');
      CHECK(open_sealed_batch(sealed_to({1}, plain), "a", keys_of(1)).value() == plain);
    }
  }

  TEST_CASE("what is sealed twice has nothing in common and names nobody") {
    const std::string first = sealed_to({1, 2}), second = sealed_to({1, 2});
    CHECK(first.substr(0, 18) == std::string("skills-sealed/1\n\2\0", 18));
    CHECK(second.substr(0, 18) == first.substr(0, 18));
    std::set<std::string> pieces;  // of 16 bytes; by chance none is alike
    for (std::size_t at = 18; at + 16 <= first.size(); at += 16) {
      pieces.insert(first.substr(at, 16));
      pieces.insert(second.substr(at, 16));
    }
    CHECK(pieces.size() == 2 * ((first.size() - 18) / 16));
    for (std::size_t index = 0; index < 3; ++index) {
      const PublicKey key = tests::sample_key(index).public_key();
      CHECK(first.find(std::string(reinterpret_cast<const char*>(key.data()), 16)) == std::string::npos);
    }
  }

  TEST_CASE("a bit flipped in any byte is refused by every trainer, also in the other's sealed key") {
    const std::string sealed = sealed_to({1, 2});
    const TrainerKeys first = keys_of(1), second = keys_of(2);
    int opened = 0;
    std::string bent = sealed;
    for (std::size_t at = 0; at < sealed.size(); at += at < 300 ? 1 : 101) {
      bent[at] = static_cast<char>(sealed[at] ^ (1 << at % 8));
      opened += code_of(bent, first).empty();
      opened += code_of(bent, second).empty();
      bent[at] = sealed[at];
    }
    CHECK(opened == 0);
    bent[18 + 80] = static_cast<char>(bent[18 + 80] ^ 1);  // the first byte of the second trainer's key
    CHECK(code_of(bent, first) == "sealed-damaged");
    CHECK(code_of(bent, second) == "not-for-this-key");
  }

  TEST_CASE("a bit flipped in any byte of the stream or its context is refused") {
    const SecretKey key = system_seed();
    const std::string context = "skills-sealed/1";
    std::string stream = encrypt_chunks(std::string(65'536, 'x'), key, context);
    REQUIRE(decrypt_chunks(stream, key, context));
    int opened = 0;
    for (std::size_t at = 0; at < stream.size(); ++at) {
      const char before = stream[at];
      stream[at] = static_cast<char>(before ^ (1 << at % 8));
      opened += decrypt_chunks(stream, key, context).has_value();
      stream[at] = before;
    }
    CHECK(opened == 0);
    CHECK_FALSE(decrypt_chunks(stream, key, "skills-sealed/2"));
  }

  TEST_CASE("every beginning of a file is refused as cut short") {
    const std::string sealed = sealed_to({1}, std::string(70'000, 'x'));
    CHECK(code_of("") == "empty-file");
    std::size_t other = 0;
    for (std::size_t size = 1; size < sealed.size(); size += size < 300 ? 1 : 61) {
      other += code_of(sealed.substr(0, size)) != "sealed-cut-short";
    }
    CHECK(other == 0);
    CHECK(code_of(sealed.substr(0, sealed.size() - 1)) == "sealed-cut-short");
    CHECK(code_of(sealed.substr(0, sealed.size() - 65'553)) == "sealed-cut-short");
  }

  TEST_CASE("nothing may follow") {
    const std::string sealed = sealed_to({1});
    CHECK(code_of(sealed + '\n') == "sealed-too-long");
    CHECK(code_of(sealed + sealed) == "sealed-too-long");
  }

  TEST_CASE("chunks neither change places nor end early nor come from another file") {
    const std::string plain(200'000, 'x');  // four chunks
    const std::string sealed = sealed_to({1}, plain), other = sealed_to({1}, plain);
    const std::size_t start = 16 + 2 + 80 + 24, chunk = 65'553;
    REQUIRE(sealed.size() == start + 4 * chunk);
    for (const std::size_t a : {0U, 1U, 2U}) {
      std::string swapped = sealed;
      swapped.replace(start + a * chunk, chunk, sealed, start + (a + 1) * chunk, chunk);
      swapped.replace(start + (a + 1) * chunk, chunk, sealed, start + a * chunk, chunk);
      CHECK(code_of(swapped) == "sealed-damaged");
      std::string spliced = sealed;
      spliced.replace(start + a * chunk, chunk, other, start + a * chunk, chunk);
      CHECK(code_of(spliced) == "sealed-damaged");
    }
    // Two chunks of four under a header that says two: the last lacks FINAL.
    std::string half = sealed.substr(0, start + 2 * chunk);
    half[17] = 1;
    CHECK(code_of(half) == "sealed-damaged");
    // The head of one file, the stream of another.
    CHECK(code_of(sealed.substr(0, start - 24) + other.substr(start - 24)) == "sealed-damaged");
  }

  TEST_CASE("other formats and later versions are told apart from damage") {
    const std::string sealed = sealed_to({1});
    CHECK(code_of("{\"format\":\"skills-results/1\"}\n") == "not-sealed");
    CHECK(code_of(std::string(100'000, '\0')) == "not-sealed");
    CHECK(code_of("skills-sealed/2\n" + sealed.substr(16)) == "later-format");
    CHECK(code_of("skills-sealed/10\n" + sealed.substr(16)) == "later-format");
    for (const char trainers : {'\0', '\x41', '\xff'}) {
      std::string bent = sealed;
      bent[16] = trainers;
      CHECK(code_of(bent) == "sealed-damaged");
    }
    for (const char doublings : {'\x0b', '\x3f', '\xff'}) {
      std::string bent = sealed;
      bent[17] = doublings;
      CHECK(code_of(bent) == "sealed-damaged");
    }
  }

  TEST_CASE("only kiosks that are trusted count, and the refusal says how to trust one") {
    const std::string sealed = sealed_to({1});
    CHECK(code_of(sealed, keys_of(1, {2, 0})) == "");
    CHECK(code_of(sealed, keys_of(1, {})) == "kiosk-not-trusted");
    const auto refused = open_sealed_batch(sealed, "a.results.sealed", keys_of(1, {1, 2}));
    REQUIRE_FALSE(refused);
    const std::string text = to_text(refused.faults().front());
    CHECK(
        text.starts_with("a.results.sealed: error: this batch comes from a kiosk that is not trusted here"));
    CHECK(text.find(to_text(tests::sample_key(0).public_key())) != std::string::npos);
    CHECK(text.find("skills keys show") != std::string::npos);
  }

  TEST_CASE("a trainer cannot pass own lines off as the kiosk's to another") {
    const std::string content = content_of(two_lines);
    REQUIRE(code_of(around(content)) == "");  // the document's form, made by hand
    for (std::size_t at = 32; at < 100 + two_lines.size(); ++at) {
      CAPTURE(at);
      std::string bent = content;
      bent[at] = static_cast<char>(bent[at] ^ 1);
      CHECK(code_of(around(bent)) == "batch-altered");
    }
    std::string padded = content;
    padded.back() = 'x';
    CHECK(code_of(around(padded)) == "batch-altered");
    CHECK(code_of(around(content + std::string(65'536, '\0'))) != "");
  }

  TEST_CASE("a kiosk's signature of a bank is none of a batch") {
    std::string content = content_of(two_lines);
    const Signature other =
        sign(std::string("skills-bank-signature/1") + '\0' + two_lines, tests::sample_key(0));
    content.replace(32, 64, reinterpret_cast<const char*>(other.data()), 64);
    CHECK(code_of(around(content)) == "batch-altered");
  }

  TEST_CASE("a batch over the largest size class is refused and not cut") {
    // 64 MiB less the 100 bytes in front of the lines.
    const auto refused = seal_batch(std::string(67'108'764 + 1, 'x'), tests::sample_key(0),
                                    {tests::sample_key(1).public_key()});
    REQUIRE_FALSE(refused);
    CHECK(refused.faults().front().code == "batch-too-large");
  }
}

TEST_SUITE("the kiosk's key") {
  TEST_CASE("is made once, for its owner alone, and is the same ever after") {
    MemoryStorage storage;
    const PublicKey made = open_kiosk_key(storage).value().public_key();
    CHECK(open_kiosk_key(storage).value().public_key() == made);
    const auto& file = storage.files().at("kiosk.key");
    CHECK(file.appearance == Appearance{Access::owner_only, std::nullopt});
    CHECK(parse_secret_key(file.bytes).value().public_key() == made);
    MemoryStorage other;
    CHECK(open_kiosk_key(other).value().public_key() != made);
  }

  TEST_CASE("is never replaced when it is damaged") {
    MemoryStorage storage;
    REQUIRE(open_kiosk_key(storage));
    for (const char* damaged : {"", "skills-secret-key/1 00\n", "nonsense"}) {
      storage.files().at("kiosk.key").bytes = damaged;
      const auto key = open_kiosk_key(storage);
      REQUIRE_FALSE(key);
      CHECK(key.faults().front().code == "kiosk-key-damaged");
      CHECK(storage.files().at("kiosk.key").bytes == damaged);
    }
  }
}
