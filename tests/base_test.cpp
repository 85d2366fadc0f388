// Exact fractions, text, chance and the door to libsodium.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/base/rational.hpp"
#include "assessment/base/text.hpp"

using namespace assessment;

TEST_SUITE("rational") {
  TEST_CASE("decimals are read exactly or not at all") {
    CHECK(parse_decimal("17") == Rational(17));
    CHECK(parse_decimal("-3") == Rational(-3));
    CHECK(parse_decimal("0.5") == ratio(1, 2));
    CHECK(parse_decimal("0.125") == ratio(1, 8));
    for (const char* wrong : {"", "-", ".", ".5", "5.", "+1", "1e3", "010", "00", ".nan", "no", "1,5", "0x1",
                              " 1", "1 ", "1234567890123", "0.1234567"}) {
      CAPTURE(wrong);
      CHECK_FALSE(parse_decimal(wrong).has_value());
    }
    CHECK_FALSE(parse_decimal("0.5", 0).has_value());
  }

  TEST_CASE("a decimal is written as short as it can be") {
    CHECK(to_decimal(17) == "17");
    CHECK(to_decimal(ratio(1, 2)) == "0.5");
    CHECK(to_decimal(ratio(-1, 8)) == "-0.125");
    CHECK(to_decimal(0) == "0");
    CHECK(to_decimal(ratio(5, 100)) == "0.05");
  }

  TEST_CASE("the shortest decimal is what a reading and writing again leaves as it is") {
    // Every text of up to five of these characters: 1 + 5 + ... + 5^5 = 3906 of them.
    std::vector<std::string> texts{""};
    for (std::size_t i = 0; texts[i].size() < 5; ++i) {
      for (const char c : {'-', '.', '0', '1', 'e'}) texts.push_back(texts[i] + c);
    }
    CHECK(texts.size() == 3906);
    for (const char* edge :
         {"0.123456", "0.1234567", "999999999999", "9999999999999", "-999999999999.999999"})
      texts.emplace_back(edge);
    for (const std::string& text : texts) {
      CAPTURE(text);
      const auto number = parse_decimal(text);
      CHECK(is_shortest_decimal(text) == (number && to_decimal(*number) == text));
    }
  }

  TEST_CASE("tenths are cut off, never rounded up") {
    // 118/246 is 47.9675 percent: docs/scoring.md, section 3.1.
    CHECK(tenths_cut_off(100 * ratio(118, 246)) == 479);
    CHECK(tenths_cut_off(50) == 500);
    CHECK(tenths_cut_off(0) == 0);
    CHECK(tenths_cut_off(ratio(-1, 20)) == -1);  // floor(-0.5)
  }
}

TEST_SUITE("text") {
  TEST_CASE("the first forbidden byte is found") {
    CHECK_FALSE(find_text_fault("plain\ttext\r\nŵŷ").has_value());
    CHECK_FALSE(find_text_fault("\xEF\xBB\xBFstart").has_value());
    CHECK(find_text_fault("ab\x07")->offset == 2);
    CHECK(find_text_fault("ab\rc")->text == "control character U+000D");
    CHECK(find_text_fault("a\xFF")->text == "not UTF-8");
    CHECK(find_text_fault("\xC0\xAF")->offset == 0);      // overlong form of '/'
    CHECK(find_text_fault("\xED\xA0\x80")->offset == 0);  // half of a surrogate pair
    CHECK(find_text_fault("a\xE2\x80\xAE")->text == "invisible character U+202E");  // right-to-left override
    CHECK(find_text_fault("a\xE2\x80\x8B")->text == "invisible character U+200B");  // zero-width space
    CHECK(find_text_fault("a\xEF\xBB\xBF")->text == "invisible character U+FEFF");
    CHECK(find_text_fault("a\xC3")->text == "not UTF-8");  // cut short
  }

  TEST_CASE("letters with marks become one character") {
    CHECK(to_nfc("w\xCC\x82") == "\xC5\xB5");  // w + circumflex -> ŵ (U+0175)
    CHECK(to_nfc("plain") == "plain");
  }

  TEST_CASE("characters are counted, not bytes") {
    CHECK(count_characters("tŷ bach") == 7);
  }

  TEST_CASE("the nearest word is offered when it is near enough") {
    const std::vector<std::string_view> keys{"prompt", "hint", "why"};
    CHECK(nearest("promt", keys) == "prompt");
    CHECK(nearest("hnit", keys) == "hint");  // two letters changed places
    CHECK(nearest("hont", keys) == "hint");
    CHECK(nearest("hond", keys) == std::nullopt);  // two changes in four letters
    CHECK(nearest("PROMTP", keys) == "prompt");
    CHECK(nearest("hin", keys) == "hint");
    CHECK(nearest("colour", keys) == std::nullopt);
  }

  TEST_CASE("a text falls back to its first language") {
    const LocalizedText text{{{"en", "Back"}, {"cy", "Yn ôl"}}};
    CHECK(text.in("cy") == "Yn ôl");
    CHECK(text.in("pl") == "Back");
    CHECK(LocalizedText{}.in("en").empty());
  }
}

