// The interface between two frames: feeds Dear ImGui one event, has the page drawn, and
// remembers what the next frame needs: the focus, the scroll and the list of items.
//
// Owns the ImGui context, and with it every trace of what was on the screen: a wipe
// destroys the presenter and makes a new one. Knows neither window nor file.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/core/view_model.hpp"
#include "app/ui/frame.hpp"
#include "app/ui/input.hpp"
#include "app/ui/scanner.hpp"

struct ImGuiContext;

namespace app::ui {

template <class ActionType>
struct BasicPresented {
  std::vector<ActionType> actions{};
  std::vector<Action> asked_by_key{};  // whatever has the focus; empty where `actions` has them
  bool is_settled = true;              // false: the same view would look different in the next frame
};
using Presented = BasicPresented<Action>;

class Presenter {
 public:
  Presenter();
  ~Presenter();
  Presenter(const Presenter&) = delete;
  Presenter& operator=(const Presenter&) = delete;

  // What the bank's pictures are drawn with from now on; without them their words are shown.
  void set_pictures(Pictures pictures) { pictures_ = std::move(pictures); }

  // One frame of the view, with at most one event, at `now`. What is to be rendered is then in
  // ImGui::GetDrawData(). Precondition: `typeface` holds fonts of this context's atlas, built.
  Presented present(const View& view, const Theme& theme, const Typeface& typeface,
                    const std::optional<InputEvent>& event, Milliseconds now = 0);

  // The same for any drawing: `page` is its id, and a new `page` begins with no focus and at the top.
  using Drawing = std::function<void(Frame&)>;
  Presented present(const std::string& page, const Drawing& draw, const Theme& theme,
                    const Typeface& typeface, const std::optional<InputEvent>& event, Milliseconds now = 0);

  // The same for another program's frames; what keys ask for is left for it to understand.
  template <class ActionType>
  BasicPresented<ActionType> present_as(const std::string& page,
                                        const std::function<void(BasicFrame<ActionType>&)>& draw,
                                        const Theme& theme, const Typeface& typeface,
                                        const std::optional<InputEvent>& event, Milliseconds now = 0) {
    BasicPresented<ActionType> presented;
    presented.asked_by_key = begin_frame(page, theme, event, now);
    BasicFrame<ActionType> frame(theme, typeface, past_, pictures_);
    presented.is_settled = finish_frame(frame, [&] { draw(frame); });
    presented.actions = frame.actions();
    return presented;
  }

  // When a frame is wanted without any event, as switch scanning goes on; none: never.
  std::optional<Milliseconds> next_step() const { return scanner_.next_step; }

  // Of the last frame, in reading order.
  const std::vector<FrameItem>& items() const { return items_; }
  const BodyScroll& scroll() const { return past_.scroll; }
  const std::string& page() const { return page_; }  // another one for another question

 private:
  // A page that another one covers, to be found again as it was.
  struct Covered {
    std::string page{};
    Focus focus{};
    BodyScroll scroll{};
  };

  // How the person's hands work; of the view.
  struct Hands {
    Scanning scanning = Scanning::off;
    Milliseconds pace = 0;  // of scanning by one switch
  };

  std::vector<Action> begin_frame(const std::string& page, const Theme& theme,
                                  const std::optional<InputEvent>& event, Milliseconds now);
  bool finish_frame(Canvas& canvas, const std::function<void()>& draw);  // true: it is settled
  void turn_page(const std::string& page);
  void set_hands(const View& view);
  std::vector<Action> take(const std::optional<InputEvent>& event);
  std::vector<Action> take_key(const KeyPressed& pressed);
  bool is_double(const InputEvent& event, float near);
  void press();
  void press_switch(Key key);
  void scan_on();
  void scan_new_page();
  bool learn_from(const Canvas& frame);
  void scroll_into_view(const std::string& id, float drawn_at);

  ImGuiContext* context_;
  Pictures pictures_{};
  std::string page_{};
  Past past_{};
  std::vector<Covered> covered_{};
  std::vector<FrameItem> items_{};
  Hands hands_{};
  Scanner scanner_{};
  std::optional<Point> pointed_{};  // where the pointer was last pressed; none: a key came since
  bool is_finger_lifted_ = false;   // the pointer was released in the frame before
  bool is_focus_new_ = false;       // the focus was moved by a key: it must be seen
  bool has_pressed_focus_ = false;  // Enter or Space in the frame before
};

}  // namespace app::ui
