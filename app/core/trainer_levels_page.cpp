// How many people are at each level, and how ratings go with what people know.
#include <fmt/format.h>

#include <algorithm>

#include "app/core/trainer_charts.hpp"

namespace app {
namespace {

using assessment::PublishedFigure;
using assessment::ReportedCount;
using assessment::ReportedDomain;
using assessment::ReportedGroup;

constexpr int gap_tenths = 150;  // from here on a difference is pointed out

// "30 (45 %)": the share is of the rounded counts that stand in the row.
std::string share_text(const TrainerText& words, const PublishedFigure& count, const ReportedDomain& domain) {
  if (!count.is_shown()) return words.count(count);
  std::int64_t sum = 0;
  for (const ReportedCount& level : domain.levels) {
    if (!level.count.is_shown()) return words.count(count);
    sum += level.count.figure;
  }
  if (sum == 0) return words.count(count);
  return fmt::format("{} ({} %)", count.figure, (200 * count.figure + sum) / (2 * sum));
}

// What a group rates itself, against what its answers show.
std::string gap_text(const TrainerText& words, const ReportedDomain& domain) {
  if (!domain.mean.is_shown() || !domain.knowledge_mean.is_shown()) return "-";
  const std::int64_t gap = domain.mean.figure - domain.knowledge_mean.figure;
  if (gap >= gap_tenths) return words.text("knowledge.over");
  return words.text(gap <= -gap_tenths ? "knowledge.under" : "knowledge.same");
}

}  // namespace

TablePart level_table(const TrainerText& words, const ReportedGroup& group, std::string_view page) {
  TablePart table{.id = fmt::format("{}.table", page), .caption = words.text("levels.caption")};
  table.columns.push_back({.title = words.text("column.domain")});
  const auto longest = std::ranges::max_element(
      group.domains, {}, [](const ReportedDomain& domain) { return domain.levels.size(); });
  if (longest == group.domains.end()) return table;
  for (const ReportedCount& level : longest->levels)
    table.columns.push_back({.title = level.name.label, .is_number = true});
  table.columns.push_back({.title = words.text("column.too_few"), .is_number = true});
  for (const ReportedDomain& domain : group.domains) {
    TableRow row{domain.name.id, {domain.name.label}};
    for (std::size_t i = 0; i < longest->levels.size(); ++i) {
      row.cells.push_back(i < domain.levels.size() ? share_text(words, domain.levels[i].count, domain) : "-");
    }
    row.cells.push_back(words.count(domain.too_few_answers));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TrainerParts levels_parts(const TrainerText& words) {
  TrainerParts parts{HeadingPart{"levels.title", words.text("levels.title"), HeadingLevel::page},
                     TextPart{"levels.lead", words.text("levels.lead")}, whose_figures(words, "levels")};
  const ReportedGroup* group = words.chosen_group();
  if (group == nullptr || !group->people.is_shown()) {
    parts.push_back(TextPart{"levels.nobody", words.text("nobody")});
    return parts;
  }
  parts.push_back(TextPart{"levels.people", words.people(*group), TextKind::strong});
  auto chart = level_chart(words, *group);
  if (!chart.categories.empty()) parts.push_back(ChartPart{"levels.chart", std::move(chart)});
  parts.push_back(level_table(words, *group, "levels"));
  return parts;
}

TrainerParts knowledge_parts(const TrainerText& words) {
  TrainerParts parts{HeadingPart{"knowledge.title", words.text("knowledge.title"), HeadingLevel::page},
                     TextPart{"knowledge.lead", words.text("knowledge.lead")},
                     whose_figures(words, "knowledge")};
  const ReportedGroup* group = words.chosen_group();
  if (group == nullptr || !group->people.is_shown()) {
    parts.push_back(TextPart{"knowledge.nobody", words.text("nobody")});
    return parts;
  }
  parts.push_back(TextPart{"knowledge.people", words.people(*group), TextKind::strong});
  auto chart = knowledge_chart(words, *group);
  if (!chart.categories.empty()) parts.push_back(ChartPart{"knowledge.chart", std::move(chart)});
  TablePart table{.id = "knowledge.table", .caption = words.text("knowledge.caption")};
  table.columns = {{.title = words.text("column.domain")},
                   {.title = words.text("column.mean"), .is_number = true},
                   {.title = words.text("column.spread"), .is_number = true},
                   {.title = words.text("column.knowledge"), .is_number = true},
                   {.title = words.text("column.gap")}};
  for (const ReportedDomain& domain : group->domains) {
    table.rows.push_back(
        {domain.name.id,
         {domain.name.label, tenths_text(domain.mean), tenths_text(domain.standard_deviation),
          tenths_text(domain.knowledge_mean), gap_text(words, domain)}});
  }
  parts.push_back(std::move(table));
  parts.push_back(TextPart{"knowledge.note", words.text("knowledge.note"), TextKind::hint});
  return parts;
}

}  // namespace app
