#include "assessment/results/outbox.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assessment {
namespace {

enum class Copied { now, before };

Expected<std::string> read_batch_file(Storage& data, const std::string& path) {
  auto bytes = data.read(path);
  if (!bytes) return bytes.faults();
  if (!*bytes) return Diagnostic{Severity::error, "file-missing", path, {}, "this batch has just vanished"};
  return **std::move(bytes);
}

// Whether the outbox has the file; a fault when it has another one of that name.
Expected<bool> is_there(Storage& outbox, const std::string& name, std::string_view bytes) {
  const auto present = outbox.read(name);
  if (!present) return present.faults();
  if (!*present) return false;
  if (**present == bytes) return true;
  return Diagnostic{
      Severity::error,
      "copy-differs",
      name,
      {},
      "the outbox has a file of this name with other content, which stays as it is: look at it, "
      "take it away, and copy again"};
}

Outcome write_copy(Storage& outbox, const std::string& name, std::string_view bytes,
                   const Appearance& appearance) {
  const auto published = outbox.publish(name, bytes, appearance);
  if (!published) return published;
  const auto back = outbox.read(name);
  if (!back) return back.faults();
  if (*back == bytes) return Done{};
  static_cast<void>(outbox.remove(name));
  return Diagnostic{Severity::error,
                    "copy-damaged",
                    name,
                    {},
                    "the copy was not what was written and is taken away again: use another stick or share"};
}

Expected<Copied> copy_file(Storage& data, Storage& outbox, const std::string& name) {
  const std::string path = "batches/" + name;
  const auto bytes = read_batch_file(data, path);
  if (!bytes) return bytes.faults();
  const auto present = is_there(outbox, name, *bytes);
  if (!present) return present.faults();
  if (*present) return Copied::before;
  const auto modified = data.modified(path);
  if (!modified) return modified.faults();
  const auto written = write_copy(outbox, name, *bytes, {Access::group_may_read, *modified});
  if (!written) return written.faults();
  return Copied::now;
}

}  // namespace

CopyReport copy_batches(Storage& data, Storage& outbox, std::set<std::string>& checked) {
  CopyReport report;
  const auto names = data.list("batches");
  const auto there = outbox.list("");
  for (const auto* listed : {&names, &there}) {
    if (*listed) continue;
    report.faults = listed->faults();
    return report;
  }
  for (const std::string& name : *names) {
    if (name.starts_with('.')) continue;  // not a batch yet
    if (checked.contains(name) && std::ranges::binary_search(*there, name)) {
      ++report.present;
      continue;
    }
    const auto copied = copy_file(data, outbox, name);
    if (copied) {
      ++(*copied == Copied::now ? report.copied : report.present);
      checked.insert(name);
      continue;
    }
    report.faults.insert(report.faults.end(), copied.faults().begin(), copied.faults().end());
    if (copied.faults().front().code != "copy-differs") break;
  }
  return report;
}

Expected<std::unique_ptr<Storage>> open_outbox(const std::string& folder) {
  auto outbox = open_folder(folder);
  if (outbox || outbox.faults().front().code != "file-missing") return outbox;
  return Diagnostic{Severity::error,
                    "outbox-missing",
                    folder,
                    {},
                    "the folder for copies is not there: plug in the stick or connect the share; no batch is "
                    "lost, and the next copying takes along all that wait"};
}

}  // namespace assessment
