#include "assessment/reporting/csv.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "assessment/base/csv_text.hpp"
#include "assessment/reporting/csv_figures.hpp"

namespace assessment {
namespace {

// The ids of the group, one cell a dimension; of no group empty ones.
std::string group_cells(const Report& report, const std::vector<Name>* by) {
  std::string cells;
  for (std::size_t i = 0; i < report.dimensions.size(); ++i) cells += (by ? csv_text((*by)[i].id) : "") + ',';
  return cells;
}

std::string heading_cells(const Report& report) {
  std::string cells(csv_byte_order_mark);
  for (const std::string& dimension : report.dimensions) cells += csv_text(dimension) + ',';
  return cells;
}

std::string long_line(const Report& report, const CsvFigure& figure) {
  std::string line = group_cells(report, figure.by);
  for (const std::string_view cell :
       {figure.scope, std::string_view(figure.name.id), std::string_view(figure.name.label), figure.measure,
        std::string_view(figure.category.id), std::string_view(figure.category.label)}) {
    line += csv_text(cell) + ',';
  }
  return line + csv_text(figure.value) + "\r\n";
}

// "people", "safety.self_reported_mean", "overall.self_reported_level.capable", "lock_screen.answer.alone".
std::string wide_heading(const CsvFigure& figure) {
  std::string heading = figure.scope == "overall" ? "overall" : figure.name.id;
  for (const std::string_view part : {figure.measure, std::string_view(figure.category.id)}) {
    if (part.empty()) continue;
    if (!heading.empty()) heading += '.';
    heading += part;
  }
  return heading;
}

}  // namespace

std::string render_csv(const Report& report) {
  const std::string marking =
      report.marking.empty()
          ? ""
          : long_line(report, {.scope = "marking", .measure = "sharing", .value = report.marking});
  std::string text =
      heading_cells(report) + "scope,id,label,measure,category,category_label,value\r\n" + marking;
  for (const CsvFigure& figure : list_figures(report)) text += long_line(report, figure);
  return text + marking;
}

std::string render_wide_csv(const Report& report) {
  const std::vector<CsvFigure> figures = list_figures(report);
  std::vector<std::string> headings;
  std::vector<const std::vector<Name>*> rows;
  std::map<std::pair<const std::vector<Name>*, std::string>, std::string> values;
  for (const CsvFigure& figure : figures) {
    const std::string heading = wide_heading(figure);
    if (std::ranges::find(headings, heading) == headings.end()) headings.push_back(heading);
    if (rows.empty() || rows.back() != figure.by) rows.push_back(figure.by);
    values[{figure.by, heading}] = figure.value;
  }
  std::string text = heading_cells(report);
  for (const std::string& heading : headings) text += csv_text(heading) + ',';
  text += "sharing\r\n";
  for (const std::vector<Name>* by : rows) {
    text += group_cells(report, by);
    for (const std::string& heading : headings) {
      const auto found = values.find({by, heading});
      text += (found == values.end() ? "" : csv_text(found->second)) + ',';
    }
    text += csv_text(report.marking) + "\r\n";
  }
  return text;
}

}  // namespace assessment
