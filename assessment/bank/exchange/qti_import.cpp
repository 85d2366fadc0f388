#include "assessment/bank/exchange/qti_import.hpp"

#include <fmt/format.h>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/imported_number.hpp"
#include "assessment/bank/exchange/qti_item.hpp"
#include "assessment/bank/exchange/qti_node.hpp"

namespace assessment {
namespace {

constexpr int highest_weight = 1000;

int read_weight(pugi::xml_node reference, Position at, ImportNotes& notes) {
  const auto weights = qti_children(reference, "weight");
  if (weights.empty()) return 1;
  const auto value = parse_number(qti_attribute(weights.front(), "value"));
  const bool is_carried =
      weights.size() == 1 && value && is_whole(*value) && *value >= 1 && *value <= highest_weight;
  if (is_carried) return static_cast<int>(value->get_d());
  notes.drop(at,
             fmt::format("its weight is left out: a weight is a whole number from 1 to {}", highest_weight));
  return 1;
}

// Recursion is bounded by XmlSource.
void read_sections(pugi::xml_node parent, const std::string& category, const XmlSource& source, QtiTest& test,
                   ImportNotes& notes) {
  for (const pugi::xml_node child : parent.children()) {
    const std::string name = qti_name(child);
    const Position at = source.at(child);
    if (name == "testPart" || name == "assessmentSection") {
      const std::string title(qti_attribute(child, "title"));
      read_sections(child, title.empty() ? category : title, source, test, notes);
    } else if (name == "assessmentItemRef") {
      const std::string_view href = qti_attribute(child, "href");
      test.references.push_back(
          {at, std::string(href.substr(href.rfind('/') + 1)), category, read_weight(child, at, notes)});
    } else if (name == "preCondition" || name == "branchRule" || name == "selection" || name == "ordering" ||
               name == "timeLimits" || name == "itemSessionControl") {
      notes.drop(at, fmt::format("the {} of the test is left out", name));
    }
  }
}

}  // namespace

QtiContent parse_qti(std::string_view text, const ImportWords& words, ImportNotes& notes) {
  QtiContent content;
  const XmlSource source(text, notes);
  const pugi::xml_node root = source.root();
  if (!root) return content;
  const std::string name = qti_name(root);
  if (name == "assessmentItem") {
    content.question = read_qti_item(root, source, words, notes);
  } else if (name == "assessmentTest") {
    content.test = QtiTest{.title = std::string(qti_attribute(root, "title"))};
    read_sections(root, "", source, *content.test, notes);
  } else if (name == "manifest") {
    notes.drop(source.at(root), "the manifest is not read: the items themselves are");
  } else {
    notes.fault(source.at(root), "not-qti",
                fmt::format("expected a QTI item, found <{}>; is this QTI 2 or 3?", root.name()));
  }
  return content;
}

}  // namespace assessment
