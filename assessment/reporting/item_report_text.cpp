// Item statistics as tables to be read.
#include <fmt/format.h>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/item_report.hpp"
#include "assessment/reporting/report_notes.hpp"

namespace assessment {
namespace {

std::string percent_text(const PublishedStatistic& share) {
  if (!share.is_shown()) return statistic_text(share, 0);
  return fmt::format("{:.0f}", 100 * share.value);
}

std::string scale_name(const ReportedScale& scale, const ReportWords& words) {
  if (scale.domain.id.empty()) return std::string(words.item_statistics.all_items);
  const Measure measure = scale.measure == "knowledge" ? Measure::knowledge : Measure::self;
  return measure_label(scale.domain.label, measure, words);
}

Column left(std::string_view title) {
  return {std::string(title)};
}

Column right(std::string_view title) {
  return {std::string(title), Alignment::end};
}

Table domains_table(const ReportedItems& items, const ItemReport& report) {
  const ReportWords& words = report_words(report.language);
  const auto& own = words.item_statistics;
  const DisclosurePolicy& policy = report.rules.policy;
  Table table{.caption = std::string(own.domains_caption),
              .columns = {left(words.statistics.domain), right(own.items), right(words.columns.people),
                          right(own.highest_sum), right(own.mean_sum), right(words.columns.deviation),
                          right(words.statistics.alpha), right(words.statistics.interval_from),
                          right(words.statistics.interval_to), right(own.standardised_alpha),
                          right(own.omega), right(own.error_of_measurement)}};
  for (const ReportedScale& scale : items.scales) {
    const PublishedScale& f = scale.figures;
    table.rows.push_back({scale_name(scale, words), std::to_string(f.items),
                          count_text(f.people, policy, words), statistic_text(f.highest, 1),
                          statistic_text(f.mean, 1), statistic_text(f.deviation, 1),
                          statistic_text(f.alpha, 2), statistic_text(f.alpha_low, 2),
                          statistic_text(f.alpha_high, 2), statistic_text(f.standardised_alpha, 2),
                          statistic_text(f.omega, 2), statistic_text(f.error_of_measurement, 1)});
  }
  return table;
}

Table items_table(const ReportedScale& scale, const ItemReport& report) {
  const ReportWords& words = report_words(report.language);
  const auto& own = words.item_statistics;
  Table table{.caption = scale_name(scale, words),
              .columns = {left(words.statistics.item), right(words.columns.people), right(own.facility),
                          right(words.columns.deviation), right(own.item_rest), right(own.alpha_if_dropped),
                          right(own.discrimination)}};
  if (report.is_of_results) {
    for (const std::string_view title : {own.not_sure, own.not_applicable, own.does_not_fit})
      table.columns.push_back(right(title));
  }
  for (const PublishedItem& item : scale.figures.of_items) {
    table.rows.push_back({item.id, count_text(item.people, report.rules.policy, words),
                          statistic_text(item.facility, 2), statistic_text(item.deviation, 2),
                          statistic_text(item.item_rest, 2), statistic_text(item.alpha_if_dropped, 2),
                          statistic_text(item.discrimination, 2)});
    if (!report.is_of_results) continue;
    table.rows.back().push_back(percent_text(item.not_sure));
    table.rows.back().push_back(percent_text(item.not_applicable));
    table.rows.back().push_back(count_text(item.does_not_fit, report.rules.policy, words));
  }
  return table;
}

Table answers_table(const ReportedScale& scale, const ItemReport& report) {
  const ReportWords& words = report_words(report.language);
  const auto& own = words.item_statistics;
  Table table{
      .caption = fill(own.answers_caption, {{"scale", scale_name(scale, words)}}),
      .key_columns = 2,
      .columns = {left(words.statistics.item), left(own.answer), right(words.columns.people), right("%")}};
  for (const PublishedItem& item : scale.figures.of_items) {
    for (const PublishedAnswer& answer : item.answers) {
      table.rows.push_back(
          {item.id, answer.is_correct ? fill(own.right_answer, {{"answer", answer.id}}) : answer.id,
           count_text(answer.people, report.rules.policy, words), percent_text(answer.share)});
    }
  }
  return table;
}

void add_remarks(const ReportedScale& scale, const ReportWords& words, std::vector<std::string>& lines) {
  for (const std::string& remark : scale.remarks)
    lines.push_back(fmt::format("{}: {}.", scale_name(scale, words), remark));
  for (std::size_t i = 0; i < scale.item_remarks.size(); ++i) {
    if (scale.item_remarks[i].empty()) continue;
    lines.push_back(
        fmt::format("{}: {}.", scale.figures.of_items[i].id, fmt::join(scale.item_remarks[i], "; ")));
  }
}

void add_sections(Report& text, const ReportedItems& items, const ItemReport& report) {
  const ReportWords& words = report_words(report.language);
  const auto& own = words.item_statistics;
  const auto heading = [&](std::string_view title) {
    return report.banks.size() > 1 ? fmt::format("{}: {}", title, items.bank.label) : std::string(title);
  };
  if (items.scales.empty()) {
    text.sections.push_back({heading(own.items), {people_sentence(items.people, report.rules, words)}, {}});
    return;
  }
  ReportSection look{.heading = heading(own.look)};
  ReportSection figures{.heading = heading(words.statistics.figures),
                        .tables = {domains_table(items, report)}};
  ReportSection answers{.heading = heading(own.answers)};
  for (const ReportedScale& scale : items.scales) {
    add_remarks(scale, words, look.paragraphs);
    figures.tables.push_back(items_table(scale, report));
    Table table = answers_table(scale, report);
    if (!table.rows.empty()) answers.tables.push_back(std::move(table));
  }
  if (look.paragraphs.empty()) look.paragraphs.emplace_back(own.nothing);
  text.sections.push_back(std::move(look));
  text.sections.push_back(std::move(figures));
  if (!answers.tables.empty()) text.sections.push_back(std::move(answers));
}

}  // namespace

Report to_report(const ItemReport& report) {
  const ReportWords& words = report_words(report.language);
  Report text{.language = report.language,
              .title = std::string(words.item_statistics.title),
              .marking = report.marking,
              .is_of_results = report.is_of_results,
              .notes = report.notes,
              .foreign_texts = report.foreign_texts,
              .policy = report.rules.policy,
              .protection = report.rules.protection};
  if (report.banks.size() == 1)
    text.headline.push_back(people_sentence(report.banks[0].people, report.rules, words));
  if (report.banks.empty()) text.headline.emplace_back(words.item_statistics.no_results);
  const std::string synthetic = synthetic_sentence(report.synthetic_files, report.files, words);
  if (!synthetic.empty()) text.headline.push_back(synthetic);
  for (const ReportedItems& items : report.banks) add_sections(text, items, report);
  return text;
}

}  // namespace assessment
