#include "assessment/statistics/record_counter.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace assessment {
namespace {

void add_percent(Moments& moments, int tenths) {
  moments.people += 1;
  moments.sum += tenths;
  moments.sum_of_squares += std::int64_t{tenths} * tenths;
}

// The count at `index`, which is met here for the first time perhaps.
std::int64_t& count_at(std::vector<std::int64_t>& counts, std::size_t index) {
  if (index >= counts.size()) counts.resize(index + 1);
  return counts[index];
}

void count_at(std::vector<std::int64_t>& counts, int index) {
  if (index != none) count_at(counts, static_cast<std::size_t>(index)) += 1;
}

// A record that says what grouping and filter ask for.
BatchRecord naming_record(const RecordContext& context, const std::string& role) {
  BatchRecord record{.campaign = context.campaign, .site = context.site, .period = context.period};
  record.record.bank = context.bank;
  record.record.role = role;
  return record;
}

CountsById named_counts(const std::vector<std::int64_t>& counts, const std::vector<std::string>& names) {
  CountsById by_id;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) by_id.emplace(names[i], counts[i]);
  }
  return by_id;
}

}  // namespace

std::ptrdiff_t RecordCounter::find_group(std::uint32_t context, std::uint32_t role) {
  const std::uint32_t bank = scanner_.bank_of(context);
  const BatchRecord record = naming_record(scanner_.contexts()[context], scanner_.names(bank).roles[role]);
  if (!passes(filter_, record)) return -1;
  const GroupKey key = key_of(grouping_, record);
  const auto [entry, is_new] =
      group_index_.try_emplace({bank, key}, static_cast<std::ptrdiff_t>(groups_.size()));
  if (is_new) groups_.push_back({.bank = bank, .key = key});
  return entry->second;
}

RecordCounter::Place& RecordCounter::place_of(const CompactRecord& record) {
  if (record.context >= places_.size()) places_.resize(record.context + 1);
  std::vector<Place>& roles = places_[record.context];
  if (record.role >= roles.size()) roles.resize(record.role + 1);
  Place& place = roles[record.role];
  if (!place.is_known) {
    place.is_known = true;
    place.group = find_group(record.context, record.role);
  }
  return place;
}

void RecordCounter::add_domain(DomainCounts& counts, const CompactDomain& domain) {
  counts.is_met = true;
  if (domain.percent_tenths != none) add_percent(counts.self, domain.percent_tenths);
  if (domain.knowledge_tenths != none) add_percent(counts.knowledge, domain.knowledge_tenths);
  count_at(counts.levels, domain.level);
  count_at(counts.attained, domain.attained);
  const bool has_result =
      domain.percent_tenths != none || domain.level != none || domain.attained != none || domain.has_counts;
  const bool was_asked = domain.asked != none ? domain.asked > 0 : domain.knowledge_tenths == none;
  if (!has_result && was_asked) counts.too_few_answers += 1;
}

void RecordCounter::add_overall(DomainCounts& counts, const CompactRecord& record) {
  if (record.overall_tenths != none) add_percent(counts.self, record.overall_tenths);
  count_at(counts.levels, record.overall_level);
  if (record.overall_tenths == none && record.overall_level == none) counts.too_few_answers += 1;
}

void RecordCounter::add(const CompactRecord& record) {
  Place& place = place_of(record);
  place.people += 1;
  if (place.group < 0) return;
  GroupCounts& group = groups_[static_cast<std::size_t>(place.group)];
  group.people += 1;
  add_overall(group.overall, record);
  for (const CompactDomain& domain : record.domains) {
    if (domain.domain >= group.domains.size()) group.domains.resize(domain.domain + 1);
    add_domain(group.domains[domain.domain], domain);
  }
  if (grouping_.items == ItemCounting::off || record.answers.empty()) return;
  const std::size_t all = scanner_.names(group.bank).answers.size();
  if (group.answers.size() < all) group.answers.resize(all);
  for (const std::uint32_t answer : record.answers) group.answers[answer] += 1;
}

DomainFigures RecordCounter::named(const DomainCounts& counts, const BankNames& names) {
  return {.self = counts.self,
          .knowledge = counts.knowledge,
          .levels = named_counts(counts.levels, names.levels),
          .attained = named_counts(counts.attained, names.attained),
          .too_few_answers = counts.too_few_answers};
}

void RecordCounter::add_items(GroupFigures& figures, const GroupCounts& counts, const BankNames& names) {
  for (std::size_t i = 0; i < counts.answers.size(); ++i) {
    if (counts.answers[i] == 0) continue;
    const NamedAnswer& named = names.answers[i];
    add_answer(figures.items[names.items[named.item]], named.answer, counts.answers[i]);
  }
}

Aggregate RecordCounter::aggregate() const {
  Aggregate aggregate;
  for (const GroupCounts& counts : groups_) {
    const BankNames& names = scanner_.names(counts.bank);
    GroupFigures figures{.people = counts.people, .overall = named(counts.overall, names)};
    for (std::size_t i = 0; i < counts.domains.size(); ++i) {
      if (counts.domains[i].is_met)
        figures.domains.emplace(names.domains[i], named(counts.domains[i], names));
    }
    add_items(figures, counts, names);
    Aggregate one;
    one.groups.emplace(counts.key, std::move(figures));
    merge(aggregate, one);
  }
  return aggregate;
}

PeopleByCell RecordCounter::people() const {
  PeopleByCell people;
  for (std::size_t context = 0; context < places_.size(); ++context) {
    const auto number = static_cast<std::uint32_t>(context);
    for (std::size_t role = 0; role < places_[context].size(); ++role) {
      if (places_[context][role].people == 0) continue;
      const BatchRecord record =
          naming_record(scanner_.contexts()[context], scanner_.names(scanner_.bank_of(number)).roles[role]);
      people[cell_of(record)] += places_[context][role].people;
    }
  }
  return people;
}

}  // namespace assessment
