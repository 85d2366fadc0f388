// The kiosk's pool: results that wait, encrypted, until they can leave in a batch.
//
// Two generations, pool.a and pool.b, hold the same; where they differ, the newest
// that authenticates counts. A save rewrites one while the other still holds what
// was, never the newest good one first, and then the other too, so that they do not
// go on differing by one visit. Every save shuffles the records, takes fresh nonces
// and pads to a size class.
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

// Results that may leave together: of one campaign, site and bank, and never people's with
// synthetic ones.
struct PoolOrigin {
  std::string campaign{};
  std::string site{};
  BankReference bank{};
  Respondents respondents = Respondents::people;
  std::vector<std::string> role_specific_items{};  // asked of some roles only; sorted

  bool operator==(const PoolOrigin&) const = default;
};

PoolOrigin origin_of(const Campaign& campaign, const QuestionBank& bank,
                     Respondents respondents = Respondents::people);

struct PoolGroup {
  PoolOrigin origin{};
  std::vector<ResultRecord> records{};

  bool operator==(const PoolGroup&) const = default;
};

enum class BatchForm { plain, sealed };

// A batch on its way: decided, but perhaps not yet published.
struct PendingBatch {
  std::string name{};         // 32 hexadecimal digits, without folder and suffix
  std::int64_t modified = 0;  // the published file's time of change
  std::string bytes{};        // of the file, sealed where it is: sealing again would give others
  BatchForm form = BatchForm::plain;

  bool operator==(const PendingBatch&) const = default;
};

// Results on their way to another kiosk: decided, but perhaps not yet in a file.
struct PendingHandOver {
  std::string to{};     // the other kiosk's public key, 64 hexadecimal digits
  std::string bytes{};  // of the file: sealing again would give others, which could be taken in twice

  bool operator==(const PendingHandOver&) const = default;
};

// Everything the kiosk remembers between visits.
struct PoolContent {
  std::string kiosk{};                    // random, 32 hexadecimal digits
  int sequence = 0;                       // of the last batch; 0: none yet
  std::optional<std::string> previous{};  // hash of the last batch
  std::optional<Date> last_release{};
  std::vector<PendingBatch> pending{};
  std::vector<PoolGroup> groups{};
  std::optional<PendingHandOver> hand_over{};
  std::vector<std::string>
      taken_over{};  // BLAKE2b-256 of the files of other kiosks' hand-overs, taken in here

  bool operator==(const PoolContent&) const = default;
};

class Pool {
 public:
  // Reads the pool of a data folder, or begins one where there is neither generation. Never starts
  // afresh when something is there that cannot be read. `storage` must outlive the pool.
  static Expected<Pool> open(Storage& storage, Random& random);

  // Adds one result. Success: it is on the disk. Fault: it does not count, unless the program ends
  // before the next save and the disk holds it all the same.
  // Precondition: record.bank is the bank of `origin`.
  Outcome add(const PoolOrigin& origin, ResultRecord record, Random& random);

  // Replaces everything, for a release; success and fault as with add.
  Outcome replace(PoolContent content, Random& random);

  // Success: both generations hold content().
  Outcome settle();

  // A fault ("disk-too-full", "folder-missing", "read-only", …) when one more result may not find its
  // place on the disk: ask before a visit starts. Mends a missing generation first, if there is one.
  Outcome check_room();

  const PoolContent& content() const { return content_; }

 private:
  // suspect: damaged, or a write to it failed; it is written anew and not in place.
  enum class State { missing, suspect, older, current };
  struct Generation {
    std::string name{};
    State state = State::missing;
  };

  Pool(Storage& storage, const SecretKey& key) : storage_(&storage), key_(key) {}

  Outcome begin(Random& random);
  Outcome load(const std::array<std::optional<std::string>, 2>& files);
  Outcome write(Generation& generation, const PoolContent& content, std::int64_t number);

  Storage* storage_;
  SecretKey key_;
  std::array<Generation, 2> generations_{{{"pool.a"}, {"pool.b"}}};
  std::int64_t number_ = 0;  // of the current generation; one more with each save
  PoolContent content_{};
};

}  // namespace assessment
