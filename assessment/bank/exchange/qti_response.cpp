#include "assessment/bank/exchange/qti_response.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/imported_number.hpp"

namespace assessment {
namespace {

// What QTI's own templates are made of, and what is understood beside them.
const std::vector<std::string_view> understood{"responseCondition",
                                               "responseIf",
                                               "responseElse",
                                               "responseElseIf",
                                               "match",
                                               "variable",
                                               "correct",
                                               "setOutcomeValue",
                                               "baseValue",
                                               "mapResponse",
                                               "divide",
                                               "isNull",
                                               "and",
                                               "or",
                                               "gte",
                                               "lte",
                                               "gt",
                                               "lt",
                                               "equal"};

// Values may be spread over lines; pairs have one space between their halves.
std::string plain_value(pugi::xml_node node) {
  std::string value;
  for (const char c : trimmed(std::string_view(node.child_value()))) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t';
    if (!is_blank || !value.ends_with(' ')) value += is_blank ? ' ' : c;
  }
  return value;
}

std::optional<Rational> points_of(pugi::xml_node node, std::string_view attribute, const XmlSource& source,
                                  ImportNotes& notes) {
  const std::string_view text = qti_attribute(node, attribute);
  if (text.empty()) return Rational(0);
  const auto value = parse_number(text);
  if (!value)
    notes.fault(source.at(node), "bad-number", fmt::format("'{}' is no number", text.substr(0, 40)));
  return value;
}

void read_mapping(pugi::xml_node mapping, QtiResponse& response, const XmlSource& source,
                  ImportNotes& notes) {
  response.mapped_default = points_of(mapping, "defaultValue", source, notes).value_or(0);
  response.has_lower_bound_0 = parse_number(qti_attribute(mapping, "lowerBound")) == Rational(0);
  for (const pugi::xml_node entry : qti_children(mapping, "mapEntry")) {
    const std::string key(qti_attribute(entry, "mapKey"));
    response.mapped_keys.push_back(key);
    response.mapped[key] = points_of(entry, "mappedValue", source, notes).value_or(0);
  }
}

// True when the item's processing uses the mapping. Says what it does beyond that.
bool reads_mapping(pugi::xml_node item, Position at, ImportNotes& notes) {
  const pugi::xml_node processing = qti_child(item, "responseProcessing");
  bool is_by_mapping = qti_attribute(processing, "template").find("map_response") != std::string_view::npos;
  bool is_strange = false;
  for (const pugi::xml_node element : elements_below(processing)) {
    const std::string name = qti_name(element);
    is_by_mapping = is_by_mapping || name == "mapResponse";
    is_strange = is_strange || std::ranges::find(understood, name) == understood.end();
    is_strange = is_strange || (name == "setOutcomeValue" && qti_attribute(element, "identifier") != "SCORE");
  }
  if (is_strange)
    notes.drop(
        at,
        "its own way of scoring is not read: the answers that it calls correct, or maps to points, count");
  return is_by_mapping;
}

// Collects the ranges that an expression of comparisons accepts.
class RangeReader {
 public:
  RangeReader(const QtiResponse& response, Position at, ImportNotes& notes)
      : response_(response), at_(at), notes_(notes) {}

  void read(pugi::xml_node expression) {
    const std::string name = qti_name(expression);
    if (name == "or") {
      for (const pugi::xml_node part : expression.children()) {
        if (part.type() == pugi::node_element) read(part);
      }
    } else if (name == "and") {
      read_both(expression);
    } else if (name == "equal" || name == "match") {
      read_equal(expression);
    }
  }

  std::vector<Interval> ranges{};

 private:
  // <and> of a lower and an upper bound.
  void read_both(pugi::xml_node both) {
    std::optional<Rational> from, to;
    for (const pugi::xml_node part : both.children()) {
      const std::string name = qti_name(part);
      const auto value = parse_number(qti_child(part, "baseValue").child_value());
      if (name == "gte" || name == "gt") from = value;
      if (name == "lte" || name == "lt") to = value;
      if (name == "gt" || name == "lt")
        notes_.drop(at_, "the end of a range counts as right now: ends are included");
    }
    if (from && to) ranges.push_back({*from, *to});
  }

  void read_equal(pugi::xml_node equal) {
    auto value = parse_number(qti_child(equal, "baseValue").child_value());
    if (qti_child(equal, "correct") && !response_.correct.empty())
      value = parse_number(response_.correct.front());
    if (!value) return;
    const std::string tolerance(trimmed(qti_attribute(equal, "tolerance")));
    const std::size_t space = tolerance.find(' ');
    Rational below = parse_number(std::string_view(tolerance).substr(0, space)).value_or(0);
    Rational above = space == std::string::npos
                         ? below
                         : parse_number(std::string_view(tolerance).substr(space)).value_or(0);
    const std::string_view mode = qti_attribute(equal, "toleranceMode");
    if (mode == "relative") {
      below *= magnitude(*value) / 100;
      above *= magnitude(*value) / 100;
    } else if (mode != "absolute") {
      below = above = 0;
    }
    ranges.push_back({*value - below, *value + above});
  }

  const QtiResponse& response_;
  Position at_;
  ImportNotes& notes_;
};

}  // namespace

Rational QtiResponse::points(const std::string& value) const {
  const auto found = mapped.find(value);
  return found == mapped.end() ? mapped_default : found->second;
}

QtiResponse read_qti_response(pugi::xml_node item, std::string_view identifier, const XmlSource& source,
                              ImportNotes& notes) {
  QtiResponse response;
  for (const pugi::xml_node declaration : qti_children(item, "responseDeclaration")) {
    if (qti_attribute(declaration, "identifier") != identifier) continue;
    response.cardinality = qti_attribute(declaration, "cardinality");
    response.base_type = qti_attribute(declaration, "baseType");
    for (const pugi::xml_node value : qti_children(qti_child(declaration, "correctResponse"), "value")) {
      response.correct.push_back(plain_value(value));
    }
    if (const pugi::xml_node mapping = qti_child(declaration, "mapping")) {
      read_mapping(mapping, response, source, notes);
    }
  }
  const bool is_by_mapping = reads_mapping(item, source.at(item), notes);
  response.is_by_mapping = !response.mapped.empty() && (is_by_mapping || response.correct.empty());
  return response;
}

std::vector<Interval> read_qti_ranges(pugi::xml_node item, const QtiResponse& response, Position at,
                                      ImportNotes& notes) {
  RangeReader reader(response, at, notes);
  for (const pugi::xml_node condition :
       qti_children(qti_child(item, "responseProcessing"), "responseCondition")) {
    const pugi::xml_node branch = qti_child(condition, "responseIf");
    for (const pugi::xml_node test : branch.children()) {
      if (test.type() == pugi::node_element) reader.read(test);
    }
  }
  return std::move(reader.ranges);
}

}  // namespace assessment
