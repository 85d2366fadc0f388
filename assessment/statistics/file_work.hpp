// What workers that read files share: which slice is next, and how far all have come.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "assessment/results/batch.hpp"
#include "assessment/statistics/aggregate_files.hpp"

namespace assessment {

// A part of a file: the lines that begin in it. The first slice of a file has no header yet.
struct FileSlice {
  std::size_t file = 0;  // index
  std::uint64_t begin = 0;
  std::uint64_t end = UINT64_MAX;
  std::shared_ptr<const ResultHeader> header{};
  double share = 1;  // of the file
};

class FileWork {
 public:
  explicit FileWork(std::size_t files) : files_(files) {}

  // The next slice; waits while others may still add some. None: all is done.
  std::optional<FileSlice> take();
  // Further slices of a file whose first one is being worked on.
  void add(std::vector<FileSlice> slices);
  // Once for every slice that was taken.
  void finish(const FileSlice& slice, std::int64_t bytes);

  ReadingProgress progress() const;

 private:
  std::size_t files_;
  std::mutex mutex_{};
  std::condition_variable changed_{};
  std::vector<FileSlice> slices_{};
  std::size_t next_file_ = 0;
  std::size_t busy_ = 0;
  std::atomic<std::int64_t> bytes_ = 0;
  std::atomic<std::int64_t> millionths_ = 0;  // of files
};

}  // namespace assessment
