// How much work a bank is, from its words and its items.
//
// Reading: 200 words a minute. Adults read 238 words of English a minute silently (Brysbaert 2019, How many
// words do we read per minute?, Journal of Memory and Language 109); a kiosk is read standing up, by
// everyone, in Welsh too. Read are the bank's `about` and `before_you_start`, and of every item the
// prompt, hint, why, options and scene; a scale's points once. Errors and feedback are not.
// Answering: 5 seconds an item that measures self and "How sure are you?", 15 an item that measures
// knowledge, and that again for every step of a task; none for a note. These are conventions of this project:
// with them 82 self-ratings of 20 words come to 15 minutes, and the pilots of DigCompSAT, which has 82,
// stayed under 30 (Clifford and others 2020, Joint Research Centre).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/bank.hpp"

namespace assessment {

// What each part of a bank takes in one language, in tenths of a second.
struct PartTimes {
  std::int64_t start = 0;              // what is said before the first item
  std::vector<std::int64_t> items{};   // reading and answering, by index
  std::vector<std::int64_t> scales{};  // reading the points, by index

  bool operator==(const PartTimes&) const = default;
};

PartTimes part_times(const QuestionBank& bank, std::string_view language);

// Tenths of a second that a way through these items (by index) takes: the start, the items, and each scale
// they use once.
std::int64_t time_of_way(const QuestionBank& bank, const PartTimes& times,
                         std::span<const std::size_t> items);

struct WorkingTime {
  std::int64_t tenths = 0;  // of a second
  RoleId role{};            // whose way is the longest
  std::string language{};   // in which it has the most words

  bool operator==(const WorkingTime&) const = default;
};

// The longest way through the bank: the most over roles and languages. An item counts for a role unless
// the conditions it stands under cannot be true for that role, each looked at by itself.
WorkingTime longest_working_time(const QuestionBank& bank);

}  // namespace assessment
