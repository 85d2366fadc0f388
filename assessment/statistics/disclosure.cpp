#include "assessment/statistics/disclosure.hpp"

#include <gmpxx.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace assessment {

namespace {

// GMP takes no 64-bit integer where `long` has 32 bits.
mpz_class to_big(std::int64_t number) {
  return mpz_class(std::to_string(number));
}

std::int64_t to_small(const mpz_class& number) {
  return std::stoll(number.get_str());
}

// Cells that together make up a known total; the last one is `rest`.
struct Row {
  std::vector<std::string> ids{};
  std::vector<std::int64_t> counts{};
};

Row make_row(const CountsById& counts, std::int64_t rest) {
  Row row;
  for (const auto& [id, count] : counts) {
    row.ids.push_back(id);
    row.counts.push_back(count);
  }
  row.counts.push_back(rest);
  return row;
}

std::int64_t add_up(const CountsById& counts) {
  std::int64_t sum = 0;
  for (const auto& [id, count] : counts) sum += count;
  return sum;
}

// Index of the smallest count that is shown and not 0; none where all are.
std::optional<std::size_t> next_smallest(const std::vector<PublishedFigure>& cells,
                                         const std::vector<std::int64_t>& counts) {
  std::optional<std::size_t> smallest;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].is_shown() || counts[i] == 0) continue;
    if (!smallest || counts[i] < counts[*smallest]) smallest = i;
  }
  return smallest;
}

bool is_hidden(const PublishedFigure& cell) {
  return !cell.is_shown();
}

}  // namespace

class Discloser {
 public:
  Discloser(const Grouping& grouping, const DisclosurePolicy& policy, Protection protection) {
    tables_.grouping_ = grouping;
    tables_.policy_ = policy;
    tables_.protection_ = protection;
  }

  DisclosedTables run(const Aggregate& aggregate) {
    const std::int64_t all = count_people(aggregate);
    // The total of nobody at all is no secret.
    tables_.people_ = all == 0 ? PublishedFigure{Visibility::shown, 0} : group_size(all);
    std::vector<std::int64_t> sizes;
    std::vector<PublishedFigure> people;
    for (const auto& [key, group] : aggregate.groups) {
      sizes.push_back(group.people);
      people.push_back(group_size(group.people));
      if (is_hidden(people.back())) tables_.suppressed_.primary += 1;
    }
    if (hide_second(people, sizes)) tables_.suppressed_.complementary += 1;
    std::size_t index = 0;
    for (const auto& [key, group] : aggregate.groups) {
      tables_.groups_.push_back(disclose_group(key, group, people[index]));
      ++index;
    }
    return std::move(tables_);
  }

 private:
  bool is_exact() const { return tables_.protection_ == Protection::off; }

  PublishedFigure count(std::int64_t people) const {
    if (is_exact() || people == 0) return {Visibility::shown, people};
    if (people < tables_.policy_.suppress_below) return {Visibility::hidden, 0};
    return {Visibility::shown, round_half_up(people, tables_.policy_.round_to)};
  }

  PublishedFigure group_size(std::int64_t people) const {
    if (!is_exact() && people < tables_.policy_.minimum_group) return {Visibility::under_minimum, 0};
    return count(people);
  }

  // A single withheld cell is the total less the others: then the next smallest hides as well.
  static bool hide_second(std::vector<PublishedFigure>& cells, const std::vector<std::int64_t>& counts) {
    if (std::count_if(cells.begin(), cells.end(), is_hidden) != 1) return false;
    const auto second = next_smallest(cells, counts);
    if (second) cells[*second] = {Visibility::hidden, 0};
    return second.has_value();
  }

  // What of a row may be shown. `forced` is the index of a cell that hides whatever its size.
  std::vector<PublishedFigure> protect(const std::vector<std::int64_t>& counts,
                                       std::optional<std::size_t> forced = std::nullopt) const {
    std::vector<PublishedFigure> cells;
    for (const std::int64_t people : counts) cells.push_back(count(people));
    if (forced) cells[*forced] = {Visibility::hidden, 0};
    hide_second(cells, counts);
    return cells;
  }

  // Counts what is withheld of the first `printed` cells: those that the report has a place for.
  void note_suppressed(const Row& row, const std::vector<PublishedFigure>& cells, std::size_t printed) {
    for (std::size_t i = 0; i < printed; ++i) {
      if (cells[i].is_shown()) continue;
      const bool is_small = row.counts[i] < tables_.policy_.suppress_below;
      (is_small ? tables_.suppressed_.primary : tables_.suppressed_.complementary) += 1;
    }
  }

  static PublishedCounts by_id(const Row& row, const std::vector<PublishedFigure>& cells) {
    PublishedCounts counts;
    for (std::size_t i = 0; i < row.ids.size(); ++i) counts.emplace(row.ids[i], cells[i]);
    return counts;
  }

  PublishedFigure mean(const Moments& moments) const {
    if (moments.people == 0) return {};
    if (!is_exact() && moments.people < tables_.policy_.means_from) return {Visibility::hidden, 0};
    return {Visibility::shown, mean_tenths(moments)};
  }

