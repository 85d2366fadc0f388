// The pages of the kiosk: state in, wishes out. One function and one file a page.
#pragma once

#include <string_view>

#include "app/core/view_model.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

void draw_attract(Frame& frame, const AttractView& view);
void draw_comfort(Frame& frame, const ComfortView& view);
void draw_privacy(Frame& frame, const PrivacyView& view);
void draw_role(Frame& frame, const RoleView& view);
void draw_link(Frame& frame, const LinkView& view);
void draw_question(Frame& frame, const QuestionView& view);
void draw_check(Frame& frame, const CheckView& view);
void draw_results(Frame& frame, const ResultsView& view);
void draw_take_away(Frame& frame, const TakeAwayView& view);
void draw_finished(Frame& frame, const FinishedView& view);
void draw_timeout(Frame& frame, const TimeoutView& view);
void draw_curtain(Frame& frame, const CurtainView& view);
void draw_away(Frame& frame, const AwayView& view);
void draw_resume(Frame& frame, const ResumeView& view);
void draw_staff(Frame& frame, const StaffView& view);
void draw_clean(Frame& frame, const CleanView& view);
void draw_aloud(Frame& frame, const AloudView& view);
void draw_preview(Frame& frame, const PreviewView& view);
void draw_out_of_order(Frame& frame, const OutOfOrderView& view);

// What is the same on every page: the bar above with Back and the organisation and, at the closing
// brace, "Show more" while the body does not fit and the bar below with Comfort, Language, Hide screen and
// I'm called away. Between
// them is the body, whose room stands in frame.layout. `page` names the Back button: "question.back".
class ChromeScope {
 public:
  ChromeScope(Frame& frame, const ChromeView& view, std::string_view page);
  ~ChromeScope();
  ChromeScope(const ChromeScope&) = delete;
  ChromeScope& operator=(const ChromeScope&) = delete;

 private:
  Frame& frame_;
  const ChromeView& view_;
  Box strip_{};   // no height: not there
  Box bottom_{};  // no height: not there
};

// Chrome and page.
void draw_view(Frame& frame, const View& view);

}  // namespace app::ui
