#include "app/platform/files.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace app::platform {

namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::optional<std::string> find_share_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path beside_program = program.parent_path().parent_path() / "share" / "skills-kiosk";
    if (fs::is_directory(beside_program / "assets", error)) return beside_program.string();
  }
  const fs::path installed = KIOSK_INSTALLED_SHARE;
  if (fs::is_directory(installed / "assets", error)) return installed.string();
  return std::nullopt;
}

std::string default_data_folder() {
  const std::string data_home = variable("XDG_DATA_HOME");
  if (!data_home.empty()) return (fs::path(data_home) / "skills-kiosk").string();
  const std::string home = variable("HOME");
  return (fs::path(home.empty() ? "." : home) / ".local" / "share" / "skills-kiosk").string();
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  std::error_code no_time, no_size;
  const auto written = std::filesystem::last_write_time(path, no_time);
  const auto size = std::filesystem::file_size(path, no_size);
  if (no_time || no_size) return std::nullopt;
  return FileStamp{written.time_since_epoch().count(), size};
}

std::vector<std::string> files_in(const std::string& folder, std::string_view suffix) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename().string().ends_with(suffix)) paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  return paths;
}

bool is_file(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool exists(const std::string& path) {
  std::error_code error;
  return fs::status(path, error).type() != fs::file_type::not_found;
}

std::string beside(const std::string& from, const std::string& path) {
  return (fs::path(from).parent_path() / path).string();
}

}  // namespace app::platform
