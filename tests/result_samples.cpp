#include "tests/result_samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace tests {

using namespace assessment;

BankReference sample_bank() {
  return {"ward-basics", "1.0.0", std::string(64, 'a')};
}

ResultRecord sample_record(int number, const std::string& role) {
  ResultRecord record;
  record.bank = "ward-basics@1.0.0";
  record.role = role;
  record.domains.push_back(
      {.id = "safety", .percent_tenths = 625, .level = "capable", .answered = 7, .asked = 8});
  record.overall_tenths = 625;
  record.overall_level = "capable";
  record.answers.emplace_back("person", fmt::format("p{}", number));
  return record;
}

std::string person_of(const ResultRecord& record) {
  return std::get<std::string>(record.answers.front().second);
}

Campaign sample_campaign() {
  Campaign campaign;
  campaign.id = "spring";
  campaign.site = "Ysbyty Gwynedd";
  return campaign;
}

PoolOrigin sample_origin() {
  return {"spring", "Ysbyty Gwynedd", sample_bank(), Respondents::people, {}};
}

std::vector<std::string> people_in(const PoolContent& content) {
  std::vector<std::string> people;
  for (const PoolGroup& group : content.groups) {
    for (const ResultRecord& record : group.records) people.push_back(person_of(record));
  }
  for (const PendingBatch& batch : content.pending) {
    for (const BatchRecord& found : records_in(batch.bytes)) people.push_back(person_of(found.record));
  }
  std::ranges::sort(people);
  return people;
}

std::vector<BatchRecord> records_in(const std::string& bytes, const std::string& file) {
  std::vector<BatchRecord> records;
  const auto header = read_batch(bytes, file, [&](const BatchRecord& record) { records.push_back(record); });
  if (!header) throw std::runtime_error(to_text(header.faults().front()));
  return records;
}

Pool opened(Storage& storage, Random& random) {
  auto pool = Pool::open(storage, random);
  if (!pool) throw std::runtime_error(to_text(pool.faults().front()));
  return *std::move(pool);
}

void add_people(Pool& pool, int first, int last, Random& random, const PoolOrigin& origin) {
  for (int i = first; i <= last; ++i) {
    const auto added = pool.add(origin, sample_record(i, i % 2 == 0 ? "support" : "clinical"), random);
    if (!added) throw std::runtime_error(to_text(added.faults().front()));
  }
}

std::vector<std::string> everyone(int last) {
  std::vector<std::string> people;
  for (int i = 1; i <= last; ++i) people.push_back(fmt::format("p{}", i));
  std::ranges::sort(people);
  return people;
}

std::vector<std::string> joined(std::vector<std::string> left, const std::vector<std::string>& right) {
  left.insert(left.end(), right.begin(), right.end());
  std::ranges::sort(left);
  return left;
}

std::vector<BatchHeader> headers_in(Storage& storage) {
  std::vector<BatchHeader> headers;
  for (const std::string& name : batch_names(storage)) {
    headers.push_back(std::get<BatchHeader>(*read_header(storage.read("batches/" + name)->value(), name)));
  }
  std::ranges::sort(headers, {}, &BatchHeader::sequence);
  return headers;
}

std::vector<std::string> batch_names(Storage& storage) {
  return storage.list("batches").value();
}

std::vector<std::string> people_in_batches(Storage& storage) {
  std::vector<std::string> people;
  for (const std::string& name : batch_names(storage)) {
    for (const BatchRecord& found : records_in(storage.read("batches/" + name)->value(), name)) {
      people.push_back(person_of(found.record));
    }
  }
  std::ranges::sort(people);
  return people;
}

std::vector<std::string> lines_and_codes(const Diagnostics& faults) {
  std::vector<std::string> result;
  for (const Diagnostic& fault : faults) result.push_back(fmt::format("{} {}", fault.at.line, fault.code));
  return result;
}

}  // namespace tests
