#include "app/core/update.hpp"

#include <utility>

#include "app/core/steps.hpp"
#include "assessment/base/overloaded.hpp"

namespace app {

using assessment::Overloaded;

Step show(Model model, AnyPage page) {
  model.page.content = std::move(page);
  return {std::move(model), {}};
}

Step wipe(Model model, AnyPage page) {
  model.comfort = model.setup.comfort;
  model.seed = 0;
  model = without_pick(std::move(model));
  model.page.content = std::move(page);
  return {std::move(model), {WipeVisit{}}};
}

Step start_kiosk(const Setup& setup) {
  Model model{.setup = setup, .comfort = setup.comfort};
  if (setup.preview) return show(std::move(model), PreviewPage{});
  if (!setup.bank) return show(std::move(model), OutOfOrderPage{});
  return {std::move(model), {ReleaseIfDue{}, ScheduleRelease{}}};
}

namespace {

// Conditions may ask for the language, so the session on top always knows the present one.
void tell_language(AnyPage& page, const std::string& language) {
  std::visit(
      Overloaded{
          [&](auto& other) {
            if constexpr (requires { other.session.language; }) {
              other.session.language = language;
            } else if constexpr (requires { other.session->language; }) {
              if (other.session) other.session->language = language;
            }
          },
      },
      page);
}

Step dispatch(const Model& model, const Action& action) {
  return std::visit(Overloaded{
                        [&](const Start& start) { return start_visit(model, start); },
                        [&](const PickBank& pick) { return pick_bank(model, pick); },
                        [&](const GoNext&) { return go_next(model); },
                        [&](const GoBack&) { return go_back(model); },
                        [&](const Leave&) { return leave(model); },
                        [&](const Finish&) { return finish(model); },
                        [&](const SelectRole& select) {
                          const bool is_preview = std::holds_alternative<PreviewPage>(model.page.content);
                          return is_preview ? preview_role(model, select) : select_role(model, select);
                        },
                        [&](const OpenPreview&) { return open_preview(model); },
                        [&](const JumpTo& jump) { return jump_to(model, jump); },
                        [&](const BankChanged& changed) { return bank_changed(model, changed); },
                        [&](const DrawLink&) { return draw_link(model); },
                        [&](const EnterLink&) { return enter_link(model); },
                        [&](const ChooseInitial& choice) { return choose_initial(model, choice); },
                        [&](const ChooseWord& choice) { return choose_word(model, choice); },
                        [&](const ChooseOption& option) { return choose_option(model, option); },
                        [&](const MoveOption& option) { return move_option(model, option); },
                        [&](const PickLeft& option) { return pick_left(model, option); },
                        [&](const JoinRight& option) { return join_right(model, option); },
                        [&](const TypeKey& option) { return type_key(model, option); },
                        [&](const ToggleMark&) { return toggle_mark(model); },
                        [&](const ChangeAnswer& change) { return change_answer(model, change); },
                        [&](const ConfirmAndSave&) { return confirm_and_save(model); },
                        [&](const ShowAnswers& answers) { return show_answers(model, answers); },
                        [&](const PrintPlan& plan) { return print_plan(model, plan); },
                        [&](const Printed&) { return printing_answered(model, Printing::printed); },
                        [&](const NotPrinted&) { return printing_answered(model, Printing::failed); },
                        [&](const TakePage&) { return take_page(model); },
                        [&](const RecordPooled&) { return saving_answered(model, Saving::saved); },
                        [&](const RecordNotPooled&) { return saving_answered(model, Saving::failed); },
                        [&](const OpenComfort&) { return open_comfort(model); },
                        [&](const SetLanguage& set) { return set_language(model, set.language); },
                        [&](const NextLanguage&) { return next_language(model); },
                        [&](const SetTextSize& set) { return set_text_size(model, set.percent); },
                        [&](const NextTextSize&) { return next_text_size(model); },
                        [&](const SetContrast& set) { return set_contrast(model, set.contrast); },
                        [&](const NextContrast&) { return next_contrast(model); },
                        [&](const SetScanning& set) { return set_scanning(model, set.scanning); },
                        [&](const SetScanSeconds& set) { return set_scan_seconds(model, set.seconds); },
                        [&](const HideScreen&) { return hide_screen(model); },
                        [&](const ShowScreen&) { return show_screen(model); },
                        [&](const CallAway&) { return call_away(model); },
                        [&](const ChoosePause& pause) { return choose_pause(model, pause); },
                        [&](const CodeDrawn& drawn) { return code_drawn(model, drawn); },
                        [&](const OpenResume&) { return open_resume(model); },
                        [&](const OpenStaff&) { return open_staff(model); },
                        [&](const PinChecked& checked) { return pin_checked(model, checked); },
                        [&](const KioskSeen& seen) { return kiosk_seen(model, seen); },
                        [&](const StartCleaning&) { return start_cleaning(model); },
                        [&](const Quit&) { return quit_kiosk(model); },
                        [&](const SetReadAloud& set) { return set_read_aloud(model, set.is_on); },
                        [&](const ReadPage&) { return read_page(model); },
                        [&](const Repeat&) { return say(model, Say::again); },
                        [&](const Hush&) { return say(model, Say::nothing); },
                        [&](const ChangeVolume& change) { return change_volume(model, change.by); },
                        [&](const ChangeRate& change) { return change_rate(model, change.by); },
                        [&](const AllowAloud& allow) { return allow_aloud(model, allow.is_allowed); },
                        [&](const Tick& now) { return tick(model, now); },
                        [&](const InputSeen&) { return input_seen(model); },
                        [&](const SeedDrawn& drawn) {
                          Step step = stay(model);
                          step.model.seed = drawn.seed;
                          return step;
                        },
                        [&](const VisitRefused&) { return refuse_visit(model); },
                        [&](const ReleaseScheduled& scheduled) {
                          Step step = stay(model);
                          step.model.release_at = scheduled.at;
                          return step;
                        },
                    },
                    action);
}

}  // namespace

Step update(const Model& model, const Action& action) {
  Step step = dispatch(model, action);
  ask_before_speaking(step.model);
  tell_language(step.model.page.content, step.model.comfort.language);
  return step;
}

std::string_view page_id(const Page& page) {
  return std::visit(Overloaded{
                        [](const AttractPage&) { return "attract"; },
                        [](const ComfortPage&) { return "comfort"; },
                        [](const PrivacyPage&) { return "privacy"; },
                        [](const RolePage&) { return "role"; },
                        [](const LinkPage&) { return "link"; },
                        [](const QuestionPage&) { return "question"; },
                        [](const CheckPage&) { return "check"; },
                        [](const ResultsPage&) { return "results"; },
                        [](const TakeAwayPage&) { return "take_away"; },
                        [](const FinishedPage&) { return "finished"; },
                        [](const ComfortAgainPage&) { return "comfort"; },
                        [](const TimeoutPage&) { return "timeout"; },
                        [](const CurtainPage&) { return "curtain"; },
                        [](const AwayPage&) { return "away"; },
                        [](const ResumePage&) { return "resume"; },
                        [](const StaffPage&) { return "staff"; },
                        [](const CleanPage&) { return "clean"; },
                        [](const AloudPage&) { return "aloud"; },
                        [](const PreviewPage&) { return "preview"; },
                        [](const OutOfOrderPage&) { return "out_of_order"; },
                    },
                    page.content);
}

}  // namespace app