TEST_SUITE("expected") {
  TEST_CASE("a diagnostic says file, line and column as far as it has them") {
    const Diagnostic fault{Severity::error, "x", "a.yaml", {3, 7}, "wrong"};
    CHECK(to_text(fault) == "a.yaml:3:7: error: wrong");
    CHECK(to_text({Severity::warning, "x", "a.yaml", {}, "odd"}) == "a.yaml: warning: odd");
    CHECK(to_text({Severity::error, "x", "", {}, "no place"}) == "error: no place");
  }
}

TEST_SUITE("crypto") {
  TEST_CASE("hashes equal the published test vectors") {
    // FIPS 180-2, appendix B.1; RFC 7693 gives BLAKE2b-512 only, so the 256-bit value is that of
    // the reference program: printf abc | b2sum -l 256.
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(blake2b_hex("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  }

  TEST_CASE("what was encrypted opens with the same key and context only") {
    SecretKey key{};
    key[0] = 1;
    const std::string sealed = encrypt("answers", key, "pool");
    CHECK(sealed.size() == 24 + 7 + 16);
    CHECK(decrypt(sealed, key, "pool") == "answers");
    CHECK_FALSE(decrypt(sealed, key, "loop").has_value());
    CHECK_FALSE(decrypt(sealed, SecretKey{}, "pool").has_value());
    for (std::size_t i = 0; i < sealed.size(); ++i) {
      std::string bent = sealed;
      bent[i] = static_cast<char>(bent[i] ^ 1);
      CHECK_FALSE(decrypt(bent, key, "pool").has_value());
    }
    CHECK_FALSE(decrypt(sealed.substr(0, 20), key, "pool").has_value());
    CHECK(encrypt("answers", key, "pool") != sealed);  // a fresh nonce each time
  }
}

TEST_SUITE("exact fractions") {
  // Numbers about which one side or the product of two leaves 64 bits.
  const std::vector<Rational>& samples() {
    static const std::vector<Rational> all = [] {
      constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
      std::vector<Rational> numbers{0, 1, -1, 7, Rational(1, 3), Rational(-5, 6), Rational(1, 1 << 20)};
      for (const std::int64_t large :
           {most, most - 1, -most, -most - 1, most / 2, std::int64_t{3037000500}}) {
        numbers.insert(numbers.end(), {Rational(large), Rational(large, 3), Rational(large, 1'000'000'007)});
      }
      for (const std::int64_t lower : {most, most - 1, std::int64_t{3037000499}}) {
        numbers.insert(numbers.end(), {Rational(1, lower), Rational(-2, lower)});
      }
      numbers.push_back(Rational(most) * most * most);
      return numbers;
    }();
    return all;
  }

  TEST_CASE("agree with GMP, inside 64 bits and beyond") {
    for (const Rational& a : samples()) {
      for (const Rational& b : samples()) {
        const mpq_class x = a.to_mpq(), y = b.to_mpq();
        CHECK((a + b).to_mpq() == x + y);
        CHECK((a - b).to_mpq() == x - y);
        CHECK((a * b).to_mpq() == x * y);
        if (b != 0) CHECK((a / b).to_mpq() == x / y);
        CHECK((a < b) == (x < y));
        CHECK((a == b) == (x == y));
      }
    }
  }

  TEST_CASE("are kept alike when they are equal, whatever way they were come by") {
    for (const Rational& a : samples()) {
      for (const Rational& b : samples()) CHECK(a + b - b == a);
    }
    CHECK(Rational(6, 8) == Rational(3, 4));
    CHECK(Rational(std::uint64_t{1} << 63).numerator() == mpz_class("9223372036854775808"));
  }

  TEST_CASE("are cut off downwards, below 0 too") {
    CHECK(Rational(7, 2).floor_in(1) == 3);
    CHECK(Rational(-7, 2).floor_in(1) == -4);
    CHECK(Rational(-3).floor_in(1) == -3);
    CHECK(Rational(1, 3).floor_in(1000) == 333);
    CHECK(Rational(std::int64_t{1} << 62, 3).floor_in(4) == 6148914691236517205);  // 2^64 / 3
    CHECK(Rational(std::int64_t{1} << 62).floor_in(4) == std::nullopt);
  }
}

TEST_SUITE("random") {
  TEST_CASE("the first numbers are those of ChaCha20 with a key and nonce of zeros") {
    // RFC 8439, appendix A.1, test vector 1: the keystream begins 76 b8 e0 ad a0 f1 3d 90 |
    // 40 5d 6a e5 53 86 bd 28; read as little-endian 64-bit numbers.
    Random random(std::uint64_t{0});
    CHECK(random.next() == 0x903df1a0ade0b876U);
    CHECK(random.next() == 0x28bd8653e56a5d40U);
  }

  TEST_CASE("after forgetting, the stream goes on from its own next 32 bytes as the key") {
    // Worked by tests/walks/chance.py, which is ChaCha20 written a second time: bytes 8 to 39 of the
    // stream above as the key, the first 8 bytes of its stream as a little-endian number.
    Random random(std::uint64_t{0});
    random.next();
    random.forget_past();
    CHECK(random.next() == 0x8088af04784a0090U);
  }

  TEST_CASE("what was given out is nowhere in the generator any more") {
    Random random(std::uint64_t{7});
    std::uint64_t drawn = 0;
    for (int i = 0; i < 20; ++i) drawn = random.next();
    std::array<char, sizeof(Random)> image{};
    std::memcpy(image.data(), &random, sizeof(Random));
    std::array<char, sizeof(drawn)> wanted{};
    std::memcpy(wanted.data(), &drawn, sizeof(drawn));
    CHECK(std::ranges::search(image, wanted).empty());
  }

  TEST_CASE("numbers below a bound stay below it and meet all of it") {
    Random random(std::uint64_t{7});
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(random.below(6));
    CHECK(seen == std::set<std::uint64_t>{0, 1, 2, 3, 4, 5});
  }

  TEST_CASE("a shuffle keeps the values and favours no order") {
    // Six orders of three values, 6,000 shuffles: 1,000 each expected, standard deviation
    // sqrt(6000 * 1/6 * 5/6) = 28.9; five of those either way is a bound no honest shuffle meets.
    Random random(std::uint64_t{1});
    std::map<std::vector<int>, int> counts;
    for (int i = 0; i < 6000; ++i) {
      std::vector<int> values{1, 2, 3};
      random.shuffle(values);
      ++counts[values];
    }
    CHECK(counts.size() == 6);
    for (const auto& [order, count] : counts) {
      CHECK(count > 1000 - 145);
      CHECK(count < 1000 + 145);
    }
  }

  TEST_CASE("the bell has mean 0 and variance 1") {
    // 100,000 draws: the mean's standard error is 0.0032, the variance's about 0.0045; six of each.
    Random random(std::uint64_t{3});
    double sum = 0, squares = 0;
    for (int i = 0; i < 100'000; ++i) {
      const double value = random.bell();
      sum += value;
      squares += value * value;
    }
    CHECK(sum / 100'000 == doctest::Approx(0).epsilon(0.02));
    CHECK(squares / 100'000 == doctest::Approx(1).epsilon(0.03));
  }
}
