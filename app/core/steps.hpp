// The parts that update() is made of, one family of actions a file; of no use to anyone else.
#pragma once

#include <string>

#include "app/core/update.hpp"
#include "assessment/scoring/score_lookup.hpp"

namespace app {

// Precondition: the kiosk is not out of order.
inline const assessment::QuestionBank& bank_of(const Model& model) {
  return *model.setup.bank;
}
inline assessment::ScoreLookup scores_of(const Model& model) {
  return assessment::score_lookup(bank_of(model));
}
inline Step stay(const Model& model) {
  return {model, {}};
}
Step show(Model model, AnyPage page);
// Ends the visit: nothing of it is left in the model but the page that says so.
Step wipe(Model model, AnyPage page);

// navigation.cpp: along the pages of a visit
Step start_visit(const Model& model, const Start& action);
Step refuse_visit(const Model& model);
Step go_next(const Model& model);
Step go_back(const Model& model);
Step before_questions(const Model& model, const assessment::Session& session);  // role, or privacy
Step leave(const Model& model);
Step finish(const Model& model);

// linking.cpp: three words between the role and the first question
Step begin_questions(const Model& model, assessment::Session session);  // with the words first, where wanted
Step skip_or_leave_link(const Model& model, const LinkPage& page);
Step back_from_link(const Model& model, const LinkPage& page);
Step draw_link(const Model& model);
Step enter_link(const Model& model);
Step choose_initial(const Model& model, const ChooseInitial& action);
Step choose_word(const Model& model, const ChooseWord& action);

// covering.cpp: pages over pages
Step hide_screen(const Model& model);
Step show_screen(const Model& model);

// picking.cpp: one of several banks
Model with_offer(Model model, const BankOffer& offer);
Model without_pick(Model model);
bool has_to_pick(const Model& model);  // before a language can be chosen
Step pick_bank(const Model& model, const PickBank& action);
Step unpick_bank(const Model& model, const AttractPage& page);

// pausing.cpp: a visit that waits for its person
Model without_paused(Model model, const std::string& code);
Model without_expired(Model model);
Step call_away(const Model& model);
Step choose_pause(const Model& model, const ChoosePause& action);
Step code_drawn(const Model& model, const CodeDrawn& drawn);
Step leave_paused(const Model& model, const AwayPage& page);    // Continue: the kiosk is free for others
Step stay_after_all(const Model& model, const AwayPage& page);  // Back: nobody was called away
Step open_resume(const Model& model);
Step type_code(const Model& model, const ResumePage& page, char key);
Step try_code(const Model& model, const ResumePage& page);

// staff.cpp: who looks after the kiosk
Step open_staff(const Model& model);
Step type_pin(const Model& model, const StaffPage& page, char key);
Step try_pin(const Model& model, const StaffPage& page);
Step pin_checked(const Model& model, const PinChecked& checked);
Step kiosk_seen(const Model& model, const KioskSeen& seen);
Step start_cleaning(const Model& model);
Step quit_kiosk(const Model& model);
AnyPage resting_page(const Model& model);  // attract, or out of order where there is no bank

// answering.cpp: what a visit says, and keeps
Step select_role(const Model& model, const SelectRole& action);
Step choose_option(const Model& model, const ChooseOption& action);
Step move_option(const Model& model, const MoveOption& action);
Step pick_left(const Model& model, const PickLeft& action);
Step join_right(const Model& model, const JoinRight& action);
Step type_key(const Model& model, const TypeKey& action);
Step toggle_mark(const Model& model);
Step change_answer(const Model& model, const ChangeAnswer& action);
Step confirm_and_save(const Model& model);
Step show_answers(const Model& model, const ShowAnswers& action);
Step saving_answered(const Model& model, Saving saving);

// printing.cpp: the plan on paper
Step print_plan(const Model& model, const PrintPlan& action);
Step printing_answered(const Model& model, Printing printing);
Step take_page(const Model& model);
bool is_page_left(const AnyPage& page);  // something was printed, and nobody has said that they have it

// preview.cpp: a bank shown to its author
Step open_preview(const Model& model);
Step jump_to(const Model& model, const JumpTo& action);
Step preview_role(const Model& model, const SelectRole& action);
Step bank_changed(const Model& model, const BankChanged& action);

// comfort.cpp: how a visit wants to see it
Step open_comfort(const Model& model);
Step set_language(const Model& model, const std::string& language);
Step next_language(const Model& model);
Step set_text_size(const Model& model, int percent);
Step next_text_size(const Model& model);
Step set_contrast(const Model& model, Contrast contrast);
Step next_contrast(const Model& model);
Step set_scanning(const Model& model, Scanning scanning);
Step set_scan_seconds(const Model& model, int seconds);

// speaking.cpp: what is read aloud, and how loud
Step set_read_aloud(const Model& model, bool is_on);
Step read_page(const Model& model);
Step say(const Model& model, Say what);
Step change_volume(const Model& model, int by);
Step change_rate(const Model& model, int by);
Step allow_aloud(const Model& model, bool is_allowed);
// On a loudspeaker, a page that tells of the person waits until they have said whether it may be heard.
void ask_before_speaking(Model& model);

// time.cpp: what happens when nothing else does
Step tick(Model model, const Tick& tick);
Step input_seen(const Model& model);

}  // namespace app
