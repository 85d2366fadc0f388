// Reading on Linux and other POSIX systems.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "assessment/base/input_file.hpp"

namespace assessment {
namespace {

Diagnostic fault(const std::string& path, const char* code, std::string text) {
  return {Severity::error, code, path, {}, std::move(text)};
}

class PosixInputFile : public InputFile {
 public:
  PosixInputFile(int file, std::uint64_t size, std::string path)
      : file_(file), size_(size), path_(std::move(path)) {}
  PosixInputFile(const PosixInputFile&) = delete;
  PosixInputFile& operator=(const PosixInputFile&) = delete;
  ~PosixInputFile() override { ::close(file_); }

  std::uint64_t size() const override { return size_; }

  Expected<std::size_t> read(std::uint64_t offset, std::span<char> bytes) const override {
    std::size_t filled = 0;
    while (filled < bytes.size() && offset + filled < size_) {
      const ssize_t got =
          ::pread(file_, bytes.data() + filled, bytes.size() - filled, static_cast<off_t>(offset + filled));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return fault(path_, "file-unreadable", "cannot read the file");
      if (got == 0) break;
      filled += static_cast<std::size_t>(got);
    }
    return filled;
  }

 private:
  int file_;
  std::uint64_t size_;
  std::string path_;
};

}  // namespace

Expected<std::unique_ptr<InputFile>> open_input_file(const std::string& path) {
  // Not blocking: a pipe in the place of a file is refused, not waited for.
  const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0 && errno == ENOENT) return fault(path, "file-missing", "there is no such file");
  if (file < 0)
    return fault(path, "file-unreadable", fmt::format("cannot read the file: {}", std::strerror(errno)));
  struct stat status {};
  const bool is_known = ::fstat(file, &status) == 0;
  auto input =
      std::make_unique<PosixInputFile>(file, is_known ? static_cast<std::uint64_t>(status.st_size) : 0, path);
  if (!is_known || !S_ISREG(status.st_mode))
    return fault(path, "file-unreadable", "this is not a file that can be read");
  return std::unique_ptr<InputFile>(std::move(input));
}

}  // namespace assessment
