// The kiosk's only rule of change: a model and an action give the next model, and what
// is to be done about it in the world. Pure: no clock, file, chance or thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/core/action.hpp"
#include "app/core/command.hpp"
#include "app/core/model.hpp"

namespace app {

inline constexpr Milliseconds timeout_warning = 60'000;      // how long "Are you still there?" waits
inline constexpr Milliseconds after_results_limit = 60'000;  // results, take_away and finished stay this long

inline constexpr Milliseconds cleaning_time = 30'000;  // of the glass

inline constexpr Milliseconds quiet_before_release = 60'000;  // on attract, without input

struct Step {
  Model model{};
  std::vector<Command> commands{};

  bool operator==(const Step&) const = default;
};

// The kiosk at start-up: attract, or out_of_order without a bank; looks for a due release.
Step start_kiosk(const Setup& setup);

// An action without meaning on the present page leaves the model as it was.
Step update(const Model& model, const Action& action);

// What lies beneath comfort, a warning and the curtain; `page` itself where it is none of these.
const AnyPage& bottom_page(const AnyPage& page);

// True where the curtain may be drawn: on every page of a visit, whatever covers it.
bool can_be_hidden(const Model& model);

// When the model next wants a Tick; none: nothing will change by itself.
std::optional<Milliseconds> next_deadline(const Model& model);

// The page's id as in docs/architecture.md: "attract", "question", … Comfort opened from a later
// page is "comfort" too.
std::string_view page_id(const Page& page);

}  // namespace app
