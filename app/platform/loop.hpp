// The frame loop: input or a deadline, actions, update, view, frame, and then the commands.
//
// Commands come last, so that "Saving" is on the glass before the disk is touched.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/strings.hpp"
#include "app/core/update.hpp"
#include "app/core/view_model.hpp"
#include "app/platform/clock.hpp"
#include "app/platform/commands.hpp"
#include "app/platform/drawn_loop.hpp"
#include "app/platform/fonts.hpp"
#include "app/platform/png.hpp"
#include "app/platform/screenshot.hpp"
#include "app/platform/speech.hpp"
#include "app/platform/surface.hpp"
#include "app/platform/window.hpp"
#include "app/ui/narration.hpp"

namespace app::platform {

// Tells whether a preview's bank was saved again; asked twice a second. What it replaces of the pictures is
// in their place already.
using WatchBank = std::function<std::optional<BankChanged>()>;

class Loop : public DrawnLoop {
 public:
  // Everything referred to outlives the loop.
  Loop(const Setup& setup, const Strings& strings, const FontFiles& fonts, const PictureFiles& pictures,
       Window& window, const Clock& clock, Commands& commands, Speech& speech,
       WatchBank watch_bank = nullptr);

  // Until the window is asked to close, unless the kiosk is locked down, or staff end it.
  void run();

  void turn() override;
  std::optional<Milliseconds> deadline() const override;
  bool is_over() const override { return is_over_; }
  std::string_view page() const override { return page_id(model_->page); }
  const std::vector<ui::FrameItem>& items() const override { return surface_->items(); }
  const ui::BodyScroll& scroll() const override { return surface_->scroll(); }

 private:
  void take_turn();
  void follow_bank();
  void apply(const Action& action);
  void refresh() override;
  void handle(const ui::InputEvent& event);
  bool build(const std::optional<ui::InputEvent>& event) override;
  void draw() override { surface_->draw(); }
  bool do_what_waits() override;
  void carry_out(const std::vector<Command>& commands);
  void renew_surface();
  void speak();
  void forget_speech();
  void say(const std::vector<Utterance>& utterances);
  void carry_out(const Speak& command);
  ui::Screenful screenful() const;

  const Strings& strings_;
  const FontFiles& fonts_;
  const PictureFiles& pictures_;
  Window& window_;
  const Clock& clock_;
  Commands& commands_;
  Speech& speech_;
  WatchBank watch_bank_;  // null: no preview
  std::string texts_;
  std::unique_ptr<Surface> surface_;
  // Each in a block of its own: what it held before is freed, and so zeroed, whenever it changes.
  std::unique_ptr<const Model> model_;
  std::unique_ptr<const View> view_;
  std::vector<Command> pending_;      // asked for, and carried out once the page that asked is on the glass
  ui::Screenful spoken_of_{};         // the screen as it was when last something could be said
  std::vector<Utterance> last_said_;  // for Repeat
  bool is_stack_stale_ = false;       // a visit has ended in this turn
  bool is_over_ = false;
};

}  // namespace app::platform
