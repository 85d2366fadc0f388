// Folders on Windows, by the standard library.
#include <filesystem>
#include <system_error>

#include "assessment/base/folder.hpp"

namespace assessment {
namespace {

namespace fs = std::filesystem;

EntryKind kind_of(const fs::directory_entry& entry) {
  std::error_code gone;
  if (!entry.is_directory(gone)) return EntryKind::other;
  return entry.is_symlink(gone) ? EntryKind::linked_folder : EntryKind::folder;
}

}  // namespace

Expected<std::vector<FolderEntry>> read_folder(const std::string& path) {
  std::error_code error;
  std::vector<FolderEntry> entries;
  fs::directory_iterator entry(std::u8string(path.begin(), path.end()), error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const auto name = entry->path().filename().u8string();
    entries.push_back({std::string(name.begin(), name.end()), kind_of(*entry)});
  }
  if (error) {
    return Diagnostic{
        .code = "file-unreadable", .file = path, .text = "cannot read the folder: " + error.message()};
  }
  return entries;
}

}  // namespace assessment
