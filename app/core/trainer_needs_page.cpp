// Who needs what: the heat map of groups and domains, in sight at once, and what matters in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/core/trainer_banks.hpp"
#include "app/core/trainer_pages.hpp"

namespace app {
namespace {

using assessment::Dimension;
using assessment::PublishedFigure;
using assessment::Report;
using assessment::ReportedDomain;
using assessment::ReportedGroup;

constexpr std::array dimensions{Dimension::role, Dimension::site, Dimension::period, Dimension::campaign,
                                Dimension::bank_version};
constexpr std::array shades{CellShade::lightest, CellShade::light, CellShade::middle, CellShade::dark,
                            CellShade::darkest};
constexpr int step_tenths = 200;  // a fifth of 0 .. 1000

CellShade shade_of(const PublishedFigure& mean) {
  if (mean.visibility == assessment::Visibility::absent) return CellShade::empty;
  if (!mean.is_shown()) return CellShade::withheld;
  return shades[static_cast<std::size_t>(std::clamp<std::int64_t>(mean.figure / step_tenths, 0, 4))];
}

ChoicesPart group_by(const TrainerText& words) {
  ChoicesPart choices{.id = "needs.by", .legend = words.text("needs.by")};
  for (const Dimension dimension : dimensions) {
    choices.choices.push_back({std::string(to_text(dimension)), words.dimension(dimension),
                               words.model.figures->choice.by == dimension, GroupBy{dimension}});
  }
  return choices;
}

std::vector<HeatKey> key_of_map(const TrainerText& words) {
  std::vector<HeatKey> key;
  for (std::size_t i = 0; i < shades.size(); ++i) {
    const std::size_t from = 20 * i;
    const std::string text =
        i + 1 == shades.size()
            ? words.text("needs.key.last", {{"from", std::to_string(from)}})
            : words.text("needs.key", {{"from", std::to_string(from)}, {"below", std::to_string(from + 20)}});
    key.push_back({shades[i], text});
  }
  key.push_back({CellShade::withheld, words.text("needs.key.withheld")});
  return key;
}

HeatCell cell_of(const TrainerText& words, const ReportedGroup& group, std::size_t index,
                 const assessment::Name& domain) {
  const auto found =
      std::ranges::find(group.domains, domain.id, [](const ReportedDomain& each) { return each.name.id; });
  HeatCell cell;
  if (!group.people.is_shown()) {
    cell.shade = CellShade::withheld;
    cell.text = "*";
  } else if (found != group.domains.end()) {
    cell.shade = shade_of(found->mean);
    cell.text = tenths_text(found->mean);
    cell.action = OpenCell{index, domain.id};
  } else {
    cell.text = "-";
  }
  cell.name = words.text(
      "needs.cell", {{"group", words.group_name(group)}, {"domain", domain.label}, {"figure", cell.text}});
  return cell;
}

// The domains of the groups of the bank on show, in the order of the bank.
std::vector<assessment::Name> domains_of(const TrainerText& words) {
  std::vector<assessment::Name> names;
  for (const ReportedGroup& group : words.everyone().groups) {
    if (!words.is_on_show(group)) continue;
    for (const ReportedDomain& domain : group.domains) names.push_back(domain.name);
  }
  return names;
}

// Of the bank on show alone: the same column of two banks would not mean the same.
void add_map(const TrainerText& words, TrainerParts& parts) {
  const auto& groups = words.groups().groups;
  const auto domains = domains_of(words);
  HeatMapPart map{.id = "needs.map"};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const ReportedGroup& group = groups[i];
    if (!words.is_on_show(group)) continue;
    map.caption = words.text("needs.caption", {{"bank", group.bank.label}});
    HeatRow row{.key = std::to_string(i), .title = words.group_name(group), .people = words.people(group)};
    for (const assessment::Name& domain : domains) row.cells.push_back(cell_of(words, group, i, domain));
    map.rows.push_back(std::move(row));
  }
  if (map.rows.empty()) return;
  if (const auto by = words.model.figures->choice.by) map.corner = words.dimension(*by);
  for (const assessment::Name& domain : domains) map.columns.push_back(domain.label);
  map.key = key_of_map(words);
  parts.push_back(std::move(map));
}

void add_lowest(const TrainerText& words, std::vector<std::string>& lines) {
  for (const ReportedGroup& group : words.everyone().groups) {
    if (!words.is_on_show(group)) continue;
    const ReportedDomain* lowest = nullptr;
    for (const ReportedDomain& domain : group.domains) {
      if (domain.mean.is_shown() && (!lowest || domain.mean.figure < lowest->mean.figure)) lowest = &domain;
    }
    if (lowest)
      lines.push_back(
          words.text("needs.lowest", {{"domain", lowest->name.label}, {"mean", tenths_text(lowest->mean)}}));
  }
}

ListPart headline(const TrainerText& words) {
  ListPart list{.id = "needs.headline"};
  const Report& report = words.groups();
  const bool is_of_several = banks_on_show(words.model).size() > 1;
  list.lines.push_back(words.text(is_of_several ? "needs.people_of_all" : "needs.people",
                                  {{"count", words.count(report.people)}}));
  if (!report.people_as_of.empty())
    list.lines.push_back(words.text("needs.as_of", {{"day", words.day(report.people_as_of)}}));
  add_lowest(words, list.lines);
  int all = 0, shown = 0;
  for (const ReportedGroup& group : report.groups) {
    if (!words.is_on_show(group)) continue;
    ++all;
    if (group.people.is_shown()) ++shown;
  }
  if (shown < all)
    list.lines.push_back(
        words.text("needs.groups_shown", {{"shown", std::to_string(shown)}, {"all", std::to_string(all)}}));
  if (!words.model.contents->skipped.empty()) list.lines.push_back(words.text("needs.skipped"));
  return list;
}

}  // namespace

TrainerParts needs_parts(const TrainerText& words) {
  TrainerParts parts;
  parts.push_back(HeadingPart{"needs.title", words.text("needs.title"), HeadingLevel::page});
  parts.push_back(group_by(words));
  add_map(words, parts);
  parts.push_back(headline(words));
  parts.push_back(TextPart{"needs.self_reported", words.text("needs.self_reported")});
  parts.push_back(TextPart{"needs.no_rank", words.text("needs.no_rank"), TextKind::hint});
  return parts;
}

}  // namespace app
