// Levels, scoring rules and profiles.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "assessment/bank/schema_parts.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

const Rational highest_points = 1'000'000;

// Strictly ascending from 0, so that every result has exactly one level.
void check_ascending(const std::vector<Level>& levels, const std::vector<Node>& froms, LevelBounds bounds,
                     Diagnostics& faults) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (i == 0 && bounds == LevelBounds::percent && levels[i].from != 0) {
      faults.push_back(
          froms[i].error("level-hole", "the first level begins at 0, or scores below it have no level"));
    } else if (i > 0 && levels[i].from <= levels[i - 1].from) {
      faults.push_back(froms[i].error("level-order", "each level begins higher than the one before it"));
    }
  }
}

struct RuleWord {
  std::string_view word;
  RuleKind kind;
  std::vector<std::string_view> required;
  std::vector<std::string_view> optional;
};

const std::vector<RuleWord>& rule_words() {
  static const std::vector<RuleWord> words{
      {"percent", RuleKind::percent, {}, {}},
      {"percent_of_groups", RuleKind::percent_of_groups, {}, {}},
      {"sum", RuleKind::sum, {"levels"}, {}},
      {"all_of", RuleKind::all_of, {"reach"}, {"items"}},
      {"one_per_group", RuleKind::one_per_group, {"reach"}, {}},
      {"pass_mark", RuleKind::pass_mark, {"from"}, {}},
      {"ordinal", RuleKind::ordinal, {}, {}},
      {"capped_floor", RuleKind::capped_floor, {"step", "cap"}, {}},
  };
  return words;
}

// The rule named in the map; none, unreported, where it is missing or unknown.
const RuleWord* find_rule_word(Node scoring) {
  for (const Node::Pair& pair : scoring.pairs()) {
    if (pair.key.text() != "rule") continue;
    const auto found = std::ranges::find(rule_words(), pair.value.text(), &RuleWord::word);
    return found == rule_words().end() ? nullptr : &*found;
  }
  return nullptr;
}

std::vector<std::string_view> rule_keys(const RuleWord* word, RulePlace place) {
  std::vector<std::string_view> keys{"rule", "minimum_answered"};
  if (place == RulePlace::bank) keys.push_back("overall");
  for (const RuleWord& known : rule_words()) {
    if (word && word != &known) continue;  // with an unknown rule any rule's keys may be meant
    keys.insert(keys.end(), known.required.begin(), known.required.end());
    keys.insert(keys.end(), known.optional.begin(), known.optional.end());
  }
  if (!word) keys.insert(keys.end(), {"grid", "prior"});
  return keys;
}

void report_unknown_rule(const Fields& fields, Diagnostics& faults) {
  const auto node = fields.required("rule");
  if (!node) return;
  if (node->text() == "eap") {
    faults.push_back(not_supported_yet(*node, "the rule 'eap'"));
    return;
  }
  std::vector<std::string_view> words;
  for (const RuleWord& known : rule_words()) words.push_back(known.word);
  read_word(*node, "rule", words, faults);
}

Reach read_reach(Node node, Diagnostics& faults) {
  if (!node.is_quoted() && parse_decimal(node.text()))
    return read_decimal(node, 0, highest_points, faults).value_or(0);
  return OptionId{read_id(node, faults).value_or("")};
}

void read_rule_keys(const Fields& fields, Rule& rule, BankDraft& draft) {
  Diagnostics& faults = draft.faults;
  if (const auto node = fields.optional("minimum_answered")) {
    rule.minimum_answered = read_decimal(*node, 0, 1, faults).value_or(rule.minimum_answered);
  }
  if (const auto node = fields.optional("levels"))
    rule.levels = read_levels(*node, LevelBounds::points, draft);
  if (const auto node = fields.optional("reach")) rule.reach = read_reach(*node, faults);
  if (const auto node = fields.optional("items")) {
    for (const Node& element : read_list(*node, "items", faults)) {
      rule.items.push_back(ItemId{read_id(element, faults).value_or("")});
    }
  }
  if (const auto node = fields.optional("from")) rule.from = read_decimal(*node, 0, 100, faults).value_or(0);
  if (const auto node = fields.optional("step")) {
    rule.step = read_decimal(*node, ratio(1, 1'000'000), highest_points, faults).value_or(1);
  }
  if (const auto node = fields.optional("cap"))
    rule.cap = static_cast<int>(read_integer(*node, 1, 1000, faults).value_or(1));
}

