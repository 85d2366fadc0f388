#include "tests/simulated_disk.hpp"

#include <algorithm>
#include <cassert>
#include <set>
#include <utility>

namespace tests {

using namespace assessment;

namespace {

constexpr std::size_t sector = 512;

Diagnostic fault_of(Trouble trouble, const std::string& name) {
  const auto fault = [&](const char* code, const char* text) {
    return Diagnostic{Severity::error, code, name, {}, text};
  };
  switch (trouble) {
    case Trouble::disk_full:
      return fault("disk-full", "cannot go on: No space left on device");
    case Trouble::read_only:
      return fault("read-only", "cannot go on: Read-only file system");
    case Trouble::no_permission:
      return fault("no-permission", "cannot go on: Permission denied");
    case Trouble::vanished:
      return fault("file-missing", "cannot go on: No such file or directory");
    default:
      return fault("storage-failed", "cannot go on: Input/output error");
  }
}

std::string folder_of(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

}  // namespace

class SimulatedFile : public Disk::File {
 public:
  SimulatedFile(SimulatedDisk& disk, int node, std::string name)
      : disk_(disk), node_(node), name_(std::move(name)), program_(disk.programs_) {}

  Expected<std::size_t> write(std::string_view bytes) override;
  Outcome cut(std::uint64_t size) override;
  Outcome set_appearance(const Appearance& appearance) override;
  Outcome sync() override;
  Expected<std::int64_t> modified() override;
  Expected<std::string> read() override;
  Outcome name(const std::string& name) override;

 private:
  SimulatedDisk::Node& node() {
    assert(program_ == disk_.programs_);
    return disk_.nodes_.at(node_);
  }

