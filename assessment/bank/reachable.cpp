// Which items can be reached at all: tried out on every combination of what their conditions ask for.
//
// Exact over roles, languages and answers to items that take one option, each with the conditions it has
// itself. Scores of several options, percentages and levels are taken to be free: what is reported is
// always true, but not everything that is unreachable by their arithmetic is found.
#include "assessment/bank/reachable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "assessment/bank/schema_parts.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_combinations = 1'000'000;
const Rational highest_number = 1'000'000'000;  // beyond what a keypad takes

using ItemPlaces = std::unordered_map<std::string_view, std::size_t>;  // by id: index into the bank's items

using Values = std::vector<std::optional<Value>>;  // none: no value, as when nothing was answered

// What varies: a role, a language, an answer (as Subject::choice of its item), or a free term.
struct Variables {
  std::vector<Term> terms{};
  std::vector<Values> values{};

  std::optional<std::size_t> find(const Term& term) const {
    const auto found = std::ranges::find(terms, term);
    if (found == terms.end()) return std::nullopt;
    return static_cast<std::size_t>(found - terms.begin());
  }
};

std::vector<const Condition*> conditions_of(const QuestionBank& bank, std::size_t item) {
  std::vector<const Condition*> conditions{&bank.domains[bank.items[item].domain].only_if,
                                           &bank.items[item].show_if};
  if (const Section* section = section_of(bank, item)) conditions.push_back(&section->only_if);
  return conditions;
}

class ReachableItems {
 public:
  ReachableItems(const QuestionBank& bank, const ItemPlaces& places, std::size_t target)
      : bank_(bank), places_(places), target_(target) {
    collect(target);
  }

  // How many combinations there are; none: more than can be tried.
  std::optional<std::size_t> combinations() const {
    std::size_t product = 1;
    for (const Values& values : variables_.values) {
      product *= values.size();
      if (product > most_combinations) return std::nullopt;
    }
    return product;
  }

  // True when some combination shows the target, and when there are too many to try.
  bool is_reachable(std::optional<RoleId> only_role = std::nullopt) {
    if (only_role) fix_role(*only_role);
    const auto all = combinations();
    if (!all) return true;
    for (choice_ = 0; choice_ < *all; ++choice_) {
      if (is_shown(target_)) return true;
    }
    return *all == 0;
  }

 private:
  // Conditions name known items only.
  std::size_t place_of(const std::string& name) const { return places_.at(name); }
  const Item* item_named(const std::string& name) const { return &bank_.items[place_of(name)]; }

  // The variable a term is read from: the answer of its item where that is one option, else itself.
  Term variable_of(const Term& term) const {
    const bool is_of_item = term.subject == Subject::choice || term.subject == Subject::score ||
                            term.subject == Subject::answered;
    if (is_of_item && takes_one_option(*item_named(term.name))) return {Subject::choice, term.name};
    return term;
  }

  void collect(std::size_t item) {
    if (!seen_.insert(item).second) return;
    for (const Condition* condition : conditions_of(bank_, item)) {
      for (const Term& term : condition->terms()) collect(term, *condition);
    }
  }

  void collect(const Term& term, const Condition& condition) {
    const Term variable = variable_of(term);
    if (!variables_.find(variable)) {
      variables_.terms.push_back(variable);
      variables_.values.push_back(values_of(variable));
    }
    // Numbers that nothing bounds are tried at, below and above each constant they are compared with.
    Values& values = variables_.values[*variables_.find(variable)];
    for (const Value& constant : condition.constants_of(term)) {
      const auto* number = std::get_if<Rational>(&constant);
      if (!number || variable.subject == Subject::choice) continue;
      for (const Rational& near :
           {Rational(*number - ratio(1, 1000)), *number, Rational(*number + ratio(1, 1000))}) {
        if (near >= 0 && near <= highest_of(variable)) values.emplace_back(near);
      }
    }
    const bool is_of_item = term.subject != Subject::role && term.subject != Subject::language &&
                            term.subject != Subject::percent && term.subject != Subject::level;
    if (is_of_item) collect(place_of(term.name));
  }

  Rational highest_of(const Term& term) const {
    if (term.subject == Subject::percent) return 100;
    const Item& item = *item_named(term.name);
    if (term.subject == Subject::score) return highest_score(bank_, item);
    if (term.subject == Subject::number) return highest_number;
    return static_cast<unsigned long>(options_of(bank_, item).size());
  }

