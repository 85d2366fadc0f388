// Folders the kiosk knows, and what can be seen of files from outside.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app::platform {

// The folder with assets and question_banks: share/skills-kiosk beside the program's own folder, as
// in the build tree, then that of the installation. None: neither is there.
std::optional<std::string> find_share_folder();

// XDG_DATA_HOME/skills-kiosk, else .local/share/skills-kiosk in the home folder, else in the present folder.
std::string default_data_folder();

// What changes when a file is written again; none where there is no such file.
struct FileStamp {
  std::int64_t written = 0;  // in the file system's own time
  std::uintmax_t size = 0;   // bytes

  bool operator==(const FileStamp&) const = default;
};
std::optional<FileStamp> stamp_of(const std::string& path);

// The files of the folder whose names end so, as paths, sorted by name; none where there is no such folder.
std::vector<std::string> files_in(const std::string& folder, std::string_view suffix);

bool is_file(const std::string& path);
// True also for what is no file, and where the system does not let us look.
bool exists(const std::string& path);

// `path` as seen from the folder of the file `from`.
std::string beside(const std::string& from, const std::string& path);

}  // namespace app::platform
