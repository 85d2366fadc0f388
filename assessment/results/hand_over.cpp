#include "assessment/results/hand_over.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "assessment/results/kiosk_key.hpp"
#include "assessment/results/pool_text.hpp"
#include "assessment/results/sealing.hpp"

namespace assessment {
namespace {

constexpr std::string_view format_line = "skills-hand-over/1\n";

Expected<std::string> seal_groups(std::vector<PoolGroup> groups, Storage& storage,
                                  const PublicKey& receiver) {
  const auto kiosk = open_kiosk_key(storage);
  if (!kiosk) return kiosk.faults();
  PoolContent given;
  given.groups = std::move(groups);
  std::string pool_text = to_pool_text(given, 1);
  std::string text;
  text.reserve(format_line.size() + pool_text.size());
  text.append(format_line).append(pool_text);
  wipe(pool_text);
  auto sealed = seal_batch(text, *kiosk, {receiver});
  wipe(text);
  return sealed;
}

// Makes everyone who waits a pending hand-over.
Outcome decide(Pool& pool, Storage& storage, const PublicKey& receiver, Storage& folder,
               const std::string& name, Random& random) {
  PoolContent next = pool.content();
  std::erase_if(next.groups, [](const PoolGroup& group) { return group.records.empty(); });
  if (next.groups.empty()) return Diagnostic{.code = "nothing-waits", .text = "no results wait in the pool"};
  // Asked first, for once decided it must be this file.
  if (folder.modified(name)) {
    return Diagnostic{.code = "file-exists", .file = name, .text = "is there already: choose another name"};
  }
  auto sealed = seal_groups(std::exchange(next.groups, {}), storage, receiver);
  if (!sealed) return sealed.faults();
  next.hand_over = {to_hex(receiver), *std::move(sealed)};
  return pool.replace(std::move(next), random);
}

void join(std::vector<PoolGroup>& groups, PoolGroup more) {
  const auto group = std::ranges::find(groups, more.origin, &PoolGroup::origin);
  if (group == groups.end()) {
    groups.push_back(std::move(more));
  } else {
    std::ranges::move(more.records, std::back_inserter(group->records));
  }
}

Expected<std::vector<PoolGroup>> open_groups(Storage& storage, std::string_view bytes,
                                             const std::string& file, const std::vector<PublicKey>& givers) {
  auto own = open_kiosk_key(storage);
  if (!own) return own.faults();
  auto text = open_sealed_batch(bytes, file, {*std::move(own), givers});
  if (!text) return text.faults();
  if (!text->starts_with(format_line)) {
    wipe(*text);
    return Diagnostic{
        .code = "not-a-hand-over", .file = file, .text = "this is sealed to this kiosk, but is no hand-over"};
  }
  auto snapshot = parse_pool_text(std::string_view(*text).substr(format_line.size()), file);
  wipe(*text);
  if (!snapshot) return snapshot.faults();
  return std::move(snapshot->content.groups);
}

}  // namespace

Outcome hand_over(Pool& pool, Storage& storage, const PublicKey& receiver, Storage& folder,
                  const std::string& name, Random& random) {
  if (!pool.content().hand_over) {
    const auto decided = decide(pool, storage, receiver, folder, name, random);
    if (!decided) return decided;
  }
  if (pool.content().hand_over->to != to_hex(receiver)) {
    return Diagnostic{
        .code = "hand-over-unfinished",
        .text =
            "an earlier hand-over was not finished, and its file may be on its way: repeat it, with "
            "the key of the kiosk that it was for, before another"};
  }
  // As with a release: were the hand-over known to one generation alone and that one lost, its people
  // would be counted here too.
  const auto settled = pool.settle();
  if (!settled) return settled;
  const auto published =
      publish_once(folder, name, pool.content().hand_over->bytes, {Access::group_may_read, std::nullopt});
  if (!published) return published;
  PoolContent next = pool.content();
  next.hand_over.reset();
  return pool.replace(std::move(next), random);
}

Expected<std::vector<PoolOrigin>> take_over(Pool& pool, Storage& storage, std::string_view bytes,
                                            const std::string& file, const std::vector<PublicKey>& givers,
                                            Random& random) {
  const std::string hash = blake2b_hex(bytes);
  PoolContent next = pool.content();
  if (std::ranges::find(next.taken_over, hash) != next.taken_over.end()) {
    return Diagnostic{
        .code = "hand-over-repeated",
        .file = file,
        .text = "this hand-over was taken in before; nothing was added, and the file can be deleted"};
  }
  auto groups = open_groups(storage, bytes, file, givers);
  if (!groups) return groups.faults();
  std::vector<PoolOrigin> origins;
  for (PoolGroup& group : *groups) {
    origins.push_back(group.origin);
    join(next.groups, std::move(group));
  }
  next.taken_over.push_back(hash);
  const auto saved = pool.replace(std::move(next), random);
  if (!saved) return saved.faults();
  const auto settled = pool.settle();
  if (!settled) return settled.faults();
  return origins;
}

}  // namespace assessment