  Values values_of(const Term& variable) const {
    Values values;
    switch (variable.subject) {
      case Subject::role:
        for (const Role& role : bank_.roles) values.emplace_back(role.id.text);
        break;
      case Subject::language:
        for (const std::string& language : bank_.languages) values.emplace_back(language);
        break;
      case Subject::choice:
        values = answers_of(*item_named(variable.name));
        break;
      case Subject::level:
        for (const Level& level : bank_.levels) values.emplace_back(level.id.text);
        values.emplace_back(std::nullopt);
        break;
      case Subject::answered:
        values = {Value(false)};
        if (!is_note(*item_named(variable.name))) values.emplace_back(Value(true));
        break;
      case Subject::number:
      case Subject::score:
      case Subject::percent:
      case Subject::count:
        values = {std::nullopt};
        break;
    }
    return values;
  }

  Values answers_of(const Item& item) const {
    Values answers;
    for (const Option& option : options_of(bank_, item)) answers.emplace_back(option.id.text);
    if (item.has_not_sure) answers.emplace_back(not_sure_option.text);
    if (!item.is_required) answers.emplace_back(std::nullopt);
    return answers;
  }

  void fix_role(const RoleId& role) {
    const Term term{Subject::role, ""};
    if (const auto index = variables_.find(term)) variables_.values[*index] = {Value(role.text)};
  }

  std::optional<Value> chosen(const Term& variable) const {
    std::size_t rest = choice_;
    for (std::size_t i = 0; i < variables_.terms.size(); ++i) {
      if (variables_.terms[i] == variable) return variables_.values[i][rest % variables_.values[i].size()];
      rest /= variables_.values[i].size();
    }
    return std::nullopt;
  }

  bool is_shown(std::size_t item) const {
    return std::ranges::all_of(conditions_of(bank_, item), [&](const Condition* condition) {
      return condition->is_true([&](const Term& term) { return value(term); });
    });
  }

  // The value of a term in the present combination; of a hidden item there is none.
  std::optional<Value> value(const Term& term) const {
    const Term variable = variable_of(term);
    if (variable.subject != Subject::choice) return chosen(variable);
    const std::size_t index = place_of(term.name);
    const std::optional<Value> answer = is_shown(index) ? chosen(variable) : std::nullopt;
    if (term.subject == Subject::answered) return Value(answer.has_value());
    if (!answer || term.subject == Subject::choice) return answer;
    return score(bank_.items[index], OptionId{std::get<std::string>(*answer)});
  }

  std::optional<Value> score(const Item& item, const OptionId& chosen) const {
    if (chosen == not_sure_option) {
      if (item.measure == Measure::knowledge) return Rational(0);
      return std::nullopt;
    }
    const Option& option = *find_option(bank_, item, chosen);
    if (option.is_not_applicable) return std::nullopt;
    return option.score;
  }

  const QuestionBank& bank_;
  const ItemPlaces& places_;
  std::size_t target_;
  std::set<std::size_t> seen_;
  Variables variables_;
  std::size_t choice_ = 0;
};

bool has_condition(const QuestionBank& bank, std::size_t item) {
  return std::ranges::any_of(conditions_of(bank, item),
                             [](const Condition* condition) { return !condition->is_empty(); });
}

// What to point at: the item's own condition, else the item.
Node condition_of(Node item) {
  return item.find("show_if").value_or(item);
}

ItemPlaces places_in(const QuestionBank& bank) {
  ItemPlaces places;
  for (std::size_t i = 0; i < bank.items.size(); ++i) places.emplace(bank.items[i].id.text, i);
  return places;
}

}  // namespace

std::vector<std::size_t> items_not_tried(const QuestionBank& bank) {
  const ItemPlaces places = places_in(bank);
  std::vector<std::size_t> items;
  for (const std::size_t item : bank.page_order) {
    if (has_condition(bank, item) && !ReachableItems(bank, places, item).combinations())
      items.push_back(item);
  }
  return items;
}

void check_reachable(BankDraft& draft, Node roles) {
  const QuestionBank& bank = draft.bank;
  const ItemPlaces places = places_in(bank);
  std::set<std::size_t> unreachable;
  for (const std::size_t item : bank.page_order) {
    if (!has_condition(bank, item) || ReachableItems(bank, places, item).is_reachable()) continue;
    unreachable.insert(item);
    draft.faults.push_back(
        condition_of(draft.item_nodes[item])
            .error("unreachable-item",
                   fmt::format("no answers can ever lead to '{}'; its conditions cannot all be true",
                               bank.items[item].id.text)));
  }
  if (!unreachable.empty()) return;
  const auto elements = roles.elements();
  for (std::size_t role = 0; role < bank.roles.size(); ++role) {
    const auto is_asked = [&](std::size_t item) {
      return ReachableItems(bank, places, item).is_reachable(bank.roles[role].id);
    };
    if (std::ranges::any_of(bank.page_order, is_asked)) continue;
    draft.faults.push_back(
        elements[role].error("role-without-items",
                             fmt::format("the role '{}' is asked nothing at all", bank.roles[role].id.text)));
  }
}

}  // namespace assessment
