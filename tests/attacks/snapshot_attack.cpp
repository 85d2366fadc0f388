#include "tests/attacks/snapshot_attack.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/results/pool_text.hpp"
#include "assessment/results/release.hpp"
#include "assessment/results/size_class.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/attacks/ward.hpp"
#include "tests/result_samples.hpp"

namespace tests {

using namespace assessment;

namespace {

constexpr std::size_t nonce_size = 24;

struct Snapshot {
  std::string bytes{};  // as the attacker copies them
  std::string text{};   // what they hold, byte for byte from the same place on
};

std::string decrypted(Storage& storage, const std::string& name) {
  const std::string key_bytes = storage.read("pool.key")->value();
  SecretKey key{};
  std::ranges::copy(key_bytes, reinterpret_cast<char*>(key.data()));
  const auto text = decrypt(storage.read(name)->value(), key, "skills-pool/1 " + name);
  if (!text) throw std::runtime_error(name + " cannot be decrypted");
  return *text;
}

Snapshot real_snapshot(Storage& storage) {
  return {storage.read("pool.a")->value().substr(nonce_size), decrypted(storage, "pool.a")};
}

Snapshot careless_snapshot(const PoolContent& content) {
  Snapshot snapshot{.text = to_pool_text(content, 1)};
  snapshot.text.resize(size_class(snapshot.text.size()), ' ');
  std::vector<std::uint8_t> stream(snapshot.text.size());
  keystream(Seed{}, 0, stream);
  snapshot.bytes = snapshot.text;
  for (std::size_t i = 0; i < stream.size(); ++i)
    snapshot.bytes[i] = static_cast<char>(snapshot.bytes[i] ^ stream[i]);
  return snapshot;
}

// How many of the bytes around a record's name changed since the snapshot before.
double change_at(const Snapshot& before, const Snapshot& after, const std::string& name) {
  constexpr std::size_t around = 64;
  const std::size_t place = after.text.find(name);
  double changed = 0;
  for (std::size_t i = place - around; i < place + around; ++i)
    changed += i >= before.bytes.size() || i >= after.bytes.size() || before.bytes[i] != after.bytes[i];
  return changed;
}

bool hold_the_same(Storage& storage) {
  const auto a = parse_pool_text(decrypted(storage, "pool.a"), "pool.a");
  const auto b = parse_pool_text(decrypted(storage, "pool.b"), "pool.b");
  return a.value().content == b.value().content;
}

// The newest against each other record of the pool.
class Comparison {
 public:
  void add(const Snapshot& before, const Snapshot& after, const std::vector<std::string>& names) {
    const double newest = change_at(before, after, names.back());
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      const double other = change_at(before, after, names[i]);
      wins_ += newest > other ? 1 : newest == other ? 0.5 : 0;
      ++pairs_;
    }
  }
  double auc() const { return wins_ / pairs_; }

 private:
  double wins_ = 0, pairs_ = 0;
};

}  // namespace

SnapshotAttack attack_by_snapshots(PoolKind kind, std::size_t visits, std::uint64_t seed) {
  constexpr std::size_t most_waiting = 30;  // then a pool is begun anew, as after releases
  SnapshotAttack attack{.visits = visits};
  Random random(seed, "snapshots");
  Comparison comparison;
  for (std::size_t visit = 0; visit < visits;) {
    MemoryStorage storage;
    Pool pool = opened(storage, random);
    PoolContent in_order{.groups = {{sample_origin(), {}}}};
    const auto snapshot = [&] {
      return kind == PoolKind::real ? real_snapshot(storage) : careless_snapshot(in_order);
    };
    std::vector<std::string> names;
    while (names.size() < most_waiting && visit < visits) {
      const Snapshot before = snapshot();
      const Visitor visitor = any_visitor(random);
      const ResultRecord record = record_of(visitor, random);
      names.push_back(visitor.name);
      in_order.groups[0].records.push_back(record);
      pool.add(sample_origin(), record, random).value();
      comparison.add(before, snapshot(), names);
      attack.differing += !hold_the_same(storage);
      ++visit;
    }
  }
  attack.auc = comparison.auc();
  return attack;
}

}  // namespace tests
