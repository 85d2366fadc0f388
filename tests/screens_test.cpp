// Every page by synthetic clicks and keys: each control asks for exactly what it says.
#include "app/ui/screens.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "assessment/session/routing.hpp"
#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::HeadlessUi;
using tests::view_of;

namespace {

using Actions = std::vector<Action>;
using Ids = std::vector<std::string>;

const std::map<std::string, std::vector<std::pair<std::string, Action>>> wishes{
    {"attract",
     {{"attract.start.en", Start{"en"}},
      {"attract.start.cy", Start{"cy"}},
      {"attract.resume", OpenResume{}},
      {"attract.staff", OpenStaff{}},
      {"bar.comfort", OpenComfort{}},
      {"bar.language", NextLanguage{}}}},
    {"comfort",
     {{"comfort.back", GoBack{}},
      {"comfort.language.en", SetLanguage{"en"}},
      {"comfort.language.cy", SetLanguage{"cy"}},
      {"comfort.text_size.100", SetTextSize{100}},
      {"comfort.text_size.125", SetTextSize{125}},
      {"comfort.text_size.150", SetTextSize{150}},
      {"comfort.text_size.200", SetTextSize{200}},
      {"comfort.contrast.normal", SetContrast{Contrast::normal}},
      {"comfort.contrast.high", SetContrast{Contrast::high}},
      {"comfort.scanning.off", SetScanning{Scanning::off}},
      {"comfort.scanning.one_switch", SetScanning{Scanning::one_switch}},
      {"comfort.scanning.two_switches", SetScanning{Scanning::two_switches}},
      {"comfort.speech.on", SetReadAloud{true}},
      {"comfort.speech.off", SetReadAloud{false}},
      {"comfort.next", GoNext{}},
      {"bar.comfort", OpenComfort{}},
      {"bar.language", NextLanguage{}}}},
    {"privacy",
     {{"privacy.back", GoBack{}},
      {"privacy.next", GoNext{}},
      {"privacy.leave", Leave{}},
      {"bar.comfort", OpenComfort{}}}},
    {"role", {{"role.back", GoBack{}}, {"role.next", GoNext{}}, {"bar.language", NextLanguage{}}}},
    {"link",
     {{"link.back", GoBack{}},
      {"link.next", GoNext{}},
      {"link.enter", EnterLink{}},
      {"link.draw", DrawLink{}}}},
    {"question",
     {{"question.back", GoBack{}},
      {"question.option.0", ChooseOption{0}},
      {"question.option.3", ChooseOption{3}},
      {"question.next", GoNext{}},
      {"question.mark", ToggleMark{}},
      {"bar.comfort", OpenComfort{}},
      {"bar.hide", HideScreen{}},
      {"bar.away", CallAway{}},
      {"bar.language", NextLanguage{}}}},
    {"check", {{"check.back", GoBack{}}, {"check.save", ConfirmAndSave{}}, {"bar.away", CallAway{}}}},
    {"results",
     {{"results.next", GoNext{}},
      {"results.finish", Finish{}},
      {"results.why.information", ShowAnswers{{"information"}}}}},
    {"aloud", {{"aloud.yes", AllowAloud{true}}, {"aloud.no", AllowAloud{false}}}},
    {"take_away", {{"take_away.back", GoBack{}}, {"take_away.next", GoNext{}}}},
    {"finished", {{"finished.next", Finish{}}}},
    {"timeout", {{"timeout.carry_on", InputSeen{}}, {"timeout.finish", Leave{}}}},
    {"curtain", {{"curtain.show", ShowScreen{}}}},
    {"away",
     {{"away.back", GoBack{}},
      {"away.minutes.15", ChoosePause{15}},
      {"away.minutes.30", ChoosePause{30}},
      {"away.stay", GoBack{}}}},
    {"resume",
     {{"resume.back", GoBack{}},
      {"resume.key.7", TypeKey{'7'}},
      {"resume.key.delete", TypeKey{'<'}},
      {"resume.next", GoNext{}},
      {"resume.afresh", GoBack{}}}},
    {"staff", {{"staff.back", GoBack{}}, {"staff.key.0", TypeKey{'0'}}, {"staff.next", GoNext{}}}},
    {"clean", {}},
    {"preview",
     {{"preview.next", GoNext{}},
      {"preview.role.care_support", SelectRole{{"care_support"}}},
      {"preview.item.info_find_policy", JumpTo{{"info_find_policy"}}},
      {"bar.comfort", OpenComfort{}}}},
    {"out_of_order", {}},
};

void focus_on(HeadlessUi& ui, const std::string& id) {
  for (std::size_t step = 0; step <= ui.items().size() && ui.focused() != id; ++step) ui.key("Tab");
  REQUIRE(ui.focused() == id);
}

}  // namespace

