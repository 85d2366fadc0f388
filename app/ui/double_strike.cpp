#include "app/ui/double_strike.hpp"

#include <algorithm>
#include <cmath>

namespace app::ui {

namespace {

constexpr Milliseconds usual_quick = 200;
constexpr Milliseconds quicker_by = 300;  // beyond that

}  // namespace

Milliseconds guard_time(Strike strike, Milliseconds setting) {
  if (strike == Strike::ordinary) return setting;
  return std::max(std::min(setting, usual_quick), setting - quicker_by);
}

bool LastStrike::is_repeated(std::string_view id_struck, Strike strike, Milliseconds now) const {
  return id == id_struck && now - at < guard_time(strike, setting);
}

bool LastStrike::is_repeated_key(Key struck, Milliseconds now) const {
  const bool has_target = struck == Key::enter || struck == Key::space;
  return !has_target && key == struck && now - key_at < guard_time(Strike::quick, setting);
}

bool LastStrike::is_left_over(std::optional<Point> at_point, float near, Milliseconds now) const {
  if (id.empty() || !has_turned_page || now - at >= setting) return false;
  if (!at_point || !place) return !at_point && !place;
  return std::hypot(at_point->x - place->x, at_point->y - place->y) < near;
}

}  // namespace app::ui
