// The kiosk's pool: results that wait, encrypted, until they can leave in a batch.
//
// Two generations, pool.a and pool.b, hold the same: the one that was rewritten
// last and authenticates counts. A save rewrites the other one first, so that the
// newest good generation is never at risk, and then this one too, so that the
// two never differ by one visit. Every rewriting shuffles the records, takes a
// fresh nonce and pads to a size class.
//
// Codes of faults, frozen: "pool-key-missing", "pool-key-damaged", "pool-unreadable",
// "disk-too-full", and those of storage.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/random.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/campaign.hpp"
#include "assessment/results/record.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

// Results that may leave together: of one campaign, site and bank.
struct PoolOrigin {
  std::string campaign{};
  std::string site{};
  BankReference bank{};
  std::vector<std::string> role_specific_items{};  // asked of some roles only; sorted

  bool operator==(const PoolOrigin&) const = default;
};

PoolOrigin origin_of(const Campaign& campaign, const QuestionBank& bank);

struct PoolGroup {
  PoolOrigin origin{};
  std::vector<ResultRecord> records{};

  bool operator==(const PoolGroup&) const = default;
};

// A batch on its way: decided, but perhaps not yet published.
struct PendingBatch {
  std::string name{};         // 32 hexadecimal digits, without folder and suffix
  std::int64_t modified = 0;  // the published file's time of change
  std::string bytes{};

  bool operator==(const PendingBatch&) const = default;
};

// Everything the kiosk remembers between visits.
struct PoolContent {
  std::string kiosk{};                    // random, 32 hexadecimal digits
  int sequence = 0;                       // of the last batch; 0: none yet
  std::optional<std::string> previous{};  // hash of the last batch
  std::optional<Date> last_release{};
  std::vector<PendingBatch> pending{};
  std::vector<PoolGroup> groups{};

  bool operator==(const PoolContent&) const = default;
};

class Pool {
 public:
  // Reads the pool of a data folder, or begins one where there is neither generation. Never starts
  // afresh when something is there that cannot be read. `storage` must outlive the pool.
  static Expected<Pool> open(Storage& storage, Random& random);

  // Adds one result. Success: it is on the disk. Fault: it is not part of the pool.
  Outcome add(const PoolOrigin& origin, ResultRecord record, Random& random);

  // Replaces everything, for a release. Success: both generations hold it. Fault: perhaps one does;
  // content() tells which content counts.
  Outcome replace(PoolContent content, Random& random);

  // A fault ("disk-too-full") when the disk may not hold one more result: ask before a visit starts.
  Outcome check_room() const;

  const PoolContent& content() const { return content_; }

 private:
  enum class State { missing, suspect, good };  // suspect: not to be written in place
  struct Generation {
    std::string name{};
    State state = State::missing;
  };

  Pool(Storage& storage, const SecretKey& key) : storage_(&storage), key_(key) {}

  Outcome save(PoolContent content, Random& random);
  Outcome write(Generation& generation, const std::string& text);

  Storage* storage_;
  SecretKey key_;
  std::int64_t number_ = 0;  // of the newest generation; rises with each save
  std::array<Generation, 2> generations_{};
  std::size_t newest_ = 0;  // index of the generation that is not rewritten first
  PoolContent content_{};
};

}  // namespace assessment
