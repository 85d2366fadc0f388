#include "app/core/trainer_charts.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using assessment::Chart;
using assessment::ChartCell;
using assessment::ChartInterval;
using assessment::ChartKind;
using assessment::PublishedFigure;
using assessment::ReportedCount;
using assessment::ReportedDomain;
using assessment::ReportedGroup;
using assessment::Visibility;

constexpr double normal_95 = 1.96;  // standard errors, for a mean of ten people or more

bool has_levels_of(const ReportedDomain& domain, const ReportedDomain& first) {
  return std::ranges::equal(domain.levels, first.levels, {}, &ReportedCount::name, &ReportedCount::name);
}

// Tenths of a percent of those with a level; hidden where one of the row's numbers is.
PublishedFigure share_of(const ReportedDomain& domain, const PublishedFigure& count) {
  std::int64_t sum = 0;
  for (const ReportedCount& level : domain.levels) {
    if (!level.count.is_shown()) return {Visibility::hidden, 0};
    sum += level.count.figure;
  }
  if (sum == 0) return {};
  return {Visibility::shown, (2000 * count.figure + sum) / (2 * sum)};
}

ChartCell mean_cell(const ReportedGroup& group, const ReportedDomain& domain) {
  ChartCell cell{.value = domain.mean, .people = group.people};
  if (!domain.mean.is_shown() || !domain.standard_deviation.is_shown() || group.people.figure <= 0)
    return cell;
  const double error = static_cast<double>(domain.standard_deviation.figure) /
                       std::sqrt(static_cast<double>(group.people.figure));
  const std::int64_t reach = std::llround(normal_95 * error);
  cell.interval = ChartInterval{std::max<std::int64_t>(0, domain.mean.figure - reach),
                                std::min<std::int64_t>(1000, domain.mean.figure + reach)};
  return cell;
}

Chart empty_chart(const TrainerText& words, ChartKind kind) {
  return {.kind = kind,
          .too_few = words.text("figure.fewer",
                                {{"number", std::to_string(words.everyone().policy.minimum_group)}})};
}

}  // namespace

Chart level_chart(const TrainerText& words, const ReportedGroup& group) {
  Chart chart = empty_chart(words, ChartKind::stacked_bars);
  chart.title = words.text("levels.chart", {{"group", words.group_name(group)}});
  chart.sentence = words.text("levels.chart.sentence");
  chart.unit = "%";
  chart.decimals = 0;
  const auto first = std::ranges::find_if(
      group.domains, [](const ReportedDomain& domain) { return !domain.levels.empty(); });
  if (first == group.domains.end() || first->levels.size() > 5) return chart;
  for (const ReportedCount& level : first->levels) chart.series.push_back({.name = level.name.label});
  for (const ReportedDomain& domain : group.domains) {
    if (!has_levels_of(domain, *first)) continue;
    chart.categories.push_back(domain.name.label);
    for (std::size_t i = 0; i < domain.levels.size(); ++i) {
      const PublishedFigure& count = domain.levels[i].count;
      chart.series[i].cells.push_back({.value = share_of(domain, count), .people = count});
    }
  }
  return chart;
}

Chart knowledge_chart(const TrainerText& words, const ReportedGroup& group) {
  Chart chart = empty_chart(words, ChartKind::dot_plot);
  chart.title = words.text("knowledge.chart", {{"group", words.group_name(group)}});
  chart.sentence = words.text("knowledge.chart.sentence");
  chart.series = {{.name = words.text("column.mean")}, {.name = words.text("column.knowledge")}};
  for (const ReportedDomain& domain : group.domains) {
    if (domain.knowledge_mean.visibility == Visibility::absent) continue;
    chart.categories.push_back(domain.name.label);
    chart.series[0].cells.push_back({.value = domain.mean, .people = group.people});
    chart.series[1].cells.push_back({.value = domain.knowledge_mean, .people = group.people});
  }
  return chart;
}

Chart change_chart(const TrainerText& words, const ReportedGroup& before, const ReportedGroup& after) {
  Chart chart = empty_chart(words, ChartKind::dot_plot);
  const std::string first = words.group_name(before), second = words.group_name(after);
  chart.title = words.text("change.caption", {{"before", first}, {"after", second}});
  chart.sentence = words.text("change.chart.sentence");
  chart.series = {{.name = first}, {.name = second}};
  for (const ReportedDomain& domain : before.domains) {
    const auto same = std::ranges::find(after.domains, domain.name, &ReportedDomain::name);
    if (same == after.domains.end()) continue;
    chart.categories.push_back(domain.name.label);
    chart.series[0].cells.push_back(mean_cell(before, domain));
    chart.series[1].cells.push_back(mean_cell(after, *same));
  }
  return chart;
}

}  // namespace app
