#include "assessment/statistics/item_analysis.hpp"

#include <algorithm>
#include <cmath>

#include "assessment/statistics/big_integer.hpp"
#include "assessment/statistics/cross_sums.hpp"
#include "assessment/statistics/discrimination.hpp"
#include "assessment/statistics/distributions.hpp"
#include "assessment/statistics/one_factor.hpp"
#include "assessment/statistics/scale_core.hpp"

namespace assessment {
namespace {

double quotient(const mpz_class& above, const mpz_class& below) {
  mpq_class fraction(above, below);
  fraction.canonicalize();
  return fraction.get_d();
}

// shared / sqrt(one * other): rounded only after the exact square of it. Precondition: one and other > 0.
double correlation(const mpz_class& shared, const mpz_class& one, const mpz_class& other) {
  const double size = std::sqrt(quotient(shared * shared, one * other));
  return shared < 0 ? -size : size;
}

// n sum(x^2) - sum(x)^2, in square parts -> the standard deviation, in scores.
std::optional<double> deviation_of(const mpz_class& spread, std::int64_t people, std::int64_t parts) {
  if (people < 2) return std::nullopt;
  const double n = static_cast<double>(people);
  return std::sqrt(spread.get_d() / (n * (n - 1))) / static_cast<double>(parts);
}

// The sums of one scale's items with all others of it.
class Totals {
 public:
  explicit Totals(const CrossSums& sums) : sums_(sums), with_total_(sums.items()) {
    for (std::size_t i = 0; i < sums.items(); ++i) {
      for (std::size_t j = 0; j < sums.items(); ++j) with_total_[i] += sums.spread(i, j);
      total_ += with_total_[i];
      parts_ += sums.spread(i, i);
    }
  }

  const mpz_class& total() const { return total_; }

  std::optional<double> alpha() const { return alpha(sums_.items(), parts_, total_); }

  std::optional<double> alpha_without(std::size_t i) const {
    return alpha(sums_.items() - 1, parts_ - sums_.spread(i, i), rest(i));
  }

  std::optional<double> item_rest(std::size_t i) const {
    const mpz_class own = sums_.spread(i, i), others = rest(i);
    if (own <= 0 || others <= 0) return std::nullopt;
    return correlation(with_total_[i] - own, own, others);
  }

 private:
  static std::optional<double> alpha(std::size_t items, const mpz_class& parts, const mpz_class& total) {
    if (items < 2 || total <= 0) return std::nullopt;
    const mpz_class k = to_big(static_cast<std::int64_t>(items));
    return quotient(k * (total - parts), (k - 1) * total);
  }

  // The spread of the sum of all items but this.
  mpz_class rest(std::size_t i) const { return total_ - 2 * with_total_[i] + sums_.spread(i, i); }

