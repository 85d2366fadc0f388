#include "tests/faulty_storage.hpp"

#include <doctest/doctest.h>

namespace tests {

using namespace assessment;

namespace {

Diagnostic fault(const std::string& name) {
  return {Severity::error, "storage-failed", name, {}, "cannot go on: Input/output error"};
}

}  // namespace

FaultyStorage::Turn FaultyStorage::take_turn() {
  ++calls_;
  if (calls_ == fails_at_) return Turn::fails;
  return calls_ > fails_at_ && afterwards_ == Afterwards::is_dead ? Turn::dead : Turn::works;
}

Expected<std::optional<std::string>> FaultyStorage::read(const std::string& name) {
  if (take_turn() != Turn::works) return fault(name);
  return beneath_.read(name);
}

Outcome FaultyStorage::publish(const std::string& name, std::string_view bytes,
                               const Appearance& appearance) {
  const Turn turn = take_turn();
  if (turn == Turn::works) return beneath_.publish(name, bytes, appearance);
  if (turn == Turn::fails && kind_ == FaultKind::done_but_denied) {
    static_cast<void>(beneath_.publish(name, bytes, appearance));
  }
  return fault(name);
}

Outcome FaultyStorage::publish_pieces(const std::string& name, const NextPiece& next,
                                      const Appearance& appearance) {
  const Turn turn = take_turn();
  if (turn == Turn::works) return beneath_.publish_pieces(name, next, appearance);
  if (turn == Turn::fails && kind_ == FaultKind::done_but_denied) {
    static_cast<void>(beneath_.publish_pieces(name, next, appearance));
  }
  return fault(name);
}

Expected<std::int64_t> FaultyStorage::modified(const std::string& name) {
  if (take_turn() != Turn::works) return fault(name);
  return beneath_.modified(name);
}

Outcome FaultyStorage::overwrite(const std::string& name, std::string_view bytes) {
  const Turn turn = take_turn();
  if (turn == Turn::works) return beneath_.overwrite(name, bytes);
  if (turn == Turn::fails && kind_ == FaultKind::torn) {
    auto before = beneath_.read(name);
    if (before && *before) {
      std::string half = **before;
      half.resize(bytes.size());
      half.replace(0, bytes.size() / 2, bytes.substr(0, bytes.size() / 2));
      static_cast<void>(beneath_.overwrite(name, half));
    }
  }
  if (turn == Turn::fails && kind_ == FaultKind::done_but_denied) {
    static_cast<void>(beneath_.overwrite(name, bytes));
  }
  return fault(name);
}

Expected<std::vector<std::string>> FaultyStorage::list(const std::string& folder) {
  if (take_turn() != Turn::works) return fault(folder);
  return beneath_.list(folder);
}

Outcome FaultyStorage::remove(const std::string& name) {
  const Turn turn = take_turn();
  if (turn == Turn::works) return beneath_.remove(name);
  if (turn == Turn::fails && kind_ == FaultKind::done_but_denied) static_cast<void>(beneath_.remove(name));
  return fault(name);
}

Expected<std::uint64_t> FaultyStorage::free_bytes() {
  if (take_turn() != Turn::works) return fault("");
  return beneath_.free_bytes();
}

int fail_at_every_call(const std::function<bool(FaultKind, Afterwards, int call)>& play) {
  int faults = 0;
  for (const FaultKind kind : {FaultKind::refused, FaultKind::torn, FaultKind::done_but_denied}) {
    for (const Afterwards afterwards : {Afterwards::works_again, Afterwards::is_dead}) {
      bool has_failed = true;
      for (int call = 1; has_failed; ++call) {
        CAPTURE(static_cast<int>(kind));
        CAPTURE(static_cast<int>(afterwards));
        CAPTURE(call);
        has_failed = play(kind, afterwards, call);
        faults += has_failed;
      }
    }
  }
  return faults;
}

}  // namespace tests
