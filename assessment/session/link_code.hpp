// Three words that join a person's results of two waves, where a campaign wants it.
//
// The kiosk draws them; a person who comes again chooses them from lists. A word is a number from 0 to 255,
// whose text each language has its own of. 19 bits are drawn, 5 are a checksum: of 32 slips 31 are noticed.
// Among n people about n * n / 2^20 pairs draw the same words.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "assessment/base/random.hpp"

namespace assessment {

inline constexpr std::size_t words_of_a_link = 3;
inline constexpr int link_words = 256;
inline constexpr int link_initials = 16;  // as many words begin with each

struct LinkCode {
  std::array<std::uint8_t, words_of_a_link> words{};

  bool operator==(const LinkCode&) const = default;
};

LinkCode draw_link_code(Random& random);

// None where the checksum says that these words were never drawn together in this order.
std::optional<LinkCode> check_link_code(const std::array<std::uint8_t, words_of_a_link>& words);

}  // namespace assessment
