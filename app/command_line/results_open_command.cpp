// skills results open: sealed batches -> the plain files that are in them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <variant>
#include <vector>

#include "app/command_line/progress_line.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/results_commands.hpp"
#include "app/command_line/trainer_keys.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/results/storage.hpp"

namespace app {
namespace {

using assessment::Diagnostic;
using assessment::Diagnostics;

struct OpenOptions {
  std::vector<std::string> places;
  TrainerKeyOptions keys;
  std::string folder;
};

enum class Opened { now, before };

struct OutputFolder {
  std::string path;
  std::unique_ptr<assessment::Storage> storage;
};

// As a kiosk's own: its time tells the period and nothing else.
assessment::Appearance appearance_of(const assessment::ResultHeader& header) {
  assessment::Appearance appearance{.access = assessment::Access::group_may_read};
  if (const auto* batch = std::get_if<assessment::BatchHeader>(&header))
    appearance.modified = assessment::period_start(batch->period);
  return appearance;
}

// A file that was opened by an earlier run is no fault: the command can be repeated.
assessment::Expected<Opened> open_file(const std::string& path, const OutputFolder& folder,
                                       const assessment::TrainerKeys& keys) {
  if (!path.ends_with(assessment::sealed_suffix)) {
    return Diagnostic{
        .code = "not-sealed",
        .file = path,
        .text = fmt::format("this is no sealed batch: its name must end in {}", assessment::sealed_suffix)};
  }
  const auto lines = assessment::read_lines(path, &keys);
  if (!lines) return lines.faults();
  const auto batch = assessment::read_batch(*lines, path, [](const assessment::BatchRecord&) {});
  if (!batch) return batch.faults();
  const std::string name = assessment::opened_name(path);
  const auto present = folder.storage->read(name);
  if (present && *present == *lines) return Opened::before;
  if (present && *present) {
    return Diagnostic{.code = "already-there",
                      .file = (std::filesystem::path(folder.path) / name).string(),
                      .text = "is there already with other content, and stays as it is"};
  }
  const auto written = folder.storage->publish(name, *lines, appearance_of(*batch));
  if (written) return Opened::now;
  return written.faults();
}

struct OpenedFiles {
  int now = 0, before = 0, refused = 0;
  int status = status_done;
};

OpenedFiles open_files(const std::vector<std::string>& paths, const OutputFolder& folder,
                       const assessment::TrainerKeys& keys) {
  OpenedFiles all;
  Diagnostics faults;
  {
    ProgressLine progress;
    for (const std::string& path : paths) {
      const auto opened = open_file(path, folder, keys);
      if (!opened) {
        ++all.refused;
        all.status = std::max(all.status, status_of(opened.faults()));
        faults.insert(faults.end(), opened.faults().begin(), opened.faults().end());
      } else if (*opened == Opened::now) {
        ++all.now;
      } else {
        ++all.before;
      }
      const int done = all.now + all.before + all.refused;
      if (progress.is_due()) progress.show(fmt::format("{} of {} files", done, paths.size()));
    }
  }
  print(faults);
  return all;
}

int open_results(const OpenOptions& options) {
  const auto keys = read_trainer_keys(options.keys);
  if (!keys) return refuse(keys.faults());
  const auto paths = assessment::list_files(options.places, {assessment::sealed_suffix});
  if (!paths) return refuse(paths.faults());
  if (paths->empty()) {
    return refuse(
        Diagnostics{{.code = "no-results",
                     .text = fmt::format("there are no sealed batches (*{}) in {}", assessment::sealed_suffix,
                                         fmt::join(options.places, ", "))}});
  }
  std::error_code error;
  std::filesystem::create_directories(options.folder, error);
  if (error)
    return refuse(Diagnostics{{.code = "cannot-write", .file = options.folder, .text = error.message()}});
  auto storage = assessment::open_folder(options.folder);
  if (!storage) return refuse(storage.faults());
  const OpenedFiles files = open_files(*paths, {options.folder, std::move(*storage)}, **keys);
  fmt::print("{} opened into {}, {} were there already, {} refused\n", files.now, options.folder,
             files.before, files.refused);
  return files.status;
}

}  // namespace

void add_results_open_command(CLI::App& results, int& status) {
  CLI::App* open =
      results.add_subcommand("open", "Open sealed batches: plain files that other tools can read");
  const auto options = std::make_shared<OpenOptions>();
  open->add_option("DIR|FILE", options->places, "Folders of sealed batches, and sealed batches")->required();
  add_trainer_key_options(*open, options->keys);
  open->get_option("--key")->required();
  open->add_option("--out", options->folder, "The folder for the plain files, which are never overwritten")
      ->required()
      ->type_name("DIR");
  open->callback([options, &status] { status = open_results(*options); });
}

}  // namespace app
