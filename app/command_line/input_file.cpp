#include "app/command_line/input_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

#include "app/command_line/commands.hpp"

namespace app {

assessment::Expected<std::string> read_input_file(const std::string& path, std::size_t largest) {
  const auto refuse = [&](const char* code, std::string text) {
    return assessment::Diagnostic{assessment::Severity::error, code, path, {}, std::move(text)};
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return refuse("cannot-read", "there is no such file");
  if (error) return refuse("cannot-read", fmt::format("cannot be read: {}", error.message()));
  if (!std::filesystem::is_regular_file(status)) return refuse("not-a-file", "this is not a regular file");
  std::ifstream file(std::filesystem::path(path), std::ios::binary);
  if (!file) return refuse("cannot-read", fmt::format("cannot be opened: {}", std::strerror(errno)));

  std::string bytes;
  std::array<char, 65536> piece{};
  while (file && bytes.size() <= largest) {
    file.read(piece.data(), piece.size());
    bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return refuse("cannot-read", fmt::format("cannot be read: {}", std::strerror(errno)));
  if (bytes.size() > largest) return refuse("too-large", fmt::format("more than {} bytes", largest));
  return bytes;
}

void print(const assessment::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) fmt::print(stderr, "{}\n", to_text(diagnostic));
}

int status_of(const assessment::Diagnostics& faults) {
  // What a file or device does wrong; all other codes say what is wrong with what it holds.
  static const std::set<std::string> of_devices{
      "cannot-read",    "cannot-write",      "file-missing",     "file-unreadable", "file-exists",
      "no-permission",  "read-only",         "disk-full",        "disk-too-full",   "folder-in-use",
      "storage-failed", "pool-key-missing",  "pool-key-damaged", "pool-unreadable", "outbox-missing",
      "copy-damaged",   "changed-meanwhile", "kiosk-key-damaged"};
  const bool is_of_device =
      std::ranges::any_of(faults, [](const auto& fault) { return of_devices.contains(fault.code); });
  return is_of_device ? status_device_failed : status_refused;
}

int refuse(const assessment::Diagnostics& faults) {
  print(faults);
  return status_of(faults);
}

}  // namespace app
