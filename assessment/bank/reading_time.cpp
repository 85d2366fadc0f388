#include "assessment/bank/reading_time.hpp"

#include <span>

#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

constexpr std::int64_t second = 1000;

std::int64_t time_to_choose(const Item& item) {
  const std::int64_t own =
      std::visit(Overloaded{
                     [](const RatingItem&) { return 5 * second; },
                     [](const SingleItem&) { return 8 * second; },
                     [](const MultipleItem&) { return 12 * second; },
                     [](const OrderItem&) { return 20 * second; },
                     [](const MatchItem&) { return 20 * second; },
                     [](const NumberItem&) { return 15 * second; },
                     [](const HotspotItem&) { return 10 * second; },
                     [](const TaskItem& task) { return 12 * second * std::ssize(task.steps); },
                     [](const NoteItem&) { return second; },
                 },
                 item.type);
  return own + (item.asks_sureness ? 4 * second : 0);
}

std::int64_t words_of(std::span<const Option> options, std::string_view language) {
  std::int64_t words = 0;
  for (const Option& option : options) words += count_words(option.label.in(language));
  return words;
}

}  // namespace

std::int64_t count_words(std::string_view text) {
  std::int64_t words = 0;
  bool is_inside = false;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !is_space && !is_inside;
    is_inside = !is_space;
  }
  return words;
}

std::int64_t reading_time(const QuestionBank& bank, const Item& item, std::string_view language) {
  std::int64_t words = count_words(item.prompt.in(language)) + count_words(item.hint.in(language));
  if (!std::holds_alternative<RatingItem>(item.type)) {
    for (std::size_t step = 0; step < steps_of(item); ++step)
      words += words_of(options_of(bank, item, step), language);
  }
  if (const auto* match = std::get_if<MatchItem>(&item.type)) words += words_of(match->rights, language);
  if (const auto* task = std::get_if<TaskItem>(&item.type)) {
    for (const TaskStep& step : task->steps) words += count_words(step.prompt.in(language));
  }
  return milliseconds_a_word * words + time_to_choose(item);
}

}  // namespace assessment
