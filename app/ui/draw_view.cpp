#include <variant>

#include "app/ui/screens.hpp"

namespace app::ui {

namespace {

void draw_page(Frame& frame, const AttractView& view) {
  draw_attract(frame, view);
}
void draw_page(Frame& frame, const ComfortView& view) {
  draw_comfort(frame, view);
}
void draw_page(Frame& frame, const PrivacyView& view) {
  draw_privacy(frame, view);
}
void draw_page(Frame& frame, const RoleView& view) {
  draw_role(frame, view);
}
void draw_page(Frame& frame, const LinkView& view) {
  draw_link(frame, view);
}
void draw_page(Frame& frame, const QuestionView& view) {
  draw_question(frame, view);
}
void draw_page(Frame& frame, const CheckView& view) {
  draw_check(frame, view);
}
void draw_page(Frame& frame, const ResultsView& view) {
  draw_results(frame, view);
}
void draw_page(Frame& frame, const TakeAwayView& view) {
  draw_take_away(frame, view);
}
void draw_page(Frame& frame, const FinishedView& view) {
  draw_finished(frame, view);
}
void draw_page(Frame& frame, const TimeoutView& view) {
  draw_timeout(frame, view);
}
void draw_page(Frame& frame, const CurtainView& view) {
  draw_curtain(frame, view);
}
void draw_page(Frame& frame, const AwayView& view) {
  draw_away(frame, view);
}
void draw_page(Frame& frame, const ResumeView& view) {
  draw_resume(frame, view);
}
void draw_page(Frame& frame, const StaffView& view) {
  draw_staff(frame, view);
}
void draw_page(Frame& frame, const CleanView& view) {
  draw_clean(frame, view);
}
void draw_page(Frame& frame, const AloudView& view) {
  draw_aloud(frame, view);
}
void draw_page(Frame& frame, const PreviewView& view) {
  draw_preview(frame, view);
}
void draw_page(Frame& frame, const OutOfOrderView& view) {
  draw_out_of_order(frame, view);
}

}  // namespace

void draw_view(Frame& frame, const View& view) {
  const ChromeScope chrome(frame, view.chrome, view.id);
  std::visit([&frame](const auto& page) { draw_page(frame, page); }, view.page);
}

}  // namespace app::ui
