// Conditions that are legal and still ask for a second look.
#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/lint_parts.hpp"
#include "assessment/bank/reachable.hpp"

namespace assessment {
namespace {

bool asks_for_language(const Condition& condition) {
  return std::ranges::any_of(condition.terms(),
                             [](const Term& term) { return term.subject == Subject::language; });
}

// An answer that only one language leads to tells the language, which no record holds.
void lint_language(const Lint& lint, Node map, std::string_view key, const Condition& condition) {
  if (!asks_for_language(condition)) return;
  lint.warn(*map.find(key), "tells-language",
            "results will show in which language a person answered; ask this of everybody, or of nobody");
}

// The map of each item, in the order of the file.
std::vector<Node> item_nodes(const Lint& lint) {
  std::vector<Node> nodes;
  for (const Node& domain : lint.tree.root().find("domains")->elements()) {
    for (const Node& item : domain.find("items")->elements()) nodes.push_back(item);
  }
  return nodes;
}

}  // namespace

void lint_routing(const Lint& lint) {
  const auto items = item_nodes(lint);
  for (std::size_t i = 0; i < items.size(); ++i)
    lint_language(lint, items[i], "show_if", lint.bank.items[i].show_if);
  const auto domains = lint.tree.root().find("domains")->elements();
  for (std::size_t i = 0; i < domains.size(); ++i)
    lint_language(lint, domains[i], "only_if", lint.bank.domains[i].only_if);
  if (const auto sections = lint.tree.root().find("sections")) {
    const auto nodes = sections->elements();
    for (std::size_t i = 0; i < nodes.size(); ++i)
      lint_language(lint, nodes[i], "only_if", lint.bank.sections[i].only_if);
  }
  for (const std::size_t item : items_not_tried(lint.bank)) {
    lint.warn(items[item].find("show_if").value_or(items[item]), "too-many-states",
              fmt::format("too many answers lead to '{}' to try them all; make sure that some do",
                          lint.bank.items[item].id.text));
  }
}

}  // namespace assessment
