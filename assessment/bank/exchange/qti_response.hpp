// What a QTI item says is right. Of no use outside of qti_*.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/exchange/qti_node.hpp"

namespace assessment {

struct QtiResponse {
  std::string cardinality{};           // single, multiple, ordered
  std::string base_type{};             // identifier, pair, directedPair, integer, float, …
  std::vector<std::string> correct{};  // in the order of the file
  std::map<std::string, Rational> mapped{};
  std::vector<std::string> mapped_keys{};  // in the order of the file
  Rational mapped_default{};
  bool has_lower_bound_0 = false;
  bool is_by_mapping = false;  // the mapping scores, else what is correct

  // The points of one value by the mapping.
  Rational points(const std::string& value) const;
};

// The declaration of `identifier` in the item, read together with the way the item scores. Says what of
// its response processing is not understood. Faults: points that are no numbers.
QtiResponse read_qti_response(pugi::xml_node item, std::string_view identifier, const XmlSource& source,
                              ImportNotes& notes);

// The ranges of numbers for which the item's own response processing gives points; none: it has none that
// can be read, and the correct values stand for themselves.
std::vector<Interval> read_qti_ranges(pugi::xml_node item, const QtiResponse& response, Position at,
                                      ImportNotes& notes);

}  // namespace assessment
