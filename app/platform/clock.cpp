#include "app/platform/clock.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace app::platform {

namespace {

namespace chrono = std::chrono;

Milliseconds steady_now() {
  return chrono::duration_cast<chrono::milliseconds>(chrono::steady_clock::now().time_since_epoch()).count();
}

assessment::Date to_date(chrono::sys_days days) {
  const chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

SystemClock::SystemClock() : start_(steady_now()) {}

Milliseconds SystemClock::now() const {
  return steady_now() - start_;
}

assessment::Date SystemClock::today() const {
  return to_date(chrono::floor<chrono::days>(chrono::system_clock::now()));
}

int SystemClock::minute_of_day() const {
  const std::time_t now = chrono::system_clock::to_time_t(chrono::system_clock::now());
  const std::tm* local = std::localtime(&now);  // only the loop asks: nothing else calls it meanwhile
  return local == nullptr ? 0 : 60 * local->tm_hour + local->tm_min;
}

int SteppedClock::minute_of_day() const {
  return static_cast<int>(now_ / 60'000 % (24 * 60));
}

assessment::Date SteppedClock::today() const {
  const chrono::sys_days first = chrono::year{start_.year} / start_.month / start_.day;
  return to_date(first + chrono::floor<chrono::days>(chrono::milliseconds(now_)));
}

void SteppedClock::advance_to(Milliseconds moment) {
  now_ = std::max(now_, moment);
}

}  // namespace app::platform
