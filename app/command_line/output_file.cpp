#include "app/command_line/output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "assessment/base/random.hpp"

namespace app {
namespace {

assessment::Diagnostic cannot_write(const std::string& path) {
  return {.code = "cannot-write",
          .file = path,
          .text = "cannot be written: check the folder, its rights and the disk"};
}

assessment::Diagnostic already_there(const std::string& path) {
  return {.code = "already-there",
          .file = path,
          .text = "is there already and stays as it is: choose another name with --out"};
}

std::string temporary_name(const std::string& path) {
  return path + "." + assessment::Random(assessment::system_seed()).hex_name() + ".tmp";
}

}  // namespace

assessment::Outcome write_to_standard_output(std::string_view bytes) {
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
  if (!is_written || std::fflush(stdout) != 0) return cannot_write("standard output");
  return assessment::Done{};
}

assessment::Outcome write_output_file(const std::string& path, std::string_view bytes) {
  const std::string temporary = temporary_name(path);
  std::ofstream file(std::filesystem::path(temporary), std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(temporary, path, error);
  if (file && !error) return assessment::Done{};
  std::filesystem::remove(temporary, error);
  return cannot_write(path);
}

assessment::Outcome create_output_file(const std::string& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wbx");  // x: only where nothing of that name is
  if (!file && errno == EEXIST) return already_there(path);
  if (!file) return cannot_write(path);
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool is_closed = std::fclose(file) == 0;
  if (is_written && is_closed) return assessment::Done{};
  std::error_code error;
  std::filesystem::remove(path, error);
  return cannot_write(path);
}

}  // namespace app
