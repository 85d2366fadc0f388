#include "assessment/bank/working_time.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "assessment/bank/translatable_texts.hpp"

namespace assessment {
namespace {

constexpr std::int64_t tenths_per_word = 3;  // 200 words a minute
constexpr std::int64_t tenths_per_self_item = 50;
constexpr std::int64_t tenths_per_knowledge_item = 150;

std::int64_t reading_time(const std::vector<TranslatableText>& texts, std::string_view language) {
  std::size_t words = 0;
  for (const TranslatableText& text : texts) {
    if (text.kind != TextKind::error && text.kind != TextKind::feedback)
      words += count_words(text.text.in(language));
  }
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

// The time that each item takes by itself, and each scale once.
struct Times {
  std::int64_t start = 0;
  std::vector<std::int64_t> items{}, scales{};
};

Times times_in(const QuestionBank& bank, const NodeTree& tree, const std::string& language) {
  Times times;
  const Node root = tree.root();
  times.start = static_cast<std::int64_t>(count_words(bank.about.in(language)) +
                                          count_words(bank.before_you_start.in(language))) *
                tenths_per_word;
  if (const auto scales = root.find("scales")) {
    for (const Node::Pair& scale : scales->pairs())
      times.scales.push_back(reading_time(texts_of_scale(scale.value, bank.languages), language));
  }
  for (const Node& domain : root.find("domains")->elements()) {
    for (const Node& node : domain.find("items")->elements()) {
      times.items.push_back(reading_time(texts_of_item(node, bank.languages), language) +
                            answering_time(bank.items[times.items.size()]));
    }
  }
  return times;
}

// The items that a role may be asked, by index.
std::vector<std::size_t> items_for(const QuestionBank& bank, const RoleId& role) {
  std::vector<std::size_t> items;
  for (std::size_t item = 0; item < bank.items.size(); ++item) {
    if (can_be_asked(bank, item, role)) items.push_back(item);
  }
  return items;
}

std::int64_t time_of(const QuestionBank& bank, const Times& times, const std::vector<std::size_t>& items) {
  std::int64_t tenths = times.start;
  std::set<std::size_t> scales;
  for (const std::size_t item : items) {
    tenths += times.items[item];
    const auto* rating = std::get_if<RatingItem>(&bank.items[item].type);
    if (rating && scales.insert(rating->scale).second) tenths += times.scales[rating->scale];
  }
  return tenths;
}

}  // namespace

WorkingTime longest_working_time(const QuestionBank& bank, const NodeTree& tree) {
  WorkingTime longest;
  std::vector<std::vector<std::size_t>> items;  // one a role
  for (const Role& role : bank.roles) items.push_back(items_for(bank, role.id));
  for (const std::string& language : bank.languages) {
    const Times times = times_in(bank, tree, language);
    for (std::size_t role = 0; role < bank.roles.size(); ++role) {
      const std::int64_t tenths = time_of(bank, times, items[role]);
      if (tenths > longest.tenths) longest = {tenths, bank.roles[role].id, language};
    }
  }
  return longest;
}

}  // namespace assessment
