#include "assessment/statistics/audit.hpp"

#include <doctest/doctest.h>

#include "assessment/base/random.hpp"

using namespace assessment;

namespace {

constexpr Bounds any{1, without_limit};

// A cell that is known to be `value`, one that is rounded, and one that is withheld.
AuditCell exact(std::int64_t value) {
  return {{value, value}, value};
}
AuditCell within(std::int64_t low, std::int64_t high, std::int64_t value) {
  return {{low, high}, value};
}
AuditCell withheld(std::int64_t value) {
  return {any, value};
}

// All solutions of a small problem, tried one by one: the interval of its first target.
Bounds by_trying(const AuditProblem& problem, std::int64_t most) {
  Bounds found{without_limit, 0};
  std::vector<std::int64_t> values(problem.cells.size());
  const auto holds = [&] {
    for (const AuditSum& sum : problem.sums) {
      std::int64_t total = 0;
      for (const std::size_t cell : sum.cells) total += values[cell];
      if (total < sum.known.low || total > sum.known.high) return false;
    }
    return true;
  };
  const auto try_from = [&](const auto& self, std::size_t cell) -> void {
    if (cell == values.size()) {
      if (!holds()) return;
      std::int64_t target = 0;
      for (const std::size_t part : problem.targets.front()) target += values[part];
      found.low = std::min(found.low, target);
      found.high = std::max(found.high, target);
      return;
    }
    const Bounds& known = problem.cells[cell].known;
    for (values[cell] = known.low; values[cell] <= std::min(known.high, most); ++values[cell])
      self(self, cell + 1);
  };
  try_from(try_from, 0);
  return found;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("a single withheld cell is the total less the others: 40 - 20 - 16 = 4") {
    const AuditProblem problem{
        .cells = {withheld(4), exact(20), exact(16)}, .sums = {{{0, 1, 2}, {40, 40}}}, .targets = {{0}}};
    CHECK(bound_target(problem, 0) == Bounds{4, 4});
    CHECK(find_narrow(problem, 5) == std::vector<std::size_t>{0});
  }

  TEST_CASE("two withheld cells hide each other: of 20 each has 1 to 19") {
    const AuditProblem problem{.cells = {withheld(4), exact(20), withheld(16)},
                               .sums = {{{0, 1, 2}, {40, 40}}},
                               .targets = {{0}, {2}}};
    CHECK(bound_target(problem, 0) == Bounds{1, 19});
    CHECK(bound_target(problem, 1) == Bounds{1, 19});
    CHECK(find_narrow(problem, 5).empty());
    CHECK(find_narrow(problem, 19) == std::vector<std::size_t>{0, 1});
  }

  TEST_CASE("rounding counts: 38..42 less 18..22 and 8..12 leaves 4 to 16") {
    const AuditProblem problem{.cells = {withheld(8), within(18, 22, 20), within(8, 12, 12)},
                               .sums = {{{0, 1, 2}, {38, 42}}},
                               .targets = {{0}}};
    CHECK(bound_target(problem, 0) == Bounds{4, 16});
  }

  TEST_CASE("a table of two dimensions gives away what no single row does") {
    //        x  y | 4       Rows 4 and 6, columns 2 and 8, all exact: a corner of 2 x 2 moves by at
    //        z  w | 6       most its smallest margin. x is 1: at least 1, at most 2 - 1 = 1.
    const AuditProblem problem{
        .cells = {withheld(1), withheld(3), withheld(1), withheld(5)},
        .sums = {{{0, 1}, {4, 4}}, {{2, 3}, {6, 6}}, {{0, 2}, {2, 2}}, {{1, 3}, {8, 8}}},
        .targets = {{0}, {1}, {2}, {3}}};
    CHECK(bound_target(problem, 0) == Bounds{1, 1});
    CHECK(bound_target(problem, 3) == Bounds{5, 5});
    CHECK(find_narrow(problem, 5).size() == 4);
  }

  TEST_CASE("a target of several cells is bounded as their sum") {
    const AuditProblem problem{.cells = {withheld(2), withheld(3), exact(30)},
                               .sums = {{{0, 1, 2}, {35, 35}}},
                               .targets = {{0, 1}, {0}}};
    CHECK(bound_target(problem, 0) == Bounds{5, 5});
    CHECK(bound_target(problem, 1) == Bounds{1, 4});
    CHECK(find_narrow(problem, 5) == std::vector<std::size_t>{0, 1});
  }

  TEST_CASE("what nothing limits has no upper bound") {
    const AuditProblem problem{.cells = {withheld(4)}, .sums = {}, .targets = {{0}}};
    CHECK(bound_target(problem, 0).low == 1);
    CHECK(bound_target(problem, 0).high == without_limit);
    CHECK(find_narrow(problem, 5).empty());
  }

  TEST_CASE("linear programs and trying everything agree, and no quick proof clears what is narrow") {
    Random chance(3);
    int narrow = 0;
    for (int i = 0; i < 300; ++i) {
      AuditProblem problem;
      for (int cell = 0; cell < 4; ++cell) {
        const auto value = static_cast<std::int64_t>(1 + chance.below(6));
        const auto slack = static_cast<std::int64_t>(chance.below(3));
        const bool is_hidden = cell == 0 || chance.below(2) == 0;
        problem.cells.push_back(is_hidden
                                    ? AuditCell{{1, 12}, value}
                                    : within(std::max<std::int64_t>(0, value - slack), value + slack, value));
      }
      const auto sum_of = [&](const std::vector<std::size_t>& cells) {
        std::int64_t total = 0;
        for (const std::size_t cell : cells) total += problem.cells[cell].value;
        const auto slack = static_cast<std::int64_t>(chance.below(3));
        return AuditSum{cells, {total - slack, total + slack}};
      };
      problem.sums.push_back(sum_of({0, 1, 2, 3}));
      if (chance.below(2) == 0) problem.sums.push_back(sum_of({0, 1}));
      problem.targets = {{0}};
      const Bounds expected = by_trying(problem, 12);
      CAPTURE(i);
      CHECK(bound_target(problem, 0) == expected);
      CHECK(find_narrow(problem, 5).empty() == (expected.width() >= 5));
      narrow += expected.width() < 5 ? 1 : 0;
    }
    CHECK(narrow > 30);
    CHECK(narrow < 270);
  }
}
