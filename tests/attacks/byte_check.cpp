#include "tests/attacks/byte_check.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <regex>
#include <set>

#include "assessment/base/crypto.hpp"
#include "tests/attacks/ward.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

const std::set<std::string> known_words{
    "clinical", "support", "admin", "managers", "*",       "safety",     "lock",
    "sender",   "report",  "name",  "capable",  "leading", "developing", "starting_out",
};

bool is_known(const std::string& word) {
  static const std::regex name("v[0-9a-f]{8}");
  return known_words.contains(word) || std::regex_match(word, name);
}

std::size_t unknown_bytes(const std::vector<std::string>& words) {
  std::size_t bytes = 0;
  for (const std::string& word : words) bytes += is_known(word) ? 0 : word.size();
  return bytes;
}

std::size_t unknown_bytes(const ResultRecord& record) {
  std::vector<std::string> words{record.role, record.overall_level.value_or("capable")};
  for (const RecordedDomain& domain : record.domains) {
    words.push_back(domain.id);
    words.push_back(domain.level.value_or("capable"));
  }
  for (const auto& [item, answer] : record.answers) {
    words.push_back(item);
    words.push_back(std::get<std::string>(answer));
  }
  return unknown_bytes(words);
}

bool is_quarter_start(std::time_t time) {
  std::tm day{};
  ::gmtime_r(&time, &day);
  return time % 86'400 == 0 && day.tm_mday == 1 && day.tm_mon % 3 == 0;
}

bool is_as_published(const std::string& path) {
  static const std::regex name(".*/[0-9a-f]{32}\\.results\\.jsonl");
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return false;
  return std::regex_match(path, name) && (status.st_mode & 07777) == 0640 && status.st_mtim.tv_nsec == 0 &&
         is_quarter_start(status.st_mtim.tv_sec);
}

}  // namespace

std::size_t count_unexplained(const std::string& bytes, const std::string& kiosk, int sequence,
                              const std::string& previous) {
  Batch batch;
  std::string period;
  const auto header = read_batch(bytes, "batch", [&](const BatchRecord& record) {
    batch.records.push_back(record.record);
    period = record.period;
  });
  if (!header) return bytes.size();
  // Only the period is taken over, and must look like one; all else is known.
  if (!std::regex_match(period, std::regex("20[0-9]{2}-Q[1-4]"))) return bytes.size();
  batch.header = {.campaign = sample_campaign().id,
                  .site = sample_campaign().site,
                  .period = period,
                  .bank = sample_bank(),
                  .kiosk = kiosk,
                  .sequence = sequence,
                  .previous = previous.empty() ? std::nullopt : std::optional(previous),
                  .records = static_cast<int>(batch.records.size()),
                  .respondents = Respondents::people};
  const std::string anew = to_lines(batch);
  std::size_t unexplained = std::max(anew.size(), bytes.size()) - std::min(anew.size(), bytes.size());
  for (std::size_t i = 0; i < std::min(anew.size(), bytes.size()); ++i) unexplained += anew[i] != bytes[i];
  for (const ResultRecord& record : batch.records) unexplained += unknown_bytes(record);
  return unexplained;
}

ByteCheck check_bytes(std::size_t batches, std::uint64_t seed, const std::string& folder) {
  ByteCheck check;
  const auto storage = open_storage(folder).value();
  const Diary diary = play(*storage, sample_campaign(), 10 * batches + 20, seed);
  const std::string kiosk = headers_in(*storage).front().kiosk;
  std::string previous;
  for (std::size_t i = 0; i < diary.batches.size() && check.batches < batches; ++i, ++check.batches) {
    const std::string bytes = storage->read(diary.batches[i].path)->value();
    check.bytes += bytes.size();
    check.unexplained += count_unexplained(bytes, kiosk, static_cast<int>(i) + 1, previous);
    check.odd_files += !is_as_published(folder + "/" + diary.batches[i].path);
    previous = blake2b_hex(bytes);
  }
  return check;
}

}  // namespace tests
