// Item statistics as tables to be read.
#include <fmt/format.h>

#include "assessment/reporting/item_report.hpp"
#include "assessment/reporting/report_notes.hpp"

namespace assessment {
namespace {

std::string percent_text(const PublishedStatistic& share) {
  if (!share.is_shown()) return statistic_text(share, 0);
  return fmt::format("{:.0f}", 100 * share.value);
}

std::string scale_name(const ReportedScale& scale) {
  if (scale.domain.id.empty()) return "All items";
  return scale.measure == "knowledge" ? scale.domain.label + " (knowledge)" : scale.domain.label;
}

Column right(std::string title) {
  return {std::move(title), Alignment::end};
}

Table domains_table(const ReportedItems& items, const DisclosurePolicy& policy) {
  Table table{.caption = "How well the items of a domain go together",
              .columns = {{"Domain"},
                          right("Items"),
                          right("People"),
                          right("Highest sum"),
                          right("Mean sum"),
                          right("SD"),
                          right("Alpha"),
                          right("95 % from"),
                          right("to"),
                          right("Standard. alpha"),
                          right("Omega"),
                          right("SEM")}};
  for (const ReportedScale& scale : items.scales) {
    const PublishedScale& f = scale.figures;
    table.rows.push_back({scale_name(scale), std::to_string(f.items), count_text(f.people, policy),
                          statistic_text(f.highest, 1), statistic_text(f.mean, 1),
                          statistic_text(f.deviation, 1), statistic_text(f.alpha, 2),
                          statistic_text(f.alpha_low, 2), statistic_text(f.alpha_high, 2),
                          statistic_text(f.standardised_alpha, 2), statistic_text(f.omega, 2),
                          statistic_text(f.error_of_measurement, 1)});
  }
  return table;
}

Table items_table(const ReportedScale& scale, const ItemReport& report) {
  Table table{.caption = scale_name(scale),
              .columns = {{"Item"},
                          right("People"),
                          right("Facility"),
                          right("SD"),
                          right("Item-rest r"),
                          right("Alpha if dropped"),
                          right("Discri- mination")}};
  if (report.is_of_results) {
    for (const char* title : {"Not sure %", "Not applicable %", "Does not fit"})
      table.columns.push_back(right(title));
  }
  for (const PublishedItem& item : scale.figures.of_items) {
    table.rows.push_back({item.id, count_text(item.people, report.rules.policy),
                          statistic_text(item.facility, 2), statistic_text(item.deviation, 2),
                          statistic_text(item.item_rest, 2), statistic_text(item.alpha_if_dropped, 2),
                          statistic_text(item.discrimination, 2)});
    if (!report.is_of_results) continue;
    table.rows.back().push_back(percent_text(item.not_sure));
    table.rows.back().push_back(percent_text(item.not_applicable));
    table.rows.back().push_back(count_text(item.does_not_fit, report.rules.policy));
  }
  return table;
}

Table answers_table(const ReportedScale& scale, const ItemReport& report) {
  Table table{.caption = scale_name(scale) + ": share of each answer",
              .key_columns = 2,
              .columns = {{"Item"}, {"Answer"}, right("People"), right("%")}};
  for (const PublishedItem& item : scale.figures.of_items) {
    for (const PublishedAnswer& answer : item.answers) {
      table.rows.push_back({item.id, answer.is_correct ? answer.id + " (right)" : answer.id,
                            count_text(answer.people, report.rules.policy), percent_text(answer.share)});
    }
  }
  return table;
}

void add_remarks(const ReportedScale& scale, std::vector<std::string>& lines) {
  for (const std::string& remark : scale.remarks) {
    lines.push_back(fmt::format("{}: {}.", scale_name(scale), remark));
  }
  for (std::size_t i = 0; i < scale.item_remarks.size(); ++i) {
    if (scale.item_remarks[i].empty()) continue;
    lines.push_back(
        fmt::format("{}: {}.", scale.figures.of_items[i].id, fmt::join(scale.item_remarks[i], "; ")));
  }
}

void add_sections(Report& text, const ReportedItems& items, const ItemReport& report) {
  const std::string of_bank = report.banks.size() > 1 ? ": " + items.bank.label : "";
  if (items.scales.empty()) {
    text.sections.push_back({"Items" + of_bank, {people_sentence(items.people, report.rules)}, {}});
    return;
  }
  ReportSection look{.heading = "What to look at" + of_bank};
  ReportSection figures{.heading = "Figures" + of_bank,
                        .tables = {domains_table(items, report.rules.policy)}};
  ReportSection answers{.heading = "Answers" + of_bank};
  for (const ReportedScale& scale : items.scales) {
    add_remarks(scale, look.paragraphs);
    figures.tables.push_back(items_table(scale, report));
    Table table = answers_table(scale, report);
    if (!table.rows.empty()) answers.tables.push_back(std::move(table));
  }
  if (look.paragraphs.empty()) look.paragraphs.emplace_back("Nothing stands out.");
  text.sections.push_back(std::move(look));
  text.sections.push_back(std::move(figures));
  if (!answers.tables.empty()) text.sections.push_back(std::move(answers));
}

}  // namespace

Report to_report(const ItemReport& report) {
  Report text{.title = "Item statistics",
              .marking = report.marking,
              .is_of_results = report.is_of_results,
              .notes = report.notes,
              .policy = report.rules.policy,
              .protection = report.rules.protection};
  if (report.banks.size() == 1)
    text.headline.push_back(people_sentence(report.banks[0].people, report.rules));
  if (report.banks.empty()) text.headline.emplace_back("There are no results.");
  const std::string synthetic = synthetic_sentence(report.synthetic_files, report.files);
  if (!synthetic.empty()) text.headline.push_back(synthetic);
  for (const ReportedItems& items : report.banks) add_sections(text, items, report);
  return text;
}

}  // namespace assessment
