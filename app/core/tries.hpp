// How often somebody may guess: a code or a PIN that is wrong makes the next try wait.
#pragma once

#include "app/core/action.hpp"

namespace app {

inline constexpr int free_tries = 3;                      // wrong ones that cost no wait
inline constexpr Milliseconds first_wait = 15'000;        // after the next wrong one; then twice as long each
inline constexpr Milliseconds longest_wait = 5 * 60'000;  // so that nobody locks others out for long

struct Tries {
  int wrong = 0;
  Milliseconds not_before = 0;  // the next try counts from this moment on

  bool operator==(const Tries&) const = default;
};

Tries after_wrong_try(Tries tries, Milliseconds now);

// How long until a try counts; 0: now.
Milliseconds wait_left(const Tries& tries, Milliseconds now);

}  // namespace app
