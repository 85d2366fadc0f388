#include "app/command_line/data_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

// Opening would make one, and a mistyped name would look like a kiosk without results.
assessment::Outcome check_data_folder(const std::string& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(std::filesystem::path(folder) / "batches", error))
    return assessment::Done{};
  return assessment::Diagnostic{.code = "cannot-read",
                                .file = folder,
                                .text = "this is no data folder of a kiosk: it has no folder 'batches'"};
}

}  // namespace

assessment::Expected<std::unique_ptr<assessment::Storage>> open_batches(const std::string& folder) {
  const auto checked = check_data_folder(folder);
  if (!checked) return checked.faults();
  return assessment::open_folder(folder);
}

assessment::Expected<OpenPool> open_pool(const std::string& folder) {
  const auto checked = check_data_folder(folder);
  if (!checked) return checked.faults();
  auto storage = assessment::open_storage(folder);
  if (!storage) return storage.faults();
  const auto names = (*storage)->list("");
  if (!names) return names.faults();
  if (std::ranges::none_of(*names, [](const std::string& name) { return name.starts_with("pool."); })) {
    return assessment::Diagnostic{.code = "no-pool",
                                  .file = folder,
                                  .text = "there is no pool in this folder: no kiosk has used it yet"};
  }
  assessment::Random random(assessment::system_seed());
  auto pool = assessment::Pool::open(**storage, random);
  if (!pool) return pool.faults();
  return OpenPool{*std::move(storage), random, *std::move(pool)};
}

assessment::Expected<assessment::Campaign> read_campaign(const std::string& path) {
  if (path.empty()) return assessment::built_in_campaign();
  const auto bytes = assessment::read_file(path, assessment::largest_yaml);
  if (!bytes) return bytes.faults();
  return assessment::parse_campaign(*bytes, path);
}

}  // namespace app
