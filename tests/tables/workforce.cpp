#include "tests/tables/workforce.hpp"

#include <algorithm>
#include <utility>

#include "tests/statistics_records.hpp"

namespace tests {

using namespace assessment;

namespace {

const Grouping by_role{.dimensions = {Dimension::role}};

// A number of people as wards have them: often few.
std::int64_t some_people(Random& chance) {
  const std::uint64_t bound = std::vector<std::uint64_t>{4, 12, 30, 80}[chance.below(4)];
  return static_cast<std::int64_t>(chance.below(bound));
}

// `people` divided among `ids` and what is left over.
CountsById divide(std::int64_t people, const std::vector<std::string>& ids, Random& chance,
                  std::int64_t& left_over) {
  CountsById counts;
  for (std::int64_t i = 0; i < people; ++i) {
    // The first ids are rare, the last is frequent.
    const std::uint64_t drawn = std::max(chance.below(ids.size() + 1), chance.below(ids.size() + 1));
    if (drawn == 0) {
      ++left_over;
    } else {
      counts[ids[drawn - 1]] += 1;
    }
  }
  return counts;
}

DomainFigures some_domain(std::int64_t people, Random& chance) {
  DomainFigures figures;
  figures.levels = divide(people, {"low", "middle", "high"}, chance, figures.too_few_answers);
  figures.self = {.people = people - figures.too_few_answers};
  if (chance.below(3) == 0) {
    const std::int64_t with = people - figures.too_few_answers;
    const auto passed = static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(with) + 1));
    if (passed > 0) figures.attained["passed"] = passed;
    if (with > passed) figures.attained["failed"] = with - passed;
  }
  return figures;
}

ItemFigures some_item(std::int64_t people, Random& chance) {
  ItemFigures figures;
  std::int64_t without = 0;
  figures.answers = divide(people, {"a", "b", "c", "d"}, chance, without);
  figures.people = people - without;
  return figures;
}

struct Published {
  std::size_t set = 0;  // 0: everyone, else a role
  std::int64_t people = 0;

  auto operator<=>(const Published&) const = default;
};

// Pairs of which one holds the other and few more.
std::int64_t near_pairs(std::vector<Published> rows, int least) {
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::int64_t pairs = 0;
  for (const Published& one : rows) {
    for (const Published& other : rows) {
      const bool is_nested = one.set == other.set || one.set == 0;
      const std::int64_t difference = std::abs(one.people - other.people);
      if (is_nested && difference > 0 && difference < least) pairs += one.set == other.set ? 1 : 2;
    }
  }
  return pairs / 2;  // of one set both ways were counted
}

}  // namespace

Aggregate random_tables(Random& chance) {
  Aggregate aggregate;
  const std::uint64_t groups = 1 + chance.below(8);
  for (std::uint64_t i = 0; i < groups; ++i) {
    GroupFigures figures{.people = 1 + some_people(chance)};
    for (const char* id : {"safety", "data"}) figures.domains[id] = some_domain(figures.people, chance);
    for (const char* id : {"lock", "share"}) figures.items[id] = some_item(figures.people, chance);
    aggregate.groups.emplace(GroupKey{"ward-basics@1", {"role" + std::to_string(i)}}, std::move(figures));
  }
  return aggregate;
}

DisclosurePolicy random_policy(Random& chance) {
  DisclosurePolicy policy;
  if (chance.below(4) == 0) policy.round_to = std::vector<int>{1, 2, 3, 10}[chance.below(4)];
  if (chance.below(8) == 0) policy.minimum_group = 12 + static_cast<int>(chance.below(20));
  return policy;
}

Year play_weeks(int weeks, std::uint64_t seed) {
  Random chance(seed);
  const std::vector<std::uint64_t> joining{1, 2, 4, 6, 9, 12, 3, 5};  // a week at most, by role
  std::vector<std::int64_t> people(joining.size());
  const DisclosurePolicy policy;
  Ledger ledger;
  Year year;
  std::vector<Published> published, unprotected;
  for (int week = 0; week < weeks; ++week) {
    Aggregate aggregate;
    DisclosureQuestion question{.grouping = by_role, .today = "week " + std::to_string(week)};
    std::int64_t all = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
      people[i] += static_cast<std::int64_t>(chance.below(joining[i] + 1));
      if (people[i] == 0) continue;
      const BatchRecord person = tests::person("role" + std::to_string(i), 500, "high");
      GroupFigures figures{.people = people[i]};
      figures.domains["safety"] = some_domain(people[i], chance);
      aggregate.groups.emplace(key_of(by_role, person), std::move(figures));
      question.people[cell_of(person)] = people[i];
      unprotected.push_back({i + 1, people[i]});
      all += people[i];
    }
    const auto tables = disclose(aggregate, question, policy, ledger).value();
    unprotected.push_back({0, all});
    if (tables.people().is_shown() && tables.people_as_of().empty()) published.push_back({0, all});
    for (const DisclosedGroup& group : tables.groups()) {
      const auto role = static_cast<std::size_t>(std::stoi(group.key.values.at(0).substr(4)));
      year.rows += 1;
      if (!group.people.is_shown()) continue;
      (group.as_of.empty() ? year.shown : year.repeated) += 1;
      if (group.as_of.empty()) published.push_back({role + 1, people[role]});
    }
  }
  year.near_pairs = near_pairs(published, policy.minimum_group);
  year.near_unprotected = near_pairs(unprotected, policy.minimum_group);
  return year;
}

}  // namespace tests
