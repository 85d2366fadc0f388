// How long the work on an item takes: a convention, not a measurement.
//
//   time = words x 300 ms + a time for choosing, by type
//
// 300 ms a word are 200 words a minute: under the mean of 238 that adults read silently (Brysbaert 2019,
// "How many words do we read per minute?", Journal of Memory and Language 109), as some people read in a
// second language or on a glossy screen. Counted are the words of prompt and hint, and of what can be chosen;
// not the points of a rating scale, which stay the same from item to item: recognising them is part of
// the time for choosing. The times for choosing are ours; skills bank simulate and the documentation state
// them.
#pragma once

#include <cstdint>
#include <string_view>

#include "assessment/bank/bank.hpp"

namespace assessment {

inline constexpr std::int64_t milliseconds_a_word = 300;

// Milliseconds that an item's own pages take; above 0. Choosing: rating 5 s, single 8 s, multiple 12 s,
// order 20 s, match 20 s, number 15 s, hotspot 10 s, each step of a task 12 s, note 1 s; 4 s more where
// the item asks how sure the person is.
std::int64_t reading_time(const QuestionBank& bank, const Item& item, std::string_view language);

// Words: whatever stands between white space.
std::int64_t count_words(std::string_view text);

}  // namespace assessment
