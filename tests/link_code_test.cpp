// Three words that join two waves.
#include "assessment/session/link_code.hpp"

#include <doctest/doctest.h>

#include "assessment/results/record.hpp"

using namespace assessment;

TEST_SUITE("link codes") {
  TEST_CASE("what was drawn is known again") {
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
      const LinkCode code = draw_link_code(random);
      CHECK(check_link_code(code.words) == code);
    }
  }

  TEST_CASE("of all slips in one word and of all exchanges 31 in 32 are noticed") {
    Random random(2);
    int slips = 0, noticed = 0;
    const auto attempt = [&](std::array<std::uint8_t, 3> words) {
      ++slips;
      noticed += !check_link_code(words);
    };
    for (int i = 0; i < 40; ++i) {
      const LinkCode code = draw_link_code(random);
      for (std::size_t place = 0; place < 3; ++place) {
        for (int other = 0; other < 256; ++other) {
          auto words = code.words;
          words[place] = static_cast<std::uint8_t>(other);
          if (words != code.words) attempt(words);
        }
      }
      auto exchanged = code.words;
      std::swap(exchanged[0], exchanged[1]);
      if (exchanged != code.words) attempt(exchanged);
    }
    // 40 codes of 3 x 255 slips: 31 / 32 = 96.9 %; the standard error of the share is 0.1 %
    CHECK(slips > 30'000);
    CHECK(noticed > slips * 964L / 1000);
    CHECK(noticed < slips * 974L / 1000);
  }

  TEST_CASE("a record holds a keyed hash, which the key and every word decide") {
    const SecretKey key{1}, other_key{2};
    const std::string link = link_of({{1, 2, 3}}, key);
    CHECK(link.size() == 64);
    CHECK(link == link_of({{1, 2, 3}}, key));
    CHECK(link != link_of({{1, 2, 3}}, other_key));
    CHECK(link != link_of({{3, 2, 1}}, key));
    // BLAKE2b-256 of "skills-link/1" and the bytes 1, 2, 3 under the key 01 00 00 …, by Python's hashlib:
    // hashlib.blake2b(b"skills-link/1\x01\x02\x03", digest_size=32, key=bytes([1] + [0] * 31)).hexdigest()
    CHECK(link == "d36a8e2aad1d1c60941c2e8eb7435b4d1f97f21cad14b0546945cf599dd3950f");
  }
}
