// One thing on the screen as the user meets it. A frame's list of these is the Tab
// ring, what speech reads, what tests click, what layout tests measure and what
// --automation prints.
#pragma once

#include <string>
#include <string_view>

namespace app::ui {

struct Box {
  float x = 0, y = 0, width = 0, height = 0;  // pixels, from the top left of the window

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool operator==(const Box&) const = default;
};

enum class ItemRole { heading, text, button, radio, checkbox, link, progress, image, region, key, status };

// True for what the focus stops at.
bool is_control(ItemRole role);

// As --automation prints it: "button".
std::string_view role_name(ItemRole role);

enum class Place { bar, body };  // body: scrolls, and may lie outside what can be seen

// Noted in reading order.
struct FrameItem {
  std::string id{};  // stable, unique in the frame, never translated: "question.option.2"
  ItemRole role = ItemRole::text;
  std::string name{};      // shown and spoken, UTF-8, in the user's language
  std::string value{};     // "selected"; empty where there is none
  std::string language{};  // tag of the name's, where it is not the page's
  Box box{};
  bool enabled = true;
  bool focused = false;
  Place place = Place::body;

  bool operator==(const FrameItem&) const = default;
};

}  // namespace app::ui
