// One visit's answers: a value without name, time or device.
//
// Whoever holds a Session also holds the bank it was started on; every function
// takes both. Answers to items that are not on the route stay, but do not count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"

namespace assessment {

// What a person chose: one id for rating and single, any number for multiple,
// in the order of the bank. Never empty.
struct Answer {
  std::vector<OptionId> chosen{};

  bool operator==(const Answer&) const = default;
};

struct Session {
  std::string bank{};  // bank_name() of the bank it was started on
  RoleId role{};
  std::string language{};  // for conditions only; never recorded with a person
  std::uint64_t seed = 0;  // of the visit's own random stream (shuffled options); never recorded
  std::map<ItemId, Answer> answers{};
  std::size_t position = 0;  // index of the current item in QuestionBank::items

  bool operator==(const Session&) const = default;
};

// A visit before its first answer, standing on the first item of the route.
// Precondition: `role` is one of the bank's.
Session start_session(const QuestionBank& bank, RoleId role, std::uint64_t seed);

// The session after choosing `option` for the item: for rating and single in place of what was
// chosen, for multiple in addition, or taken away when it was chosen already. An exclusive option
// and "not sure" clear the others, and are cleared by them.
// Precondition: the item has that option (or has_not_sure).
Session choose(const QuestionBank& bank, Session session, const ItemId& item, const OptionId& option);

// What was chosen for the item; null when nothing was.
const Answer* answer_to(const Session& session, const ItemId& item);

// One option as the person meets it; `option` is null for "not sure".
struct ShownOption {
  OptionId id{};
  const Option* option = nullptr;
  bool is_way_out = false;  // not applicable, exclusive or "not sure": last, after the word "or"

  bool operator==(const ShownOption&) const = default;
};

// The options of an item in the order in which this visit shows them. They point into `bank`.
std::vector<ShownOption> shown_options(const QuestionBank& bank, const Item& item);

// True when the option is part of the answer.
bool is_chosen(const Session& session, const ItemId& item, const OptionId& option);

}  // namespace assessment
