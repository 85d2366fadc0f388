#include "app/ui/narration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/ui/focus.hpp"

namespace app::ui {

namespace {

constexpr std::array countdown_seconds{45, 30, 15, 5};  // 60 is said with the page

bool has_state(ItemRole role) {
  return role == ItemRole::radio || role == ItemRole::checkbox || role == ItemRole::region;
}

// True also for a button while it is picked, as one side of a pair is.
bool has_state(const FrameItem& item) {
  return has_state(item.role) || item.value == "selected";
}

// "question.option" of "question.option.2".
std::string_view group_of(std::string_view id) {
  return id.substr(0, id.rfind('.'));
}

bool is_neighbour(const FrameItem& one, const FrameItem& other) {
  return one.role == other.role && group_of(one.id) == group_of(other.id);
}

class Narrator {
 public:
  Narrator(const Screenful& now, const Strings& strings) : now_(now), strings_(strings) {}

  std::vector<Utterance> take() { return std::move(said_); }

  void new_page() {
    if (now_.id == "attract") return;
    if (now_.speech.scope == SpeechScope::nothing) say(word("speech.private"));
    const bool is_warning = now_.seconds_left.has_value();
    urgency_ = is_warning ? Urgency::countdown : Urgency::ordinary;
    for (const FrameItem& item : now_.items) {
      if (item.place == Place::bar) continue;
      if (is_control(item.role)) break;
      text(item);
    }
    if (const FrameItem* item = focused(now_)) control(*item);
  }

  void whole_page() {
    if (now_.speech.scope == SpeechScope::nothing) say(word("speech.private"));
    for (const FrameItem& item : now_.items) {
      if (item.place == Place::body) any(item);
    }
  }

  void countdown() {
    if (std::ranges::find(countdown_seconds, *now_.seconds_left) == countdown_seconds.end()) return;
    for (const FrameItem& item : now_.items) {
      if (!item.id.ends_with(".seconds")) continue;
      urgency_ = Urgency::countdown;
      text(item);
    }
  }

  void sound(const SpeechView& before) {
    const auto told = [&](std::string_view key, std::string_view place, int value) {
      say(assessment::fill(word(key), {{place, fmt::to_string(out_of_hundred(value))}}));
    };
    if (now_.speech.volume != before.volume) told("speech.volume", "volume", now_.speech.volume);
    if (now_.speech.rate != before.rate) told("speech.rate", "rate", now_.speech.rate);
  }

  // True when an error has come up: then nothing else is said.
  bool error(const Screenful& before) {
    const auto problem = std::ranges::find_if(now_.items, [&](const FrameItem& item) {
      return item.id.ends_with(".problem") && find_item(before.items, item.id) == nullptr;
    });
    if (problem == now_.items.end() || now_.speech.scope == SpeechScope::nothing) return false;
    const FrameItem* first = find_item(now_.items, std::string(group_of(problem->id)) + ".error");
    urgency_ = Urgency::important;
    say(assessment::fill(word("speech.error"),
                         {{"title", problem->name}, {"error", first ? first->name : ""}}));
    return true;
  }

  void focus(const Screenful& before) {
    const FrameItem* item = focused(now_);
    if (item == nullptr) return;
    const FrameItem* old = focused(before);
    if (old == nullptr || old->id != item->id) {
      above(*item);
      control(*item);
    } else if (old->name != item->name) {
      control(*item);
    } else if (old->value != item->value && (has_state(*item) || has_state(*old)) && is_told(*item) &&
               now_.speech.scope == SpeechScope::everything) {
      say(state_of(*item));
    }
  }

  // Words that were not there, or were others.
  void news(const Screenful& before) {
    for (const FrameItem& item : now_.items) {
      if (is_control(item.role) || item.place == Place::bar) continue;
      const FrameItem* old = find_item(before.items, item.id);
      const bool is_new = old == nullptr || old->name != item.name;
      if (is_new && std::ranges::find(above_, item.id) == above_.end()) text(item);
    }
  }

  void control(const FrameItem& item) {
    if (!is_told(item)) return;
    const bool is_foreign = !item.language.empty() && item.language != now_.language;
    if (is_foreign) said_.push_back({item.name, item.language, urgency_});
    const std::string rest = details(item);
    if (!is_foreign) say(item.name + (rest.empty() ? "" : ", " + rest));
    if (is_foreign && !rest.empty()) say(rest);
  }

