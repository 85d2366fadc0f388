// The limits of a bank's texts, held against the interface: the largest text on the smallest screen.
#include "assessment/bank/text_limits.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/headless_ui.hpp"
#include "tests/shipped.hpp"

using namespace app;
using namespace assessment;
using tests::HeadlessUi;

namespace {

// Ordinary sentences, so that words and letters are as wide and as many as they are in banks.
const std::vector<std::string> english{
    "When a screen freezes, note what you did last and the exact words that you see, then call for help. ",
    "Tell your manager or data protection team at once. ",
    "Write down one task that slowed you this week, then look for a course on it of 30 minutes or less. ",
    "You have just emailed patient details to the wrong person. What do you do first? "};
const std::vector<std::string> welsh{
    "Rydych yn gweld bod cydweithiwr wedi gadael cerdyn clyfar mewn cyfrifiadur a rennir. ",
    "Gallaf ddefnyddio 2 fanylyn i wirio fy mod wedi agor cofnod y person cywir. ",
    "Pan fydd sgrin yn rhewi, nodwch beth wnaethoch chi ddiwethaf a'r union eiriau a welwch. ",
    "Mae'r canlyniadau hyn yn dangos sut y gwnaethoch eich asesu eich hun. "};

// `length` characters of the sentences, over and over, from sentence `first` on.
std::string text_of(const std::vector<std::string>& sentences, std::size_t first, std::size_t length) {
  std::string all;
  for (std::size_t i = first; count_characters(all) < length; ++i) all += sentences[i % sentences.size()];
  while (count_characters(all) > length) all.pop_back();
  return all;
}

// Shows a page with the text on it and tells whether it fits there.
using Fits = std::function<bool(HeadlessUi&, const std::string&)>;

bool fits_always(const Fits& fits, std::size_t length) {
  for (const float pixels_per_inch : {85.3F, 96.0F}) {  // a 15 inch panel, and one that does not say
    HeadlessUi ui(1024, 768);
    ui.resize(1024, 768, pixels_per_inch);
    ui.set_text(200);
    for (const auto* sentences : {&english, &welsh}) {
      for (std::size_t first = 0; first < sentences->size(); ++first) {
        if (!fits(ui, text_of(*sentences, first, length))) return false;
      }
    }
  }
  return true;
}

// A limit at which everything fits, and not one so low that it says nothing.
void check_limit(std::size_t longest, const Fits& fits) {
  CHECK(fits_always(fits, longest));
  CHECK_FALSE(fits_always(fits, 2 * longest));
}

template <class PageType>
void show(HeadlessUi& ui, const std::string& page, const std::function<void(PageType&)>& change) {
  View view = tests::view_of(page);
  view.text_size = 200;
  change(std::get<PageType>(view.page));
  ui.show(std::move(view));
}

void show_question(HeadlessUi& ui, const std::function<void(QuestionView&)>& change) {
  show<QuestionView>(ui, "question", [&](QuestionView& view) {
    view.hint.clear();
    change(view);
  });
}

DomainResultView& first_domain(ResultsView& view) {
  DomainResultView& domain = view.domains.front();
  domain.id = "first";
  return domain;
}

float height_of(const HeadlessUi& ui, const char* id) {
  return ui.item(id).box.height;
}
float body_height(const HeadlessUi& ui) {
  return ui.scroll().viewport.height;
}

}  // namespace

TEST_SUITE("text limits") {
  TEST_CASE("the longest prompt is in sight together with a first answer of one line") {
    check_limit(longest_prompt, [](HeadlessUi& ui, const std::string& text) {
      show_question(ui, [&](QuestionView& view) {
        view.prompt = text;
        view.options.front().label = "Yes";
      });
      return ui.item("question.option.0").box.bottom() - ui.item("question.prompt").box.y <= body_height(ui);
    });
  }

  TEST_CASE("two of the longest options are in sight together, and of the longest roles") {
    check_limit(longest_label, [](HeadlessUi& ui, const std::string& text) {
      show_question(ui, [&](QuestionView& view) {
        for (std::size_t i = 0; i < 2; ++i) view.options[i].label = text;
      });
      const float both = ui.item("question.option.1").box.bottom() - ui.item("question.option.0").box.y;
      return both <= body_height(ui);
    });
    check_limit(longest_label, [](HeadlessUi& ui, const std::string& text) {
      show<RoleView>(ui, "role", [&](RoleView& view) { view.roles = {{"one", text}, {"two", text}}; });
      return ui.item("role.option.two").box.bottom() - ui.item("role.option.one").box.y <= body_height(ui);
    });
  }

  TEST_CASE("the longest level stands on one line") {
    check_limit(longest_level, [](HeadlessUi& ui, const std::string& text) {
      show<ResultsView>(ui, "results", [&](ResultsView& view) { first_domain(view).level = text; });
      return height_of(ui, "results.level.first") <= ui.theme().line_pitch(ui::TypeRole::strong);
    });
  }

  TEST_CASE("the longest title takes at most half the body") {
    check_limit(longest_heading, [](HeadlessUi& ui, const std::string& text) {
      show<ResultsView>(ui, "results", [&](ResultsView& view) {
        first_domain(view).title = text;
        first_domain(view).next_steps = {{.title = text}};
      });
      return 2 * height_of(ui, "results.domain.first") <= body_height(ui) &&
             2 * height_of(ui, "results.step.first.0") <= body_height(ui);
    });
  }

  TEST_CASE("the longest error is in sight with its heading") {
    check_limit(longest_error, [](HeadlessUi& ui, const std::string& text) {
      show_question(ui, [&](QuestionView& view) {
        view.error_title = "There is a problem";
        view.error = text;
      });
      return ui.item("question.error").box.bottom() - ui.item("question.problem").box.y <= body_height(ui);
    });
  }

  TEST_CASE("the longest opening words are in sight as a whole") {
    check_limit(longest_opening, [](HeadlessUi& ui, const std::string& text) {
      show<AttractView>(ui, "attract", [&](AttractView& view) { view.about = text; });
      if (height_of(ui, "attract.about") > body_height(ui)) return false;
      show<PrivacyView>(ui, "privacy", [&](PrivacyView& view) { view.before = text; });
      return height_of(ui, "privacy.before") <= body_height(ui);
    });
  }

  TEST_CASE("the longest paragraph is in sight as a whole, wherever it stands") {
    check_limit(longest_paragraph, [](HeadlessUi& ui, const std::string& text) {
      show_question(ui, [&](QuestionView& view) {
        view.hint = text;
        view.why = text;
        view.why_title = "Why we ask";
      });
      if (height_of(ui, "question.hint") > body_height(ui) || height_of(ui, "question.why") > body_height(ui))
        return false;
      show<ResultsView>(ui, "results", [&](ResultsView& view) {
        view.after = text;
        first_domain(view).next_steps = {{.title = "Title", .text = text}};
      });
      return height_of(ui, "results.after") <= body_height(ui) &&
             height_of(ui, "results.step.first.0.text") <= body_height(ui);
    });
  }
}
