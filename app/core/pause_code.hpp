// The four digits that bring a paused visit back.
#pragma once

#include <string>

namespace app {

inline constexpr int pause_codes = 10'000;
inline constexpr std::size_t pause_code_length = 4;

// 0 .. 9999 as four digits.
std::string pause_code(int number);

// True for what people try first: digits in equal steps, as 1111, 1234, 8642 and 7890.
bool is_easy_code(const std::string& code);

}  // namespace app
