// Everything that can happen to the trainer's dashboard: from its panels, and from work done in the
// background.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/core/action.hpp"
#include "assessment/bank/bank.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/reporting/report.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace app {

// The pages of the dashboard, in the order of their tabs from `needs` to `about`.
enum class TrainerPage { begin, loading, needs, levels, knowledge, questions, change, about, group, filters };

// A folder as rows to pick from.
struct FolderListing {
  std::string path{};                  // absolute
  std::string parent{};                // empty: there is none
  std::vector<std::string> folders{};  // names, sorted
  int result_files = 0;                // directly in it
  bool is_readable = true;

  bool operator==(const FolderListing&) const = default;
};

// What the figures are of, and in which groups.
struct FigureChoice {
  std::optional<assessment::Dimension> by = assessment::Dimension::role;  // none: everyone is one group
  std::vector<assessment::RecordFilter> filter{};  // each dimension at most once, in their order

  bool operator==(const FigureChoice&) const = default;
};

// What was read, beyond the figures: names, never numbers of people.
struct Contents {
  int files = 0;
  int synthetic_files = 0;
  assessment::Diagnostics skipped{};  // files that were left out, and why
  // Values that occur, sorted: what there is to filter by.
  std::map<assessment::Dimension, std::vector<std::string>> values{};
  std::shared_ptr<const std::vector<assessment::QuestionBank>> banks{};  // never null
  std::string read_on{};                                                 // "2026-11-22"

  bool operator==(const Contents&) const = default;
};

using SharedReport = std::shared_ptr<const assessment::Report>;

// One choice's figures in one language; both passed disclose(). Never null.
struct FigureReports {
  SharedReport everyone{};  // as one group
  SharedReport groups{};

  bool operator==(const FigureReports&) const = default;
};

struct Figures {
  FigureChoice choice{};
  std::map<std::string, FigureReports> by_language{};  // by tag, one for each language of the interface
  std::string made_on{};                               // "2026-11-22"

  bool operator==(const Figures&) const = default;
};

// How the rows of the table of questions are ordered.
enum class QuestionOrder { bank, points, without_answer, does_not_fit };

enum class ExportFormat { csv, html, json };

// From panels ----------------------------------------------------------------------------------

struct ShowPage {
  TrainerPage page = TrainerPage::needs;
  bool operator==(const ShowPage&) const = default;
};
struct LookInto {  // a folder of the first page
  std::string folder{};
  bool operator==(const LookInto&) const = default;
};
struct OpenFolder {
  std::string folder{};
  bool operator==(const OpenFolder&) const = default;
};
struct CancelReading {
  bool operator==(const CancelReading&) const = default;
};
struct GroupBy {
  assessment::Dimension dimension = assessment::Dimension::role;
  bool operator==(const GroupBy&) const = default;
};
struct ChooseBank {    // which the pages speak of, and go on speaking of
  std::string bank{};  // id, as ReportedGroup::bank
  bool operator==(const ChooseBank&) const = default;
};
struct ChooseGroup {  // whose figures the panels show
  std::optional<std::size_t> group =
      0;  // index into the groups of the report, of the bank on show; none: everyone
  bool operator==(const ChooseGroup&) const = default;
};
struct OpenCell {  // of the heat map
  std::size_t group = 0;
  std::string domain{};
  bool operator==(const OpenCell&) const = default;
};
struct ToggleFilter {
  assessment::Dimension dimension = assessment::Dimension::role;
  std::string value{};
  bool operator==(const ToggleFilter&) const = default;
};
struct ApplyFilters {
  bool operator==(const ApplyFilters&) const = default;
};
struct ClearFilters {
  bool operator==(const ClearFilters&) const = default;
};
struct OrderQuestions {
  QuestionOrder order = QuestionOrder::bank;
  bool operator==(const OrderQuestions&) const = default;
};
enum class ComparedSide { before, after };
struct CompareGroup {
  ComparedSide side = ComparedSide::before;
  std::size_t group = 0;
  bool operator==(const CompareGroup&) const = default;
};
struct SaveFigures {
  ExportFormat format = ExportFormat::csv;
  bool operator==(const SaveFigures&) const = default;
};

// From the background --------------------------------------------------------------------------

struct FolderListed {
  FolderListing listing{};
  bool operator==(const FolderListed&) const = default;
};
struct ReadingAdvanced {
  double share = 0;  // 0 .. 1
  std::int64_t bytes = 0;
  bool operator==(const ReadingAdvanced&) const = default;
};
struct ResultsRead {
  std::vector<std::string> places{};
  Contents contents{};
  bool operator==(const ResultsRead&) const = default;
};
struct ReadingFailed {  // also when it was cancelled: the code says so
  std::vector<std::string> places{};
  assessment::Diagnostics faults{};
  bool operator==(const ReadingFailed&) const = default;
};
struct FilesChanged {
  bool operator==(const FilesChanged&) const = default;
};
struct FiguresMade {
  Figures figures{};
  bool operator==(const FiguresMade&) const = default;
};
struct FiguresRefused {
  FigureChoice choice{};
  assessment::Diagnostics faults{};
  bool operator==(const FiguresRefused&) const = default;
};
struct FiguresSaved {
  std::string path{};
  bool operator==(const FiguresSaved&) const = default;
};
struct FiguresNotSaved {
  assessment::Diagnostics faults{};
  bool operator==(const FiguresNotSaved&) const = default;
};

// NextLanguage, NextTextSize, NextContrast and GoBack are those of the kiosk, and the same keys ask for them.
using TrainerAction =
    std::variant<ShowPage, LookInto, OpenFolder, CancelReading, GroupBy, ChooseBank, ChooseGroup, OpenCell,
                 ToggleFilter, ApplyFilters, ClearFilters, OrderQuestions, CompareGroup, SaveFigures, GoBack,
                 NextLanguage, NextTextSize, NextContrast, FolderListed, ReadingAdvanced, ResultsRead,
                 ReadingFailed, FilesChanged, FiguresMade, FiguresRefused, FiguresSaved, FiguresNotSaved>;

}  // namespace app
