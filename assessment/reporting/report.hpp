// The one model behind every output: what a report says, before anything says how it looks.
//
// Built from DisclosedTables alone, so nothing unprotected can get in. The figures stand
// in it once, as data for CSV and JSON, and once more laid out as tables to be read; both
// are made here, so that outputs cannot disagree. Texts are in one language (report_words.hpp has which); ids
// are never translated.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/reporting/chart.hpp"
#include "assessment/reporting/item_history.hpp"
#include "assessment/reporting/report_words.hpp"
#include "assessment/statistics/disclosed_tables.hpp"

namespace assessment {

enum class Alignment { start, end };

struct Column {
  std::string title{};
  Alignment alignment = Alignment::start;

  bool operator==(const Column&) const = default;
};

// Every row has as many cells as there are columns. The first `key_columns` name the row.
struct Table {
  std::string caption{};
  std::size_t key_columns = 1;
  std::vector<Column> columns{};
  std::vector<std::vector<std::string>> rows{};
  std::optional<Chart> chart{};  // the same figures drawn, where a drawing shows more than the table

  bool operator==(const Table&) const = default;
};

struct ReportSection {
  std::string heading{};
  std::vector<std::string> paragraphs{};
  std::vector<Table> tables{};

  bool operator==(const ReportSection&) const = default;
};

// An id of the bank or of the batch, and what a reader calls it; without a bank the id itself.
struct Name {
  std::string id{};
  std::string label{};

  bool operator==(const Name&) const = default;
};

struct ReportedCount {
  Name name{};
  PublishedFigure count{};

  bool operator==(const ReportedCount&) const = default;
};

struct ReportedDomain {
  Name name{};
  PublishedFigure mean{}, standard_deviation{}, knowledge_mean{};  // tenths of a percentage point
  std::vector<ReportedCount> levels{};                             // in the order of the bank
  std::vector<ReportedCount> attained{};                           // by id; empty where the rule gives none
  PublishedFigure too_few_answers{};

  bool operator==(const ReportedDomain&) const = default;
};

struct ReportedItem {
  Name name{};
  std::vector<ReportedCount> answers{};  // in the order of the bank
  PublishedFigure without_answer{};
  PublishedFigure does_not_fit{};  // people who marked it so; absent where nobody of the bank did
  ItemHistory history{};

  bool operator==(const ReportedItem&) const = default;
};

struct ReportedGroup {
  Name bank{};             // what its ids belong to: "ID@MAJOR", and the bank's title
  std::vector<Name> by{};  // in the order of Report::dimensions
  PublishedFigure people{};
  std::string as_of{};  // the day of the earlier report whose row is repeated here; empty: none
  std::optional<ReportedDomain> overall{};
  std::vector<ReportedDomain> domains{};  // in the order of the bank
  std::vector<ReportedItem> items{};      // in the order of the bank

  bool operator==(const ReportedGroup&) const = default;
};

// A text of a bank that lacks the report's language, and the language it is in.
struct ForeignText {
  std::string text{};
  std::string language{};

  bool operator==(const ForeignText&) const = default;
};

struct Report {
  std::string language = "en";
  std::string title{};
  std::string marking{};                     // stands at the top and at the bottom; empty: none
  bool is_of_results = true;                 // false: of a table of scores, of which nothing else is known
  std::vector<std::string> headline{};       // what matters, in words
  std::vector<ReportSection> sections{};     // the same figures as `groups`, to be read
  std::vector<std::string> notes{};          // what the figures mean, how they are protected, and what is not
  std::string made_on{};                     // as ReportSource::made_on
  std::vector<ForeignText> foreign_texts{};  // the longest first

  DisclosurePolicy policy{};
  Protection protection = Protection::on;
  ItemCounting items = ItemCounting::off;
  std::vector<std::string> dimensions{};  // "role", …; "bank" leads where there are several
  PublishedFigure people{};
  std::string people_as_of{};  // as ReportedGroup::as_of
  std::vector<ReportedGroup> groups{};
  Suppressed suppressed{};

  bool operator==(const Report&) const = default;
};

// What the figures were made from, beyond the figures.
struct ReportSource {
  int files = 0;
  int synthetic_files = 0;                // made by `skills simulate`
  std::vector<std::string> conditions{};  // the filter, as typed: "role=clinical"
  std::size_t skipped_files = 0;          // left out because they could not be read
  std::string made_on{};                  // the day, as "2026-11-22"; empty: not told

  bool operator==(const ReportSource&) const = default;
};

// Whether a report is laid out to be read, or nobody will look at more than its groups.
enum class Sections { made, left_out };

// Titles, labels and order come from the first of `banks` that is of a group's series, and of items that it
// does not have from the others; whatever these do not know follows by id. Items keep their row however
// versions change: what changed or was retired between the versions among `banks` is marked. Texts of
// banks are taken in `language`, else in the bank's first; the report's own in `language`, else in English.
Report build_report(const DisclosedTables& tables, const std::vector<QuestionBank>& banks,
                    const ReportSource& source, std::string_view language = "en",
                    Sections sections = Sections::made);

// "35", "*", "fewer than 10", or "-" where there is nothing to show.
std::string count_text(const PublishedFigure& figure, const DisclosurePolicy& policy,
                       const ReportWords& words = report_words("en"));

// As count_text, with the day where a row is repeated: "35 (as of 2026-11-22)".
std::string people_text(const PublishedFigure& figure, const DisclosurePolicy& policy,
                        const std::string& as_of, const ReportWords& words = report_words("en"));

// "changed in 1.1.0", "retired in 2.0.0", both, or nothing.
std::string history_text(const ItemHistory& history, const ReportWords& words = report_words("en"));

// "61.3", "*", or "-" where there is nothing to show.
std::string tenths_text(const PublishedFigure& figure);

}  // namespace assessment
