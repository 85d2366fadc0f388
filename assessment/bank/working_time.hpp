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

#include <cstdint>
#include <string>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"

namespace assessment {

struct WorkingTime {
  std::int64_t tenths = 0;  // of a second
  RoleId role{};            // whose way is the longest
  std::string language{};   // in which it has the most words

  bool operator==(const WorkingTime&) const = default;
};

// The longest way through the bank: the most over roles and languages. An item counts for a role unless
// the conditions it stands under cannot be true for that role, each looked at by itself.
// Precondition: parse_bank made `bank` of `tree`.
WorkingTime longest_working_time(const QuestionBank& bank, const NodeTree& tree);

}  // namespace assessment
