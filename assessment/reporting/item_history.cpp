#include "assessment/reporting/item_history.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "assessment/bank/changes.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace assessment {
namespace {

std::string name_of(const QuestionBank& bank) {
  return bank.id + "@" + bank.version;
}

// The versions of one bank, the oldest first, each once.
std::vector<const QuestionBank*> versions_of(const std::vector<QuestionBank>& banks, std::string_view id) {
  std::vector<const QuestionBank*> versions;
  for (const QuestionBank& bank : banks) {
    const auto is_same = [&](const QuestionBank* other) { return other->version == bank.version; };
    if (bank.id == id && std::ranges::none_of(versions, is_same)) versions.push_back(&bank);
  }
  std::ranges::stable_sort(versions, [](const QuestionBank* left, const QuestionBank* right) {
    return step_taken(left->version, right->version) != VersionStep::none;
  });
  return versions;
}

std::set<std::string> items_of(const QuestionBank& bank) {
  std::set<std::string> ids;
  for (const Item& item : bank.items) ids.insert(item.id.text);
  return ids;
}

// "lock_screen" of "safety/lock_screen/option alone"; empty for what is about no item.
std::string item_in(std::string_view place) {
  const std::size_t begin = place.find('/');
  if (begin == std::string_view::npos) return "";
  place.remove_prefix(begin + 1);
  return std::string(place.substr(0, place.find('/')));
}

}  // namespace

std::map<std::string, ItemHistory> find_item_history(const std::vector<QuestionBank>& banks,
                                                     const std::string& series) {
  std::map<std::string, ItemHistory> history;
  const auto versions = versions_of(banks, std::string_view(series).substr(0, series.rfind('@')));
  std::set<std::string> known;  // items of the series up to here
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const QuestionBank& bank = *versions[i];
    const std::set<std::string> here = items_of(bank);
    for (const std::string& item : known) {
      if (!here.contains(item) && history[item].retired_in.empty()) history[item].retired_in = bank.version;
    }
    if (series_of(name_of(bank)) != series) continue;
    known.insert(here.begin(), here.end());
    if (i == 0) continue;
    for (const Change& change : changes_between(*versions[i - 1], bank)) {
      const std::string item = item_in(change.place);
      const bool was_there = change.step >= VersionStep::minor && here.contains(item) &&
                             items_of(*versions[i - 1]).contains(item);
      if (was_there) history[item].changed_in = bank.version;
    }
  }
  std::erase_if(history, [](const auto& entry) { return entry.second == ItemHistory{}; });
  return history;
}

}  // namespace assessment
