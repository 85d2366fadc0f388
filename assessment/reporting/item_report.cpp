#include "assessment/reporting/item_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/foreign_texts.hpp"
#include "assessment/reporting/report_notes.hpp"

namespace assessment {
namespace {

std::string to_text(const ItemRemark& remark, const ReportWords& words) {
  return fill(words.item_statistics.item_remarks[static_cast<std::size_t>(remark.kind)],
              {{"answers", fmt::format("{}", fmt::join(remark.answers, ", "))}});
}

std::string to_text(const ScaleRemark& remark, const ReportWords& words) {
  return fill(words.item_statistics.scale_remarks[static_cast<std::size_t>(remark.kind)],
              {{"alpha", fmt::format("{:.2f}", remark.alpha)},
               {"items", std::to_string(remark.items)},
               {"all", std::to_string(remark.all_items)}});
}

void add_remarks(ReportedScale& scale, ItemKind kind, const ReportWords& words) {
  for (const ScaleRemark& remark : scale_remarks(scale.figures))
    scale.remarks.push_back(to_text(remark, words));
  for (const PublishedItem& item : scale.figures.of_items) {
    std::vector<std::string>& remarks = scale.item_remarks.emplace_back();
    for (const ItemRemark& remark : item_remarks(item, scale.figures, kind))
      remarks.push_back(to_text(remark, words));
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

std::vector<std::string> method_notes(const ReportWords& words) {
  return {std::string(words.item_statistics.about_items), std::string(words.item_statistics.about_domains)};
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
  add_remarks(scale, is_knowledge ? ItemKind::knowledge : ItemKind::self, report_words(language));
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
std::vector<std::string> unknown_notes(const ScoredFiles& files, const ReportWords& words) {
  std::vector<std::string> notes;
  for (const auto& [key, group] : files.groups) {
    if (group.unknown_answers == 0) continue;
    notes.push_back(fill(words.item_statistics.unknown_answers, {{"bank", bank_name(*group.bank)}}));
  }
  return notes;
}

std::string highest_note(const std::optional<Rational>& highest, const ReportWords& words) {
  if (!highest) return std::string(words.item_statistics.below_zero);
  return fill(words.item_statistics.highest_found, {{"score", to_decimal(*highest)}});
}

}  // namespace

ItemReport report_items(const ScoreMatrix& matrix, std::optional<Rational> highest,
                        std::string_view language) {
  const ReportWords& words = report_words(language);
  ItemReport report{.language = std::string(words.tag), .rules = {.protection = Protection::off}};
  report.notes = method_notes(words);
  if (!highest) {
    highest = highest_found(matrix);
    report.notes.push_back(highest_note(highest, words));
  }
  std::vector<std::size_t> items(matrix.items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  const std::vector<std::optional<Rational>> of_each(items.size(), highest);
  ReportedScale scale{.measure = "score"};
  scale.figures = publish_scale(analyse_scale(matrix, items, of_each), matrix.items, report.rules);
  for (const std::size_t item : items) {
    add_score_counts(scale.figures.of_items[item], matrix, item, report.rules);
  }
  add_remarks(scale, ItemKind::table, words);
  report.banks.push_back({.people = {Visibility::shown, matrix.people}, .scales = {std::move(scale)}});
  return report;
}

Expected<ItemReport> report_items(const ScoredFiles& files, const FigureRules& rules,
                                  std::string_view language) {
  const auto tables = disclose(files.aggregate, files.grouping, rules.policy, rules.protection);
  if (!tables) return tables.faults();
  const ReportWords& words = report_words(language);
  ItemReport report{.language = std::string(words.tag),
                    .rules = rules,
                    .is_of_results = true,
                    .files = files.files,
                    .synthetic_files = files.synthetic_files};
  if (rules.protection == Protection::off) report.marking = words.not_for_sharing;
  for (const DisclosedGroup& group : tables->groups()) {
    report.banks.push_back(report_group(files.groups.at(group.key), group, rules, language));
  }
  // So few people in all that not even their banks are told apart.
  if (tables->people().visibility == Visibility::under_minimum)
    report.banks.push_back({.people = tables->people()});
  report.notes = method_notes(words);
  for (std::string& note : unknown_notes(files, words)) report.notes.push_back(std::move(note));
  report.notes.push_back(disclosure_note(rules, words));
  std::vector<QuestionBank> banks;
  for (const auto& [key, group] : files.groups) banks.push_back(*group.bank);
  report.foreign_texts = find_foreign_texts(banks, words.tag);
  return report;
}

}  // namespace assessment
