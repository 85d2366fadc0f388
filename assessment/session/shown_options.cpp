// The order in which a visit shows what can be chosen.
#include "assessment/session/shown_options.hpp"

#include <algorithm>

#include "assessment/base/random.hpp"

namespace assessment {
namespace {

// From the visit's own stream for the item: the same whenever the person comes back to it.
void shuffle_movable(std::vector<ShownOption>& shown, const Item& item, std::uint64_t seed) {
  const auto is_movable = [](const ShownOption& entry) {
    return !entry.is_way_out && !entry.option->is_fixed_last;
  };
  const auto end = std::stable_partition(shown.begin(), shown.end(), is_movable);
  std::vector<ShownOption> movable(shown.begin(), end);
  Random(seed, item.id.text).shuffle(movable);
  std::ranges::copy(movable, shown.begin());
}

std::vector<ShownOption> shown(std::span<const Option> options) {
  std::vector<ShownOption> all;
  for (const Option& option : options) {
    all.push_back({option.id, &option, option.is_not_applicable || option.is_exclusive});
  }
  return all;
}

}  // namespace

std::vector<ShownOption> shown_options(const QuestionBank& bank, const Item& item, std::uint64_t seed,
                                       std::size_t step) {
  std::vector<ShownOption> all = shown(options_of(bank, item, step));
  if (item.is_shuffled || std::holds_alternative<OrderItem>(item.type)) shuffle_movable(all, item, seed);
  std::stable_partition(all.begin(), all.end(), [](const ShownOption& entry) { return !entry.is_way_out; });
  if (item.has_not_sure) all.push_back({not_sure_option, nullptr, true});
  return all;
}

std::vector<ShownOption> shown_rights(const Item& item, std::uint64_t seed) {
  std::vector<ShownOption> all = shown(std::get<MatchItem>(item.type).rights);
  shuffle_movable(all, item, seed);
  return all;
}

}  // namespace assessment
