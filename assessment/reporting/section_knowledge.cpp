// Confidence against knowledge: two measures side by side, never blended.
#include <algorithm>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/report_sections.hpp"

namespace assessment {
namespace {

struct Comparison {
  int higher = 0, all = 0;  // groups whose self-rating is above their knowledge; groups that show both
};

Comparison compare(const GroupsOfBank& groups, const std::string& domain_id) {
  Comparison comparison;
  for (const ReportedGroup* group : groups) {
    const ReportedDomain* domain = find_domain(*group, domain_id);
    if (!domain || !domain->mean.is_shown() || !domain->knowledge_mean.is_shown()) continue;
    comparison.all += 1;
    if (domain->mean.figure > domain->knowledge_mean.figure) comparison.higher += 1;
  }
  return comparison;
}

std::string sentence_of(const Comparison& comparison, const ReportWords& words) {
  if (comparison.all == 0) return std::string(words.knowledge.neither);
  if (comparison.all == 1)
    return std::string(comparison.higher == 1 ? words.knowledge.higher_one : words.knowledge.lower_one);
  const std::string all = std::to_string(comparison.all);
  if (comparison.higher == 0) return fill(words.knowledge.lower, {{"all", all}});
  return fill(words.knowledge.higher, {{"groups", std::to_string(comparison.higher)}, {"all", all}});
}

Table knowledge_table(const Report& report, const GroupsOfBank& groups, const Name& name) {
  const ReportWords& words = report_words(report.language);
  Table table = begin_table(report, groups, fill(words.knowledge.caption, {{"domain", name.label}}));
  add_people(table, report, groups);
  Chart chart = begin_chart(report, ChartKind::bars, groups);
  chart.title = table.caption;
  chart.sentence = sentence_of(compare(groups, name.id), words);
  const auto add = [&](std::string_view title, PublishedFigure ReportedDomain::*figure) {
    ChartSeries series{.name = std::string(title)};
    for (const ReportedGroup* group : groups)
      series.cells.push_back(domain_cell(*group, find_domain(*group, name.id), figure));
    chart.series.push_back(std::move(series));
    add_column(table, groups, title,
               [&](const ReportedGroup& group) { return domain_text(find_domain(group, name.id), figure); });
  };
  add(words.columns.self_rating, &ReportedDomain::mean);
  add(words.columns.knowledge, &ReportedDomain::knowledge_mean);
  if (compare(groups, name.id).all > 0) table.chart = std::move(chart);
  return table;
}

}  // namespace

ReportSection knowledge_section(const Report& report, const GroupsOfBank& groups) {
  const ReportWords& words = report_words(report.language);
  ReportSection section{.paragraphs = {std::string(words.knowledge.about)}};
  for (const Name& name : domains_of(groups)) {
    const bool has_knowledge = std::ranges::any_of(groups, [&](const ReportedGroup* group) {
      const ReportedDomain* domain = find_domain(*group, name.id);
      return domain && domain->knowledge_mean.visibility != Visibility::absent;
    });
    if (has_knowledge) section.tables.push_back(knowledge_table(report, groups, name));
  }
  if (!section.tables.empty()) section.heading = section_heading(report, groups, words.knowledge.heading);
  return section;
}

}  // namespace assessment
