// The disk on Linux and other POSIX systems.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "assessment/results/disk.hpp"

namespace assessment {
namespace {

constexpr mode_t owner_only = 0600;
constexpr mode_t group_may_read = 0640;
constexpr mode_t folder_mode = 0750;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

std::string code_of(int error) {
  switch (error) {
    case ENOENT:
      return "file-missing";
    case EEXIST:
      return "file-exists";
    case EACCES:
    case EPERM:
      return "no-permission";
    case EROFS:
      return "read-only";
    case ENOSPC:
    case EDQUOT:
      return "disk-full";
    case EOPNOTSUPP:
      return "not-supported";
    default:
      return "storage-failed";
  }
}

// What went wrong with `path`, from errno.
Diagnostic fault(const std::string& path, std::string_view doing) {
  const int error = errno;
  return {
      Severity::error, code_of(error), path, {}, fmt::format("cannot {}: {}", doing, std::strerror(error))};
}

// The outcome of a call that says -1 for failure.
Outcome outcome_of(int result, const std::string& path, std::string_view doing) {
  if (result != 0) return fault(path, doing);
  return Done{};
}

template <class Call>
auto repeat_when_interrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

class PosixFile : public Disk::File {
 public:
  PosixFile(Descriptor file, int folder, std::string path)
      : file_(std::move(file)), folder_(folder), path_(std::move(path)) {}

  Expected<std::size_t> write(std::string_view bytes) override {
    const ssize_t written =
        repeat_when_interrupted([&] { return ::write(file_.number(), bytes.data(), bytes.size()); });
    if (written < 0) return fault(path_, "write");
    return static_cast<std::size_t>(written);
  }
  Outcome cut(std::uint64_t size) override {
    const auto length = static_cast<off_t>(size);
    return outcome_of(repeat_when_interrupted([&] { return ::ftruncate(file_.number(), length); }), path_,
                      "cut");
  }
  Outcome set_appearance(const Appearance& appearance) override;
  // Not repeated when interrupted: whatever a sync said but success, the file is not trusted.
  Outcome sync() override { return outcome_of(::fsync(file_.number()), path_, "sync"); }
  Expected<std::int64_t> modified() override;
  Expected<std::string> read() override;
  Outcome name(const std::string& name) override;

 private:
  Descriptor file_;
  int folder_;
  std::string path_;
};

Outcome PosixFile::set_appearance(const Appearance& appearance) {
  const mode_t mode = appearance.access == Access::owner_only ? owner_only : group_may_read;
  if (::fchmod(file_.number(), mode) != 0) return fault(path_, "set the mode of");
  if (!appearance.modified) return Done{};
  const timespec time{static_cast<time_t>(*appearance.modified), 0};
  const timespec access_and_change[2] = {time, time};
  return outcome_of(::futimens(file_.number(), access_and_change), path_, "set the time of");
}

Expected<std::int64_t> PosixFile::modified() {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) return fault(path_, "ask for the time of");
  return static_cast<std::int64_t>(status.st_mtim.tv_sec);
}

Expected<std::string> PosixFile::read() {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) return fault(path_, "ask for the size of");
  if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) > largest_file) {
    return Diagnostic{Severity::error, "storage-failed", path_, {}, "not a file of a size that can be ours"};
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = repeat_when_interrupted(
        [&] { return ::read(file_.number(), bytes.data() + filled, bytes.size() - filled); });
    if (got < 0) return fault(path_, "read");
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Outcome PosixFile::name(const std::string& name) {
  const std::string handle = fmt::format("/proc/self/fd/{}", file_.number());
  return outcome_of(::linkat(AT_FDCWD, handle.c_str(), folder_, name.c_str(), AT_SYMLINK_FOLLOW), path_,
                    "name");
}

class PosixDisk : public Disk {
 public:
  PosixDisk(std::string path, Descriptor folder) : path_(std::move(path)), folder_(std::move(folder)) {}

  Expected<OpenFile> create_unnamed(const std::string& folder) override {
    return opened(folder.empty() ? "." : folder, O_TMPFILE | O_WRONLY, "create a file in");
  }
  Expected<OpenFile> create(const std::string& name) override {
    return opened(name, O_CREAT | O_EXCL | O_WRONLY, "create");
  }
  Expected<OpenFile> open(const std::string& name, Purpose purpose) override {
    return opened(name, (purpose == Purpose::reading ? O_RDONLY | O_NONBLOCK : O_WRONLY), "open");
  }
  Outcome rename(const std::string& from, const std::string& to) override;
  Outcome rename_unless_there(const std::string& from, const std::string& to);
  Outcome remove(const std::string& name) override {
    return outcome_of(::unlinkat(folder_.number(), name.c_str(), 0), path(name), "remove");
  }
  Outcome make_folder(const std::string& name) override {
    if (::mkdirat(folder_.number(), name.c_str(), folder_mode) != 0 && errno != EEXIST)
      return fault(path(name), "make");
    return Done{};
  }
  Outcome sync_folder(const std::string& folder) override;
  Expected<std::vector<std::string>> list(const std::string& folder) override;
  Expected<std::uint64_t> free_bytes() override;
  Expected<OpenFile> lock(const std::string& name) override;
  std::string path(const std::string& name) const override {
    return name.empty() ? path_ : path_ + "/" + name;
  }

 private:
  Expected<OpenFile> opened(const std::string& name, int flags, std::string_view doing) const {
    Descriptor file(::openat(folder_.number(), name.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, owner_only));
    if (!file.is_open()) return fault(path(name), doing);
    return OpenFile(std::make_unique<PosixFile>(std::move(file), folder_.number(), path(name)));
  }

  std::string path_;
  Descriptor folder_;
};

Outcome PosixDisk::rename(const std::string& from, const std::string& to) {
  const int folder = folder_.number();
  if (::renameat2(folder, from.c_str(), folder, to.c_str(), RENAME_NOREPLACE) == 0) return Done{};
  if (errno != EINVAL) return fault(path(to), "name");
  // Shares that know no renaming without replacing know links, which never replace.
  if (::linkat(folder, from.c_str(), folder, to.c_str(), 0) == 0) return remove(from);
  if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) return fault(path(to), "name");
  return rename_unless_there(from, to);
}

