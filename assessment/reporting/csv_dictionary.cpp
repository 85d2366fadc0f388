// What the columns and ids of a report's CSV mean.
#include <algorithm>
#include <array>
#include <set>

#include "assessment/base/csv_text.hpp"
#include "assessment/reporting/csv.hpp"
#include "assessment/reporting/csv_figures.hpp"

namespace assessment {
namespace {

struct Entry {
  std::string_view column, value, meaning;  // value empty: of the column itself
};

constexpr std::array dimensions{
    Entry{"bank", "", "Question bank and its major version; figures of different banks are never added up"},
    Entry{"role", "", "Group of staff, as the question bank names them; * is smaller roles together"},
    Entry{"site", "", "Site of the kiosk, as its campaign names it"},
    Entry{"period", "", "Year, quarter or month (UTC) in which results left the kiosk"},
    Entry{"campaign", "", "Campaign of the kiosk"},
    Entry{"bank_version", "", "Version of the question bank"}};

constexpr std::array dictionary_columns{
    Entry{"scope", "", "What the figure is of"},
    Entry{"scope", "all", "Everyone in the report"},
    Entry{"scope", "group", "One group"},
    Entry{"scope", "overall", "All domains of one group together"},
    Entry{"scope", "domain", "One domain in one group"},
    Entry{"scope", "item", "One question in one group"},
    Entry{"scope", "marking", "The report is not for sharing"},
    Entry{"id", "", "Id of the domain or question"},
    Entry{"label", "", "Its title or wording"},
    Entry{"measure", "", "What is counted or averaged"},
    Entry{"measure", "people", "Number of people"},
    Entry{"measure", "as_of", "Day of the earlier report whose figures are repeated"},
    Entry{"measure", "self_reported_mean", "Mean of people's self-ratings in percent, 0 to 100, one decimal"},
    Entry{"measure", "self_reported_standard_deviation", "Standard deviation of the same, with n - 1"},
    Entry{"measure", "self_reported_level", "Number of people at the level in category"},
    Entry{"measure", "attained", "Number of people with the outcome in category"},
    Entry{"measure", "too_few_answers", "Number of people who answered too little to have a mean or level"},
    Entry{"measure", "knowledge_mean", "Mean of people's right answers to knowledge questions in percent"},
    Entry{"measure", "answer", "Number of people who gave the answer in category"},
    Entry{"measure", "without_answer", "Number of people whose result has no answer to the question"},
    Entry{"measure", "does_not_fit", "Number of people who marked the question as not fitting their job"},
    Entry{"measure", "changed_in", "Version of the bank in which the question changed"},
    Entry{"measure", "retired_in", "Version of the bank from which on the question is gone"},
    Entry{"measure", "sharing", "The marking of a report that is not for sharing"},
    Entry{"category", "", "Id of the level, outcome or answer that is counted"},
    Entry{"category_label", "", "Its title or wording"},
    Entry{"value", "", "The figure: a number, a day or a version"},
    Entry{"value", "*", "Withheld, so that nobody can tell what single people said"},
    Entry{"sharing", "", "Wide form: the marking of a report that is not for sharing, else empty"}};

std::string line(std::string_view column, std::string_view value, std::string_view meaning) {
  return csv_text(column) + ',' + csv_text(value) + ',' + csv_text(meaning) + "\r\n";
}

}  // namespace

std::string render_csv_dictionary(const Report& report) {
  std::string text = std::string(csv_byte_order_mark) + "column,value,meaning\r\n";
  for (const Entry& entry : dimensions) {
    if (std::ranges::count(report.dimensions, entry.column) > 0)
      text += line(entry.column, "", entry.meaning);
  }
  for (const Entry& entry : dictionary_columns) text += line(entry.column, entry.value, entry.meaning);
  std::set<std::string> told;
  const auto add = [&](std::string_view column, const CsvName& name) {
    const std::string entry = line(column, name.id, name.label);
    if (!name.id.empty() && told.insert(entry).second) text += entry;
  };
  for (const ReportedGroup& group : report.groups) {
    for (std::size_t i = 0; i < group.by.size(); ++i)
      add(report.dimensions[i], {group.by[i].id, group.by[i].label});
  }
  for (const CsvFigure& figure : list_figures(report)) {
    add("id", figure.name);
    add("category", figure.category);
  }
  return text;
}

}  // namespace assessment
