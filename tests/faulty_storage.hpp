// A storage that fails at one call, in one of the ways that disks have.
#pragma once

#include <functional>
#include <string>

#include "assessment/results/storage.hpp"

namespace tests {

enum class FaultKind {
  refused,         // nothing happened, and it says so
  torn,            // an overwrite leaves half of the new bytes; all else as refused
  done_but_denied  // it happened, and still the answer is a fault
};

// What the calls after the failing one find.
enum class Afterwards { works_again, is_dead };

class FaultyStorage : public assessment::Storage {
 public:
  // The call number `fails_at`, counted from 1 over all calls, fails.
  FaultyStorage(assessment::Storage& beneath, int fails_at, FaultKind kind, Afterwards afterwards)
      : beneath_(beneath), fails_at_(fails_at), kind_(kind), afterwards_(afterwards) {}

  assessment::Expected<std::optional<std::string>> read(const std::string& name) override;
  assessment::Outcome publish(const std::string& name, std::string_view bytes,
                              const assessment::Appearance& appearance) override;
  assessment::Outcome publish_pieces(const std::string& name, const assessment::NextPiece& next,
                                     const assessment::Appearance& appearance) override;
  assessment::Outcome overwrite(const std::string& name, std::string_view bytes) override;
  assessment::Expected<std::vector<std::string>> list(const std::string& folder) override;
  assessment::Expected<std::int64_t> modified(const std::string& name) override;
  assessment::Outcome remove(const std::string& name) override;
  assessment::Expected<std::uint64_t> free_bytes() override;

  bool has_failed() const { return calls_ >= fails_at_; }

 private:
  enum class Turn { works, fails, dead };
  Turn take_turn();

  assessment::Storage& beneath_;
  int fails_at_;
  FaultKind kind_;
  Afterwards afterwards_;
  int calls_ = 0;
};

// Plays a story with each kind of fault at each call in turn, until a call is no longer made. `play` gives
// FaultyStorage::has_failed. The number of faults there were.
int fail_at_every_call(const std::function<bool(FaultKind, Afterwards, int call)>& play);

}  // namespace tests
