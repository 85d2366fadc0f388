// One frame in the making: what widgets draw on, and where screens leave their wishes.
//
// A Canvas knows the theme, the fonts, the focus and where the next thing goes, and
// keeps the list of FrameItems. A Frame adds emit() for screens: nothing changes
// while a screen is drawn, it only says what the person asked for.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/core/action.hpp"
#include "app/ui/double_strike.hpp"
#include "app/ui/focus.hpp"
#include "app/ui/frame_item.hpp"
#include "app/ui/pictures.hpp"
#include "app/ui/theme.hpp"

struct ImFont;

namespace app::ui {

struct DrawnCode;

// The loaded fonts and the pixel sizes they were built for, by TypeRole.
struct Typeface {
  std::array<ImFont*, type_role_count> fonts{};
  std::array<float, type_role_count> sizes{};

  ImFont* font(TypeRole role) const { return fonts[static_cast<std::size_t>(role)]; }
  float size(TypeRole role) const { return sizes[static_cast<std::size_t>(role)]; }
};

// Where text and controls stand, left to right.
struct Column {
  float left = 0, width = 0;

  bool operator==(const Column&) const = default;
};

// The part of the page that moves when it does not fit.
struct BodyScroll {
  Box viewport{};            // what can be seen of it
  float offset = 0;          // pixels that have gone out of sight at the top
  float content_height = 0;  // as the frame measured it, padding included

  float limit() const { return content_height > viewport.height ? content_height - viewport.height : 0; }
  bool operator==(const BodyScroll&) const = default;
};

// What the frame before left behind.
struct Past {
  Focus focus{};
  BodyScroll scroll{};
  bool has_continued = false;  // Continue was asked for: an error is the answer to it
  LastStrike strike{};
  Milliseconds now = 0;
  std::shared_ptr<const DrawnCode> code{};  // null: it showed none
};

// What widgets ask of the interface itself, from the next frame on.
struct Wishes {
  std::optional<std::string> focus{};    // shown with its ring: the interface moved it
  std::optional<std::string> pressed{};  // by the pointer: the next Tab goes on from here
  std::optional<std::string> struck{};   // a press that counts
  float scroll = 0;                      // pixels, down is positive
};

struct Layout {
  Box body{};       // room between the bars
  Column column{};  // where the next thing goes
  float pen = 0;    // its top, in pixels of the window
  Place place = Place::bar;
};

class Canvas {
 public:
  Canvas(const Theme& theme, const Typeface& typeface, Past past, const Pictures& pictures);

  const Theme& theme() const { return theme_; }
  const Palette& palette() const { return theme_.palette; }
  const Typeface& typeface() const { return typeface_; }
  const Past& past() const { return past_; }
  const Pictures& pictures() const { return pictures_; }

  bool is_focused(std::string_view id) const { return past_.focus.id == id; }
  bool has_ring(std::string_view id) const { return past_.focus.is_ring_visible && is_focused(id); }
  bool is_activated(std::string_view id) const { return past_.focus.activated == id; }

  // Fills in `focused` and `place`.
  void note(FrameItem item);
  const std::vector<FrameItem>& items() const { return items_; }

  Layout layout{};
  Wishes wishes{};
  BodyScroll scroll{};
  std::shared_ptr<const DrawnCode> code{};

  void space(float design) { layout.pen += theme_.px(design); }

  // The page's whole width: centred, in the bars as in the body.
  Column wide_column() const;
  // The part of it that text and answers take: at most 80 characters a line.
  Column reading_column() const;

 private:
  const Theme& theme_;
  const Typeface& typeface_;
  Past past_;
  const Pictures& pictures_;
  std::vector<FrameItem> items_;
};

template <class ActionType>
class BasicFrame : public Canvas {
 public:
  using Canvas::Canvas;

  void emit(ActionType action) { actions_.push_back(std::move(action)); }
  const std::vector<ActionType>& actions() const { return actions_; }

 private:
  std::vector<ActionType> actions_;
};

using Frame = BasicFrame<Action>;

// The scrolling body of a page, from here to the closing brace; begins with the reading column.
class PageScope {
 public:
  explicit PageScope(Canvas& canvas);
  ~PageScope();
  PageScope(const PageScope&) = delete;
  PageScope& operator=(const PageScope&) = delete;

 private:
  Canvas& canvas_;
};

// Another column until the closing brace.
class ColumnScope {
 public:
  ColumnScope(Canvas& canvas, Column column) : canvas_(canvas), before_(canvas.layout.column) {
    canvas.layout.column = column;
  }
  ~ColumnScope() { canvas_.layout.column = before_; }
  ColumnScope(const ColumnScope&) = delete;
  ColumnScope& operator=(const ColumnScope&) = delete;

 private:
  Canvas& canvas_;
  Column before_;
};

}  // namespace app::ui
