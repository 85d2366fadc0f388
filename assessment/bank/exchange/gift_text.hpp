// The characters of GIFT: what a backslash takes the meaning from. Of no use outside of gift*.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assessment {

// A part of a file, which knows where it stands in it.
struct GiftSlice {
  std::string_view text{};
  std::size_t offset = 0;  // of its first byte in the file

  bool is_empty() const { return text.empty(); }
  // Without the first `count` bytes; the part of `count` bytes from `start` on.
  GiftSlice from(std::size_t count) const { return {text.substr(count), offset + count}; }
  GiftSlice part(std::size_t start, std::size_t count) const {
    return {text.substr(start, count), offset + start};
  }
};

// Without white space at both ends.
GiftSlice trimmed(GiftSlice slice);

// The first place of `what` before which no backslash stands; npos: none.
std::size_t find_plain(std::string_view text, std::string_view what, std::size_t from = 0);
// The first of any of these characters, in the same way.
std::size_t find_plain_of(std::string_view text, std::string_view characters, std::size_t from = 0);

// The text that is meant: \~ \= \# \{ \} \: \\ without their backslash, \n as a new line.
std::string unescaped(std::string_view text);

// `text` so that unescaped() gives it back and no GIFT reader takes any of it for a mark.
std::string escaped_for_gift(std::string_view text);

}  // namespace assessment
