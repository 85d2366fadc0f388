#include "app/trainer/desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "app/command_line/ledger_file.hpp"
#include "app/command_line/protected_tables.hpp"
#include "app/command_line/terminal.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/reporting/csv.hpp"
#include "assessment/reporting/html.hpp"
#include "assessment/reporting/json.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/results/storage.hpp"

namespace app::trainer {

namespace {

using assessment::Diagnostic;
using assessment::Expected;
using platform::PostAction;

constexpr double least_advance = 0.005;  // between two messages about progress

std::map<assessment::Dimension, std::vector<std::string>> values_of(const assessment::PeopleByCell& people) {
  std::map<assessment::Dimension, std::set<std::string>> found;
  for (const auto& [cell, count] : people) {
    for (std::size_t i = 0; i < cell.size(); ++i)
      found[static_cast<assessment::Dimension>(i)].insert(cell[i]);
  }
  std::map<assessment::Dimension, std::vector<std::string>> values;
  for (const auto& [dimension, all] : found) values[dimension].assign(all.begin(), all.end());
  return values;
}

std::string_view ending_of(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv:
      return ".csv";
    case ExportFormat::html:
      return ".html";
    case ExportFormat::json:
      break;
  }
  return ".json";
}

std::string render(const SaveReport& command) {
  switch (command.format) {
    case ExportFormat::csv:
      return assessment::render_csv(*command.report);
    case ExportFormat::html:
      return assessment::render_html(*command.report);
    case ExportFormat::json:
      break;
  }
  return assessment::render_json(*command.report);
}

}  // namespace

void Desk::carry_out(const TrainerCommand& command, const std::stop_token& stop, const PostAction& post) {
  std::visit(assessment::Overloaded{
                 [&](const ListFolder& list) { post(FolderListed{platform::list_folder(list.folder)}); },
                 [&](const ReadResults& places) { read(places, stop, post); },
                 [&](const StopReading&) {},  // the background's own affair
                 [&](const MakeFigures& wanted) {
                   auto figures = make(wanted.choice);
                   if (figures) {
                     post(FiguresMade{std::move(figures).value()});
                   } else {
                     post(FiguresRefused{wanted.choice, figures.faults()});
                   }
                 },
                 [&](const SaveReport& wanted) {
                   const auto path = save(wanted);
                   if (path) {
                     post(FiguresSaved{*path});
                   } else {
                     post(FiguresNotSaved{path.faults()});
                   }
                 }},
             command);
}

// Stamped before it is read: what changes meanwhile is noticed afterwards.
void Desk::read(const ReadResults& command, const std::stop_token& stop, const PostAction& post) {
  const auto fail = [&](const assessment::Diagnostics& faults) {
    post(ReadingFailed{command.places, faults});
  };
  platform::FolderStamp stamp = platform::stamp_results(command.places);
  const auto* keys = setup_.keys ? &*setup_.keys : nullptr;
  auto files = assessment::list_result_files(command.places, keys);
  if (!files) return fail(files.faults());
  if (files->empty()) return fail({assessment::no_results_in(command.places)});
  double told = 0;
  auto results = assessment::aggregate_files(*std::move(files),
                                             {.grouping = assessment::finest_grouping(),
                                              .faulty_files = assessment::FaultyFiles::skip,
                                              .keys = keys,
                                              .threads = processor_count(),
                                              .progress =
                                                  [&](const assessment::ReadingProgress& progress) {
                                                    if (progress.share - told < least_advance) return;
                                                    told = progress.share;
                                                    post(ReadingAdvanced{progress.share, progress.bytes});
                                                  },
                                              .stop = stop});
  if (!results) return fail(results.faults());
  auto banks = find_banks(setup_.banks, results->banks);
  if (!banks) return fail(banks.faults());
  places_ = command.places;
  results_ = std::move(results).value();
  banks_ = std::move(banks).value();
  read_stamp_ = std::move(stamp);
  seen_stamp_ = read_stamp_;
  has_told_ = false;
  post(ResultsRead{command.places,
                   {.files = results_.files,
                    .synthetic_files = results_.synthetic_files,
                    .skipped = results_.skipped,
                    .values = values_of(results_.people),
                    .banks = std::make_shared<const std::vector<assessment::QuestionBank>>(banks_),
                    .read_on = to_text(today())}});
}

void Desk::look(const PostAction& post) {
  if (has_told_) return;
  const platform::FolderStamp stamp = platform::stamp_results(places_);
  const bool is_at_rest = stamp == std::exchange(seen_stamp_, stamp);
  if (stamp == read_stamp_ || !is_at_rest) return;
  has_told_ = true;
  post(FilesChanged{});
}

Expected<assessment::DisclosedTables> Desk::tables(const assessment::Grouping& grouping,
                                                   const FigureChoice& choice) const {
  const assessment::DisclosureQuestion question{
      .grouping = grouping, .filter = choice.filter, .people = results_.people, .today = to_text(today())};
  return disclose_with_ledger(assessment::regroup(results_.aggregate, grouping, choice.filter), question,
                              setup_.policy,
                              {.path = setup_.ledger, .respondents = respondents_of(results_)});
}

Expected<Figures> Desk::make(const FigureChoice& choice) const {
  assessment::Grouping grouping{.items = assessment::ItemCounting::on};
  const auto everyone = tables(grouping, choice);
  if (!everyone) return everyone.faults();
  if (choice.by) grouping.dimensions.push_back(*choice.by);
  const auto groups = choice.by ? tables(grouping, choice) : everyone;
  if (!groups) return groups.faults();

  std::set<std::string> skipped;
  for (const Diagnostic& fault : results_.skipped) skipped.insert(fault.file);
  assessment::ReportSource source{.files = results_.files,
                                  .synthetic_files = results_.synthetic_files,
                                  .skipped_files = skipped.size(),
                                  .made_on = to_text(today())};
  for (const assessment::RecordFilter& condition : choice.filter)
    source.conditions.push_back(condition_text(condition));
  Figures figures{.choice = choice, .made_on = to_text(today())};
  for (const std::string& language : setup_.languages) {
    const auto report = [&](const assessment::DisclosedTables& of) {
      return std::make_shared<const assessment::Report>(
          assessment::build_report(of, banks_, source, language));
    };
    figures.by_language[language] = {report(*everyone), report(*groups)};
  }
  return figures;
}

// Under a name that nothing has yet: what was saved before stays.
Expected<std::string> Desk::save(const SaveReport& command) const {
  const std::string bytes = render(command);
  const auto folder = assessment::open_folder(setup_.out);
  if (!folder) return folder.faults();
  constexpr int most_tries = 1000;
  for (int number = 1;; ++number) {
    const std::string name = number == 1 ? command.name : fmt::format("{}-{}", command.name, number);
    const std::string file = name + std::string(ending_of(command.format));
    const auto outcome = (*folder)->publish(file, bytes, {.access = assessment::Access::group_may_read});
    if (outcome) return platform::path_in(setup_.out, file);
    if (outcome.faults().front().code != "file-exists" || number == most_tries) return outcome.faults();
  }
}

}  // namespace app::trainer
