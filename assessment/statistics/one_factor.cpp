#include "assessment/statistics/one_factor.hpp"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace assessment {
namespace {

constexpr int most_rounds = 10'000;
constexpr double close_enough = 1e-12;

// As if all items loaded alike: the centroid of each row.
std::vector<double> first_guess(std::span<const double> correlations, std::size_t items) {
  double all = 0;
  std::vector<double> loadings(items, 0);
  for (std::size_t i = 0; i < items; ++i) {
    for (std::size_t j = 0; j < items; ++j) {
      loadings[i] += correlations[i * items + j];
    }
    all += loadings[i];
  }
  for (double& loading : loadings) loading = all > 0 ? loading / std::sqrt(all) : 0.5;
  return loadings;
}

// The loading of item i that is best beside those of the others.
double best_loading(std::span<const double> correlations, const std::vector<double>& loadings,
                    std::size_t i) {
  double above = 0, below = 0;
  for (std::size_t j = 0; j < loadings.size(); ++j) {
    if (j == i) continue;
    above += correlations[i * loadings.size() + j] * loadings[j];
    below += loadings[j] * loadings[j];
  }
  return below > 0 ? above / below : 0;
}

}  // namespace

std::optional<std::vector<double>> one_factor_loadings(std::span<const double> correlations) {
  const auto items =
      static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(correlations.size()))));
  assert(items * items == correlations.size());
  if (items < 3) return std::nullopt;
  std::vector<double> loadings = first_guess(correlations, items);
  for (int round = 0; round < most_rounds; ++round) {
    double change = 0;
    for (std::size_t i = 0; i < items; ++i) {
      const double better = best_loading(correlations, loadings, i);
      change = std::max(change, std::abs(better - loadings[i]));
      loadings[i] = better;
      if (std::abs(better) > 2) return std::nullopt;
    }
    if (change > close_enough) continue;
    for (const double loading : loadings) {
      if (std::abs(loading) > 1) return std::nullopt;
    }
    return loadings;
  }
  return std::nullopt;
}

std::optional<double> omega_total(std::span<const double> loadings, std::span<const double> deviations) {
  assert(loadings.size() == deviations.size());
  double common = 0, unique = 0;
  for (std::size_t i = 0; i < loadings.size(); ++i) {
    common += loadings[i] * deviations[i];
    unique += deviations[i] * deviations[i] * (1 - loadings[i] * loadings[i]);
  }
  const double all = common * common + unique;
  if (all <= 0) return std::nullopt;
  return common * common / all;
}

}  // namespace assessment
