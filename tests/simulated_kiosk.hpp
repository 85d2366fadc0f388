// A kiosk on a simulated disk, and the books that are kept about it: who was told "saved", who was not,
// and what came out in the end.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assessment/base/random.hpp"
#include "assessment/results/pool.hpp"
#include "tests/simulated_disk.hpp"

namespace tests {

// Who came and what they were told, over all kiosks. People are numbered from 1.
class Books {
 public:
  enum class Told { nothing, saved };

  // A new person; the next number.
  int come() {
    people_.push_back({});
    return static_cast<int>(people_.size());
  }
  void note_saved(int person) { at(person).told = Told::saved; }
  void note_found(int person) { ++at(person).found; }
  void note_batch() { ++batches_; }
  void note_small_batch() { ++small_batches_; }
  void note_broken_chain() { ++broken_chains_; }

  std::int64_t visits() const { return static_cast<std::int64_t>(people_.size()); }
  std::int64_t saved() const;
  std::int64_t lost() const;     // told "saved", and found nowhere
  std::int64_t doubled() const;  // found more than once, whatever they were told
  std::int64_t batches() const { return batches_; }
  std::int64_t small_batches() const { return small_batches_; }
  std::int64_t broken_chains() const { return broken_chains_; }
  std::int64_t faults() const { return lost() + doubled() + small_batches_ + broken_chains_; }

 private:
  struct Person {
    Told told = Told::nothing;
    int found = 0;
  };
  Person& at(int person) { return people_.at(static_cast<std::size_t>(person) - 1); }

  std::vector<Person> people_;
  std::int64_t batches_ = 0;
  std::int64_t small_batches_ = 0;
  std::int64_t broken_chains_ = 0;
};

class SimulatedKiosk {
 public:
  // Batches of 5 from a pool that holds back 2, the least that is allowed. `books` must outlive the kiosk.
  SimulatedKiosk(std::uint64_t seed, Books& books, LeftOut left_out = LeftOut::nothing,
                 assessment::Publishing publishing = assessment::Publishing::best);

  // Each does nothing while the program does not run, and ends it where a mishap ends it.
  void start();  // the program may refuse to
  void visit();
  void release(const assessment::Date& day);
  void stop();

  bool is_running() const { return pool_.has_value(); }
  SimulatedDisk& disk() { return *disk_; }

  // Takes the batches from the kiosk, as a share or stick would, unless one is still on its way; checks them
  // and notes who is in them.
  void carry_off();

  // Ends the kiosk's life: what is in the pool is noted too. False where the pool cannot be opened although
  // the disk is well.
  bool close_books();

 private:
  template <class Step>
  void survive(Step step);
  void end_program();
  void read_batch_file(const std::string& name, const std::string& bytes);

  std::shared_ptr<SimulatedDisk> disk_;
  Books& books_;
  assessment::Publishing publishing_;
  assessment::Random random_;
  std::unique_ptr<assessment::Storage> storage_;
  std::optional<assessment::Pool> pool_;
  std::map<int, std::string> hashes_;  // of the batches that were carried off, by sequence
};

}  // namespace tests