// For sticks that know neither, such as exFAT and NTFS through FUSE. Another program that gives a file this
// name between the look and the call would lose it; names of batches are random, so that it could only be the
// same batch.
Outcome PosixDisk::rename_unless_there(const std::string& from, const std::string& to) {
  const int folder = folder_.number();
  struct stat status {};
  if (::fstatat(folder, to.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) errno = EEXIST;
  if (errno != ENOENT) return fault(path(to), "name");
  return outcome_of(::renameat(folder, from.c_str(), folder, to.c_str()), path(to), "name");
}

// Some network file systems cannot sync a folder and say so with EINVAL; they write names at once.
Outcome PosixDisk::sync_folder(const std::string& folder) {
  const char* name = folder.empty() ? "." : folder.c_str();
  const Descriptor opened(::openat(folder_.number(), name, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return fault(path(folder), "open the folder");
  if (::fsync(opened.number()) != 0 && errno != EINVAL) return fault(path(folder), "sync the folder");
  return Done{};
}

Expected<std::vector<std::string>> PosixDisk::list(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(path(folder), error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (!entry->is_directory(error)) names.push_back(entry->path().filename().string());
  }
  if (error) {
    errno = error.value();
    return fault(path(folder), "list");
  }
  std::ranges::sort(names);
  return names;
}

Expected<std::uint64_t> PosixDisk::free_bytes() {
  struct stat now {};
  struct stat opened {};
  if (::fstat(folder_.number(), &opened) != 0) return fault(path_, "look at");
  // Open folders live on when their name is gone, and what is saved there dies with the program.
  if (::stat(path_.c_str(), &now) != 0 || now.st_ino != opened.st_ino || now.st_dev != opened.st_dev) {
    return Diagnostic{Severity::error,
                      "folder-missing",
                      path_,
                      {},
                      "the data folder was moved or deleted; put it back, or start the program again"};
  }
  struct statvfs status {};
  if (::fstatvfs(folder_.number(), &status) != 0) return fault(path_, "ask for the free space of");
  if ((status.f_flag & ST_RDONLY) != 0) {
    errno = EROFS;
    return fault(path_, "write");
  }
  return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

Expected<Disk::OpenFile> PosixDisk::lock(const std::string& name) {
  Descriptor file(
      ::openat(folder_.number(), name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, owner_only));
  if (!file.is_open()) return fault(path(name), "open");
  if (repeat_when_interrupted([&] { return ::flock(file.number(), LOCK_EX | LOCK_NB); }) != 0) {
    if (errno == EWOULDBLOCK) return OpenFile();
    return fault(path(name), "lock");
  }
  return OpenFile(std::make_unique<PosixFile>(std::move(file), folder_.number(), path(name)));
}

// Makes one folder whose parent exists, and sees to it that its name outlives a power cut.
bool make_one_folder(const std::string& path) {
  if (::mkdir(path.c_str(), folder_mode) != 0) return errno == EEXIST;
  const std::string parent = std::filesystem::path(path).parent_path().string();
  const Descriptor opened(::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // A parent that may be written to but not read cannot be synced.
  return !opened.is_open() || ::fsync(opened.number()) == 0 || errno == EINVAL;
}

// Makes the folder and all in front of it that is missing; an existing one stays as it is.
bool make_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1); end != std::string::npos; end = path.find('/', end + 1)) {
    if (!make_one_folder(path.substr(0, end)) && errno != EACCES && errno != EROFS) return false;
  }
  return make_one_folder(path);
}

std::string without_end_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

Expected<std::shared_ptr<Disk>> open_disk(const std::string& folder) {
  const std::string path = without_end_slashes(folder);
  if (!make_folders(path)) return fault(path, "make the data folder");
  return open_existing_disk(path);
}

Expected<std::shared_ptr<Disk>> open_existing_disk(const std::string& folder) {
  std::string path = without_end_slashes(folder);
  Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return fault(path, "open the folder");
  return std::shared_ptr<Disk>(std::make_shared<PosixDisk>(std::move(path), std::move(opened)));
}

}  // namespace assessment
