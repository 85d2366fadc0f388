#include "assessment/results/pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "assessment/results/pool_text.hpp"
#include "assessment/results/size_class.hpp"
#include "assessment/session/routing.hpp"

namespace assessment {
namespace {

constexpr const char* key_name = "pool.key";
// The most that one more result is taken to need, with room for what the file system itself writes.
constexpr std::size_t room_for_one_result = 256U * 1024;

// What a generation is sealed with: its format and place, so that no file stands in for another.
std::string context_of(std::string_view name) {
  return fmt::format("skills-pool/1 {}", name);
}

Diagnostic pool_fault(std::string code, std::string file, std::string text) {
  return {Severity::error, std::move(code), std::move(file), {}, std::move(text)};
}

Expected<SecretKey> read_or_make_key(Storage& storage, bool has_pool) {
  const auto bytes = storage.read(key_name);
  if (!bytes) return bytes.faults();
  SecretKey key{};
  if (!*bytes && has_pool) {
    return pool_fault(
        "pool-key-missing", key_name,
        "the key of the pool is missing; put it back, or move pool.a and pool.b away to begin a new pool");
  }
  if (*bytes && (*bytes)->size() != key.size()) {
    return pool_fault("pool-key-damaged", key_name, "the key of the pool is damaged; put back a copy of it");
  }
  if (*bytes) {
    std::ranges::copy(**bytes, reinterpret_cast<char*>(key.data()));
    if (has_pool) return key;
    // A first start may have failed in publishing it: before a pool relies on it, its name must be on the
    // disk.
    const auto removed = storage.remove(key_name);
    if (!removed) return removed.faults();
  } else {
    // From the system and never from a seed: a simulation may repeat everything but this.
    key = system_seed();
  }
  const std::string_view text(reinterpret_cast<const char*>(key.data()), key.size());
  const auto made = storage.publish(key_name, text, {Access::owner_only, std::nullopt});
  if (!made) return made.faults();
  return key;
}

}  // namespace

PoolOrigin origin_of(const Campaign& campaign, const QuestionBank& bank, Respondents respondents) {
  return {campaign.id, campaign.site, reference_to(bank), respondents, role_specific_items(bank)};
}

Expected<Pool> Pool::open(Storage& storage, Random& random) {
  std::array<std::optional<std::string>, 2> files;
  for (std::size_t i = 0; i < 2; ++i) {
    // A file that cannot be read at all may be the newest: to go on without it could lose results.
    auto bytes = storage.read(i == 0 ? "pool.a" : "pool.b");
    if (!bytes) return bytes.faults();
    files[i] = *std::move(bytes);
  }
  const bool has_pool = files[0] || files[1];
  const auto key = read_or_make_key(storage, has_pool);
  if (!key) return key.faults();

  Pool pool(storage, *key);
  const Outcome outcome = has_pool ? pool.load(files) : pool.begin(random);
  if (!outcome) return outcome.faults();
  return pool;
}

Outcome Pool::begin(Random& random) {
  PoolContent content;
  content.kiosk = random.hex_name();
  return replace(std::move(content), random);
}

Outcome Pool::load(const std::array<std::optional<std::string>, 2>& files) {
  std::array<std::int64_t, 2> numbers{};
  for (std::size_t i = 0; i < 2; ++i) {
    Generation& generation = generations_[i];
    if (!files[i]) continue;
    generation.state = State::suspect;
    auto text = decrypt(*files[i], key_, context_of(generation.name));
    if (!text) continue;
    auto snapshot = parse_pool_text(*text, generation.name);
    wipe(*text);
    if (!snapshot) return snapshot.faults();
    generation.state = State::older;
    numbers[i] = snapshot->number;
    if (snapshot->number <= number_) continue;
    number_ = snapshot->number;
    content_ = std::move(snapshot->content);
  }
  if (number_ == 0) {
    return pool_fault(
        "pool-unreadable", "pool.a",
        "neither pool.a nor pool.b can be read with pool.key; put back the right key, or move all three away "
        "to begin a new pool");
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (numbers[i] == number_) generations_[i].state = State::current;
  }
  // What is good stays good if this fails; the next save tries again.
  static_cast<void>(settle());
  return Done{};
}

Outcome Pool::write(Generation& generation, const PoolContent& content, std::int64_t number) {
  std::string text = to_pool_text(content, number);
  text.resize(size_class(text.size()), ' ');
  const std::string sealed = encrypt(text, key_, context_of(generation.name));
  wipe(text);

  const State before = std::exchange(generation.state, State::suspect);
  // After a failed write the same file is not trusted again: what the disk holds of it is unknown.
  if (before == State::suspect) {
    const auto removed = storage_->remove(generation.name);
    if (!removed) return removed;
  }
  const bool is_there = before == State::older || before == State::current;
  const Outcome written =
      is_there ? storage_->overwrite(generation.name, sealed)
               : storage_->publish(generation.name, sealed, {Access::owner_only, std::nullopt});
  if (written) generation.state = State::current;
  // The system may show bytes that are not on the disk; a program started now would believe them.
  if (!written && is_there) static_cast<void>(storage_->remove(generation.name));
  return written;
}

Outcome Pool::replace(PoolContent content, Random& random) {
  for (PoolGroup& group : content.groups) random.shuffle(group.records);

  const auto is_current = [](const Generation& generation) { return generation.state == State::current; };
  const bool is_first_current = is_current(generations_[0]);
  Generation& first = is_first_current && !is_current(generations_[1]) ? generations_[1] : generations_[0];
  Generation& second = &first == &generations_[0] ? generations_[1] : generations_[0];

  const auto saved = write(first, content, number_ + 1);
  if (!saved) return saved;
  ++number_;
  content_ = std::move(content);
  if (is_current(second)) second.state = State::older;
  // Saved once is saved; an older second generation is made good by the next save or start.
  static_cast<void>(settle());
  return Done{};
}

Outcome Pool::settle() {
  for (Generation& generation : generations_) {
    if (generation.state == State::current) continue;
    const auto written = write(generation, content_, number_);
    if (!written) return written;
  }
  return Done{};
}

Outcome Pool::add(const PoolOrigin& origin, ResultRecord record, Random& random) {
  assert(record.bank == bank_name(origin.bank));
  PoolContent next = content_;
  auto group = std::ranges::find(next.groups, origin, &PoolGroup::origin);
  if (group == next.groups.end()) group = next.groups.insert(group, PoolGroup{origin, {}});
  group->records.push_back(std::move(record));
  return replace(std::move(next), random);
}

Outcome Pool::check_room() {
  // With one generation alone, saving needs a new file: better to find out now that there can be none.
  const auto settled = settle();
  if (!settled) return settled;
  const auto free = storage_->free_bytes();
  if (!free) return free.faults();
  const std::size_t needed = 2 * size_class(to_pool_text(content_, number_).size() + room_for_one_result);
  if (*free >= needed) return Done{};
  return pool_fault("disk-too-full", "",
                    fmt::format("the disk of the data folder has {} bytes left and one more result may "
                                "need {}; make room on it",
                                *free, needed));
}

}  // namespace assessment
