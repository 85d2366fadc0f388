// A disk that keeps what is durable apart from what is only cached, as operating systems do.
//
// A power cut keeps what was synced and, of all else, what chance picks: bytes by
// the sector, names one by one, in any combination. A call can also fail, and a
// failed sync forgets what it should have written, as Linux does: the bytes can
// still be read, a second sync succeeds, and they are not on the disk.
//
// Everything follows from the seed and the calls, so any run can be repeated.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "assessment/base/random.hpp"
#include "assessment/results/disk.hpp"

namespace tests {

// Thrown out of the call during which it happens.
struct PowerCut {};
struct Killed {};

enum class Trouble {
  power_cut,
  kill,           // the program ends, the cache lives on
  short_write,    // a write takes fewer bytes than it was given; no fault to any other call
  input_output,   // EIO; all but a sync may have happened all the same
  disk_full,      // ENOSPC, EDQUOT
  read_only,      // EROFS
  no_permission,  // EACCES
  vanished        // ENOENT
};

struct Mishap {
  Trouble trouble = Trouble::power_cut;
  std::int64_t at_call = 0;  // counted as calls() counts
  std::int64_t calls = 1;    // an error goes on for as many calls
};

// What a careless program would leave out. The calls succeed and do nothing.
enum class LeftOut { nothing, file_syncs, folder_syncs };

class SimulatedDisk : public assessment::Disk {
 public:
  explicit SimulatedDisk(std::uint64_t seed, LeftOut left_out = LeftOut::nothing)
      : random_(seed), left_out_(left_out) {}

  // The next mishap; there is one at a time. Restarting programs does not end it.
  void meet(const Mishap& mishap) { mishap_ = mishap; }
  std::int64_t calls() const { return calls_; }

  // How many calls met one.
  std::int64_t mishaps() const { return mishaps_; }

  // Forgets what is not durable, as far as chance will have it; then restart().
  void cut_power();

  // Begins a new program on this disk: nothing is locked, and the files of the last one, which it must
  // have closed, can no longer be used.
  void restart();

  // Room for the bytes of files, and for their number.
  void set_room(std::uint64_t bytes) { room_ = bytes; }
  void set_most_files(std::size_t files) { most_files_ = files; }

  assessment::Expected<OpenFile> create_unnamed(const std::string& folder) override;
  assessment::Expected<OpenFile> create(const std::string& name) override;
  assessment::Expected<OpenFile> open(const std::string& name, Purpose purpose) override;
  assessment::Outcome rename(const std::string& from, const std::string& to) override;
  assessment::Outcome remove(const std::string& name) override;
  assessment::Outcome make_folder(const std::string& name) override;
  assessment::Outcome sync_folder(const std::string& folder) override;
  assessment::Expected<std::vector<std::string>> list(const std::string& folder) override;
  assessment::Expected<std::uint64_t> free_bytes() override;
  assessment::Expected<OpenFile> lock(const std::string& name) override;
  std::string path(const std::string& name) const override { return name; }

 private:
  friend class SimulatedFile;

  struct Range {
    std::size_t begin = 0, end = 0;
  };
  struct Content {
    std::string bytes{};
    assessment::Appearance appearance{};
  };
  struct Node {
    Content cached{};
    Content durable{};
    std::vector<Range> unsynced{};
    bool is_changed = false;  // in size or appearance since the last sync
  };
  // A name taken away, given, or both at once by a rename.
  struct NameChange {
    std::string gone{};
    std::string given{};
    int node = 0;
  };
  enum class Part { whole, some };
  enum class Turn { works, falls_short, happens_but_fails, fails, ends };

  Turn take_turn();
  // What a call of this turn answers in the end; throws where it is the last one.
  assessment::Outcome end(Turn turn, const std::string& name) const;

  static void apply(const NameChange& change, std::map<std::string, int>& names);
  assessment::Outcome change_names(const NameChange& change);
  assessment::Expected<OpenFile> opened(int node, const std::string& name);
  void keep(Node& node, Part part);
  std::uint64_t used() const;
  bool chance() { return random_.below(2) == 0; }

  assessment::Random random_;
  LeftOut left_out_;
  Mishap mishap_{Trouble::power_cut, -1};
  std::int64_t calls_ = 0;
  std::int64_t mishaps_ = 0;
  int programs_ = 0;
  int locked_by_ = -1;
  std::uint64_t room_ = std::uint64_t{1} << 40;
  std::size_t most_files_ = 1'000'000'000;
  int next_node_ = 0;
  std::map<int, Node> nodes_;
  std::map<std::string, int> names_;          // as a program sees them
  std::map<std::string, int> durable_names_;  // as they would be after a power cut now
  std::vector<NameChange> unsynced_names_;
};

}  // namespace tests