TEST_SUITE("screens") {
  TEST_CASE("there is no clipboard, no settings file and no log file") {
    const HeadlessUi ui(1280, 800);
    ImGui::SetClipboardText("answer");
    CHECK(std::string(ImGui::GetClipboardText()).empty());
    CHECK(ImGui::GetIO().IniFilename == nullptr);
    CHECK(ImGui::GetIO().LogFilename == nullptr);
  }

  TEST_CASE("a click on a control asks for what it says, and for nothing else") {
    HeadlessUi ui(1280, 800);
    for (const auto& [page, controls] : wishes) {
      ui.show(view_of(page));
      for (const auto& [id, action] : controls) {
        CAPTURE(id);
        CHECK(ui.click(id) == Actions{action});
      }
    }
  }

  TEST_CASE("A6: Enter and Space do the same as a click") {
    HeadlessUi ui(1280, 800);
    for (const auto& [page, controls] : wishes) {
      ui.show(view_of(page));
      for (const auto& [id, action] : controls) {
        CAPTURE(id);
        for (const char* key : {"Enter", "Space"}) {
          focus_on(ui, id);
          CHECK(ui.key(key) == Actions{action});
        }
      }
    }
  }

  TEST_CASE("roles and answers to change are asked for by their own ids") {
    HeadlessUi ui(1280, 800);
    ui.show(view_of("role"));
    const auto& bank = *tests::shipped_setup().bank;
    for (const auto& role : bank.roles)
      CHECK(ui.click("role.option." + role.id.text) == Actions{SelectRole{role.id}});
    ui.show(view_of("check"));
    const auto asked = route(bank, assessment::start_session(bank, bank.roles.front().id, 1), nullptr);
    CHECK(asked.size() == 31);  // 24 self-ratings and 7 questions of knowledge of the first role
    for (const std::size_t index : asked) {
      const auto& id = bank.items[index].id;
      CHECK(ui.click("check.change." + id.text) == Actions{ChangeAnswer{id}});
    }
  }

  TEST_CASE("keys that need no focus work on every page") {
    HeadlessUi ui(1280, 800);
    for (const auto& [page, controls] : wishes) {
      CAPTURE(page);
      ui.show(view_of(page));
      CHECK(ui.key("Esc") == Actions{GoBack{}});
      CHECK(ui.key("F1") == Actions{OpenComfort{}});
      CHECK(ui.key("F9") == Actions{NextTextSize{}});
      CHECK(ui.key("F10") == Actions{NextContrast{}});
      CHECK(ui.key("F11") == Actions{NextLanguage{}});
      CHECK(ui.key("F12") == Actions{HideScreen{}});
      CHECK(ui.key("F2") == Actions{ReadPage{}});
      CHECK(ui.key("F3") == Actions{Repeat{}});
      CHECK(ui.key("F4") == Actions{Hush{}});
      CHECK(ui.key("F5") == Actions{ChangeVolume{-10}});
      CHECK(ui.key("F6") == Actions{ChangeVolume{10}});
      CHECK(ui.key("F7") == Actions{ChangeRate{-10}});
      CHECK(ui.key("F8") == Actions{ChangeRate{10}});
    }
  }

  TEST_CASE("A4: Tab visits every control in reading order and comes around, Shift+Tab goes back") {
    HeadlessUi ui(1024, 768);
    for (const auto& [page, controls] : wishes) {
      CAPTURE(page);
      ui.show(view_of(page));
      Ids forward;
      Ids backward;
      // The warning and the curtain begin with their button in focus, all else nowhere.
      CHECK(ui.focused() == (page == "timeout"   ? "timeout.carry_on"
                             : page == "curtain" ? "curtain.show"
                                                 : ""));
      const std::set<std::string> all = [&] {
        const Ids ids = ui.controls();
        return std::set<std::string>(ids.begin(), ids.end());
      }();
      // "Show more" and "Show less" come and go on the way, so rounds are counted by the first control.
      if (all.empty()) continue;
      ui.key("Tab");
      const std::string first = ui.focused();
      do {
        forward.push_back(ui.focused());
        ui.key("Tab");
      } while (ui.focused() != first && forward.size() < 500);
      do {
        ui.key("Shift+Tab");
        backward.insert(backward.begin(), ui.focused());
      } while (ui.focused() != first && backward.size() < 500);
      for (const std::string& id : all) {
        if (id.starts_with("body.")) continue;
        CAPTURE(id);
        CHECK(std::count(forward.begin(), forward.end(), id) == 1);
        CHECK(std::count(backward.begin(), backward.end(), id) == 1);
      }
    }
  }

  TEST_CASE("Down and Up move as Tab and Shift+Tab do") {
    HeadlessUi ui(1280, 800);
    ui.show(view_of("question"));
    ui.key("Down");
    CHECK(ui.focused() == "question.back");
    ui.key("Down");
    CHECK(ui.focused() == "question.option.0");
    ui.key("Up");
    CHECK(ui.focused() == "question.back");
  }

  TEST_CASE("sliding off before the release cancels, and sliding on does not press") {
    HeadlessUi ui(1280, 800);
    ui.show(view_of("question"));
    const auto on = ui.middle("question.option.1");
    const ui::Point off{5, on.y};
    CHECK(ui.send(ui::PointerPressed{on}).empty());
    CHECK(ui.send(ui::PointerMoved{off}).empty());
    CHECK(ui.send(ui::PointerReleased{off}).empty());
    CHECK(ui.send(ui::PointerPressed{off}).empty());
    CHECK(ui.send(ui::PointerMoved{on}).empty());
    CHECK(ui.send(ui::PointerReleased{on}).empty());
  }

  TEST_CASE("a press that brings its place with it, as a touch does, counts") {
    HeadlessUi ui(1280, 800);
    ui.show(view_of("question"));
    const auto at = ui.middle("question.option.1");
    CHECK(ui.send(ui::PointerPressed{at}).empty());
    CHECK(ui.send(ui::PointerReleased{at}) == Actions{ChooseOption{1}});
  }

  TEST_CASE("A21: nothing is chosen on a fresh question, and a choice shows as its value") {
    HeadlessUi ui(1280, 800);
    View view = view_of("question");
    ui.show(view);
    for (const auto& item : ui.items()) CHECK(item.value.empty());
    std::get<QuestionView>(view.page).options[2].is_selected = true;
    ui.show(view);
    CHECK(ui.item("question.option.2").value == "selected");
    CHECK(ui.item("question.option.2").role == ui::ItemRole::radio);
    CHECK(ui.item("question.option.1").value.empty());
  }

  TEST_CASE("where several answers are right they are check boxes") {
    HeadlessUi ui(1280, 800);
    View view = view_of("question");
    std::get<QuestionView>(view.page).kind = ChoiceKind::several;
    ui.show(view);
    CHECK(ui.item("question.option.0").role == ui::ItemRole::checkbox);
  }

  TEST_CASE(
      "A20: the error that answers Continue takes the focus, again each time, and its link leads to the "
      "first "
      "answer") {
    HeadlessUi ui(1024, 768);
    View view = view_of("question");
    ui.show(view);
    for (int time = 0; time < 2; ++time) {
      CHECK(ui.click("question.next") == Actions{GoNext{}});
      auto& question = std::get<QuestionView>(view.page);
      question.error_title = "There is a problem";
      question.error = "Select how well you can do this";
      // The frame after the press is the first with the error, as in the loop.
      ui.show([&](ui::Frame& frame) { draw_view(frame, view); }, "question/" + question.item);
      ui.click("question.next");
      CHECK(ui.focused() == "question.error");
      CHECK(ui.item("question.error").name == ui.item("question.error_message").name);
      CHECK(ui.item("question.problem").box.y >= ui.scroll().viewport.y);
    }
    focus_on(ui, "question.error");
    CHECK(ui.key("Enter").empty());
    CHECK(ui.focused() == "question.option.0");
  }

  TEST_CASE("A3: the focus is always seen whole, ring and all, and never under a bar") {
    HeadlessUi ui(1024, 768);
    for (const auto& [page, controls] : wishes) {
      ui.show(view_of(page));
      const std::size_t rounds = ui.controls().size();
      for (std::size_t step = 0; step < rounds; ++step) {
        ui.key("Tab");
        const auto& item = ui.item(ui.focused());
        if (item.place != ui::Place::body) continue;
        CAPTURE(item.id);
        const auto seen = ui.scroll().viewport;
        const float ring = 2 * ui.theme().ring_band();
        CHECK(item.box.y - ring >= seen.y);
        CHECK(item.box.bottom() + ring <= seen.bottom());
      }
    }
  }

  TEST_CASE("the pointer hides nothing of where the focus is: the next Tab goes on from the last press") {
    HeadlessUi ui(1280, 800);
    ui.show(view_of("question"));
    ui.click("question.option.1");
    CHECK(ui.focused() == "question.option.1");
    ui.key("Tab");
    CHECK(ui.focused() == "question.option.2");
  }

  TEST_CASE("a new question begins at the top without focus, the same one in Welsh stays as it was") {
    HeadlessUi ui(1024, 768);
    View first = view_of("question");
    ui.show(first);
    ui.key("Shift+Tab");
    ui.key("Page Down");
    const float offset = ui.scroll().offset;
    CHECK(offset > 0);
    const std::string focused = ui.focused();
    std::get<QuestionView>(first.page).prompt = "Cwestiwn arall";
    ui.show(first);
    CHECK(ui.focused() == focused);
    CHECK(ui.scroll().offset > 0);
    std::get<QuestionView>(first.page).item = "another";
    ui.show(first);
    CHECK(ui.focused().empty());
    CHECK(ui.scroll().offset == 0);
  }

  TEST_CASE("after the warning the page is where it was") {
    HeadlessUi ui(1024, 768);
    const View question = view_of("question");
    ui.show(question);
    ui.click("question.option.3");
    ui.key("Page Down");
    const float offset = ui.scroll().offset;
    CHECK(offset > 0);
    ui.show(view_of("timeout"));
    ui.show(question);
    CHECK(ui.scroll().offset == offset);
    CHECK(ui.focused() == "question.option.3");
  }

  TEST_CASE("Show more and Show less scroll a page that does not fit, and are not there on one that does") {
    HeadlessUi ui(1024, 768);
    ui.show(view_of("results"));
    CHECK(ui.has("body.more"));
    CHECK_FALSE(ui.has("body.less"));
    CHECK(ui.click("body.more").empty());
    CHECK(ui.scroll().offset > 0);
    CHECK(ui.has("body.less"));
    while (ui.has("body.more")) ui.click("body.more");
    CHECK(ui.scroll().offset == ui.scroll().limit());
    ui.click("body.less");
    CHECK(ui.has("body.more"));
    ui.show(view_of("finished"));
    CHECK_FALSE(ui.has("body.more"));
  }

  TEST_CASE("every page has its heading and says everything it shows") {
    HeadlessUi ui(1280, 800);
    for (const View& view : tests::views_of_a_visit("en", 100, Contrast::normal)) {
      ui.show(view);
      CAPTURE(view.id);
      CHECK(std::any_of(ui.items().begin(), ui.items().end(),
                        [](const auto& item) { return item.role == ui::ItemRole::heading; }));
      for (const auto& item : ui.items()) {
        CAPTURE(item.id);
        CHECK_FALSE(item.name.empty());
      }
    }
    ui.show(view_of("question"));
    CHECK(ui.item("question.caption").name == "Question 1 of 31");
    CHECK(ui.item("question.prompt").role == ui::ItemRole::heading);
  }

  TEST_CASE("results say what the bank says at the end, and that a translation is not validated") {
    HeadlessUi ui(1280, 800);
    View view = view_of("results");
    std::get<ResultsView>(view.page).note = "Not validated.";
    std::get<ResultsView>(view.page).after = "Choose one step.";
    ui.show(view);
    Ids names;
    for (const auto& item : ui.items()) {
      if (item.id == "results.note" || item.id == "results.after") names.push_back(item.name);
    }
    CHECK(names == Ids{"Not validated.", "Choose one step."});
  }

  TEST_CASE("volume and speed are changed by buttons while something is read aloud") {
    View view = view_of("comfort");
    auto& speech = std::get<ComfortView>(view.page).speech;
    speech.volume = "Volume: 50 out of 100";
    speech.quieter = "Quieter";
    speech.louder = "Louder";
    speech.rate = "Speed: 50 out of 100";
    speech.slower = "Slower";
    speech.faster = "Faster";
    HeadlessUi ui(1280, 800);
    ui.show(view);
    CHECK(ui.click("comfort.volume.less") == Actions{ChangeVolume{-10}});
    CHECK(ui.click("comfort.volume.more") == Actions{ChangeVolume{10}});
    CHECK(ui.click("comfort.rate.less") == Actions{ChangeRate{-10}});
    CHECK(ui.click("comfort.rate.more") == Actions{ChangeRate{10}});
  }

  TEST_CASE("what is printed is the plan as it stands on the screen, in both sizes") {
    View view = view_of("take_away");
    std::get<TakeAwayView>(view.page).lines = {{"Safety: Capable", true}, {"A course", false}};
    HeadlessUi ui(1280, 800);
    ui.show(view);
    const std::string text = "Take your plan with you\n\nSafety: Capable\nA course\n";
    CHECK(ui.click("take_away.print") == Actions{PrintPlan{text, PrintSize::normal}});
    CHECK(ui.click("take_away.print_large") == Actions{PrintPlan{text, PrintSize::large}});
  }

  TEST_CASE("without a printer nothing is said of printing") {
    View view = view_of("take_away");
    std::get<TakeAwayView>(view.page).print.clear();
    HeadlessUi ui(1280, 800);
    ui.show(view);
    CHECK_FALSE(ui.has("take_away.print"));
    CHECK_FALSE(ui.has("take_away.print_large"));
  }
}
