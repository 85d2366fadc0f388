#include "assessment/statistics/cell_protection.hpp"

#include <algorithm>

namespace assessment {
namespace {

using Cells = std::vector<PublishedFigure>;
using Row = std::vector<std::size_t>;

constexpr PublishedFigure withheld{Visibility::hidden, 0};

// The smallest cell of a row that is shown and not 0; none where all are.
std::optional<std::size_t> next_smallest(const Row& row, const CellBlock& block, const Cells& cells) {
  std::optional<std::size_t> smallest;
  for (const std::size_t cell : row) {
    if (!cells[cell].is_shown() || block.counts[cell] == 0) continue;
    if (!smallest || block.counts[cell] < block.counts[*smallest]) smallest = cell;
  }
  return smallest;
}

// A single withheld cell is the total less the others: then the next smallest hides as well.
bool hide_second(const CellBlock& block, Cells& cells) {
  bool is_changed = false;
  for (const Row& row : block.rows) {
    const auto is_hidden = [&](std::size_t cell) { return !cells[cell].is_shown(); };
    if (std::ranges::count_if(row, is_hidden) != 1) continue;
    const auto second = next_smallest(row, block, cells);
    if (!second) continue;
    cells[*second] = withheld;
    is_changed = true;
  }
  return is_changed;
}

bool stands_alone(const CellBlock& block, std::size_t cell) {
  return std::ranges::none_of(block.rows,
                              [&](const Row& row) { return std::ranges::find(row, cell) != row.end(); });
}

Bounds known_of(const CellBlock& block, std::size_t cell, const PublishedFigure& figure,
                const CountingRules& rules) {
  if (!block.is_printed[cell]) return {0, block.counts[cell] == 0 ? 0 : without_limit};
  if (figure.is_shown()) return rules.known_of_count(figure.figure);
  // Nothing but its size withholds a cell that stands alone.
  if (stands_alone(block, cell)) return {1, rules.policy().suppress_below - 1};
  return {1, without_limit};
}

AuditProblem problem_of(const CellBlock& block, const Cells& cells, Bounds size, const CountingRules& rules) {
  AuditProblem problem;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    problem.cells.push_back({known_of(block, i, cells[i], rules), block.counts[i]});
    if (!cells[i].is_shown()) problem.targets.push_back({i});
  }
  for (const Row& row : block.rows) problem.sums.push_back({row, size});
  return problem;
}

// Withholds one more cell in a row of `narrow`; false: there is none.
bool hide_another(const CellBlock& block, std::size_t narrow, Cells& cells) {
  for (const Row& row : block.rows) {
    if (std::ranges::find(row, narrow) == row.end()) continue;
    const auto another = next_smallest(row, block, cells);
    if (!another) continue;
    cells[*another] = withheld;
    return true;
  }
  return false;
}

Cells counted(const CellBlock& block, const CountingRules& rules) {
  Cells cells;
  for (const std::int64_t count : block.counts) cells.push_back(rules.count(count));
  return cells;
}

}  // namespace

std::size_t CellBlock::add(std::int64_t count, bool printed) {
  counts.push_back(count);
  is_printed.push_back(printed);
  return counts.size() - 1;
}

Bounds known_size(const std::vector<CellBlock>& blocks, const PublishedFigure& people,
                  const CountingRules& rules) {
  Bounds size = rules.known_of_group(people);
  for (const CellBlock& block : blocks) {
    const Cells cells = counted(block, rules);
    for (const Row& row : block.rows) {
      Bounds sum{0, 0};
      for (const std::size_t cell : row) {
        const Bounds known = known_of(block, cell, cells[cell], rules);
        sum.low += known.low;
        sum.high = std::min(without_limit, sum.high + known.high);
      }
      size.low = std::max(size.low, sum.low);
      size.high = std::min(size.high, sum.high);
    }
  }
  return size;
}

std::optional<Cells> protect(const CellBlock& block, Bounds size, const CountingRules& rules) {
  Cells cells = counted(block, rules);
  if (rules.is_exact()) return cells;
  for (;;) {
    while (hide_second(block, cells)) {
    }
    const AuditProblem problem = problem_of(block, cells, size, rules);
    const auto narrow = find_narrow(problem, rules.least_width());
    if (narrow.empty()) return cells;
    if (!hide_another(block, problem.targets[narrow.front()].front(), cells)) return std::nullopt;
  }
}

}  // namespace assessment