  PublishedFigure standard_deviation(const Moments& moments) const {
    const PublishedFigure same_people = mean(moments);
    if (!same_people.is_shown()) return same_people;
    if (moments.people < 2) return {};
    return {Visibility::shown, standard_deviation_tenths(moments)};
  }

  DisclosedDomain disclose_domain(const DomainFigures& figures, std::int64_t people) {
    DisclosedDomain disclosed;
    disclosed.mean = mean(figures.self);
    disclosed.standard_deviation = standard_deviation(figures.self);
    disclosed.knowledge_mean = mean(figures.knowledge);

    disclose_levels(disclosed, figures, people);
    return disclosed;
  }

  // Levels and "too few answers" make up the group, and so do the attained values and whoever has none.
  // What still lacks in a row is never printed, but a subtraction would give it, so it takes part.
  void disclose_levels(DisclosedDomain& disclosed, const DomainFigures& figures, std::int64_t people) {
    Row levels = make_row(figures.levels, figures.too_few_answers);
    const std::size_t too_few = levels.ids.size();
    levels.counts.push_back(people - add_up(figures.levels) - figures.too_few_answers);
    const Row attained = make_row(figures.attained, people - add_up(figures.attained));
    const std::size_t rest = attained.ids.size();
    const bool is_shared = rest > 0 && attained.counts[rest] == figures.too_few_answers;

    auto level_cells = protect(levels.counts);
    auto attained_cells = protect(attained.counts);
    // One number stands in both rows: withheld in one, it must not be read off the other.
    while (is_shared && level_cells[too_few].is_shown() != attained_cells[rest].is_shown()) {
      level_cells = protect(levels.counts, too_few);
      attained_cells = protect(attained.counts, rest);
    }
    note_suppressed(levels, level_cells, too_few + 1);
    note_suppressed(attained, attained_cells, rest);
    disclosed.levels = by_id(levels, level_cells);
    disclosed.too_few_answers = level_cells[too_few];
    disclosed.attained = by_id(attained, attained_cells);
  }

  // Answers of several parts add up to no total: each stands for itself.
  DisclosedItem disclose_parts(const ItemFigures& figures, std::int64_t without) {
    const Row row = make_row(figures.answers, without);
    std::vector<PublishedFigure> cells;
    for (const std::int64_t chosen_by : row.counts) cells.push_back(count(chosen_by));
    note_suppressed(row, cells, cells.size());
    return {.answers = by_id(row, cells), .without_answer = cells.back()};
  }

  DisclosedItem disclose_item(const ItemFigures& figures, std::int64_t people) {
    const std::int64_t without = people - figures.people;
    if (figures.several > 0) return disclose_parts(figures, without);
    Row row = make_row(figures.answers, without);
    row.counts.push_back(figures.people - add_up(figures.answers));  // typed numbers, which have no cell
    const auto cells = protect(row.counts);
    note_suppressed(row, cells, row.ids.size() + 1);
    return {.answers = by_id(row, cells), .without_answer = cells[row.ids.size()]};
  }

  DisclosedGroup disclose_group(const GroupKey& key, const GroupFigures& group, PublishedFigure people) {
    DisclosedGroup disclosed{.key = key, .people = people};
    if (!people.is_shown()) return disclosed;
    if (group.overall.self.people > 0) disclosed.overall = disclose_domain(group.overall, group.people);
    for (const auto& [id, domain] : group.domains) {
      disclosed.domains.emplace(id, disclose_domain(domain, group.people));
    }
    for (const auto& [id, item] : group.items) {
      disclosed.items.emplace(id, disclose_item(item, group.people));
    }
    return disclosed;
  }

  DisclosedTables tables_;
};

Expected<DisclosedTables> disclose(const Aggregate& aggregate, const Grouping& grouping,
                                   const DisclosurePolicy& policy, Protection protection) {
  assert(policy.minimum_group >= 1 && policy.suppress_below >= 1 && policy.round_to >= 1 &&
         policy.means_from >= 1);
  if (protection == Protection::off && !policy.is_exact) {
    return Diagnostic{.code = "exact-refused",
                      .text =
                          "exact figures are refused: give --policy a file that says 'exact: true', or leave "
                          "out --exact"};
  }
  return Discloser(grouping, policy, protection).run(aggregate);
}

std::int64_t round_half_up(std::int64_t count, std::int64_t step) {
  assert(count >= 0 && step >= 1);
  return (2 * count + step) / (2 * step) * step;
}

std::int64_t mean_tenths(const Moments& moments) {
  assert(moments.people > 0);
  return (2 * moments.sum + moments.people) / (2 * moments.people);
}

std::int64_t standard_deviation_tenths(const Moments& moments) {
  assert(moments.people > 1);
  const mpz_class n = to_big(moments.people);
  const mpz_class sum = to_big(moments.sum);
  const mpz_class squares = n * to_big(moments.sum_of_squares) - sum * sum;  // n * sum((x - mean)^2)
  // floor(sd + 1/2) = floor((floor(2 sd) + 1) / 2), and 2 sd = sqrt(4 squares / (n (n - 1))).
  const mpz_class twice = sqrt(mpz_class(4 * squares / (n * (n - 1))));
  return to_small((twice + 1) / 2);
}

}  // namespace assessment
