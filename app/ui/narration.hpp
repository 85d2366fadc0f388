// What is said of a screen, made from the items that were noted while it was drawn.
//
// Pure: two screens as they settled, the one before and the present one, give what is to be said now. Who
// speaks cuts what is being said at every input (docs/interface.md, 3.4).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/speech_view.hpp"
#include "app/core/strings.hpp"
#include "app/core/utterance.hpp"
#include "app/ui/frame_item.hpp"

namespace app::ui {

struct Screenful {
  std::string id{};        // of the page: "question"
  std::string page{};      // another one for another question
  std::string language{};  // of the visit
  std::vector<FrameItem> items{};
  std::optional<int> seconds_left{};  // of a countdown that is on the screen
  SpeechView speech{};

  bool operator==(const Screenful&) const = default;
};

// A new page says what stands before its first control, then the item in focus. On the same page are said: an
// error that has come up, the item the focus has moved to with what stands above it, a choice, and words that
// have changed or come up. A countdown is said at 45, 30, 15 and 5 seconds. The attract page says nothing by
// itself. Nothing while speech is off.
std::vector<Utterance> narrate(const Screenful& before, const Screenful& now, const Strings& strings);

// All that is on the page between its bars, in reading order.
std::vector<Utterance> read_page(const Screenful& now, const Strings& strings);

// "I can do it on my own, radio button, not selected, 2 of 5". In two parts where the name is in a language
// of its own. Position among its neighbours: radio buttons, check boxes, regions and keys of one group.
std::vector<Utterance> say_item(const Screenful& now, const FrameItem& item, const Strings& strings);

}  // namespace app::ui