  SimulatedDisk& disk_;
  int node_;
  std::string name_;
  int program_;
  std::size_t position_ = 0;
};

// --- What may happen at a call.

SimulatedDisk::Turn SimulatedDisk::take_turn() {
  ++calls_;
  if (calls_ < mishap_.at_call || calls_ >= mishap_.at_call + mishap_.calls) return Turn::works;
  ++mishaps_;
  switch (mishap_.trouble) {
    case Trouble::power_cut:
    case Trouble::kill:
      return Turn::ends;
    case Trouble::short_write:
      return Turn::falls_short;
    case Trouble::input_output:
      return chance() ? Turn::fails : Turn::happens_but_fails;
    default:
      return Turn::fails;
  }
}

Outcome SimulatedDisk::end(Turn turn, const std::string& name) const {
  if (turn == Turn::ends && mishap_.trouble == Trouble::kill) throw Killed();
  if (turn == Turn::ends) throw PowerCut();
  if (turn == Turn::works || turn == Turn::falls_short) return Done{};
  return fault_of(mishap_.trouble, name);
}

// --- What outlives what.

void SimulatedDisk::keep(Node& node, Part part) {
  const auto is_kept = [&] { return part == Part::whole || chance(); };
  // Everything, nothing or a mixture: a coin for each sector alone would hardly ever show the first two.
  const bool is_mixed = part == Part::some && chance();
  const bool all = part == Part::whole || chance();
  const auto keeps = [&] { return is_mixed ? is_kept() : all; };

  if (node.is_changed && keeps()) {
    node.durable.bytes.resize(node.cached.bytes.size());
    node.durable.appearance = node.cached.appearance;
  }
  for (const Range& range : node.unsynced) {
    const std::size_t end = std::min({range.end, node.cached.bytes.size(), node.durable.bytes.size()});
    for (std::size_t at = range.begin; at < end;) {
      const std::size_t next = std::min(end, is_mixed ? (at / sector + 1) * sector : end);
      if (keeps()) node.durable.bytes.replace(at, next - at, node.cached.bytes, at, next - at);
      at = next;
    }
  }
  node.unsynced.clear();
  node.is_changed = false;
}

void SimulatedDisk::cut_power() {
  for (auto& [number, node] : nodes_) {
    keep(node, Part::some);
    node.cached = node.durable;
  }
  const bool is_mixed = chance();
  const bool all = chance();
  for (const NameChange& change : unsynced_names_) {
    if (is_mixed ? chance() : all) apply(change, durable_names_);
  }
  unsynced_names_.clear();
  names_ = durable_names_;
  restart();
}

void SimulatedDisk::restart() {
  ++programs_;
  locked_by_ = -1;
  std::set<int> used;
  for (const auto& [name, node] : names_) used.insert(node);
  for (const auto& [name, node] : durable_names_) used.insert(node);
  for (const NameChange& change : unsynced_names_) used.insert(change.node);
  std::erase_if(nodes_, [&](const auto& entry) { return !used.contains(entry.first); });
}

void SimulatedDisk::apply(const NameChange& change, std::map<std::string, int>& names) {
  if (!change.gone.empty()) names.erase(change.gone);
  if (!change.given.empty()) names[change.given] = change.node;
}

Outcome SimulatedDisk::change_names(const NameChange& change) {
  const std::string& name = change.given.empty() ? change.gone : change.given;
  const Turn turn = take_turn();
  if (turn == Turn::fails) return end(turn, name);
  if (!change.gone.empty() && !names_.contains(change.gone)) return fault_of(Trouble::vanished, name);
  if (!change.given.empty() && names_.contains(change.given)) {
    return Diagnostic{Severity::error, "file-exists", name, {}, "cannot name: File exists"};
  }
  apply(change, names_);
  unsynced_names_.push_back(change);
  return end(turn, name);
}

std::uint64_t SimulatedDisk::used() const {
  std::uint64_t sum = 0;
  for (const auto& [name, node] : names_) sum += nodes_.at(node).cached.bytes.size();
  return sum;
}

// --- The calls of a disk.

Expected<Disk::OpenFile> SimulatedDisk::opened(int node, const std::string& name) {
  return OpenFile(std::make_unique<SimulatedFile>(*this, node, name));
}

Expected<Disk::OpenFile> SimulatedDisk::create_unnamed(const std::string& folder) {
  const auto turned = end(take_turn(), folder);
  if (!turned) return turned.faults();
  if (names_.size() >= most_files_) return fault_of(Trouble::disk_full, folder);
  nodes_[next_node_];
  return opened(next_node_++, folder);
}

Expected<Disk::OpenFile> SimulatedDisk::create(const std::string& name) {
  if (names_.size() >= most_files_) {
    ++calls_;
    return fault_of(Trouble::disk_full, name);
  }
  const int node = next_node_++;
  nodes_[node];
  const auto named = change_names({.given = name, .node = node});
  if (!named) return named.faults();
  return opened(node, name);
}

Expected<Disk::OpenFile> SimulatedDisk::open(const std::string& name, Purpose) {
  const auto turned = end(take_turn(), name);
  if (!turned) return turned.faults();
  const auto found = names_.find(name);
  if (found == names_.end()) return fault_of(Trouble::vanished, name);
  return opened(found->second, name);
}

Outcome SimulatedDisk::rename(const std::string& from, const std::string& to) {
  const auto found = names_.find(from);
  return change_names({from, to, found == names_.end() ? -1 : found->second});
}

Outcome SimulatedDisk::remove(const std::string& name) {
  return change_names({.gone = name, .node = -1});
}

// Folders are there from the start: only files are simulated.
Outcome SimulatedDisk::make_folder(const std::string& name) {
  return end(take_turn(), name);
}

Outcome SimulatedDisk::sync_folder(const std::string& folder) {
  const Turn turn = take_turn();
  if (turn == Turn::ends) return end(turn, folder);
  if (left_out_ == LeftOut::folder_syncs) return Done{};
  const Outcome outcome = end(turn, folder);
  const auto is_here = [&](const NameChange& change) {
    return folder_of(change.given.empty() ? change.gone : change.given) == folder;
  };
  for (const NameChange& change : unsynced_names_) {
    if (is_here(change) && (outcome || chance())) apply(change, durable_names_);
  }
  std::erase_if(unsynced_names_, is_here);
  return outcome;
}

Expected<std::vector<std::string>> SimulatedDisk::list(const std::string& folder) {
  const auto turned = end(take_turn(), folder);
  if (!turned) return turned.faults();
  const std::size_t start = folder.empty() ? 0 : folder.size() + 1;
  std::vector<std::string> found;
  for (const auto& [name, node] : names_) {
    if (folder_of(name) == folder) found.push_back(name.substr(start));
  }
  return found;
}

Expected<std::uint64_t> SimulatedDisk::free_bytes() {
  const auto turned = end(take_turn(), "");
  if (!turned) return turned.faults();
  return room_ - std::min(room_, used());
}

Expected<Disk::OpenFile> SimulatedDisk::lock(const std::string& name) {
  const auto turned = end(take_turn(), name);
  if (!turned) return turned.faults();
  if (locked_by_ == programs_) return OpenFile();
  locked_by_ = programs_;
  return opened(-1, name);
}

// --- The calls of a file.

Expected<std::size_t> SimulatedFile::write(std::string_view bytes) {
  using Turn = SimulatedDisk::Turn;
  SimulatedDisk::Node& file = node();
  const Turn turn = disk_.take_turn();
  std::size_t size = bytes.size();
  if (turn != Turn::works) size = 1 + static_cast<std::size_t>(disk_.random_.below(size));
  if (turn != Turn::fails && position_ + size > file.cached.bytes.size()) {
    if (disk_.used() + position_ + size - file.cached.bytes.size() > disk_.room_) {
      return fault_of(Trouble::disk_full, name_);
    }
    file.cached.bytes.resize(position_ + size);
    file.is_changed = true;
  }
  if (turn != Turn::fails) {
    file.cached.bytes.replace(position_, size, bytes.substr(0, size));
    file.unsynced.push_back({position_, position_ + size});
    position_ += size;
  }
  const Outcome outcome = disk_.end(turn, name_);
  if (!outcome) return outcome.faults();
  return size;
}

Outcome SimulatedFile::cut(std::uint64_t size) {
  SimulatedDisk::Node& file = node();
  const auto turn = disk_.take_turn();
  if (turn != SimulatedDisk::Turn::fails && file.cached.bytes.size() != size) {
    file.cached.bytes.resize(size);
    file.is_changed = true;
  }
  return disk_.end(turn, name_);
}

Outcome SimulatedFile::set_appearance(const Appearance& appearance) {
  SimulatedDisk::Node& file = node();
  const auto turn = disk_.take_turn();
  if (turn != SimulatedDisk::Turn::fails) {
    file.cached.appearance = appearance;
    file.is_changed = true;
  }
  return disk_.end(turn, name_);
}

Outcome SimulatedFile::sync() {
  SimulatedDisk::Node& file = node();
  const auto turn = disk_.take_turn();
  if (turn == SimulatedDisk::Turn::ends) return disk_.end(turn, name_);
  if (disk_.left_out_ == LeftOut::file_syncs) return Done{};
  const Outcome outcome = disk_.end(turn, name_);
  disk_.keep(file, outcome ? SimulatedDisk::Part::whole : SimulatedDisk::Part::some);
  return outcome;
}

Expected<std::int64_t> SimulatedFile::modified() {
  const auto turned = disk_.end(disk_.take_turn(), name_);
  if (!turned) return turned.faults();
  return node().cached.appearance.modified.value_or(0);
}

Expected<std::string> SimulatedFile::read() {
  const auto turned = disk_.end(disk_.take_turn(), name_);
  if (!turned) return turned.faults();
  return node().cached.bytes;
}

Outcome SimulatedFile::name(const std::string& name) {
  return disk_.change_names({.given = name, .node = node_});
}

}  // namespace tests
