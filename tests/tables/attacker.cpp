#include "tests/tables/attacker.hpp"

#include <algorithm>

namespace tests {

using namespace assessment;

namespace {

constexpr std::int64_t anything = 1'000'000'000;

// Tables as a report has them; what `figure_of` makes of each number is what its reader knows.
class TableReader {
 public:
  explicit TableReader(const DisclosurePolicy& policy) : policy_(policy) {}

  // The counts that are rounded to `shown`, found by trying.
  Range rounded(std::int64_t shown) const {
    if (shown == 0) return {0, 0};
    Range range{anything, 0};
    for (std::int64_t n = std::max<std::int64_t>(1, shown - policy_.round_to); n <= shown + policy_.round_to;
         ++n) {
      const bool is_it = (2 * n + policy_.round_to) / (2 * policy_.round_to) * policy_.round_to == shown;
      if (!is_it || n < policy_.suppress_below) continue;
      range.low = std::min(range.low, n);
      range.high = std::max(range.high, n);
    }
    return range;
  }

  std::size_t add(KnownTable& table, const PublishedFigure& figure) const {
    switch (figure.visibility) {
      case Visibility::shown:
        return table.add(rounded(figure.figure), false);
      case Visibility::under_minimum:
        return table.add({1, policy_.minimum_group - 1}, true);
      default:
        return table.add({1, anything}, true);
    }
  }

  std::vector<std::size_t> add_all(KnownTable& table, const PublishedCounts& counts) const {
    std::vector<std::size_t> numbers;
    for (const auto& [id, figure] : counts) numbers.push_back(add(table, figure));
    return numbers;
  }

  void add_domain(KnownTable& table, const DisclosedDomain& domain, std::size_t people) const {
    auto levels = add_all(table, domain.levels);
    const std::size_t too_few = add(table, domain.too_few_answers);
    levels.push_back(too_few);
    table.sums.push_back({people, levels});
    if (domain.attained.empty()) return;
    auto attained = add_all(table, domain.attained);
    attained.push_back(too_few);  // whoever attained nothing gave too few answers
    table.sums.push_back({people, attained});
  }

 private:
  const DisclosurePolicy& policy_;
};

// Narrows a number; false: it was as narrow before.
bool narrow(Range& range, std::int64_t low, std::int64_t high) {
  const Range before = range;
  range.low = std::max(range.low, low);
  range.high = std::min(range.high, high);
  return range.low != before.low || range.high != before.high;
}

bool narrow_by(KnownTable& table, const KnownTable::Sum& sum) {
  std::int64_t low = 0, high = 0;
  for (const std::size_t part : sum.parts) {
    low += table.numbers[part].low;
    high += table.numbers[part].high;
  }
  Range& total = table.numbers[sum.total];
  bool is_changed = narrow(total, low, high);
  for (const std::size_t part : sum.parts) {
    Range& range = table.numbers[part];
    const Range others{low - range.low, high - range.high};
    const Range before = range;
    if (!narrow(range, total.low - others.high, total.high - others.low)) continue;
    low += range.low - before.low;
    high += range.high - before.high;
    is_changed = true;
  }
  return is_changed;
}

}  // namespace

std::size_t KnownTable::add(Range range, bool withheld) {
  numbers.push_back(range);
  is_withheld.push_back(withheld);
  return numbers.size() - 1;
}

KnownTable read_report(const DisclosedTables& tables) {
  const TableReader reader(tables.policy());
  KnownTable table;
  KnownTable::Sum all{reader.add(table, tables.people()), {}};
  for (const DisclosedGroup& group : tables.groups()) {
    const std::size_t people = reader.add(table, group.people);
    all.parts.push_back(people);
    if (group.people.visibility == Visibility::hidden)
      table.numbers[people].low = tables.policy().minimum_group;
    if (group.overall) reader.add_domain(table, *group.overall, people);
    for (const auto& [id, domain] : group.domains) reader.add_domain(table, domain, people);
    for (const auto& [id, item] : group.items) {
      auto answers = reader.add_all(table, item.answers);
      answers.push_back(reader.add(table, item.without_answer));
      table.sums.push_back({people, answers});
    }
  }
  if (!all.parts.empty()) table.sums.push_back(all);  // too few people: no groups are named
  return table;
}

KnownTable only_small_numbers_withheld(const Aggregate& aggregate, const DisclosurePolicy& policy) {
  KnownTable table;
  const auto add = [&](std::int64_t people, std::int64_t least) {
    return people > 0 && people < least ? table.add({1, least - 1}, true)
                                        : table.add({people, people}, false);
  };
  KnownTable::Sum all{add(count_people(aggregate), policy.minimum_group), {}};
  for (const auto& [key, group] : aggregate.groups) {
    const std::size_t people = add(group.people, policy.minimum_group);
    all.parts.push_back(people);
    if (group.people < policy.minimum_group) continue;
    for (const auto& [id, domain] : group.domains) {
      KnownTable::Sum levels{people, {add(domain.too_few_answers, policy.suppress_below)}};
      for (const auto& [level, count] : domain.levels)
        levels.parts.push_back(add(count, policy.suppress_below));
      table.sums.push_back(levels);
    }
  }
  table.sums.push_back(all);
  return table;
}

Attack attack(KnownTable table) {
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const auto& sum : table.sums) is_changed = narrow_by(table, sum) || is_changed;
  }
  Attack found;
  for (std::size_t i = 0; i < table.numbers.size(); ++i) {
    if (!table.is_withheld[i]) continue;
    const std::int64_t width = table.numbers[i].high - table.numbers[i].low;
    found.withheld += 1;
    found.narrow += width < 5 ? 1 : 0;
    found.exact += width == 0 ? 1 : 0;
  }
  return found;
}

}  // namespace tests
