#include "assessment/bank/working_time.hpp"

#include <algorithm>
#include <vector>

#include "assessment/bank/translatable_texts.hpp"

namespace assessment {
namespace {

constexpr std::int64_t tenths_per_word = 3;  // 200 words a minute
constexpr std::int64_t tenths_per_self_item = 50;
constexpr std::int64_t tenths_per_knowledge_item = 150;

std::size_t words_of(std::span<const Option> options, std::string_view language) {
  std::size_t words = 0;
  for (const Option& option : options) words += count_words(option.label.in(language));
  return words;
}

// Of what an item's own pages show, but for the points of its scale.
std::size_t words_of(const QuestionBank& bank, const Item& item, std::string_view language) {
  std::size_t words = 0;
  const auto count = [&](const LocalizedText& text) { words += count_words(text.in(language)); };
  for (const LocalizedText* text : {&item.prompt, &item.hint, &item.why}) count(*text);
  if (item.image) count(item.image->alt);
  if (const auto* hotspot = std::get_if<HotspotItem>(&item.type)) count(hotspot->scene.title);
  if (const auto* match = std::get_if<MatchItem>(&item.type)) words += words_of(match->rights, language);
  if (const auto* task = std::get_if<TaskItem>(&item.type)) {
    for (const TaskStep& step : task->steps) {
      count(step.prompt);
      if (step.scene) count(step.scene->title);
    }
  }
  if (std::holds_alternative<RatingItem>(item.type)) return words;
  for (std::size_t step = 0; step < steps_of(item); ++step)
    words += words_of(options_of(bank, item, step), language);
  return words;
}

std::int64_t reading_time(std::size_t words) {
  return static_cast<std::int64_t>(words) * tenths_per_word;
}

std::int64_t answering_time(const Item& item) {
  if (is_note(item)) return 0;
  const std::int64_t answer =
      item.measure == Measure::self ? tenths_per_self_item : tenths_per_knowledge_item;
  return static_cast<std::int64_t>(steps_of(item)) * answer + (item.asks_sureness ? tenths_per_self_item : 0);
}

// Values of which one makes the condition true if any does: every constant it is compared with, what lies
// beside that, and a word that is none of them.
std::vector<Value> telling_values(const QuestionBank& bank, const Condition& condition, const Term& term) {
  if (term.subject == Subject::answered) return {Value(true), Value(false)};
  std::vector<Value> values;
  if (term.subject == Subject::level) {
    for (const Level& level : bank.levels) values.emplace_back(level.id.text);
    return values;
  }
  for (const Value& constant : condition.constants_of(term)) {
    values.push_back(constant);
    if (const auto* number = std::get_if<Rational>(&constant)) {
      values.emplace_back(Rational(*number - ratio(1, 1000)));
      values.emplace_back(Rational(*number + ratio(1, 1000)));
    } else {
      values.emplace_back(std::string());
    }
  }
  return values;
}

bool can_hold_for(const QuestionBank& bank, const Condition& condition, const RoleId& role) {
  const auto terms = condition.terms();
  // The rest of the bank's checks see to it that a condition can be true for someone.
  if (std::ranges::find(terms, Subject::role, &Term::subject) == terms.end()) return true;
  return is_satisfiable(condition, [&](const Term& term) {
    if (term.subject == Subject::role) return std::vector<Value>{Value(role.text)};
    return telling_values(bank, condition, term);
  });
}

bool can_be_asked(const QuestionBank& bank, std::size_t item, const RoleId& role) {
  const Section* section = section_of(bank, item);
  return can_hold_for(bank, bank.domains[bank.items[item].domain].only_if, role) &&
         can_hold_for(bank, bank.items[item].show_if, role) &&
         (!section || can_hold_for(bank, section->only_if, role));
}

// The items that a role may be asked, by index.
std::vector<std::size_t> items_for(const QuestionBank& bank, const RoleId& role) {
  std::vector<std::size_t> items;
  for (std::size_t item = 0; item < bank.items.size(); ++item) {
    if (can_be_asked(bank, item, role)) items.push_back(item);
  }
  return items;
}

}  // namespace

PartTimes part_times(const QuestionBank& bank, std::string_view language) {
  PartTimes times;
  times.start =
      reading_time(count_words(bank.about.in(language)) + count_words(bank.before_you_start.in(language)));
  for (const Item& item : bank.items)
    times.items.push_back(reading_time(words_of(bank, item, language)) + answering_time(item));
  for (const Scale& scale : bank.scales)
    times.scales.push_back(reading_time(words_of(scale.points, language)));
  return times;
}

std::int64_t time_of_way(const QuestionBank& bank, const PartTimes& times,
                         std::span<const std::size_t> items) {
  std::int64_t tenths = times.start;
  std::vector<bool> has_read(times.scales.size());
  for (const std::size_t item : items) {
    tenths += times.items[item];
    const auto* rating = std::get_if<RatingItem>(&bank.items[item].type);
    if (!rating || has_read[rating->scale]) continue;
    has_read[rating->scale] = true;
    tenths += times.scales[rating->scale];
  }
  return tenths;
}

WorkingTime longest_working_time(const QuestionBank& bank) {
  WorkingTime longest;
  std::vector<std::vector<std::size_t>> items;  // one a role
  for (const Role& role : bank.roles) items.push_back(items_for(bank, role.id));
  for (const std::string& language : bank.languages) {
    const PartTimes times = part_times(bank, language);
    for (std::size_t role = 0; role < bank.roles.size(); ++role) {
      const std::int64_t tenths = time_of_way(bank, times, items[role]);
      if (tenths > longest.tenths) longest = {tenths, bank.roles[role].id, language};
    }
  }
  return longest;
}

}  // namespace assessment
