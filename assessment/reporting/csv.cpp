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

void append_long_line(std::string& text, const std::string& group, const CsvFigure& figure) {
  text += group;
  for (const std::string_view cell : {figure.scope, figure.name.id, figure.name.label, figure.measure,
                                      figure.category.id, figure.category.label}) {
    append_csv_text(text, cell);
    text += ',';
  }
  append_csv_text(text, figure.value);
  text += "\r\n";
}

// "people", "safety.self_reported_mean", "overall.self_reported_level.capable", "lock_screen.answer.alone".
std::string wide_heading(const CsvFigure& figure) {
  std::string heading(figure.scope == "overall" ? figure.scope : figure.name.id);
  for (const std::string_view part : {figure.measure, figure.category.id}) {
    if (part.empty()) continue;
    if (!heading.empty()) heading += '.';
    heading += part;
  }
  return heading;
}

}  // namespace

std::string render_csv(const Report& report) {
  const std::string of_none = group_cells(report, nullptr);
  std::string marking;
  if (!report.marking.empty()) {
    append_long_line(marking, of_none, {.scope = "marking", .measure = "sharing", .value = report.marking});
  }
  std::string text =
      heading_cells(report) + "scope,id,label,measure,category,category_label,value\r\n" + marking;
  const std::vector<Name>* by = nullptr;
  std::string group = of_none;
  for (const CsvFigure& figure : list_figures(report)) {
    if (figure.by != by) {
      by = figure.by;
      group = group_cells(report, by);
    }
    append_long_line(text, group, figure);
  }
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
