#include "assessment/statistics/file_work.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace assessment {

std::optional<FileSlice> FileWork::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !slices_.empty() || next_file_ < files_ || busy_ == 0; });
  if (slices_.empty() && next_file_ == files_) return std::nullopt;
  ++busy_;
  if (slices_.empty()) return FileSlice{.file = next_file_++};
  FileSlice slice = std::move(slices_.back());
  slices_.pop_back();
  return slice;
}

void FileWork::add(std::vector<FileSlice> slices) {
  {
    const std::lock_guard lock(mutex_);
    std::ranges::move(slices, std::back_inserter(slices_));
  }
  changed_.notify_all();
}

void FileWork::finish(const FileSlice& slice, std::int64_t bytes) {
  bytes_ += bytes;
  millionths_ += static_cast<std::int64_t>(slice.share * 1e6);
  const std::lock_guard lock(mutex_);
  if (--busy_ == 0) changed_.notify_all();
}

ReadingProgress FileWork::progress() const {
  const double done = static_cast<double>(millionths_) / 1e6;
  return {bytes_, std::min(1.0, done / static_cast<double>(std::max<std::size_t>(files_, 1)))};
}

}  // namespace assessment