// The checks of one domain's rule against its items.
class RuleChecker {
 public:
  RuleChecker(BankDraft& draft, std::size_t domain)
      : draft_(draft), domain_(draft.bank.domains[domain]), node_(draft.rule_nodes[domain]) {
    for (const Item& item : draft.bank.items) {
      if (item.domain == domain && !is_note(item)) items_.push_back(&item);
    }
  }

  void run() {
    switch (domain_.rule.kind) {
      case RuleKind::percent_of_groups:
        check_groups();
        break;
      case RuleKind::one_per_group:
        check_groups();
        check_reach();
        break;
      case RuleKind::all_of:
        check_items();
        check_reach();
        break;
      case RuleKind::sum:
        check_lowest_sum();
        break;
      case RuleKind::percent:
      case RuleKind::pass_mark:
      case RuleKind::ordinal:
      case RuleKind::capped_floor:
        break;
    }
  }

 private:
  void report(Node at, const char* code, std::string text) {
    draft_.faults.push_back(at.error(code, std::move(text)));
  }
  Node at(std::string_view key) const { return node_.find(key).value_or(node_); }

  void check_groups() {
    for (const Item* item : items_) {
      if (!item->group.empty()) continue;
      report(at("rule"), "rule-needs-group",
             fmt::format("the rule needs a `group` on every item of '{}'; '{}' has none", domain_.id.text,
                         item->id.text));
    }
  }

  void check_items() {
    std::vector<std::string_view> known;
    for (const Item* item : items_) known.push_back(item->id.text);
    const auto places = at("items").elements();  // one an item of the rule
    for (std::size_t i = 0; i < domain_.rule.items.size(); ++i) {
      const std::string& id = domain_.rule.items[i].text;
      if (std::ranges::find(known, id) != known.end()) continue;
      report(places[i], "unknown-item",
             fmt::format("the domain '{}' has no item '{}'{}", domain_.id.text, id, did_you_mean(id, known)));
    }
  }

  void check_reach() {
    for (const Item* item : items_) {
      const auto& named = domain_.rule.items;
      if (!named.empty() && std::ranges::find(named, item->id) == named.end()) continue;
      if (const auto* score = std::get_if<Rational>(&domain_.rule.reach)) {
        if (*score > highest_score(draft_.bank, *item)) {
          report(at("reach"), "reach-too-high",
                 fmt::format("no answer to '{}' can score {}", item->id.text, to_decimal(*score)));
        }
      } else {
        check_reached_option(*item, std::get<OptionId>(domain_.rule.reach));
      }
    }
  }

  void check_reached_option(const Item& item, const OptionId& reach) {
    std::vector<std::string_view> known;
    if (takes_one_option(item)) {
      for (const Option& option : options_of(draft_.bank, item)) known.push_back(option.id.text);
    }
    if (std::ranges::find(known, reach.text) != known.end()) return;
    report(
        at("reach"), "unknown-option",
        fmt::format("'{}' has no option '{}'{}", item.id.text, reach.text, did_you_mean(reach.text, known)));
  }

  // A sum below the first level would have none (R3).
  void check_lowest_sum() {
    Rational lowest = 0;
    for (const Item* item : items_) lowest += item->weight * lowest_score(*item);
    const auto levels = node_.find("levels");
    if (!levels || domain_.rule.levels.front().from <= lowest) return;
    report(levels->elements().front(), "level-hole",
           fmt::format("the first level begins above {}, the lowest sum of '{}'", to_decimal(lowest),
                       domain_.id.text));
  }

