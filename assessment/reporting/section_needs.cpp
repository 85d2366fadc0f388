// Who needs what: means by group and domain.
#include <algorithm>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/report_sections.hpp"

namespace assessment {
namespace {

// The domain with the lowest mean that is shown, the first of equals; null where none is.
const ReportedDomain* lowest_domain(const ReportedGroup& group) {
  const ReportedDomain* lowest = nullptr;
  for (const ReportedDomain& domain : group.domains) {
    if (!domain.mean.is_shown()) continue;
    if (!lowest || domain.mean.figure < lowest->mean.figure) lowest = &domain;
  }
  return lowest;
}

// The overall figure first, where a group has one.
std::vector<Name> columns_of(const GroupsOfBank& groups) {
  std::vector<Name> names = domains_of(groups);
  const auto with_overall =
      std::ranges::find_if(groups, [](const ReportedGroup* group) { return group->overall.has_value(); });
  if (with_overall != groups.end()) names.insert(names.begin(), (*with_overall)->overall->name);
  return names;
}

Chart heat_map(const Report& report, const GroupsOfBank& groups, const std::vector<Name>& names) {
  Chart chart = begin_chart(report, ChartKind::heat_map, groups);
  for (const Name& name : names) {
    ChartSeries series{.name = name.label};
    for (const ReportedGroup* group : groups)
      series.cells.push_back(domain_cell(*group, find_domain(*group, name.id), &ReportedDomain::mean));
    chart.series.push_back(std::move(series));
  }
  return chart;
}

// Of a single group: its domains, the lowest first, what is withheld last.
Chart domain_bars(const Report& report, const ReportedGroup& group, std::string_view series_name) {
  Chart chart = begin_chart(report, ChartKind::bars, {});
  std::vector<const ReportedDomain*> domains;
  for (const ReportedDomain& domain : group.domains) domains.push_back(&domain);
  std::ranges::stable_sort(domains, {}, [](const ReportedDomain* domain) {
    return std::pair(!domain->mean.is_shown(), domain->mean.figure);
  });
  ChartSeries series{.name = std::string(series_name)};
  for (const ReportedDomain* domain : domains) {
    chart.categories.push_back(domain->name.label);
    series.cells.push_back(domain_cell(group, domain, &ReportedDomain::mean));
  }
  chart.series.push_back(std::move(series));
  return chart;
}

}  // namespace

std::string lowest_sentence(const GroupsOfBank& groups, const ReportWords& words) {
  std::vector<std::string> winners;
  const ReportedDomain* last = nullptr;
  for (const ReportedGroup* group : groups) {
    const ReportedDomain* lowest = lowest_domain(*group);
    if (!lowest) continue;
    winners.push_back(lowest->name.label);
    last = lowest;
  }
  if (winners.empty()) return "";
  if (winners.size() == 1) {
    return fill(words.headline.lowest_one, {{"domain", last->name.label}, {"mean", tenths_text(last->mean)}});
  }
  return fill(words.headline.lowest_many, {{"list", tally_text(winners, words)}});
}

ReportSection needs_section(const Report& report, const GroupsOfBank& groups) {
  const ReportWords& words = report_words(report.language);
  Table table = begin_table(report, groups, std::string(words.needs.caption));
  add_people(table, report, groups);
  const std::vector<Name> names = columns_of(groups);
  for (const Name& name : names) {
    add_column(table, groups, name.label, [&](const ReportedGroup& group) {
      return domain_text(find_domain(group, name.id), &ReportedDomain::mean);
    });
  }
  const std::string sentence = lowest_sentence(groups, words);
  if (!sentence.empty()) {
    table.chart = groups.size() > 1 ? heat_map(report, groups, names)
                                    : domain_bars(report, *groups.front(), words.columns.self_rating);
    table.chart->title = words.needs.heading;
    table.chart->sentence = sentence;
  }
  return {.heading = section_heading(report, groups, words.needs.heading),
          .paragraphs = {std::string(words.needs.about)},
          .tables = {std::move(table)}};
}

}  // namespace assessment
