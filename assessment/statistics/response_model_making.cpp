// From a bank to the ways its pages are answered. What an answer is worth is asked of the real scoring.
#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "assessment/base/overloaded.hpp"
#include "assessment/scoring/shown_items.hpp"
#include "assessment/statistics/response_model.hpp"

namespace assessment {
namespace {

using Way = ResponseModel::Way;

std::vector<OptionId> ids_of(std::span<const Option> options) {
  std::vector<OptionId> ids;
  for (const Option& option : options) ids.push_back(option.id);
  return ids;
}

ResponseModel rating_of(std::span<const Option> options, const Item& item) {
  ResponseModel model{.way = Way::one_point};
  std::vector<const Option*> points;
  for (const Option& option : options) {
    if (option.is_not_applicable) {
      model.not_applicable.push_back(option.id);
    } else {
      points.push_back(&option);
    }
  }
  if (item.has_not_sure && item.measure == Measure::self) model.not_applicable.push_back(not_sure_option);
  std::ranges::stable_sort(points, {}, [](const Option* option) { return option->score; });
  Rational before = 0;
  for (const Option* point : points) {
    model.points.push_back(point->id);
    model.rises.push_back(point->score - before);
    before = point->score;
  }
  const auto count = static_cast<double>(points.size());
  for (std::size_t i = 0; i < points.size(); ++i)
    model.cuts.push_back(-1.5 + 3 * static_cast<double>(i) / count);
  return model;
}

ResponseModel choice_of(std::span<const Option> options, const Item& item) {
  if (std::ranges::none_of(options, &Option::is_correct)) return rating_of(options, item);
  ResponseModel model{.way = Way::right_or_wrong};
  for (const Option& option : options) {
    (option.is_correct ? model.right : model.wrong).push_back(Answer{.chosen = {option.id}});
    (option.is_correct ? model.right_points : model.wrong_points) += option.score;
  }
  model.right_points /= model.right.size();
  if (!model.wrong.empty()) model.wrong_points /= model.wrong.size();
  return model;
}

// The answer in parts with nothing wrong, and the one with the first two parts the wrong way round.
ResponseModel all_or_swapped(const QuestionBank& bank, const Item& item, Answer right, Answer wrong) {
  ResponseModel model{.way = Way::right_or_wrong};
  model.right_points = score_answer(bank, item, right).points;
  model.wrong_points = score_answer(bank, item, wrong).points;
  model.right.push_back(std::move(right));
  model.wrong.push_back(std::move(wrong));
  return model;
}

ResponseModel order_of(const QuestionBank& bank, const Item& item, const OrderItem& order) {
  const Answer right{.chosen = ids_of(order.options)};
  Answer wrong = right;
  std::swap(wrong.chosen[0], wrong.chosen[1]);
  return all_or_swapped(bank, item, right, wrong);
}

ResponseModel match_of(const QuestionBank& bank, const Item& item, const MatchItem& match) {
  Answer right;
  for (std::size_t i = 0; i < match.lefts.size(); ++i)
    right.joined.push_back({match.lefts[i].id, match.rights[i].id});
  Answer wrong = right;
  std::swap(wrong.joined[0].right, wrong.joined[1].right);
  return all_or_swapped(bank, item, right, wrong);
}

// Right is the lower end of what is accepted, wrong one more than any upper end.
ResponseModel number_of_item(const QuestionBank& bank, const Item& item, const NumberItem& number) {
  Rational wrong = 0;
  for (const Interval& interval : number.accept) wrong = std::max(wrong, interval.to + 1);
  return all_or_swapped(bank, item, Answer{.typed = to_decimal(number.accept.front().from)},
                        Answer{.typed = to_decimal(wrong)});
}

// What r right and w wrong options are worth together; of none, what is chosen then.
Rational worth_of(const QuestionBank& bank, const Item& item, const ResponseModel& model, std::size_t right,
                  std::size_t wrong) {
  Answer answer;
  for (const Option& option : model.options) {
    std::size_t& left = option.is_correct ? right : wrong;
    if (left == 0) continue;
    answer.chosen.push_back(option.id);
    --left;
  }
  if (answer.chosen.empty()) answer.chosen.push_back(model.otherwise);
  return score_answer(bank, item, answer).points;
}

ResponseModel several_of(const QuestionBank& bank, const Item& item, const MultipleItem& multiple) {
  ResponseModel model{.way = Way::several};
  model.otherwise = multiple.options.front().id;
  for (const Option& option : multiple.options) {
    if (option.is_exclusive) {
      model.otherwise = option.id;
    } else {
      model.options.push_back(option);
    }
  }
  const auto right = static_cast<std::size_t>(std::ranges::count_if(model.options, &Option::is_correct));
  const std::size_t wrong = model.options.size() - right;
  for (std::size_t r = 0; r <= right; ++r) {
    for (std::size_t w = 0; w <= wrong; ++w) model.worth.push_back(worth_of(bank, item, model, r, w));
  }
  model.right_points = worth_of(bank, item, model, right, 0);
  return model;
}

ResponseModel model_of(const QuestionBank& bank, const Item& item, std::size_t step) {
  ResponseModel model =
      std::visit(Overloaded{
                     [&](const MultipleItem& type) { return several_of(bank, item, type); },
                     [&](const OrderItem& type) { return order_of(bank, item, type); },
                     [&](const MatchItem& type) { return match_of(bank, item, type); },
                     [&](const NumberItem& type) { return number_of_item(bank, item, type); },
                     [](const NoteItem&) { return ResponseModel{}; },
                     [&](const auto&) { return choice_of(options_of(bank, item, step), item); },
                 },
                 item.type);
  model.has_not_sure = item.has_not_sure;
  return model;
}

bool has_right_answer(const ResponseModel& model) {
  return model.way == Way::right_or_wrong || model.way == Way::several;
}

}  // namespace

std::vector<std::vector<ResponseModel>> make_response_models(const QuestionBank& bank) {
  std::vector<std::vector<ResponseModel>> models(bank.items.size());
  std::vector<int> right_or_wrong(bank.domains.size());  // items with a right answer
  for (const Item& item : bank.items) {
    auto& steps = models[item.index];
    for (std::size_t step = 0; step < steps_of(item); ++step) steps.push_back(model_of(bank, item, step));
    right_or_wrong[item.domain] += std::ranges::any_of(steps, has_right_answer);
  }
  std::vector<int> number(bank.domains.size());
  for (const Item& item : bank.items) {
    auto& steps = models[item.index];
    if (std::ranges::none_of(steps, has_right_answer)) continue;
    const double place = ++number[item.domain];
    for (ResponseModel& model : steps)
      model.difficulty = -1.5 + 3 * place / (right_or_wrong[item.domain] + 1);
  }
  return models;
}

}  // namespace assessment
