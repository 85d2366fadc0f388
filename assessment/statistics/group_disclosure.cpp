#include "assessment/statistics/group_disclosure.hpp"

#include <string>
#include <utility>
#include <vector>

#include "assessment/statistics/cell_protection.hpp"

namespace assessment {
namespace {

std::int64_t add_up(const CountsById& counts) {
  std::int64_t sum = 0;
  for (const auto& [id, count] : counts) sum += count;
  return sum;
}

// Adds a cell for each id; their indices.
std::vector<std::size_t> add_cells(CellBlock& block, const CountsById& counts) {
  std::vector<std::size_t> row;
  for (const auto& [id, count] : counts) row.push_back(block.add(count));
  return row;
}

// Levels and "too few answers" make up the group, and so do the attained values and whoever has none. What
// still lacks in a row is never printed, but a subtraction would give it, so it takes part. Order of the
// cells: levels, too few, attained, the rest.
CellBlock block_of(const DomainFigures& figures, std::int64_t people) {
  CellBlock block;
  std::vector<std::size_t> levels = add_cells(block, figures.levels);
  const std::size_t too_few = block.add(figures.too_few_answers);
  levels.push_back(too_few);
  std::vector<std::size_t> attained = add_cells(block, figures.attained);
  levels.push_back(block.add(people - add_up(figures.levels) - figures.too_few_answers, false));
  if (!attained.empty()) {
    const std::int64_t rest = people - add_up(figures.attained);
    // One number that stands in both rows is one cell.
    attained.push_back(rest == figures.too_few_answers ? too_few : block.add(rest, false));
    block.rows.push_back(attained);
  }
  block.rows.push_back(levels);
  return block;
}

// Answers of several parts add up to no total: each stands for itself. Order: answers, without, the rest.
CellBlock block_of(const ItemFigures& figures, std::int64_t people) {
  CellBlock block;
  std::vector<std::size_t> row = add_cells(block, figures.answers);
  row.push_back(block.add(people - figures.people));
  if (figures.several > 0) return block;
  row.push_back(block.add(figures.people - add_up(figures.answers), false));  // typed numbers
  block.rows.push_back(row);
  return block;
}

PublishedCounts by_id(const CountsById& counts, const std::vector<PublishedFigure>& cells,
                      std::size_t first) {
  PublishedCounts published;
  for (const auto& [id, count] : counts) published.emplace(id, cells[first++]);
  return published;
}

// Overall, domains, items.
std::vector<CellBlock> blocks_of(const GroupFigures& figures) {
  std::vector<CellBlock> blocks;
  if (figures.overall.self.people > 0) blocks.push_back(block_of(figures.overall, figures.people));
  for (const auto& [id, domain] : figures.domains) blocks.push_back(block_of(domain, figures.people));
  for (const auto& [id, item] : figures.items) blocks.push_back(block_of(item, figures.people));
  return blocks;
}

class GroupDiscloser {
 public:
  GroupDiscloser(const GroupFigures& figures, const CountingRules& rules)
      : figures_(figures), rules_(rules) {}

  std::optional<ProtectedGroup> run(const GroupKey& key, const PublishedFigure& people, Bounds size) {
    for (const CellBlock& block : blocks_of(figures_)) {
      auto cells = protect(block, size, rules_);
      if (!cells) return std::nullopt;
      note_suppressed(block, *cells);
      cells_.push_back(*std::move(cells));
    }
    DisclosedGroup& group = result_.group;
    group.key = key;
    group.people = people;
    std::size_t next = 0;
    if (figures_.overall.self.people > 0) group.overall = domain_of(figures_.overall, cells_[next++]);
    for (const auto& [id, domain] : figures_.domains)
      group.domains.emplace(id, domain_of(domain, cells_[next++]));
    for (const auto& [id, item] : figures_.items) {
      const auto& cells = cells_[next++];
      group.items.emplace(id, DisclosedItem{by_id(item.answers, cells, 0), cells[item.answers.size()]});
    }
    return std::move(result_);
  }

 private:
  DisclosedDomain domain_of(const DomainFigures& figures, const std::vector<PublishedFigure>& cells) const {
    const std::size_t too_few = figures.levels.size();
    return {.mean = rules_.mean(figures.self),
            .standard_deviation = rules_.standard_deviation(figures.self),
            .knowledge_mean = rules_.mean(figures.knowledge),
            .levels = by_id(figures.levels, cells, 0),
            .attained = by_id(figures.attained, cells, too_few + 1),
            .too_few_answers = cells[too_few]};
  }

  void note_suppressed(const CellBlock& block, const std::vector<PublishedFigure>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].is_shown() || !block.is_printed[i]) continue;
      const bool is_small = block.counts[i] < rules_.policy().suppress_below;
      (is_small ? result_.suppressed.primary : result_.suppressed.complementary) += 1;
    }
  }

  const GroupFigures& figures_;
  const CountingRules& rules_;
  std::vector<std::vector<PublishedFigure>> cells_{};  // by block
  ProtectedGroup result_{};
};

}  // namespace

Bounds known_size(const GroupFigures& figures, const PublishedFigure& people, const CountingRules& rules) {
  return known_size(blocks_of(figures), people, rules);
}

std::optional<ProtectedGroup> disclose_group(const GroupKey& key, const GroupFigures& figures,
                                             const PublishedFigure& people, Bounds size,
                                             const CountingRules& rules) {
  return GroupDiscloser(figures, rules).run(key, people, size);
}

}  // namespace assessment
