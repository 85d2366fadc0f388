// What is said of each page and of each thing that happens on it.
#include "app/ui/narration.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/headless_ui.hpp"
#include "tests/printing.hpp"
#include "tests/shipped.hpp"

using namespace app;
using tests::HeadlessUi;
using ui::Screenful;

namespace {

using Lines = std::vector<std::string>;

Screenful screenful(const HeadlessUi& ui, const View& view, SpeechScope scope = SpeechScope::everything) {
  return {.id = view.id,
          .page = view.id + view.window_title,
          .language = view.language,
          .items = ui.items(),
          .speech = {.is_on = true, .scope = scope}};
}

Lines texts(const std::vector<Utterance>& utterances) {
  Lines lines;
  for (const Utterance& each : utterances) lines.push_back(each.text);
  return lines;
}

Lines said(const Screenful& before, const Screenful& now) {
  return texts(narrate(before, now, tests::shipped_strings()));
}

// With its language where that is another one, as a person reads it.
std::string line_of(const Utterance& utterance, const std::string& language) {
  const std::string tag = utterance.language == language ? "" : "[" + utterance.language + "] ";
  return tag + utterance.text + "\n";
}

// What a person hears who comes to the page and presses Tab until the focus comes round.
std::string heard_on(const View& view) {
  HeadlessUi ui(1280, 800);
  ui.show(view);
  Screenful now = screenful(ui, view);
  std::string heard = "# " + view.id + "\n";
  for (const Utterance& each : narrate({}, now, tests::shipped_strings()))
    heard += line_of(each, view.language);
  std::set<std::string> visited;
  while (true) {
    ui.key("Tab");
    if (ui.focused().starts_with("body.")) continue;  // Show more and Show less, which come and go
    if (!visited.insert(ui.focused()).second) return heard;
    const Screenful before = now;
    now = screenful(ui, view);
    heard += "> ";
    for (const Utterance& each : narrate(before, now, tests::shipped_strings()))
      heard += line_of(each, view.language);
  }
}

// Compares with tests/golden/`name`; with KIOSK_WRITE_GOLDEN set, writes it first, for a person to read.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(SOURCE_ROOT) + "/tests/golden/" + name;
  if (std::getenv("KIOSK_WRITE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == text);
}

ui::FrameItem item(const std::string& id, ui::ItemRole role, const std::string& name,
                   const std::string& value = "", bool is_focused = false) {
  return {.id = id, .role = role, .name = name, .value = value, .focused = is_focused};
}

Screenful page_of(std::vector<ui::FrameItem> items, const std::string& id = "question") {
  return {.id = id, .page = id, .language = "en", .items = std::move(items), .speech = {.is_on = true}};
}

const std::vector<ui::FrameItem> question{
    item("question.caption", ui::ItemRole::text, "Question 1 of 9"),
    item("question.prompt", ui::ItemRole::heading, "I can lock the screen"),
    item("question.option.0", ui::ItemRole::radio, "Not yet"),
    item("question.option.1", ui::ItemRole::radio, "On my own"),
    item("question.next", ui::ItemRole::button, "Continue")};

std::vector<ui::FrameItem> with(std::vector<ui::FrameItem> items, std::size_t focused,
                                const std::string& value = "") {
  items[focused].focused = true;
  items[focused].value = value;
  return items;
}

}  // namespace

TEST_SUITE("narration") {
  TEST_CASE("A16: every page of a visit, as it is heard in English and in Welsh") {
    for (const char* language : {"en", "cy"}) {
      std::string heard;
      std::set<std::string> pages;
      for (const View& view : tests::views_of_a_visit(language, 100, Contrast::normal)) {
        if (view.id == "preview" || !pages.insert(view.id).second) continue;  // for authors
        heard += heard_on(view) + "\n";
      }
      check_golden(fmt::format("spoken_{}.txt", language), heard);
    }
  }

  TEST_CASE("A16: no item is without a name, and every control says its role") {
    for (const char* language : {"en", "cy"}) {
      HeadlessUi ui(1280, 800);
      for (const View& view : tests::views_of_a_visit(language, 100, Contrast::normal)) {
        ui.show(view);
        const Screenful now = screenful(ui, view);
        for (const ui::FrameItem& each : now.items) {
          CAPTURE(each.id);
          CHECK_FALSE(each.name.empty());
          if (!is_control(each.role)) continue;
          const auto spoken = say_item(now, each, tests::shipped_strings());
          REQUIRE_FALSE(spoken.empty());
          const std::string role = tests::shipped_strings().text(
              "speech.role." + std::string(role_name(each.role)), view.language);
          CHECK(spoken.back().text.find(role) != std::string::npos);
        }
      }
    }
  }

  TEST_CASE("A23: what is said is in the language that is shown, and each language's name in its own") {
    HeadlessUi ui(1280, 800);
    for (const char* language : {"en", "cy"}) {
      for (const View& view : tests::views_of_a_visit(language, 100, Contrast::normal)) {
        ui.show(view);
        for (const Utterance& each : read_page(screenful(ui, view), tests::shipped_strings())) {
          const bool is_name = each.text == "English" || each.text == "Cymraeg" ||
                               each.text == "Start in English" || each.text == "Dechrau yn Gymraeg";
          CAPTURE(each.text);
          if (is_name) continue;
          CHECK(each.language == view.language);
        }
      }
    }
    const View view = tests::view_of("attract");
    ui.show(view);
    const Screenful now = screenful(ui, view);
    const auto spoken = say_item(now, ui.item("attract.start.cy"), tests::shipped_strings());
    CHECK(spoken == std::vector<Utterance>{{"Dechrau yn Gymraeg", "cy"}, {"button", "en"}});
    CHECK(say_item(now, ui.item("bar.language"), tests::shipped_strings()).front() ==
          Utterance{"Cymraeg", "cy"});
  }

  TEST_CASE("A16: a page says what stands before its first control, then the item in focus") {
    CHECK(said({}, page_of(question)) == Lines{"Question 1 of 9", "I can lock the screen"});
    CHECK(said({}, page_of(with(question, 2))) ==
          Lines{"Question 1 of 9", "I can lock the screen", "Not yet, radio button, not selected, 1 of 2"});
    CHECK(said({}, page_of(question, "attract")).empty());  // never a sound by itself
    Screenful off = page_of(question);
    off.speech.is_on = false;
    CHECK(said({}, off).empty());
    CHECK(read_page(off, tests::shipped_strings()).empty());
  }

  TEST_CASE("A16: focus says name, role, state and position; choosing says selected") {
    CHECK(said(page_of(question), page_of(with(question, 3))) ==
          Lines{"On my own, radio button, not selected, 2 of 2"});
    CHECK(said(page_of(with(question, 3)), page_of(with(question, 3, "selected"))) == Lines{"selected"});
    CHECK(said(page_of(with(question, 2)), page_of(with(question, 3, "selected"))) ==
          Lines{"On my own, radio button, selected, 2 of 2"});
    CHECK(said(page_of(with(question, 3)), page_of(with(question, 3))).empty());
    CHECK(said(page_of(question), page_of(with(question, 4))) == Lines{"Continue, button"});
  }

  TEST_CASE("A16: a side of a pair says that it is picked, and that it no longer is") {
    const std::vector<ui::FrameItem> sides{item("question.left.0", ui::ItemRole::button, "Email")};
    CHECK(said(page_of(with(sides, 0)), page_of(with(sides, 0, "selected"))) == Lines{"selected"});
    CHECK(said(page_of(with(sides, 0, "selected")), page_of(with(sides, 0))) == Lines{"not selected"});
    CHECK(said(page_of(sides), page_of(with(sides, 0, "selected"))) == Lines{"Email, button, selected"});
  }

  TEST_CASE("A16: what stands above a control further down is said with it") {
    const auto rows = std::vector<ui::FrameItem>{item("check.prompt.a", ui::ItemRole::text, "A?"),
                                                 item("check.change.a", ui::ItemRole::button, "Change a"),
                                                 item("check.prompt.b", ui::ItemRole::text, "B?"),
                                                 item("check.change.b", ui::ItemRole::button, "Change b")};
    CHECK(said(page_of(with(rows, 1)), page_of(with(rows, 3))) == Lines{"B?", "Change b, button"});
    CHECK(said(page_of(with(rows, 3)), page_of(with(rows, 1))) ==
          Lines{"Change a, button"});  // said with the page
  }

  TEST_CASE("A16: an error is announced as one, once, and nothing over it") {
    auto wrong = question;
    wrong.insert(wrong.begin(),
                 {item("question.problem", ui::ItemRole::heading, "There is a problem"),
                  item("question.error", ui::ItemRole::link, "Select one of the answers", "", true)});
    const auto spoken = narrate(page_of(question), page_of(wrong), tests::shipped_strings());
    CHECK(spoken == std::vector<Utterance>{
                        {"Error: There is a problem. Select one of the answers", "en", Urgency::important}});
    CHECK(said(page_of(wrong), page_of(wrong)).empty());
  }

  TEST_CASE("A16: words that change or come up are said") {
    auto before = question;
    before.push_back(item("results.saved", ui::ItemRole::text, "Saving your answers."));
    auto after = before;
    after.back().name = "Saved.";
    CHECK(said(page_of(before), page_of(after)) == Lines{"Saved."});
    after.push_back(item("results.more", ui::ItemRole::text, "More."));
    CHECK(said(page_of(before), page_of(after)) == Lines{"Saved.", "More."});
    CHECK(said(page_of(after), page_of(before)) == Lines{"Saving your answers."});
  }

  TEST_CASE("the countdown is said at 45, 30, 15 and 5 seconds, and 60 with the page") {
    const auto at = [](int seconds) {
      Screenful page =
          page_of({item("timeout.title", ui::ItemRole::heading, "Are you still there?"),
                   item("timeout.seconds", ui::ItemRole::heading, fmt::format("Seconds left: {}", seconds)),
                   item("timeout.carry_on", ui::ItemRole::button, "Yes, carry on", "", true)},
                  "timeout");
      page.seconds_left = seconds;
      return page;
    };
    CHECK(said(page_of(question), at(60)) ==
          Lines{"Are you still there?", "Seconds left: 60", "Yes, carry on, button"});
    Lines heard;
    for (int seconds = 59; seconds >= 0; --seconds) {
      for (const Utterance& each : narrate(at(seconds + 1), at(seconds), tests::shipped_strings())) {
        CHECK(each.urgency == Urgency::countdown);
        heard.push_back(each.text);
      }
    }
    CHECK(heard == Lines{"Seconds left: 45", "Seconds left: 30", "Seconds left: 15", "Seconds left: 5"});
  }

  TEST_CASE("A17: a new volume and a new rate are said") {
    Screenful louder = page_of(question);
    louder.speech.volume = 10;
    CHECK(said(page_of(question), louder) == Lines{"Volume: 55 out of 100"});
    Screenful slower = page_of(question);
    slower.speech.rate = -100;
    CHECK(said(page_of(question), slower) == Lines{"Speed: 0 out of 100"});
  }

  TEST_CASE("A18: without leave a question is read but not its answer, and results not at all") {
    const auto guarded = [](std::vector<ui::FrameItem> items, SpeechScope scope) {
      Screenful page = page_of(std::move(items));
      page.speech.scope = scope;
      return page;
    };
    const auto questions = SpeechScope::questions;
    CHECK(said({}, guarded(with(question, 3, "selected"), questions)) ==
          Lines{"Question 1 of 9", "I can lock the screen", "On my own, radio button, 2 of 2"});
    CHECK(said(guarded(with(question, 3), questions), guarded(with(question, 3, "selected"), questions))
              .empty());
    const std::vector<ui::FrameItem> number{item("question.prompt", ui::ItemRole::heading, "How many?"),
                                            item("question.typed", ui::ItemRole::status, "38"),
                                            item("question.key.3", ui::ItemRole::key, "3")};
    CHECK(said({}, guarded(number, questions)) == Lines{"How many?"});
    CHECK(said(guarded(number, questions), guarded(with(number, 2), questions)).empty());
    CHECK(said({}, guarded(question, SpeechScope::nothing)) ==
          Lines{"This page is not read aloud, as people nearby may hear it."});
    CHECK(texts(read_page(guarded(with(question, 3, "selected"), SpeechScope::nothing),
                          tests::shipped_strings())) ==
          Lines{"This page is not read aloud, as people nearby may hear it."});
  }
}
