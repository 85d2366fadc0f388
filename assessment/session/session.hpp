// One visit's answers: a value without name, time or device.
//
// Whoever holds a Session also holds the bank it was started on; every function
// takes both. Answers to items that are not on the route stay, but do not count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/session/link_code.hpp"

namespace assessment {

// What a person answered; each type of item has its own part of it.
struct Join {
  OptionId left{};
  OptionId right{};

  bool operator==(const Join&) const = default;
};
struct Answer {
  // rating, single, hotspot: one id. multiple: any number, in the order of the bank. order: the
  // steps placed so far, in the person's order. task: one a step, empty where none was chosen yet.
  // Any type, with `not_sure: true`: not_sure_option alone (of a task, in place of a step's).
  std::vector<OptionId> chosen{};
  std::vector<Join> joined{};  // match: in the order of the left list
  std::string typed{};         // number: as on the keypad, so perhaps "36."

  bool is_empty() const { return chosen.empty() && joined.empty() && typed.empty(); }
  bool operator==(const Answer&) const = default;
};

struct Session {
  std::string bank{};  // bank_name() of the bank it was started on
  RoleId role{};
  std::string language{};  // for conditions only; never recorded with a person
  std::uint64_t seed = 0;  // of the visit's own random stream (shuffled options); never recorded
  // All three have one entry for each of the bank's items, at its index; it is empty while nothing was said.
  std::vector<Answer> answers{};
  std::vector<OptionId> sureness{};  // of knowledge items that ask; one of sureness_options
  std::vector<bool> marks{};         // "this question does not fit my job", whatever the answer
  std::size_t position = 0;          // index of the current item in QuestionBank::items
  std::size_t step = 0;              // of the current item's pages: see pages_of
  std::optional<LinkCode> link{};    // recorded as a keyed hash only

  bool operator==(const Session&) const = default;
};

// A visit before its first answer, standing on the first item of the route.
// Precondition: `role` is one of the bank's.
Session start_session(const QuestionBank& bank, RoleId role, std::uint64_t seed);

// The session after choosing `option` for the item (of a task: for the step): for rating, single, hotspot
// and task in place of what was chosen; for multiple in addition, or taken away when it was chosen already;
// for order as the next in the row, or taken out of it. An exclusive option and "not sure" clear the
// others, and are cleared by them.
// Precondition: the item is no match, number or note, unless `option` is not_sure_option, and it has the
// option (or has_not_sure).
Session choose(const QuestionBank& bank, Session session, const Item& item, const OptionId& option,
               std::size_t step = 0);
Session choose(const QuestionBank& bank, Session session, const ItemId& item, const OptionId& option,
               std::size_t step = 0);

// An order item's option one place earlier (-1) or later (+1) in the person's row; unchanged at its ends.
Session move_placed(const QuestionBank& bank, Session session, const ItemId& item, const OptionId& option,
                    int by);

// A match item's pair. Whatever either side was joined to before is free again; joining what is joined
// already undoes it.
Session join(const QuestionBank& bank, Session session, const ItemId& item, const OptionId& left,
             const OptionId& right);

// One key of the keypad of a number item: '0' to '9', '.' or '<' for Delete. Keys that make no number of
// at most 9 digits before and `decimals` after the point change nothing.
Session type_key(const QuestionBank& bank, Session session, const ItemId& item, char key);

// How sure the person says the answer is. Precondition: the item asks, `sure` is one of sureness_options.
Session say_sureness(Session session, const Item& item, const OptionId& sure);

// Marks the item as not fitting the person's job, or takes the mark away. Precondition: it is no note.
Session toggle_mark(Session session, const Item& item);

// What was answered so far, be it only in part; null when nothing was. Precondition, here and below: `item`
// is one of the bank's own.
const Answer* answer_to(const Session& session, const Item& item);

// The answer that counts: null while steps are to be placed, pairs to be joined, or a number is not whole.
const Answer* complete_answer(const QuestionBank& bank, const Session& session, const Item& item);

// The number of a complete answer to a number item, and of "not sure" none.
std::optional<Rational> number_of(const Answer& answer);

// How many pages this visit spends on the item: its steps, and one for "How sure are you?" where the item
// asks that and the answer is not "not sure". At least 1.
std::size_t pages_of(const Item& item, const Session& session);

// True when the present page is the one that asks how sure the answer is.
bool is_on_sureness(const QuestionBank& bank, const Session& session);

// True when the option is part of the answer (of a task: to that step).
bool is_chosen(const Session& session, const Item& item, const OptionId& option);
bool is_chosen_in_step(const Session& session, const Item& item, std::size_t step, const OptionId& option);

}  // namespace assessment
