#include "assessment/statistics/cronbach_alpha.hpp"

#include <cassert>

namespace assessment {

void AlphaSums::add(std::span<const Rational> scores) {
  assert(scores.size() == items_.size());
  Rational sum = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    items_[i].add(scores[i]);
    sum += scores[i];
  }
  total_.add(sum);
  ++people_;
}

std::optional<Rational> AlphaSums::alpha() const {
  const Rational whole = spread(total_);
  if (items_.size() < 2 || whole == 0) return std::nullopt;
  Rational parts = 0;
  for (const Sums& item : items_) parts += spread(item);
  return Rational(items_.size(), items_.size() - 1) * (1 - parts / whole);
}

}  // namespace assessment
