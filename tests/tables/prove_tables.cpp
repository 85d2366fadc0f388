// Attacks on published tables in full: "key value" lines for tools/prove. Exit status 1 when one succeeds.
#include <fmt/format.h>

#include "tests/tables/attacker.hpp"
#include "tests/tables/workforce.hpp"

namespace {

using namespace assessment;

void add(tests::Attack& all, const tests::Attack& one) {
  all.withheld += one.withheld;
  all.narrow += one.narrow;
  all.exact += one.exact;
}

bool prove_tables() {
  constexpr int count = 10'000;
  Random chance(1);
  tests::Attack attacked, control;
  for (int i = 0; i < count; ++i) {
    const Aggregate aggregate = tests::random_tables(chance);
    const DisclosurePolicy policy = tests::random_policy(chance);
    const Grouping grouping{.dimensions = {Dimension::role}, .items = ItemCounting::on};
    add(attacked, tests::attack(tests::read_report(disclose(aggregate, grouping, policy).value())));
    add(control, tests::attack(tests::only_small_numbers_withheld(aggregate, policy)));
  }
  fmt::print("count {}\nwithheld {}\nnarrow {}\n", count, attacked.withheld, attacked.narrow);
  fmt::print("control_withheld {}\ncontrol_narrow {}\ncontrol_exact {}\n", control.withheld, control.narrow,
             control.exact);
  return attacked.narrow == 0 && control.narrow > 0;
}

bool prove_weeks() {
  constexpr int weeks = 200, seeds = 20;
  tests::Year all;
  for (int seed = 1; seed <= seeds; ++seed) {
    const tests::Year year = tests::play_weeks(weeks, static_cast<std::uint64_t>(seed));
    all.rows += year.rows;
    all.shown += year.shown;
    all.repeated += year.repeated;
    all.near_pairs += year.near_pairs;
    all.near_unprotected += year.near_unprotected;
  }
  const double there = 100.0 * static_cast<double>(all.shown + all.repeated) / static_cast<double>(all.rows);
  fmt::print("weeks {}\nseries {}\nweekly_rows {}\nnear_pairs {}\ncontrol_near_pairs {}\n", weeks, seeds,
             all.rows, all.near_pairs, all.near_unprotected);
  fmt::print("there_percent {:.1f}\nrepeated_percent {:.1f}\n", there,
             100.0 * static_cast<double>(all.repeated) / static_cast<double>(all.rows));
  return all.near_pairs == 0 && there >= 90 && all.near_unprotected > 0;
}

}  // namespace

int main() {
  const bool tables = prove_tables();
  const bool weeks = prove_weeks();
  return tables && weeks ? 0 : 1;
}
