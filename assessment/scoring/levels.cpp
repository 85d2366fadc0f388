#include "assessment/scoring/levels.hpp"

namespace assessment {

std::size_t level_of(const std::vector<Level>& levels, const Rational& percent) {
  std::size_t reached = 0;
  while (reached + 1 < levels.size() && percent >= levels[reached + 1].from) ++reached;
  return reached;
}

}  // namespace assessment
