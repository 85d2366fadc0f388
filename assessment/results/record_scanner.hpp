// Lines of records -> CompactRecords, many times faster than any general reader of JSON.
//
// The records of a bank look alike, so the scanner expects of each line what earlier lines had: the same
// pieces of text in the same order. A line that is made of such pieces, each compared byte for byte, means
// what they meant; numbers it reads itself. Any other line goes to RecordLineReader, which alone decides what
// is right, and from which the scanner learns. Both ways give the same record, and a line is refused by
// both or by none: tests/record_scanner_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "assessment/results/batch_reader.hpp"
#include "assessment/results/compact_record.hpp"

namespace assessment {

class RecordScanner {
 public:
  RecordScanner();
  RecordScanner(RecordScanner&&) noexcept;
  ~RecordScanner();

  // The record of a line, valid until the next call; null when RecordLineReader refuses it.
  const CompactRecord* scan(const Line& line);

  // A first line, by the reader that the scanner has anyway.
  Expected<ResultHeader> header(const Line& line, const std::string& file);

  // The index of a batch's context: that of its records.
  std::uint32_t context_of(const BatchHeader& header);

  const std::vector<RecordContext>& contexts() const;
  // The index of a context's bank into banks().
  std::uint32_t bank_of(std::uint32_t context) const;
  std::uint32_t bank_count() const;
  const BankNames& names(std::uint32_t bank) const;

  // How many lines went to RecordLineReader.
  std::int64_t read_slowly() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace assessment
