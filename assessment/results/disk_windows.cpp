// The disk on Windows. Files take the rights of their folder; there are no unnamed files, and a name
// that MoveFileEx has written through needs no sync of its folder.
#include <fmt/format.h>
#include <windows.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "assessment/results/disk.hpp"

namespace assessment {
namespace {

namespace fs = std::filesystem;

fs::path path_from(const std::string& text) {
  return fs::path(std::u8string(text.begin(), text.end()));
}

std::string text_of(const fs::path& path) {
  const std::u8string text = path.generic_u8string();
  return {text.begin(), text.end()};
}

std::string code_of(DWORD error) {
  switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
      return "file-missing";
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
      return "file-exists";
    case ERROR_ACCESS_DENIED:
      return "no-permission";
    case ERROR_SHARING_VIOLATION:
      return "folder-in-use";
    case ERROR_WRITE_PROTECT:
      return "read-only";
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
      return "disk-full";
    default:
      return "storage-failed";
  }
}

Diagnostic fault(const std::string& path, std::string_view doing, DWORD error = ::GetLastError()) {
  const std::string reason = std::system_category().message(static_cast<int>(error));
  return {Severity::error, code_of(error), path, {}, fmt::format("cannot {}: {}", doing, reason)};
}

Outcome outcome_of(BOOL result, const std::string& path, std::string_view doing) {
  if (result == FALSE) return fault(path, doing);
  return Done{};
}

class Handle {
 public:
  explicit Handle(HANDLE handle) : handle_(handle) {}
  Handle(Handle&& other) noexcept : handle_(std::exchange(other.handle_, INVALID_HANDLE_VALUE)) {}
  Handle& operator=(Handle&&) = delete;
  ~Handle() {
    if (is_open()) ::CloseHandle(handle_);
  }
  HANDLE get() const { return handle_; }
  bool is_open() const { return handle_ != INVALID_HANDLE_VALUE; }

 private:
  HANDLE handle_;
};

// FILETIME counts tenths of a microsecond since 1601.
constexpr std::int64_t ticks_a_second = 10'000'000;
constexpr std::int64_t seconds_to_1970 = 11'644'473'600;

class WindowsFile : public Disk::File {
 public:
  WindowsFile(Handle file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

  Expected<std::size_t> write(std::string_view bytes) override {
    const auto most = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), 1U << 30));
    DWORD written = 0;
    if (::WriteFile(file_.get(), bytes.data(), most, &written, nullptr) == FALSE)
      return fault(path_, "write");
    return std::size_t{written};
  }
  Outcome cut(std::uint64_t size) override {
    FILE_END_OF_FILE_INFO end{};
    end.EndOfFile.QuadPart = static_cast<LONGLONG>(size);
    return outcome_of(::SetFileInformationByHandle(file_.get(), FileEndOfFileInfo, &end, sizeof end), path_,
                      "cut");
  }
  Outcome set_appearance(const Appearance& appearance) override;
  Outcome sync() override;
  Expected<std::int64_t> modified() override;
  Expected<std::string> read() override;
  Outcome name(const std::string&) override { return fault(path_, "name", ERROR_NOT_SUPPORTED); }

 private:
  Handle file_;
  std::string path_;
};

Outcome WindowsFile::set_appearance(const Appearance& appearance) {
  if (!appearance.modified) return Done{};
  const auto ticks = static_cast<std::uint64_t>((*appearance.modified + seconds_to_1970) * ticks_a_second);
  const FILETIME time{static_cast<DWORD>(ticks), static_cast<DWORD>(ticks >> 32U)};
  return outcome_of(::SetFileTime(file_.get(), &time, &time, &time), path_, "set the time of");
}

Outcome WindowsFile::sync() {
  if (::FlushFileBuffers(file_.get()) != FALSE) return Done{};
  // Open for reading alone, because it is write-protected: then nothing waits to be written.
  if (::GetLastError() == ERROR_ACCESS_DENIED) return Done{};
  return fault(path_, "sync");
}

Expected<std::int64_t> WindowsFile::modified() {
  FILETIME time{};
  if (::GetFileTime(file_.get(), nullptr, nullptr, &time) == FALSE)
    return fault(path_, "ask for the time of");
  const std::uint64_t ticks = (std::uint64_t{time.dwHighDateTime} << 32U) + time.dwLowDateTime;
  return static_cast<std::int64_t>(ticks) / ticks_a_second - seconds_to_1970;
}

Expected<std::string> WindowsFile::read() {
  LARGE_INTEGER size{};
  if (::GetFileSizeEx(file_.get(), &size) == FALSE) return fault(path_, "ask for the size of");
  if (static_cast<std::uint64_t>(size.QuadPart) > largest_file) {
    return Diagnostic{Severity::error, "storage-failed", path_, {}, "not a file of a size that can be ours"};
  }
  std::string bytes(static_cast<std::size_t>(size.QuadPart), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    DWORD got = 0;
    const auto most = static_cast<DWORD>(bytes.size() - filled);
    if (::ReadFile(file_.get(), bytes.data() + filled, most, &got, nullptr) == FALSE)
      return fault(path_, "read");
    if (got == 0) break;
    filled += got;
  }
  bytes.resize(filled);
  return bytes;
}

class WindowsDisk : public Disk {
 public:
  explicit WindowsDisk(fs::path folder) : folder_(std::move(folder)) {}

