// The lines of a file of results, a piece at a time: memory does not grow with the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/base/input_file.hpp"

namespace assessment {

// A line without its end, the byte '\n' behind it. At least `rest` more bytes can be read from there on,
// whatever the others are.
struct Line {
  std::string_view text{};
  bool is_ended = true;  // false: the text ends before the line does
  std::size_t rest = 0;
};

class LineSource {
 public:
  virtual ~LineSource() = default;

  // The next line, valid until the next call; false at the end, and when reading failed. Of a line longer
  // than `longest` bytes some more than these are given, and what follows is passed over.
  virtual bool next(Line& line, std::size_t longest) = 0;

  // What made next() end too early.
  virtual const std::optional<Diagnostic>& fault() const = 0;
};

// Lines of bytes in memory.
class TextLines : public LineSource {
 public:
  // `spare`: how many bytes can be read behind `bytes`.
  explicit TextLines(std::string_view bytes, std::size_t spare = 0) : rest_(bytes), spare_(spare) {}

  bool next(Line& line, std::size_t longest) override;
  const std::optional<Diagnostic>& fault() const override { return fault_; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  std::size_t spare_;
  std::optional<Diagnostic> fault_{};
};

// Bytes for FileLines to work in: one can serve many files, one after the other.
using LineBuffer = std::vector<char>;

// The lines of a file that begin at `begin` or behind it, and before `end`. A place in the middle of a line
// stands for the beginning of the next one, so that neighbouring slices share no line and miss none.
class FileLines : public LineSource {
 public:
  // Both must outlive the lines.
  FileLines(const InputFile& file, LineBuffer& buffer, std::uint64_t begin = 0,
            std::uint64_t end = UINT64_MAX);

  bool next(Line& line, std::size_t longest) override;
  const std::optional<Diagnostic>& fault() const override { return fault_; }
  // Where the next line begins.
  std::uint64_t offset() const { return read_ - (filled_ - here_); }

 private:
  bool fill();
  bool pass_over_line();

  const InputFile& file_;
  LineBuffer& buffer_;
  std::uint64_t end_;
  std::uint64_t read_ = 0;  // how far in the file
  std::size_t here_ = 0, filled_ = 0;
  bool is_inside_line_ = false;
  bool is_at_end_ = false;
  std::optional<Diagnostic> fault_{};
};

}  // namespace assessment