  Rational lowest_score(const Item& item) const {
    std::optional<Rational> lowest;
    if (!takes_one_option(item) || item.has_not_sure) return 0;
    for (const Option& option : options_of(draft_.bank, item)) {
      if (!option.is_not_applicable && (!lowest || option.score < *lowest)) lowest = option.score;
    }
    return lowest.value_or(0);
  }

  BankDraft& draft_;
  const Domain& domain_;
  Node node_;
  std::vector<const Item*> items_;
};

}  // namespace

std::vector<Level> read_levels(Node list, LevelBounds bounds, BankDraft& draft) {
  std::vector<Level> levels;
  std::vector<Node> froms;
  UniqueIds ids("level");
  UniqueIds labels("level label");
  for (const Node& element : read_list(list, "levels", draft.faults)) {
    const Fields fields(element, {"id", "from", "label"}, draft.faults);
    Level level;
    if (const auto id = fields.required("id")) {
      level.id.text = read_id(*id, draft.faults).value_or("");
      ids.add(level.id.text, *id, draft.faults);
    }
    const auto label = fields.required("label");
    if (label) level.label = read_localized(*label, "a label", draft);
    if (!level.label.is_empty()) labels.add(level.label.by_language.front().second, *label, draft.faults);
    const auto from = fields.required("from");
    const auto bound =
        from ? read_decimal(*from, 0, bounds == LevelBounds::percent ? Rational(100) : highest_points,
                            draft.faults)
             : std::nullopt;
    if (bound) {
      level.from = *bound;
      froms.push_back(*from);
    }
    levels.push_back(std::move(level));
  }
  if (froms.size() == levels.size()) check_ascending(levels, froms, bounds, draft.faults);
  return levels;
}

Rule read_rule(Node node, RulePlace place, BankDraft& draft) {
  const RuleWord* word = find_rule_word(node);
  const Fields fields(node, rule_keys(word, place), draft.faults);
  Rule rule;
  if (!fields.is_map()) return rule;
  if (word) {
    rule.kind = word->kind;
    for (const std::string_view key : word->required) static_cast<void>(fields.required(key));
  } else {
    report_unknown_rule(fields, draft.faults);
  }
  read_rule_keys(fields, rule, draft);
  if (const auto overall = place == RulePlace::bank ? fields.optional("overall") : std::nullopt) {
    const auto known =
        read_word(*overall, "overall", {"mean_of_domains", "pooled", "lowest_domain", "none"}, draft.faults);
    if (known) draft.bank.overall = static_cast<OverallRule>(*known);
  }
  return rule;
}

void read_profiles(Node node, BankDraft& draft) {
  const QuestionBank& bank = draft.bank;
  std::vector<std::string_view> roles, domains;
  for (const Role& role : bank.roles) roles.push_back(role.id.text);
  for (const Domain& domain : bank.domains) domains.push_back(domain.id.text);
  const Fields by_role(node, roles, draft.faults);
  for (const Node::Pair& role : node.pairs()) {
    const Fields by_domain(role.value, domains, draft.faults);
    for (const Node::Pair& entry : role.value.pairs()) {
      const auto domain = std::ranges::find(domains, entry.key.text());
      if (domain == domains.end() || std::ranges::find(roles, role.key.text()) == roles.end()) continue;
      const Domain& known = bank.domains[static_cast<std::size_t>(domain - domains.begin())];
      std::vector<std::string_view> levels;
      for (const Level& level : levels_of(bank, known)) levels.push_back(level.id.text);
      const auto level = read_word(entry.value, "level", levels, draft.faults);
      if (level) draft.bank.profiles.push_back({RoleId{std::string(role.key.text())}, known.id, *level});
    }
  }
}

void check_rules(BankDraft& draft) {
  for (std::size_t domain = 0; domain < draft.bank.domains.size(); ++domain) RuleChecker(draft, domain).run();
}

}  // namespace assessment
