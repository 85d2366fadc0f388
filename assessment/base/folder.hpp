// What is in a folder.
//
// Codes of faults, frozen: "file-unreadable".
#pragma once

#include <string>
#include <vector>

#include "assessment/base/expected.hpp"

namespace assessment {

enum class EntryKind {
  folder,
  linked_folder,  // a link that leads to one
  other,          // files, and links to them
};

struct FolderEntry {
  std::string name{};  // without the folder
  EntryKind kind = EntryKind::other;
};

// In no order, without "." and "..". What vanishes meanwhile is "other" (folder_posix.cpp,
// folder_windows.cpp).
Expected<std::vector<FolderEntry>> read_folder(const std::string& path);

}  // namespace assessment
