// Items and tests of IMS/1EdTech QTI 2.x and 3.0.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// An item as a test refers to it.
struct QtiReference {
  Position at{};
  std::string file{};      // the last part of its href
  std::string category{};  // the title of the section it stands in
  int weight = 1;
};

struct QtiTest {
  std::string title{};
  std::vector<QtiReference> references{};
};

// One file: an item, a test, or neither.
struct QtiContent {
  std::optional<ImportedQuestion> question{};
  std::optional<QtiTest> test{};
};

// Reads `text` (from read_source), with `qti-` names (3.0) or camel case (2.x). Carried: choice, order,
// match, associate, text entry of a number, hotspot, and items that only tell. All other interactions, and
// items with several, are listed as not carried; so are manifests. Faults: what XmlSource refuses, other
// roots, coordinates and numbers that are none.
QtiContent parse_qti(std::string_view text, const ImportWords& words, ImportNotes& notes);

}  // namespace assessment
