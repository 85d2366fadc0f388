// A report's figures as a flat list: what the forms of CSV have in common.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/reporting/report.hpp"

namespace assessment {

// Of a domain, an item or a category; views into the report, both empty where it is of none.
struct CsvName {
  std::string_view id{}, label{};
};

struct CsvFigure {
  const std::vector<Name>* by = nullptr;  // of a group of the report; null: of no group
  std::string_view scope{};
  CsvName name{};
  std::string_view measure{};
  CsvName category{};
  std::string value{};  // finished: "35", "61.3", "*", "2026-11-22"
};

// In the order of the report, which must stay as long as they. A figure that does not exist is left out. The
// marking is not among them.
std::vector<CsvFigure> list_figures(const Report& report);

}  // namespace assessment