  const CrossSums& sums_;
  std::vector<mpz_class> with_total_;
  mpz_class total_, parts_;
};

// By rows; none where an item does not vary.
std::optional<std::vector<double>> correlations_of(const CrossSums& sums) {
  const std::size_t items = sums.items();
  std::vector<double> correlations(items * items, 1);
  for (std::size_t i = 0; i < items; ++i) {
    if (sums.spread(i, i) <= 0) return std::nullopt;
    for (std::size_t j = 0; j < i; ++j) {
      correlations[i * items + j] = correlations[j * items + i] =
          correlation(sums.spread(i, j), sums.spread(i, i), sums.spread(j, j));
    }
  }
  return correlations;
}

std::optional<double> standardised_alpha(const std::vector<double>& correlations, std::size_t items) {
  if (items < 2) return std::nullopt;
  const double k = static_cast<double>(items);
  double sum = 0;
  for (const double correlation : correlations) sum += correlation;
  const double mean = (sum - k) / (k * (k - 1));
  const double below = 1 + (k - 1) * mean;
  if (below <= 0) return std::nullopt;
  return k * mean / below;
}

void add_reliability(ScaleAnalysis& scale, const CrossSums& sums, const Totals& totals) {
  scale.alpha = totals.alpha();
  if (!scale.alpha) return;
  scale.alpha_interval = feldt_interval(*scale.alpha, scale.people, scale.items);
  scale.error_of_measurement = scale.deviation.value_or(0) * std::sqrt(std::max(0.0, 1 - *scale.alpha));
  const auto correlations = correlations_of(sums);
  if (!correlations) return;
  scale.standardised_alpha = standardised_alpha(*correlations, scale.items);
  const auto loadings = one_factor_loadings(*correlations);
  if (!loadings) return;
  std::vector<double> deviations;
  for (std::size_t i = 0; i < sums.items(); ++i) deviations.push_back(std::sqrt(sums.spread(i, i).get_d()));
  scale.omega = omega_total(*loadings, deviations);
}

bool has_two_scores(const std::vector<std::int32_t>& column, const std::optional<Rational>& highest,
                    std::int64_t parts) {
  if (!highest) return false;
  const Rational most_parts = *highest * parts;
  const auto most = most_parts.floor_in(1);
  if (!most || Rational(*most) != most_parts) return false;
  return std::all_of(column.begin(), column.end(),
                     [&](std::int32_t score) { return score == no_score || score == 0 || score == most; });
}

// What an item says by itself, of everyone who has a score in it: `sums` and the place of the item in them.
ItemAnalysis analyse_alone(const ScoreMatrix& matrix, std::size_t item,
                           const std::optional<Rational>& highest, const CrossSums& sums, std::size_t place) {
  ItemAnalysis analysis{.item = item, .people = sums.people()};
  if (analysis.people == 0) return analysis;
  analysis.has_two_scores = has_two_scores(matrix.columns[item], highest, matrix.parts);
  const mpz_class below = to_big(matrix.parts) * to_big(analysis.people);
  analysis.mean = quotient(sums.sum(place), below);
  analysis.deviation = deviation_of(sums.spread(place, place), analysis.people, matrix.parts);
  if (highest && *highest > 0) {
    analysis.facility = (Rational(mpq_class(sums.sum(place), below)) / *highest).get_d();
  }
  return analysis;
}

// How an item that only some were asked goes with the scale, of those who have a score in all.
void compare_with_core(ItemAnalysis& item, const ScoreMatrix& matrix, const std::vector<std::size_t>& core) {
  std::vector<std::size_t> all = core;
  all.push_back(item.item);
  const CrossSums sums(matrix, all);
  item.compared = sums.people();
  if (item.compared > 1) item.item_rest = Totals(sums).item_rest(core.size());
}

// Where nobody has a gap, the sums of the scale are those of its items, and are not made again.
void add_items(ScaleAnalysis& scale, const ScoreMatrix& matrix, std::span<const std::size_t> items,
               std::span<const std::optional<Rational>> highest, const std::vector<std::size_t>& core,
               const CrossSums& of_core) {
  std::size_t place = 0;  // in the core, which has the order of the items
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool is_in_scale = place < core.size() && core[place] == items[i];
    if (is_in_scale && of_core.people() == matrix.people) {
      scale.of_items.push_back(analyse_alone(matrix, items[i], highest[i], of_core, place));
    } else {
      const CrossSums alone(matrix, items.subspan(i, 1));
      scale.of_items.push_back(analyse_alone(matrix, items[i], highest[i], alone, 0));
    }
    ItemAnalysis& item = scale.of_items.back();
    item.is_in_scale = is_in_scale;
    if (is_in_scale) {
      ++place;
    } else if (item.people > 0) {
      compare_with_core(item, matrix, core);
    }
  }
}

std::optional<double> add_up(const std::vector<std::size_t>& items, std::span<const std::size_t> of,
                             std::span<const std::optional<Rational>> highest) {
  Rational sum = 0;
  for (const std::size_t item : items) {
    const auto place = static_cast<std::size_t>(std::find(of.begin(), of.end(), item) - of.begin());
    if (!highest[place]) return std::nullopt;
    sum += *highest[place];
  }
  return sum.get_d();
}

}  // namespace

Range feldt_interval(double alpha, std::int64_t people, std::size_t items, double confidence) {
  const double tail = (1 - confidence) / 2;
  const double above = static_cast<double>(people) - 1;
  const double below = above * (static_cast<double>(items) - 1);
  return {.low = 1 - (1 - alpha) * f_quantile(1 - tail, above, below),
          .high = 1 - (1 - alpha) * f_quantile(tail, above, below)};
}

ScaleAnalysis analyse_scale(const ScoreMatrix& matrix, std::span<const std::size_t> items,
                            std::span<const std::optional<Rational>> highest) {
  ScaleAnalysis scale;
  const std::vector<std::size_t> core = find_core(matrix, items);
  scale.items = core.size();
  scale.highest = add_up(core, items, highest);
  const std::vector<std::size_t> people = complete_people(matrix, core);
  const CrossSums sums(matrix, core, people);
  add_items(scale, matrix, items, highest, core, sums);
  scale.people = scale.items == 0 ? 0 : sums.people();
  if (scale.people == 0) return scale;

  const Totals totals(sums);
  mpz_class sum = 0;
  for (std::size_t i = 0; i < sums.items(); ++i) sum += sums.sum(i);
  scale.mean = quotient(sum, to_big(scale.people) * to_big(matrix.parts));
  scale.deviation = deviation_of(totals.total(), scale.people, matrix.parts);
  add_reliability(scale, sums, totals);

  const auto indices = discrimination_indices(matrix, core, people);
  for (std::size_t i = 0; i < core.size(); ++i) {
    const auto place =
        static_cast<std::size_t>(std::find(items.begin(), items.end(), core[i]) - items.begin());
    ItemAnalysis& item = scale.of_items[place];
    item.compared = scale.people;
    item.item_rest = totals.item_rest(i);
    item.alpha_if_dropped = totals.alpha_without(i);
    if (scale.items > 1 && indices[i] && highest[place] && *highest[place] > 0)
      item.discrimination = (*indices[i] / *highest[place]).get_d();
  }
  return scale;
}

}  // namespace assessment
