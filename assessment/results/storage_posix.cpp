// The data folder on Linux and other POSIX systems.
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
#include <span>
#include <utility>

#include "assessment/results/storage.hpp"

namespace assessment {
namespace {

constexpr std::size_t largest_file = 256U * 1024 * 1024;
constexpr mode_t owner_only = 0600;
constexpr mode_t group_may_read = 0640;
constexpr mode_t folder_mode = 0750;

// A name never seen for long: where a file grows on systems without unnamed files. Always the same for
// the same file, so that what a crash left behind is found and used again, and another for every other, so
// that two programs can publish to one folder.
std::string growing_name(const std::string& file) {
  return "." + file + ".growing";
}

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

template <class Call>
auto repeat_when_interrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written =
        repeat_when_interrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool set_appearance(int descriptor, const Appearance& appearance) {
  const mode_t mode = appearance.access == Access::owner_only ? owner_only : group_may_read;
  if (::fchmod(descriptor, mode) != 0) return false;
  if (!appearance.modified) return true;
  const timespec time{static_cast<time_t>(*appearance.modified), 0};
  const timespec access_and_change[2] = {time, time};
  return ::futimens(descriptor, access_and_change) == 0;
}

bool write_whole_file(int descriptor, std::string_view bytes, const Appearance& appearance) {
  return write_all(descriptor, bytes) && set_appearance(descriptor, appearance) && ::fsync(descriptor) == 0;
}

// Some network file systems cannot sync a folder and say so with EINVAL; they write names at once.
bool sync_folder(int folder) {
  return ::fsync(folder) == 0 || errno == EINVAL;
}

class PosixStorage : public Storage {
 public:
  PosixStorage(std::string path, Descriptor folder, Descriptor lock, Publishing publishing)
      : path_(std::move(path)), folder_(std::move(folder)), lock_(std::move(lock)), publishing_(publishing) {}

  Expected<std::optional<std::string>> read(const std::string& name) override;
  Outcome publish(const std::string& name, std::string_view bytes, const Appearance& appearance) override;
  Outcome publish_pieces(const std::string& name, const NextPiece& next,
                         const Appearance& appearance) override;
  Outcome overwrite(const std::string& name, std::string_view bytes) override;
  Expected<std::vector<std::string>> list(const std::string& folder) override;
  Expected<std::int64_t> modified(const std::string& name) override;
  Outcome remove(const std::string& name) override;
  Expected<std::uint64_t> free_bytes() override;

 private:
  struct Place {
    Descriptor folder;
    std::string file{};
  };

  std::string full(const std::string& name) const { return path_ + "/" + name; }
  Place place_of(const std::string& name) const;
  std::optional<Outcome> publish_unnamed(const Place& place, const std::string& name, std::string_view bytes,
                                         const Appearance& appearance) const;
  Outcome publish_by_rename(const Place& place, const std::string& name, const NextPiece& next,
                            const Appearance& appearance) const;
  Outcome write_pieces(int descriptor, const std::string& name, const NextPiece& next,
                       const Appearance& appearance) const;

