#include "assessment/bank/exchange/imported_choice.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/imported_number.hpp"

namespace assessment {
namespace {

// Moodle writes a third as 33.33333: nearer than this is equal.
const Rational percent_rounding = ratio(1, 10);

bool is_near(const Rational& a, const Rational& b) {
  return magnitude(a - b) <= percent_rounding;
}

void set_single(ImportedQuestion& question, const std::vector<WeightedAnswer>& answers, ImportNotes& notes) {
  question.kind = ImportedKind::single;
  const auto is_full = [](const WeightedAnswer& a) { return a.percent == 100; };
  const auto is_partial = [](const WeightedAnswer& a) { return a.percent > 0 && a.percent != 100; };
  const bool has_one_right =
      std::ranges::count_if(answers, is_full) == 1 && std::ranges::none_of(answers, is_partial);
  Rational best = 0;
  for (const WeightedAnswer& answer : answers) {
    best = std::max(best, answer.percent);
    ImportedOption& option = question.options.emplace_back();
    option.text = answer.text;
    option.is_correct = has_one_right && is_full(answer);
    option.score = to_bank_decimal(std::max(answer.percent, Rational(0)) / 100);
  }
  if (std::ranges::any_of(answers, [](const WeightedAnswer& a) { return a.percent < 0; }))
    notes.drop(question.at, "negative weights become 0: the scores of a bank are 0 or more");
  if (best > 0 && best < 100)
    notes.drop(question.at,
               fmt::format("the best answer weighs {} percent; in a bank the best answer counts in full",
                           to_decimal(to_bank_decimal(best))));
}

void set_multiple(ImportedQuestion& question, const std::vector<WeightedAnswer>& answers,
                  ImportNotes& notes) {
  question.kind = ImportedKind::multiple;
  question.credit = Credit::partial;
  const auto right_count =
      std::ranges::count_if(answers, [](const WeightedAnswer& a) { return a.percent > 0; });
  bool are_rights_equal = true, are_wrongs_equal = true;
  for (const WeightedAnswer& answer : answers) {
    ImportedOption& option = question.options.emplace_back();
    option.text = answer.text;
    option.is_correct = answer.percent > 0;
    if (right_count == 0) continue;
    const Rational share = Rational(100) / Rational(static_cast<long>(right_count));
    if (answer.percent > 0) {
      are_rights_equal = are_rights_equal && is_near(answer.percent, share);
    } else {
      are_wrongs_equal = are_wrongs_equal && is_near(answer.percent, -share);
    }
  }
  if (!are_rights_equal)
    notes.drop(question.at,
               "unequal weights of right answers become equal shares: a bank has one share for each");
  if (!are_wrongs_equal)
    notes.drop(
        question.at,
        "the weights of wrong answers change: in a bank a wrong choice takes away what a right one gives");
}

}  // namespace

void set_choice(ImportedQuestion& question, const std::vector<WeightedAnswer>& answers, Choosing choosing,
                ImportNotes& notes) {
  if (choosing == Choosing::one) {
    set_single(question, answers, notes);
  } else {
    set_multiple(question, answers, notes);
  }
}

void set_true_or_false(ImportedQuestion& question, bool is_true, const ImportWords& words) {
  question.kind = ImportedKind::single;
  question.options.resize(2);
  question.options[0].name = "is_true";
  question.options[0].text = words.right;
  question.options[0].is_correct = is_true;
  question.options[1].name = "is_false";
  question.options[1].text = words.wrong;
  question.options[1].is_correct = !is_true;
}

}  // namespace assessment
