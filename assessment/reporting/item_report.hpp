// Item statistics to be read, and as data: one model, three renderings.
//
// Holds published figures only. Texts are in one language (report_words.hpp has which); ids are never
// translated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/reporting/report.hpp"
#include "assessment/statistics/published_items.hpp"
#include "assessment/statistics/scored_files.hpp"

namespace assessment {

// One measure of one domain, or a whole table.
struct ReportedScale {
  std::string bank{};     // "ID@MAJOR"; empty: of a table
  Name domain{};          // of a table: empty
  std::string measure{};  // "self", "knowledge"; of a table "score"
  PublishedScale figures{};
  std::vector<std::string> remarks{};
  std::vector<std::vector<std::string>> item_remarks{};  // as many as figures.of_items

  bool operator==(const ReportedScale&) const = default;
};

// A group of people of one bank, or those of a table.
struct ReportedItems {
  Name bank{};
  PublishedFigure people{};
  std::vector<ReportedScale> scales{};  // empty where the group is too small

  bool operator==(const ReportedItems&) const = default;
};

struct ItemReport {
  std::string language = "en";
  std::string marking{};  // "NOT FOR SHARING…"; empty: none
  FigureRules rules{};
  bool is_of_results = false;
  int files = 0, synthetic_files = 0;
  std::vector<ReportedItems> banks{};
  std::vector<std::string> notes{};
  std::vector<ForeignText> foreign_texts{};  // as Report::foreign_texts
};

// Of a table that nobody has to be protected in: `highest` is the highest score an item can have, or none:
// then the highest that occurs is taken for it, where none is below 0.
ItemReport report_items(const ScoreMatrix& matrix, std::optional<Rational> highest = std::nullopt,
                        std::string_view language = "en");

// Of people's results. Refuses Protection::off under a policy that does not allow it, as disclose() does.
Expected<ItemReport> report_items(const ScoredFiles& files, const FigureRules& rules,
                                  std::string_view language = "en");

// As tables, for render_terminal.
Report to_report(const ItemReport& report);

// Tidy long form, one figure a line: bank, domain, measure, item, statistic, category, value.
std::string render_csv(const ItemReport& report);

// docs/reports.md has the shape.
std::string render_json(const ItemReport& report);

}  // namespace assessment