 private:
  static const FrameItem* focused(const Screenful& screen) {
    const auto found = std::ranges::find_if(screen.items, &FrameItem::focused);
    return found == screen.items.end() ? nullptr : &*found;
  }

  const std::string& word(std::string_view key) const { return strings_.text(key, now_.language); }

  void say(std::string text) { said_.push_back({std::move(text), now_.language, urgency_}); }

  // Whether the item may be heard: on a loudspeaker without leave only what is asked, and the bars.
  bool is_told(const FrameItem& item) const {
    if (now_.speech.scope == SpeechScope::everything || item.place == Place::bar) return true;
    if (now_.speech.scope == SpeechScope::nothing) return false;
    constexpr std::array questions{"caption", "title",     "prompt",      "hint",   "why_title",
                                   "why",     "step_hint", "step_prompt", "or",     "image",
                                   "error",   "next",      "back",        "problem"};
    const std::string_view last = std::string_view(item.id).substr(item.id.rfind('.') + 1);
    return has_state(item.role) || std::ranges::find(questions, last) != questions.end();
  }

  void text(const FrameItem& item) {
    if (!is_told(item)) return;
    const std::string& language = item.language.empty() ? now_.language : item.language;
    const std::string role = item.role == ItemRole::image ? ", " + word("speech.role.image") : "";
    said_.push_back({item.name + role, language, urgency_});
  }

  void any(const FrameItem& item) { is_control(item.role) ? control(item) : text(item); }

  // What stands between the control before and this one; at the top of the page it was said already.
  void above(const FrameItem& item) {
    std::vector<const FrameItem*> texts;
    bool is_first = true;
    for (const FrameItem& one : now_.items) {
      if (one.id == item.id) break;
      if (one.place != item.place) continue;
      if (is_control(one.role)) {
        texts.clear();
        is_first = false;
      } else {
        texts.push_back(&one);
      }
    }
    if (is_first) return;
    for (const FrameItem* one : texts) {
      text(*one);
      above_.push_back(one->id);
    }
  }

  std::string state_of(const FrameItem& item) const {
    return word(item.value.empty() ? "speech.not_selected" : "speech.selected");
  }

  // Role, state and position; "" for what has none.
  std::string details(const FrameItem& item) const {
    std::string details = word(fmt::format("speech.role.{}", role_name(item.role)));
    if (has_state(item) && now_.speech.scope == SpeechScope::everything) details += ", " + state_of(item);
    const std::string position = position_of(item);
    return position.empty() ? details : details + ", " + position;
  }

  std::string position_of(const FrameItem& item) const {
    const bool is_grouped = has_state(item.role) || item.role == ItemRole::key;
    if (!is_grouped) return "";
    int count = 0;
    int position = 0;
    for (const FrameItem& one : now_.items) {
      if (!is_neighbour(one, item)) continue;
      ++count;
      if (one.id == item.id) position = count;
    }
    return assessment::fill(word("speech.position"),
                            {{"position", fmt::to_string(position)}, {"count", fmt::to_string(count)}});
  }

  const Screenful& now_;
  const Strings& strings_;
  Urgency urgency_ = Urgency::ordinary;
  std::vector<Utterance> said_{};
  std::vector<std::string> above_{};
};

}  // namespace

std::vector<Utterance> narrate(const Screenful& before, const Screenful& now, const Strings& strings) {
  if (!now.speech.is_on) return {};
  Narrator narrator(now, strings);
  if (before.page != now.page || before.language != now.language) {
    narrator.new_page();
    return narrator.take();
  }
  if (now.seconds_left && now.seconds_left != before.seconds_left) {
    narrator.countdown();
    return narrator.take();
  }
  if (before.speech.is_on) narrator.sound(before.speech);
  if (narrator.error(before)) return narrator.take();
  narrator.focus(before);
  narrator.news(before);
  return narrator.take();
}

std::vector<Utterance> read_page(const Screenful& now, const Strings& strings) {
  if (!now.speech.is_on) return {};
  Narrator narrator(now, strings);
  narrator.whole_page();
  return narrator.take();
}

std::vector<Utterance> say_item(const Screenful& now, const FrameItem& item, const Strings& strings) {
  Narrator narrator(now, strings);
  narrator.control(item);
  return narrator.take();
}

}  // namespace app::ui
