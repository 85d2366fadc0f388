#include "assessment/statistics/aggregate_files.hpp"

#include <iterator>
#include <utility>

#include "assessment/results/batch_reader.hpp"
#include "assessment/results/result_files.hpp"

namespace assessment {
namespace {

bool is_synthetic(const ResultHeader& header) {
  const auto respondents = std::visit([](const auto& content) { return content.respondents; }, header);
  return respondents == Respondents::synthetic;
}

Expected<AggregatedFiles> aggregate_file(const std::string& path, const AggregateRequest& request) {
  const auto bytes = read_lines(path, request.keys);
  if (!bytes) return bytes.faults();
  AggregatedFiles result{.files = 1};
  const auto header = read_batch(*bytes, path, [&](const BatchRecord& record) {
    if (!passes(request.filter, record)) return;
    add(result.aggregate, request.grouping, record);
    result.banks.insert(record.record.bank);
  });
  if (!header) return header.faults();
  result.synthetic_files = is_synthetic(*header) ? 1 : 0;
  return result;
}

void join(AggregatedFiles& into, AggregatedFiles&& other) {
  merge(into.aggregate, other.aggregate);
  into.files += other.files;
  into.synthetic_files += other.synthetic_files;
  into.banks.merge(other.banks);
  into.skipped.insert(into.skipped.end(), std::make_move_iterator(other.skipped.begin()),
                      std::make_move_iterator(other.skipped.end()));
}

// One slice of the files, whatever its neighbours hold: the unit of work for a thread.
AggregatedFiles aggregate_slice(const std::vector<std::string>& paths, const AggregateRequest& request) {
  AggregatedFiles slice;
  for (const std::string& path : paths) {
    auto file = aggregate_file(path, request);
    join(slice, file ? std::move(file).value() : AggregatedFiles{.skipped = file.faults()});
  }
  return slice;
}

}  // namespace

Expected<AggregatedFiles> aggregate_files(const std::vector<std::string>& paths,
                                          const AggregateRequest& request) {
  AggregatedFiles all = aggregate_slice(paths, request);
  if (request.faulty_files == FaultyFiles::refuse && !all.skipped.empty()) return std::move(all.skipped);
  return all;
}

}  // namespace assessment
