// What Cronbach's alpha and the statistics of items cost by themselves, once the scores are in memory.
//   analyse_table SCORES.csv     a table as `skills items --matrix` takes it
//
// Prints the seconds of processor time and alpha, as bench/item_statistics reads them.
#include <fmt/format.h>

#include <ctime>
#include <numeric>

#include "assessment/base/input_file.hpp"
#include "assessment/statistics/item_analysis.hpp"
#include "assessment/statistics/score_matrix_csv.hpp"

using namespace assessment;

namespace {

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    fmt::print(stderr, "analyse_table SCORES.csv\n");
    return 2;
  }
  const auto bytes = read_file(words[1]);
  const auto matrix = bytes ? parse_score_matrix(*bytes, words[1]) : Expected<ScoreMatrix>(bytes.faults());
  if (!matrix) {
    fmt::print(stderr, "{}\n", to_text(matrix.faults().front()));
    return 1;
  }
  std::vector<std::size_t> items(matrix->items.size());
  std::iota(items.begin(), items.end(), std::size_t{0});
  const double before = processor_seconds();
  const auto scale =
      analyse_scale(*matrix, items, std::vector<std::optional<Rational>>(items.size(), Rational(4)));
  fmt::print("{:.6f} {:.9f}\n", processor_seconds() - before, scale.alpha.value_or(0));
}
