// Is every byte of every batch file one that the format allows, and every value one that was put in?
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tests {

struct ByteCheck {
  std::size_t batches = 0;
  std::size_t bytes = 0;
  std::size_t unexplained =
      0;  // bytes that differ from the batch written anew, or belong to a value of unknown origin
  std::size_t odd_files = 0;  // name, mode or time of change other than the format says
};

// Of batches made by the real storage in `folder`.
ByteCheck check_bytes(std::size_t batches, std::uint64_t seed, const std::string& folder);

// The bytes of a batch file that are not explained; `previous` is the BLAKE2b of the batch before.
std::size_t count_unexplained(const std::string& bytes, const std::string& kiosk, int sequence,
                              const std::string& previous);

}  // namespace tests
