#include "tests/attacks/ward.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "assessment/results/release.hpp"
#include "assessment/statistics/simulation.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

constexpr std::array roles{"clinical", "support", "admin", "managers"};
constexpr std::array levels{"starting_out", "developing", "capable", "leading"};

std::vector<std::string> record_lines(const std::string& bytes) {
  std::istringstream stream(bytes);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  lines.erase(lines.begin());  // the header
  return lines;
}

// `visits_before[i]` visits were over when the batch of sequence number i + 1 was published.
std::vector<PublishedBatch> batches_in(Storage& storage, const std::vector<std::size_t>& visits_before) {
  std::vector<PublishedBatch> batches(visits_before.size());
  for (const std::string& name : batch_names(storage)) {
    const std::string path = "batches/" + name;
    const std::string bytes = storage.read(path)->value();
    const int sequence = std::get<BatchHeader>(*read_header(bytes, name)).sequence;
    PublishedBatch& batch = batches.at(static_cast<std::size_t>(sequence - 1));
    batch = {visits_before[static_cast<std::size_t>(sequence - 1)], path, {}, record_lines(bytes)};
    for (BatchRecord& found : records_in(bytes)) batch.records.push_back(std::move(found.record));
  }
  return batches;
}

}  // namespace

Visitor any_visitor(Random& random) {
  // 4 + 3 + 2 + 1 of ten
  constexpr std::array<std::size_t, 10> role_of_ten{0, 0, 0, 0, 1, 1, 1, 2, 2, 3};
  return {fmt::format("v{:08x}", random.below(std::uint64_t{1} << 32)), roles[role_of_ten[random.below(10)]],
          levels[random.below(levels.size())]};
}

ResultRecord record_of(const Visitor& visitor, Random& random) {
  ResultRecord record = sample_record(1, visitor.role);
  record.overall_level = visitor.level;
  record.overall_tenths = static_cast<int>(random.below(1001));
  record.answers.clear();
  for (const char* item : {"lock", "sender", "report"})
    record.answers.emplace_back(item, std::string(levels[random.below(levels.size())]));
  record.answers.emplace_back("name", visitor.name);
  return record;
}

std::string name_in(const ResultRecord& record) {
  return std::get<std::string>(record.answers.back().second);
}

Diary play(Storage& storage, const Campaign& campaign, std::size_t visits, std::uint64_t seed) {
  Random people(seed, "people");
  Random kiosk(seed, "kiosk");
  Pool pool = opened(storage, kiosk);
  Diary diary;
  std::vector<std::size_t> visits_before;
  Date today{2026, 10, 1};
  std::size_t quiet_moment = 0;  // of today's visits
  while (diary.visitors.size() < visits) {
    const std::size_t of_today = diary.visitors.size() % visits_per_day;
    if (of_today == 0) {
      today = day_after(today);
      quiet_moment = people.below(visits_per_day);
    }
    if (of_today == quiet_moment) {
      release_if_due(pool, storage, campaign, today, kiosk).value();
      visits_before.resize(static_cast<std::size_t>(pool.content().sequence), diary.visitors.size());
    }
    diary.visitors.push_back(any_visitor(people));
    if (!pool.add(sample_origin(), record_of(diary.visitors.back(), people), kiosk))
      throw std::runtime_error("a visit could not be saved");
  }
  diary.batches = batches_in(storage, visits_before);
  return diary;
}

}  // namespace tests