  std::string path_;
  Descriptor folder_;
  Descriptor lock_;  // holds the lock by being open
  Publishing publishing_;
};

PosixStorage::Place PosixStorage::place_of(const std::string& name) const {
  const std::size_t slash = name.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : name.substr(0, slash);
  return {Descriptor(::openat(folder_.number(), folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
          name.substr(slash == std::string::npos ? 0 : slash + 1)};
}

Expected<std::optional<std::string>> PosixStorage::read(const std::string& name) {
  const Descriptor file(
      ::openat(folder_.number(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file.is_open() && errno == ENOENT) return std::optional<std::string>();
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0) return fault(full(name), "open");
  if (!S_ISREG(status.st_mode) || static_cast<std::uint64_t>(status.st_size) > largest_file) {
    return Diagnostic{
        Severity::error, "storage-failed", full(name), {}, "not a file of a size that can be ours"};
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = repeat_when_interrupted(
        [&] { return ::read(file.number(), bytes.data() + filled, bytes.size() - filled); });
    if (got < 0) return fault(full(name), "read");
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return std::optional<std::string>(std::move(bytes));
}

// None: this file system has no unnamed files, or no way to name them.
std::optional<Outcome> PosixStorage::publish_unnamed(const Place& place, const std::string& name,
                                                     std::string_view bytes,
                                                     const Appearance& appearance) const {
  const Descriptor file(::openat(place.folder.number(), ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, owner_only));
  if (!file.is_open()) return std::nullopt;
  if (!write_whole_file(file.number(), bytes, appearance)) return fault(full(name), "write");
  const std::string handle = fmt::format("/proc/self/fd/{}", file.number());
  if (::linkat(AT_FDCWD, handle.c_str(), place.folder.number(), place.file.c_str(), AT_SYMLINK_FOLLOW) != 0) {
    if (errno == ENOENT || errno == EOPNOTSUPP) return std::nullopt;  // no /proc, no links
    return fault(full(name), "name");
  }
  if (!sync_folder(place.folder.number())) return fault(full(name), "sync the folder of");
  return Done{};
}

Outcome PosixStorage::write_pieces(int descriptor, const std::string& name, const NextPiece& next,
                                   const Appearance& appearance) const {
  for (;;) {
    const auto piece = next();
    if (!piece) return piece.faults();
    if (piece->empty()) break;
    if (!write_all(descriptor, *piece)) return fault(full(name), "write");
  }
  if (!set_appearance(descriptor, appearance) || ::fsync(descriptor) != 0) return fault(full(name), "write");
  return Done{};
}

// Shares that know no renaming without replacing know links, which never replace.
bool rename_to_new(int folder, const char* from, const char* to) {
  if (::renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL) return false;
  return ::linkat(folder, from, folder, to, 0) == 0 && ::unlinkat(folder, from, 0) == 0;
}

Outcome PosixStorage::publish_by_rename(const Place& place, const std::string& name, const NextPiece& next,
                                        const Appearance& appearance) const {
  const int folder = place.folder.number();
  const std::string growing = growing_name(place.file);
  if (::unlinkat(folder, growing.c_str(), 0) != 0 && errno != ENOENT)
    return fault(full(name), "clear the way for");
  const Descriptor file(
      ::openat(folder, growing.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, owner_only));
  if (!file.is_open()) return fault(full(name), "create");
  Outcome outcome = write_pieces(file.number(), name, next, appearance);
  if (outcome && !rename_to_new(folder, growing.c_str(), place.file.c_str()))
    outcome = fault(full(name), "name");
  if (!outcome) {
    ::unlinkat(folder, growing.c_str(), 0);
    return outcome;
  }
  if (!sync_folder(folder)) return fault(full(name), "sync the folder of");
  return Done{};
}

Outcome PosixStorage::publish(const std::string& name, std::string_view bytes, const Appearance& appearance) {
  const Place place = place_of(name);
  if (!place.folder.is_open()) return fault(full(name), "open the folder of");
  if (publishing_ == Publishing::best) {
    if (auto outcome = publish_unnamed(place, name, bytes, appearance)) return *outcome;
  }
  return publish_by_rename(
      place, name, [&]() -> Expected<std::string_view> { return std::exchange(bytes, {}); }, appearance);
}

Outcome PosixStorage::publish_pieces(const std::string& name, const NextPiece& next,
                                     const Appearance& appearance) {
  const Place place = place_of(name);
  if (!place.folder.is_open()) return fault(full(name), "open the folder of");
  return publish_by_rename(place, name, next, appearance);
}

Outcome PosixStorage::overwrite(const std::string& name, std::string_view bytes) {
  const Descriptor file(::openat(folder_.number(), name.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!file.is_open()) return fault(full(name), "open");
  if (!write_all(file.number(), bytes)) return fault(full(name), "write");
  if (::ftruncate(file.number(), static_cast<off_t>(bytes.size())) != 0) return fault(full(name), "cut");
  if (::fsync(file.number()) != 0) return fault(full(name), "sync");
  return Done{};
}

Expected<std::vector<std::string>> PosixStorage::list(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(full(folder), error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (!entry->is_directory(error)) names.push_back(entry->path().filename().string());
  }
  if (error) {
    errno = error.value();
    return fault(full(folder), "list");
  }
  std::ranges::sort(names);
  return names;
}

Expected<std::int64_t> PosixStorage::modified(const std::string& name) {
  struct stat status {};
  if (::fstatat(folder_.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
    return fault(full(name), "look at");
  return static_cast<std::int64_t>(status.st_mtim.tv_sec);
}

Outcome PosixStorage::remove(const std::string& name) {
  const Place place = place_of(name);
  if (!place.folder.is_open()) return fault(full(name), "open the folder of");
  if (::unlinkat(place.folder.number(), place.file.c_str(), 0) != 0 && errno != ENOENT)
    return fault(full(name), "remove");
  if (!sync_folder(place.folder.number())) return fault(full(name), "sync the folder of");
  return Done{};
}

Expected<std::uint64_t> PosixStorage::free_bytes() {
  struct statvfs status {};
  if (::fstatvfs(folder_.number(), &status) != 0) return fault(path_, "ask for the free space of");
  return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

// Makes the folder and all in front of it that is missing; an existing one stays as it is.
bool make_folders(const std::string& path) {
  for (std::size_t end = path.find('/', 1); end != std::string::npos; end = path.find('/', end + 1)) {
    if (::mkdir(path.substr(0, end).c_str(), folder_mode) != 0 && errno != EEXIST && errno != EACCES &&
        errno != EROFS) {
      return false;
    }
  }
  return ::mkdir(path.c_str(), folder_mode) == 0 || errno == EEXIST;
}

// What a crash left of files that were growing. Only where no other program can be writing.
void remove_leftovers(const std::string& path, int data_folder, const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(path + "/" + folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') && name.ends_with(".growing"))
      ::unlinkat(data_folder, (folder + name).c_str(), 0);
  }
}

std::string without_end_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

Expected<std::unique_ptr<Storage>> open_folder(const std::string& folder, Publishing publishing) {
  std::string path = without_end_slashes(folder);
  Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return fault(path, "open the folder");
  return std::unique_ptr<Storage>(
      std::make_unique<PosixStorage>(std::move(path), std::move(opened), Descriptor(), publishing));
}

Expected<std::unique_ptr<Storage>> open_storage(const std::string& folder, Publishing publishing) {
  std::string path = without_end_slashes(folder);
  if (!make_folders(path)) return fault(path, "make the data folder");

  Descriptor opened(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return fault(path, "open the data folder");
  Descriptor lock(::openat(opened.number(), "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, owner_only));
  if (!lock.is_open()) return fault(path + "/lock", "open");
  if (repeat_when_interrupted([&] { return ::flock(lock.number(), LOCK_EX | LOCK_NB); }) != 0) {
    if (errno != EWOULDBLOCK) return fault(path + "/lock", "lock");
    return Diagnostic{Severity::error,
                      "folder-in-use",
                      path,
                      {},
                      "another program is using this data folder; end it first"};
  }
  if (::mkdirat(opened.number(), "batches", folder_mode) != 0 && errno != EEXIST)
    return fault(path + "/batches", "make");
  if (!sync_folder(opened.number())) return fault(path, "sync");
  remove_leftovers(path, opened.number(), "");
  remove_leftovers(path, opened.number(), "batches/");
  return std::unique_ptr<Storage>(
      std::make_unique<PosixStorage>(std::move(path), std::move(opened), std::move(lock), publishing));
}

}  // namespace assessment
