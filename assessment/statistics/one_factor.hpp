// McDonald's omega: reliability where items share one factor, but not all to the same degree.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace assessment {

// The loadings of each item on one common factor, by minimum residuals: those that make
//   sum over i < j of (r(i, j) - l(i) l(j))^2
// least. `correlations` is a square matrix by rows. None with fewer than three items, where a loading
// goes beyond 1 (then one factor does not describe the items), and where no answer is found.
// Source: Harman and Jones (1966), "Factor analysis by minimizing residuals (minres)", Psychometrika 31,
// 351-368, solved for one loading at a time.
std::optional<std::vector<double>> one_factor_loadings(std::span<const double> correlations);

//   omega total = (sum of l(i) s(i))^2 / ((sum of l(i) s(i))^2 + sum of s(i)^2 (1 - l(i)^2))
//
// for the sum of items with these standard deviations s. 0 .. 1; none where nothing varies.
// Source: McDonald (1999), "Test theory: a unified treatment", chapter 6.
std::optional<double> omega_total(std::span<const double> loadings, std::span<const double> deviations);

}  // namespace assessment
