// Reading on Windows, by the standard library.
#include <filesystem>
#include <fstream>
#include <system_error>

#include "assessment/base/input_file.hpp"

namespace assessment {
namespace {

Diagnostic fault(const std::string& path, const char* code, std::string text) {
  return {Severity::error, code, path, {}, std::move(text)};
}

class StreamInputFile : public InputFile {
 public:
  StreamInputFile(std::ifstream file, std::uint64_t size, std::string path)
      : file_(std::move(file)), size_(size), path_(std::move(path)) {}

  std::uint64_t size() const override { return size_; }

  Expected<std::size_t> read(std::uint64_t offset, std::span<char> bytes) const override {
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file_.bad()) return fault(path_, "file-unreadable", "cannot read the file");
    return static_cast<std::size_t>(file_.gcount());
  }

 private:
  mutable std::ifstream file_;
  std::uint64_t size_;
  std::string path_;
};

}  // namespace

Expected<std::unique_ptr<InputFile>> open_input_file(const std::string& path) {
  const std::filesystem::path place(std::u8string(path.begin(), path.end()));
  std::error_code error;
  const auto status = std::filesystem::status(place, error);
  if (status.type() == std::filesystem::file_type::not_found)
    return fault(path, "file-missing", "there is no such file");
  if (!std::filesystem::is_regular_file(status))
    return fault(path, "file-unreadable", "this is not a file that can be read");
  const auto size = std::filesystem::file_size(place, error);
  std::ifstream file(place, std::ios::binary);
  if (error || !file) return fault(path, "file-unreadable", "cannot read the file");
  return std::unique_ptr<InputFile>(std::make_unique<StreamInputFile>(std::move(file), size, path));
}

}  // namespace assessment
