#include "tests/simulated_kiosk.hpp"

#include <algorithm>
#include <charconv>

#include "assessment/base/crypto.hpp"
#include "assessment/results/release.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

Campaign smallest_campaign() {
  Campaign campaign = sample_campaign();
  campaign.batch = 5;
  campaign.hold_back = 2;
  return campaign;
}

int number_of(const ResultRecord& record) {
  const std::string person = person_of(record);
  int number = 0;
  std::from_chars(person.data() + 1, person.data() + person.size(), number);
  return number;
}

}  // namespace

std::int64_t Books::saved() const {
  return std::ranges::count(people_, Told::saved, &Person::told);
}

std::int64_t Books::lost() const {
  return std::ranges::count_if(people_,
                               [](const Person& p) { return p.told == Told::saved && p.found == 0; });
}

std::int64_t Books::doubled() const {
  return std::ranges::count_if(people_, [](const Person& person) { return person.found > 1; });
}

SimulatedKiosk::SimulatedKiosk(std::uint64_t seed, Books& books, LeftOut left_out, Publishing publishing)
    : disk_(std::make_shared<SimulatedDisk>(seed, left_out)),
      books_(books),
      publishing_(publishing),
      random_(seed, "kiosk") {}

void SimulatedKiosk::end_program() {
  pool_.reset();
  storage_.reset();
}

template <class Step>
void SimulatedKiosk::survive(Step step) {
  try {
    step();
  } catch (const PowerCut&) {
    end_program();
    disk_->cut_power();
  } catch (const Killed&) {
    end_program();
    disk_->restart();
  }
}

void SimulatedKiosk::start() {
  survive([&] {
    auto storage = open_storage(disk_, publishing_);
    if (!storage) return disk_->restart();
    storage_ = *std::move(storage);
    auto pool = Pool::open(*storage_, random_);
    if (pool) {
      pool_.emplace(*std::move(pool));
    } else {
      stop();
    }
  });
}

void SimulatedKiosk::stop() {
  end_program();
  disk_->restart();
}

void SimulatedKiosk::visit() {
  if (!is_running()) return;
  const int person = books_.come();
  survive([&] {
    const auto saved =
        pool_->add(sample_origin(), sample_record(person, person % 3 == 0 ? "support" : "clinical"), random_);
    if (saved) books_.note_saved(person);
  });
}

void SimulatedKiosk::release(const Date& day) {
  if (!is_running()) return;
  survive([&] { static_cast<void>(release_if_due(*pool_, *storage_, smallest_campaign(), day, random_)); });
}

void SimulatedKiosk::read_batch_file(const std::string& name, const std::string& bytes) {
  std::vector<int> people;
  const auto header =
      read_batch(bytes, name, [&](const BatchRecord& found) { people.push_back(number_of(found.record)); });
  if (!header || !std::holds_alternative<BatchHeader>(*header)) return books_.note_broken_chain();
  const auto& batch = std::get<BatchHeader>(*header);
  const std::string hash = blake2b_hex(bytes);
  const auto [known, is_new] = hashes_.try_emplace(batch.sequence, hash);
  // The same file again, after a crash made the kiosk repeat itself, is the same batch; another is a fork.
  if (!is_new && known->second == hash) return;
  const auto before = hashes_.find(batch.sequence - 1);
  const bool follows =
      batch.sequence == 1 ? !batch.previous : before != hashes_.end() && batch.previous == before->second;
  if (!is_new || !follows) books_.note_broken_chain();
  books_.note_batch();
  if (people.size() < 5) books_.note_small_batch();
  for (const int person : people) books_.note_found(person);
}

void SimulatedKiosk::carry_off() {
  if (!is_running()) return;
  survive([&] {
    if (!pool_->content().pending.empty()) return;
    auto names = storage_->list("batches");
    if (!names) return;
    // Not a batch yet: what a failing disk let neither grow nor be removed.
    std::erase_if(*names, [](const std::string& name) { return name.starts_with('.'); });
    std::vector<std::pair<int, std::string>> by_sequence;
    for (const std::string& name : *names) {
      const auto bytes = storage_->read("batches/" + name);
      if (!bytes || !*bytes) return;
      const auto header = read_header(**bytes, name);
      const int sequence = header ? std::get<BatchHeader>(*header).sequence : 0;
      by_sequence.emplace_back(sequence, **bytes);
    }
    std::ranges::sort(by_sequence);
    for (const auto& [sequence, bytes] : by_sequence) read_batch_file("a batch", bytes);
    for (const std::string& name : *names) static_cast<void>(storage_->remove("batches/" + name));
  });
}

bool SimulatedKiosk::close_books() {
  disk_->meet({Trouble::kill, -1});
  end_program();
  disk_->cut_power();
  start();
  if (!is_running() || !finish_pending(*pool_, *storage_, random_)) return false;
  carry_off();
  for (const PoolGroup& group : pool_->content().groups) {
    for (const ResultRecord& record : group.records) books_.note_found(number_of(record));
  }
  return true;
}

}  // namespace tests
