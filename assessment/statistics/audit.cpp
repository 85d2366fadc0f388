#include "assessment/statistics/audit.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <coin/ClpSimplex.hpp>

namespace assessment {
namespace {

double limit(std::int64_t number) {
  return number >= without_limit ? COIN_DBL_MAX : static_cast<double>(number);
}

// The model of all that is known, with the target as its objective.
void load(ClpSimplex& model, const AuditProblem& problem, const AuditTarget& target) {
  const auto columns = static_cast<int>(problem.cells.size());
  const auto rows = static_cast<int>(problem.sums.size());
  std::vector<double> cell_low, cell_high, sum_low, sum_high, objective(problem.cells.size());
  for (const AuditCell& cell : problem.cells) {
    cell_low.push_back(static_cast<double>(cell.known.low));
    cell_high.push_back(limit(cell.known.high));
  }
  std::vector<int> row_of, column_of;
  for (int row = 0; row < rows; ++row) {
    const AuditSum& sum = problem.sums[static_cast<std::size_t>(row)];
    sum_low.push_back(static_cast<double>(sum.known.low));
    sum_high.push_back(limit(sum.known.high));
    for (const std::size_t cell : sum.cells) {
      row_of.push_back(row);
      column_of.push_back(static_cast<int>(cell));
    }
  }
  for (const std::size_t cell : target) objective[cell] = 1;
  const std::vector<double> ones(row_of.size(), 1.0);
  CoinPackedMatrix matrix(true, row_of.data(), column_of.data(), ones.data(),
                          static_cast<CoinBigIndex>(ones.size()));
  matrix.setDimensions(rows, columns);
  model.setLogLevel(0);
  model.loadProblem(matrix, cell_low.data(), cell_high.data(), objective.data(), sum_low.data(),
                    sum_high.data());
}

// The lowest (direction 1) or highest (-1) value of the objective; nothing narrower is ever claimed.
std::int64_t optimum(ClpSimplex& model, double direction) {
  constexpr double tolerance = 1e-6;
  model.setOptimizationDirection(direction);
  model.primal();
  if (model.status() != 0) return direction > 0 ? 0 : without_limit;  // without limit
  const double value = model.objectiveValue();
  return static_cast<std::int64_t>(direction > 0 ? std::ceil(value - tolerance)
                                                 : std::floor(value + tolerance));
}

// By how much every sum can be moved without touching cells of other sums or of the target.
struct Play {
  std::int64_t up = 0, down = 0;
};

class QuickProof {
 public:
  explicit QuickProof(const AuditProblem& problem) : problem_(problem), sums_of_(problem.cells.size()) {
    for (std::size_t s = 0; s < problem.sums.size(); ++s) {
      for (const std::size_t cell : problem.sums[s].cells) sums_of_[cell].push_back(s);
    }
    for (const AuditSum& sum : problem.sums) plays_.push_back(play_of(sum));
  }

  // A width that the interval of the target has at least, by moving one of its cells alone.
  std::int64_t width(const AuditTarget& target) const {
    std::int64_t most = 0;
    for (const std::size_t cell : target) most = std::max(most, width_by(cell, target));
    return most;
  }

 private:
  static std::int64_t room_up(const AuditCell& cell) { return cell.known.high - cell.value; }
  static std::int64_t room_down(const AuditCell& cell) { return cell.value - cell.known.low; }
  bool is_private(std::size_t cell) const { return sums_of_[cell].size() == 1; }

  // How far the sum of the others can give way when one cell rises (up) or falls (down).
  Play play_of(const AuditSum& sum) const {
    std::int64_t value = 0;
    Play play;
    for (const std::size_t cell : sum.cells) {
      value += problem_.cells[cell].value;
      if (!is_private(cell)) continue;
      play.up = std::min(without_limit, play.up + room_down(problem_.cells[cell]));
      play.down = std::min(without_limit, play.down + room_up(problem_.cells[cell]));
    }
    play.up = std::min(without_limit, play.up + sum.known.high - value);
    play.down = std::min(without_limit, play.down + value - sum.known.low);
    return play;
  }

  std::int64_t width_by(std::size_t moved, const AuditTarget& target) const {
    const AuditCell& cell = problem_.cells[moved];
    std::int64_t up = room_up(cell), down = room_down(cell);
    for (const std::size_t s : sums_of_[moved]) {
      Play play = plays_[s];
      // The target's own cells cannot give way for each other.
      for (const std::size_t other : target) {
        const bool is_in = is_private(other) && sums_of_[other].front() == s;
        if (!is_in) continue;
        play.up = play.up >= without_limit ? play.up : play.up - room_down(problem_.cells[other]);
        // A sum of unlimited play stays so only by another cell than this one.
        play.down = play.down >= without_limit ? room_down_of_others(s, target)
                                               : play.down - room_up(problem_.cells[other]);
      }
      up = std::min(up, play.up);
      down = std::min(down, play.down);
    }
    return std::max<std::int64_t>(0, up) + std::max<std::int64_t>(0, down);
  }

  // How far cells of a sum that are not of the target can rise, for one of the target to fall.
  std::int64_t room_down_of_others(std::size_t s, const AuditTarget& target) const {
    const AuditSum& sum = problem_.sums[s];
    std::int64_t value = 0, room = 0;
    for (const std::size_t cell : sum.cells) {
      value += problem_.cells[cell].value;
      const bool is_other = std::ranges::find(target, cell) == target.end();
      if (is_other && is_private(cell)) room = std::min(without_limit, room + room_up(problem_.cells[cell]));
    }
    return std::min(without_limit, room + value - sum.known.low);
  }

  const AuditProblem& problem_;
  std::vector<std::vector<std::size_t>> sums_of_;  // by cell
  std::vector<Play> plays_;
};

}  // namespace

Bounds bound_target(const AuditProblem& problem, std::size_t target) {
  assert(target < problem.targets.size());
  ClpSimplex model;
  load(model, problem, problem.targets[target]);
  Bounds bounds;
  bounds.low = optimum(model, 1);
  bounds.high = optimum(model, -1);
  return bounds;
}

std::vector<std::size_t> find_narrow(const AuditProblem& problem, std::int64_t width) {
  const QuickProof quick(problem);
  std::vector<std::size_t> narrow;
  for (std::size_t i = 0; i < problem.targets.size(); ++i) {
    if (quick.width(problem.targets[i]) >= width) continue;
    if (bound_target(problem, i).width() < width) narrow.push_back(i);
  }
  return narrow;
}

}  // namespace assessment
