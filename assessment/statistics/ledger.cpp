#include "assessment/statistics/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace assessment {
namespace {

std::set<std::string> common(const std::set<std::string>& left, const std::set<std::string>& right) {
  std::set<std::string> both;
  std::ranges::set_intersection(left, right, std::inserter(both, both.end()));
  return both;
}

void narrow(PeopleSet& set, Dimension dimension, std::set<std::string> values) {
  const auto [entry, is_new] = set.values.try_emplace(dimension, values);
  if (!is_new) entry->second = common(entry->second, values);
}

}  // namespace

bool have_common(const std::set<std::string>& left, const std::set<std::string>& right) {
  return std::ranges::any_of(left, [&](const std::string& value) { return right.contains(value); });
}

PeopleSet people_of(const GroupKey* key, const Grouping& grouping, const std::vector<RecordFilter>& filter) {
  PeopleSet set;
  for (const RecordFilter& condition : filter) {
    narrow(set, condition.dimension, {condition.values.begin(), condition.values.end()});
  }
  if (key == nullptr) return set;
  set.series = key->series;
  for (std::size_t i = 0; i < grouping.dimensions.size(); ++i) {
    narrow(set, grouping.dimensions[i], {key->values[i]});
  }
  return set;
}

bool is_within(const PeopleSet& inner, const PeopleSet& outer) {
  if (!outer.series.empty() && inner.series != outer.series) return false;
  return std::ranges::all_of(outer.values, [&](const auto& condition) {
    const auto found = inner.values.find(condition.first);
    return found != inner.values.end() && std::ranges::includes(condition.second, found->second);
  });
}

bool holds(const PeopleSet& set, const PeopleCell& cell) {
  const std::string& bank = cell[static_cast<std::size_t>(Dimension::bank_version)];
  if (!set.series.empty() && series_of(bank) != set.series) return false;
  return std::ranges::all_of(set.values, [&](const auto& condition) {
    return condition.second.contains(cell[static_cast<std::size_t>(condition.first)]);
  });
}

std::string to_text(const PeopleSet& set) {
  std::string text = set.series;
  for (const auto& [dimension, values] : set.values) {
    text += fmt::format("{}{}={}", text.empty() ? "" : ", ", to_text(dimension), fmt::join(values, "|"));
  }
  return text.empty() ? "everyone" : text;
}

const LedgerRow* find_newest(const Ledger& ledger, const PeopleSet& who,
                             const std::set<std::string>& campaigns) {
  const auto is_same = [&](const LedgerRow& row) {
    return row.who == who && have_common(row.campaigns, campaigns);
  };
  const auto found = std::find_if(ledger.rows.rbegin(), ledger.rows.rend(), is_same);
  return found == ledger.rows.rend() ? nullptr : &*found;
}

void publish(Ledger& ledger, LedgerRow row) {
  const LedgerRow* newest = find_newest(ledger, row.who, row.campaigns);
  if (newest != nullptr) {
    LedgerRow& before = ledger.rows[static_cast<std::size_t>(newest - ledger.rows.data())];
    if (before.people == row.people) {
      // What an earlier report showed of these people beyond this one is known all the same.
      if (before.shown && row.shown && row.shown->items.empty()) row.shown->items = before.shown->items;
      before = std::move(row);
      return;
    }
    before.shown.reset();
  }
  ledger.rows.push_back(std::move(row));
}

}  // namespace assessment
