#include "app/core/tries.hpp"

#include <algorithm>

namespace app {

Tries after_wrong_try(Tries tries, Milliseconds now) {
  ++tries.wrong;
  Milliseconds wait = tries.wrong < free_tries ? 0 : first_wait;
  for (int more = free_tries; more < tries.wrong && wait < longest_wait; ++more) wait *= 2;
  tries.not_before = now + std::min(wait, longest_wait);
  return tries;
}

Milliseconds wait_left(const Tries& tries, Milliseconds now) {
  return std::max<Milliseconds>(0, tries.not_before - now);
}

}  // namespace app
