// Sections, page order and conditions.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "assessment/bank/schema_parts.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

void read_sections(Node list, BankDraft& draft, std::vector<Node>& nodes) {
  UniqueIds ids("section");
  UniqueIds placed("item in a section");
  for (const Node& element : read_list(list, "sections", draft.faults)) {
    const Fields fields(element, {"id", "title", "only_if", "items"}, draft.faults);
    Section section;
    if (const auto id = fields.required("id")) {
      section.id = read_id(*id, draft.faults).value_or("");
      ids.add(section.id, *id, draft.faults);
    }
    section.title = required_text(fields, "title", draft);
    const auto items = fields.required("items");
    for (const Node& node : items ? read_list(*items, "items", draft.faults) : std::vector<Node>{}) {
      std::vector<std::string_view> known;
      for (const Item& item : draft.bank.items) known.push_back(item.id.text);
      const auto word = read_word(node, "item", known, draft.faults);
      if (!word) continue;
      placed.add(draft.bank.items[*word].id.text, node, draft.faults);
      section.items.push_back(*word);
    }
    draft.bank.sections.push_back(std::move(section));
    nodes.push_back(element);
  }
}

// Every item once: in the order of the sections, else of the file.
void set_page_order(const std::optional<Node>& sections, BankDraft& draft) {
  auto& order = draft.bank.page_order;
  order.resize(draft.bank.items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!sections) return;
  for (std::size_t item = 0; item < draft.bank.items.size(); ++item) {
    if (section_of(draft.bank, item)) continue;
    draft.faults.push_back(sections->error(
        "item-without-section",
        fmt::format("the item '{}' is in none of the sections", draft.bank.items[item].id.text)));
  }
  order.clear();
  for (const Section& section : draft.bank.sections) {
    order.insert(order.end(), section.items.begin(), section.items.end());
  }
}

Vocabulary::ItemNames names_of(const QuestionBank& bank, const Item& item) {
  Vocabulary::ItemNames names{.id = item.id.text,
                              .is_number = std::holds_alternative<NumberItem>(item.type),
                              .is_multiple = std::holds_alternative<MultipleItem>(item.type)};
  if (!takes_one_option(item)) return names;
  for (const Option& option : options_of(bank, item)) names.options.push_back(option.id.text);
  if (item.has_not_sure) names.options.push_back(not_sure_option.text);
  return names;
}

// Goes along the page order, so that each condition sees what has been asked before it.
class ConditionReader {
 public:
  ConditionReader(BankDraft& draft, std::vector<Node> section_nodes)
      : draft_(draft),
        section_nodes_(std::move(section_nodes)),
        domains_(draft.bank.domains.size()),
        sections_(draft.bank.sections.size()) {
    const QuestionBank& bank = draft.bank;
    for (const Role& role : bank.roles) vocabulary_.roles.push_back(role.id.text);
    for (const Level& level : bank.levels) vocabulary_.levels.push_back(level.id.text);
    for (const Item& item : bank.items) vocabulary_.later_items.push_back(item.id.text);
    vocabulary_.languages = bank.languages;
  }

  void run() {
    QuestionBank& bank = draft_.bank;
    for (const std::size_t index : bank.page_order) {
      Item& item = bank.items[index];
      read_section_condition(index);
      if (!domains_[item.domain]) {
        domains_[item.domain] = true;
        read(draft_.domain_nodes[item.domain], "only_if", bank.domains[item.domain].only_if);
      }
      read(draft_.item_nodes[index], "show_if", item.show_if);
      learn(item);
    }
  }

 private:
  void read_section_condition(std::size_t item) {
    auto& sections = draft_.bank.sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (sections_[i] || std::ranges::find(sections[i].items, item) == sections[i].items.end()) continue;
      sections_[i] = true;
      read(section_nodes_[i], "only_if", sections[i].only_if);
    }
  }

  void learn(const Item& item) {
    vocabulary_.items.push_back(names_of(draft_.bank, item));
    const std::string& domain = draft_.bank.domains[item.domain].id.text;
    if (std::ranges::find(vocabulary_.domains, domain) == vocabulary_.domains.end())
      vocabulary_.domains.push_back(domain);
  }

  void read(Node map, std::string_view key, Condition& condition) {
    const auto node = map.find(key);
    const auto text = node ? read_text(*node, "a condition", draft_.faults) : std::nullopt;
    if (!text) return;
    std::visit(Overloaded{
                   [&](Condition parsed) { condition = std::move(parsed); },
                   [&](const ConditionFault& fault) {
                     Diagnostic found = node->error(fault.code, fault.text);
                     // Only in a text of one line does the offset tell the column.
                     const bool is_one_line = text->find('\n') == std::string::npos;
                     if (is_one_line)
                       found.at.column += static_cast<int>(fault.offset) + (node->is_quoted() ? 1 : 0);
                     draft_.faults.push_back(std::move(found));
                   },
               },
               parse_condition(*text, vocabulary_));
  }

  BankDraft& draft_;
  std::vector<Node> section_nodes_;
  Vocabulary vocabulary_;
  std::vector<bool> domains_, sections_;  // whose condition has been read
};

}  // namespace

void read_routing(const Fields& bank_fields, BankDraft& draft) {
  std::vector<Node> section_nodes;
  const auto sections = bank_fields.optional("sections");
  if (sections) read_sections(*sections, draft, section_nodes);
  set_page_order(sections, draft);
  ConditionReader(draft, std::move(section_nodes)).run();
}

}  // namespace assessment