  Expected<OpenFile> create_unnamed(const std::string& folder) override {
    return fault(path(folder), "create an unnamed file in", ERROR_NOT_SUPPORTED);
  }
  Expected<OpenFile> create(const std::string& name) override {
    return opened(name, GENERIC_WRITE, FILE_SHARE_READ, CREATE_NEW, "create");
  }
  Expected<OpenFile> open(const std::string& name, Purpose purpose) override;
  // Without MOVEFILE_REPLACE_EXISTING a name that is taken is a fault.
  Outcome rename(const std::string& from, const std::string& to) override {
    return outcome_of(::MoveFileExW(full(from).c_str(), full(to).c_str(), MOVEFILE_WRITE_THROUGH), path(to),
                      "name");
  }
  Outcome remove(const std::string& name) override {
    return outcome_of(::DeleteFileW(full(name).c_str()), path(name), "remove");
  }
  Outcome make_folder(const std::string& name) override {
    if (::CreateDirectoryW(full(name).c_str(), nullptr) == FALSE &&
        ::GetLastError() != ERROR_ALREADY_EXISTS) {
      return fault(path(name), "make");
    }
    return Done{};
  }
  Outcome sync_folder(const std::string& folder) override;
  Expected<std::vector<std::string>> list(const std::string& folder) override;
  Expected<std::uint64_t> free_bytes() override;
  Expected<OpenFile> lock(const std::string& name) override;
  std::string path(const std::string& name) const override { return text_of(full(name)); }

 private:
  fs::path full(const std::string& name) const { return name.empty() ? folder_ : folder_ / path_from(name); }
  Expected<OpenFile> opened(const std::string& name, DWORD access, DWORD share, DWORD creation,
                            std::string_view doing) const;

  fs::path folder_;
};

Expected<Disk::OpenFile> WindowsDisk::opened(const std::string& name, DWORD access, DWORD share,
                                             DWORD creation, std::string_view doing) const {
  // Links are opened themselves and not followed.
  constexpr DWORD flags = FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT;
  Handle file(::CreateFileW(full(name).c_str(), access, share, nullptr, creation, flags, nullptr));
  if (!file.is_open()) return fault(path(name), doing);
  FILE_ATTRIBUTE_TAG_INFO info{};
  if (::GetFileInformationByHandleEx(file.get(), FileAttributeTagInfo, &info, sizeof info) != FALSE &&
      (info.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0) {
    return fault(path(name), doing, ERROR_CANT_ACCESS_FILE);
  }
  return OpenFile(std::make_unique<WindowsFile>(std::move(file), path(name)));
}

Expected<Disk::OpenFile> WindowsDisk::open(const std::string& name, Purpose purpose) {
  if (purpose == Purpose::rewriting)
    return opened(name, GENERIC_WRITE, FILE_SHARE_READ, OPEN_EXISTING, "open");
  // To be synced before it is read, a file must be open for writing too.
  auto file = opened(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, OPEN_EXISTING, "open");
  if (file || file.faults().front().code == "file-missing") return file;
  return opened(name, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, OPEN_EXISTING, "open");
}

// The journal keeps the order of removals; not every file system lets a folder be flushed.
Outcome WindowsDisk::sync_folder(const std::string& folder) {
  const Handle opened(::CreateFileW(full(folder).c_str(), GENERIC_WRITE,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                    OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
  if (opened.is_open()) static_cast<void>(::FlushFileBuffers(opened.get()));
  return Done{};
}

Expected<std::vector<std::string>> WindowsDisk::list(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  fs::directory_iterator entry(full(folder), error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (!entry->is_directory(error)) names.push_back(text_of(entry->path().filename()));
  }
  if (error) return fault(path(folder), "list", static_cast<DWORD>(error.value()));
  std::ranges::sort(names);
  return names;
}

Expected<std::uint64_t> WindowsDisk::free_bytes() {
  ULARGE_INTEGER free{};
  if (::GetDiskFreeSpaceExW(folder_.c_str(), &free, nullptr, nullptr) != FALSE)
    return std::uint64_t{free.QuadPart};
  Diagnostic missing = fault(path(""), "ask for the free space of");
  if (missing.code == "file-missing") missing.code = "folder-missing";
  return missing;
}

Expected<Disk::OpenFile> WindowsDisk::lock(const std::string& name) {
  auto file = opened(name, GENERIC_READ | GENERIC_WRITE, 0, OPEN_ALWAYS, "lock");
  if (!file && file.faults().front().code == "folder-in-use") return OpenFile();
  return file;
}

}  // namespace

Expected<std::shared_ptr<Disk>> open_disk(const std::string& folder) {
  std::error_code error;
  const fs::path path = path_from(folder);
  fs::create_directories(path, error);
  if (!error && !fs::is_directory(path, error) && !error)
    error = std::make_error_code(std::errc::not_a_directory);
  if (error) return fault(folder, "make the data folder", static_cast<DWORD>(error.value()));
  return open_existing_disk(folder);
}

Expected<std::shared_ptr<Disk>> open_existing_disk(const std::string& folder) {
  const fs::path path = path_from(folder);
  std::error_code error;
  if (!fs::is_directory(path, error)) return fault(folder, "open the folder", ERROR_PATH_NOT_FOUND);
  return std::shared_ptr<Disk>(std::make_shared<WindowsDisk>(path));
}

}  // namespace assessment
