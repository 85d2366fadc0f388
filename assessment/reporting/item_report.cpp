#include "assessment/reporting/item_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "assessment/reporting/report_notes.hpp"

namespace assessment {
namespace {

void add_remarks(ReportedScale& scale, ItemKind kind) {
  scale.remarks = scale_remarks(scale.figures);
  for (const PublishedItem& item : scale.figures.of_items) {
    scale.item_remarks.push_back(item_remarks(item, scale.figures, kind));
  }
}

// The highest score that occurs; none where one is below 0.
std::optional<Rational> highest_found(const ScoreMatrix& matrix) {
  std::int64_t most = 0;
  for (const auto& column : matrix.columns) {
    for (const std::int32_t score : column) {
      if (score == no_score) continue;
      if (score < 0) return std::nullopt;
      most = std::max(most, std::int64_t{score});
    }
  }
  return ratio(most, matrix.parts);
}

std::vector<std::string> method_notes() {
  return {
      "Items: facility is the mean score as a share of the highest (1 is easiest); item-rest r is the "
      "correlation "
      "with the other items of the domain; discrimination is the mean of the best 27 % less that of the "
      "weakest "
      "27 %, as a share of the highest score.",
      "Domains: sums of people who have a score in every item. Alpha is Cronbach's, with Feldt's 95 % "
      "interval; "
      "omega is McDonald's total for one factor, by minimum residuals; SEM is the standard error of "
      "measurement. Reliability under 0.6 is too low to lean on."};
}

ReportedScale report_scale(const ScoredGroup& group, const DisclosedGroup& disclosed, std::size_t domain,
                           Measure measure, const FigureRules& rules, std::string_view language) {
  const QuestionBank& bank = *group.bank;
  const ScaleItems of_bank = scale_items(bank, domain, measure);
  const bool is_knowledge = measure == Measure::knowledge;
  ReportedScale scale{.bank = series_of(bank_name(bank)),
                      .domain = {bank.domains[domain].id.text, bank.domains[domain].title.in(language)},
                      .measure = is_knowledge ? "knowledge" : "self"};
  std::vector<std::string> ids;
  for (const Item* item : of_bank.items) ids.push_back(item->id.text);
  scale.figures = publish_scale(analyse_scale(group.scores, of_bank.columns, of_bank.highest), ids, rules);
  for (std::size_t i = 0; i < of_bank.items.size(); ++i) {
    add_answers(scale.figures.of_items[i], bank, *of_bank.items[i], disclosed, rules);
  }
  add_remarks(scale, is_knowledge ? ItemKind::knowledge : ItemKind::self);
  return scale;
}

ReportedItems report_group(const ScoredGroup& group, const DisclosedGroup& disclosed,
                           const FigureRules& rules, std::string_view language) {
  const QuestionBank& bank = *group.bank;
  ReportedItems reported{.bank = {disclosed.key.series, bank.title.in(language)}, .people = disclosed.people};
  if (!disclosed.people.is_shown()) return reported;
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    for (const Measure measure : {Measure::self, Measure::knowledge}) {
      if (scale_items(bank, domain, measure).items.empty()) continue;
      reported.scales.push_back(report_scale(group, disclosed, domain, measure, rules, language));
    }
  }
  return reported;
}

// Answers that the bank in hand does not know, by bank. Published in words: their number is of nobody's use.
std::vector<std::string> unknown_notes(const ScoredFiles& files) {
  std::vector<std::string> notes;
  for (const auto& [key, group] : files.groups) {
    if (group.unknown_answers == 0) continue;
    notes.push_back(fmt::format(
        "Some answers are to items or options that {} does not have; they count as missing. Give the bank "
        "they were given to with --bank.",
        bank_name(*group.bank)));
  }
  return notes;
}

}  // namespace

ItemReport report_items(const ScoreMatrix& matrix, std::optional<Rational> highest) {
  ItemReport report{.rules = {.protection = Protection::off}};
  report.notes = method_notes();
  if (!highest) {
    highest = highest_found(matrix);
    report.notes.push_back(
        highest
            ? fmt::format("The highest score that occurs, {}, is taken for the highest of every item; give "
                          "another with --highest.",
                          to_decimal(*highest))
            : "There are scores below 0, so there is no facility and no discrimination.");
  }
  std::vector<std::size_t> items(matrix.items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  const std::vector<std::optional<Rational>> of_each(items.size(), highest);
  ReportedScale scale{.measure = "score"};
  scale.figures = publish_scale(analyse_scale(matrix, items, of_each), matrix.items, report.rules);
  for (const std::size_t item : items) {
    add_score_counts(scale.figures.of_items[item], matrix, item, report.rules);
  }
  add_remarks(scale, ItemKind::table);
  report.banks.push_back({.people = {Visibility::shown, matrix.people}, .scales = {std::move(scale)}});
  return report;
}

Expected<ItemReport> report_items(const ScoredFiles& files, const FigureRules& rules,
                                  std::string_view language) {
  const auto tables = disclose(files.aggregate, files.grouping, rules.policy, rules.protection);
  if (!tables) return tables.faults();
  ItemReport report{
      .rules = rules, .is_of_results = true, .files = files.files, .synthetic_files = files.synthetic_files};
  if (rules.protection == Protection::off) report.marking = not_for_sharing;
  for (const DisclosedGroup& group : tables->groups()) {
    report.banks.push_back(report_group(files.groups.at(group.key), group, rules, language));
  }
  // So few people in all that not even their banks are told apart.
  if (tables->people().visibility == Visibility::under_minimum)
    report.banks.push_back({.people = tables->people()});
  report.notes = method_notes();
  for (std::string& note : unknown_notes(files)) report.notes.push_back(std::move(note));
  report.notes.push_back(disclosure_note(rules));
  return report;
}

}  // namespace assessment
