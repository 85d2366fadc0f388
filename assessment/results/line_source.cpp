#include "assessment/results/line_source.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace assessment {
namespace {

constexpr std::size_t piece_size =
    std::size_t{256} * 1024;       // bytes: small enough for the processor's own memory
constexpr std::size_t spare = 64;  // as much as simdjson asks for

}  // namespace

bool TextLines::next(Line& line, std::size_t) {
  if (rest_.empty()) return false;
  const std::size_t end = rest_.find('\n');
  line.is_ended = end != std::string_view::npos;
  line.text = rest_.substr(0, end);
  rest_.remove_prefix(line.is_ended ? end + 1 : rest_.size());
  line.rest = rest_.size() + spare_ + (line.is_ended ? 1 : 0);
  return true;
}

FileLines::FileLines(const InputFile& file, LineBuffer& buffer, std::uint64_t begin, std::uint64_t end)
    : file_(file), buffer_(buffer), end_(end), read_(begin == 0 ? 0 : begin - 1), is_inside_line_(begin > 0) {
  if (buffer_.size() < piece_size + spare) buffer_.resize(piece_size + spare);
}

// Reads on behind what is there; false when there is nothing more.
bool FileLines::fill() {
  if (is_at_end_) return false;
  std::memmove(buffer_.data(), buffer_.data() + here_, filled_ - here_);
  filled_ -= std::exchange(here_, 0);
  if (filled_ + spare >= buffer_.size()) buffer_.resize(2 * buffer_.size());
  const std::size_t room = std::min(piece_size, buffer_.size() - spare - filled_);
  const auto got = file_.read(read_, {buffer_.data() + filled_, room});
  if (!got) {
    fault_ = got.faults().front();
    is_at_end_ = true;
    return false;
  }
  is_at_end_ = *got < room;
  read_ += *got;
  filled_ += *got;
  return *got > 0;
}

// Goes to the beginning of the next line; false where the file ends before.
bool FileLines::pass_over_line() {
  while (is_inside_line_) {
    const char* begin = buffer_.data() + here_;
    const void* found = filled_ > here_ ? std::memchr(begin, '\n', filled_ - here_) : nullptr;
    if (found != nullptr) {
      here_ += static_cast<std::size_t>(static_cast<const char*>(found) - begin) + 1;
      is_inside_line_ = false;
    } else {
      here_ = filled_;
      if (!fill()) return false;
    }
  }
  return true;
}

bool FileLines::next(Line& line, std::size_t longest) {
  if (!pass_over_line() || offset() >= end_) return false;
  for (;;) {
    const char* begin = buffer_.data() + here_;
    const std::size_t size = filled_ - here_;
    const void* found = size > 0 ? std::memchr(begin, '\n', size) : nullptr;
    line.is_ended = found != nullptr;
    if (found != nullptr) {
      const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
      line.text = {begin, length};
      here_ += length + 1;
    } else if (size > longest) {
      line.text = {begin, size};
      here_ = filled_;
      is_inside_line_ = true;
    } else if (fill()) {
      continue;
    } else {
      if (size == 0 || fault_) return false;
      line.text = {buffer_.data() + here_, size};
      here_ = filled_;
    }
    line.rest = spare;
    return true;
  }
}

}  // namespace assessment
