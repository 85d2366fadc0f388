#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <utility>

#include "app/command_line/key_files.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/base/key_text.hpp"

namespace app {
namespace {

using assessment::Diagnostic;
using assessment::Expected;
using assessment::Outcome;

constexpr mode_t owner_only = 0600;
constexpr mode_t all_may_read = 0644;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

Diagnostic fault(std::string code, const std::string& path, std::string text) {
  return {.code = std::move(code), .file = path, .text = std::move(text)};
}
Diagnostic cannot_write_key(const std::string& path) {
  return fault(
      "cannot-write", path,
      fmt::format("cannot be written: {}; check the folder, its rights and the disk", std::strerror(errno)));
}
Diagnostic key_exists(const std::string& path) {
  return fault("key-exists", path,
               "this file is there already, and keys are never overwritten: what was signed with the old one "
               "would lose "
               "its signer; choose another name or folder");
}

// What `parse` makes of the file. The bytes pass through one buffer only, which is wiped: it may be a
// secret key, even where a public one was asked for.
template <class Key>
Expected<Key> read_key_file(const std::string& path, Expected<Key> (*parse)(std::string_view, std::string)) {
  const auto file = assessment::open_input_file(path);
  if (!file) return file.faults();
  std::array<char, assessment::largest_key_text> buffer{};
  const auto size = (*file)->read(0, buffer);
  if (!size) return size.faults();
  auto key = parse({buffer.data(), *size}, path);
  assessment::wipe({reinterpret_cast<std::uint8_t*>(buffer.data()), buffer.size()});
  return key;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Outcome write_new_file(const std::string& path, std::string_view bytes, mode_t mode) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!file.is_open() && errno == EEXIST) return key_exists(path);
  if (!file.is_open()) return cannot_write_key(path);
  if (write_all(file.number(), bytes) && ::fsync(file.number()) == 0) return assessment::Done{};
  const Diagnostic written = cannot_write_key(path);
  ::unlink(path.c_str());
  return written;
}

// Some network file systems cannot; they write names at once.
void sync_folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.is_open()) ::fsync(opened.number());
}

}  // namespace

Expected<assessment::PublicKey> read_public_key_file(const std::string& path) {
  return read_key_file(path, &assessment::parse_public_key);
}
Expected<assessment::SigningKey> read_secret_key_file(const std::string& path) {
  return read_key_file(path, &assessment::parse_secret_key);
}

bool is_open_to_others(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

Outcome write_key_files(const std::string& stem, const assessment::SigningKey& key) {
  // The public half first: whoever loses the race for a name has then written no secret yet.
  const std::string open_path = stem + ".pub", secret_path = stem + ".key";
  struct stat status {};
  if (::lstat(secret_path.c_str(), &status) == 0) return key_exists(secret_path);
  auto open_written = write_new_file(open_path, assessment::to_text(key.public_key()) + "\n", all_may_read);
  if (!open_written) return open_written;
  std::string text = assessment::to_secret_text(key) + "\n";
  auto secret_written = write_new_file(secret_path, text, owner_only);
  assessment::wipe(text);
  if (!secret_written) {
    ::unlink(open_path.c_str());
    return secret_written;
  }
  sync_folder_of(stem);
  return assessment::Done{};
}

}  // namespace app
