#include "app/platform/folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "assessment/results/result_files.hpp"

namespace app::platform {

namespace {

namespace fs = std::filesystem;

bool is_result_file(const std::string& name) {
  return name.ends_with(".results.jsonl") || name.ends_with(".results.sealed");
}

}  // namespace

FolderListing list_folder(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::weakly_canonical(path.empty() ? "." : path, error);
  FolderListing listing{.path = folder.string()};
  if (folder.has_parent_path() && folder.parent_path() != folder)
    listing.parent = folder.parent_path().string();
  auto entry = fs::directory_iterator(folder, error);
  listing.is_readable = !error;
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code unknown;
    if (name.starts_with('.')) continue;
    if (entry->is_directory(unknown)) listing.folders.push_back(name);
    if (is_result_file(name)) ++listing.result_files;
  }
  std::ranges::sort(listing.folders);
  return listing;
}

std::string home_folder() {
  const char* home = std::getenv("HOME");
  return home == nullptr || *home == '\0' ? "." : home;
}

std::string documents_folder() {
  const fs::path documents = fs::path(home_folder()) / "Documents";
  std::error_code error;
  return fs::is_directory(documents, error) ? documents.string() : home_folder();
}

std::string path_in(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

FolderStamp stamp_results(const std::vector<std::string>& places) {
  FolderStamp stamps;
  const auto files = assessment::list_result_files(places);
  if (!files) return stamps;
  for (const std::string& file : *files) {
    if (const auto stamp = stamp_of(file)) stamps[file] = *stamp;
  }
  return stamps;
}

}  // namespace app::platform
