// What the screens are given to draw, in both languages, and the catalogues it comes from.
#include "app/core/view_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/core/strings.hpp"
#include "tests/printing.hpp"
#include "tests/scenario.hpp"

using namespace app;
using tests::scenario;
using tests::Scenario;

namespace {

using Lines = std::vector<std::string>;

std::vector<Catalogue> shipped_catalogues() {
  std::vector<Catalogue> catalogues;
  for (const char* language : {"en", "cy"}) {
    const auto path =
        std::filesystem::path(SOURCE_ROOT) / "assets/strings" / (std::string(language) + ".yaml");
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    catalogues.push_back(parse_catalogue(bytes, path.string()).value());
  }
  return catalogues;
}

const Strings& strings() {
  static const Strings shipped(shipped_catalogues());
  return shipped;
}

template <class Page>
Page view_of(const Scenario& story) {
  return std::get<Page>(make_view(story.model(), strings()).page);
}

// In small letters, without what stands between them.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words{""};
  for (const char character : text) {
    const bool is_letter = std::isalpha(static_cast<unsigned char>(character)) != 0;
    if (is_letter) words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(character)));
    if (!is_letter && !words.back().empty()) words.emplace_back();
  }
  return words;
}

}  // namespace

TEST_SUITE("catalogues") {
  TEST_CASE("A23: the shipped languages have the same keys and places") {
    CHECK(check_catalogues(shipped_catalogues()).empty());
  }

  TEST_CASE("a missing key, a superfluous key and another place are found") {
    const std::vector<Catalogue> catalogues{{"en", {{"a", "one {x}"}, {"b", "two"}}},
                                            {"cy", {{"a", "un {y}"}, {"c", "tri"}}}};
    Lines lines;
    for (const auto& fault : check_catalogues(catalogues)) lines.push_back(to_text(fault));
    CHECK(lines == Lines{"cy: error: 'a' has other places in braces", "cy: error: the key 'b' is missing",
                         "cy: error: unknown key 'c'; did you mean 'a'?"});
  }

  TEST_CASE("places are filled by name; what is not known stays") {
    CHECK(fill("{number} of {total}", {{"number", "3"}, {"total", "9"}}) == "3 of 9");
    CHECK(fill("{a} {b}", {{"a", "{b}"}}) == "{b} {b}");  // what was filled in is not filled again
    CHECK(fill("{", {{"a", "x"}}) == "{");
  }

  TEST_CASE("Welsh differs from English wherever there are words") {
    const auto catalogues = shipped_catalogues();
    for (const auto& [key, text] : catalogues[0].texts) {
      if (key == "window_title" || key == "take_away.line") continue;  // only places and a product name
      if (key.starts_with("link.initial.")) continue;                  // letters
      CAPTURE(key);
      CHECK(catalogues[1].texts.at(key) != text);
    }
  }

  TEST_CASE("A24: no sentence is longer than twenty words") {
    for (const Catalogue& catalogue : shipped_catalogues()) {
      for (const auto& [key, text] : catalogue.texts) {
        int words = 1;
        for (std::size_t i = 0; i < text.size(); ++i) {
          if (text[i] == ' ') ++words;
          if (text[i] == '.' || text[i] == '?') words = 0;
          CAPTURE(key);
          CHECK(words <= 20);
        }
      }
    }
  }
}

TEST_SUITE("plain language") {
  // docs/interface.md: words that blame, beg or joke, and those that nobody says.
  TEST_CASE("A24: no text of the interface has a banned word") {
    const auto catalogues = shipped_catalogues();
    for (const auto& [key, text] : catalogues[0].texts) {
      const auto words = words_of(text);
      for (const char* banned :
           {"please", "sorry", "valid", "invalid", "forgot", "forbidden", "illegal", "oops"}) {
        CAPTURE(key);
        CHECK(std::ranges::find(words, banned) == words.end());
      }
      CHECK(text.find("an error occurred") == std::string::npos);
      CHECK(text.find("select an option") == std::string::npos);
    }
  }
}

TEST_SUITE("view model") {
  TEST_CASE("attract offers one start in each language's own words") {
    const auto view = view_of<AttractView>(scenario());
    CHECK(view.title == "Check your digital skills");
    CHECK(view.duration == "It takes about 4 minutes.");
    REQUIRE(view.starts.size() == 2);
    CHECK(view.starts[0].id == "en");
    CHECK(view.starts[1].label == "Dechrau yn Gymraeg");
    CHECK(view.note.empty());
  }

  TEST_CASE("where languages are counted the privacy page says so") {
    for (const bool records_language : {false, true}) {
      Setup setup = tests::setup_of(tests::parsed(tests::two_domains));
      setup.records_language = records_language;
      Scenario story(setup);
      story.send(Start{"en"}).send(SeedDrawn{1}).send(GoNext{});
      const auto kept = view_of<PrivacyView>(story).kept;
      CHECK((std::ranges::count(kept, strings().text("privacy.kept.language", "en")) == 1) ==
            records_language);
    }
  }

  TEST_CASE("a question shows its own texts, with ways out after the word or") {
    Scenario story = scenario();
    story.start("cy").role("clinical");
    auto view = view_of<QuestionView>(story);
    CHECK(view.caption == "Cwestiwn 1 o 7");
    CHECK(view.prompt == "Gallaf lock 1");
    CHECK(view.options.size() == 5);
    CHECK(view.or_before == 4U);
    CHECK(view.or_word == "neu");
    for (const auto& option : view.options) CHECK_FALSE(option.is_selected);  // nothing is ever pre-selected
    view = view_of<QuestionView>(story.send(ChooseOption{2}));
    CHECK(view.options[2].is_selected);
  }

  TEST_CASE("a missing answer is named in the item's words, else in those of its type") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(GoNext{});
    CHECK(view_of<QuestionView>(story).error == "Select how well you can do this");
    CHECK(make_view(story.model(), strings()).window_title == "Error: I can lock 1 - Skills Kiosk");
    story.answer("lock1", "alone").answer("lock2", "alone").answer("lock3", "alone").send(GoNext{});
    CHECK(view_of<QuestionView>(story).error == "Select the part that should make you stop");
    story.answer("phishing", "not_sure").send(GoNext{});
    CHECK(view_of<QuestionView>(story).error == "Select all the answers that apply");
    CHECK(view_of<QuestionView>(story).hint == "Select all that apply.");
    CHECK(view_of<QuestionView>(story).kind == ChoiceKind::several);
  }

  TEST_CASE("the check page lists every answer by section") {
    Scenario story = scenario();
    story.start("en")
        .role("clinical")
        .answer("lock1", "alone")
        .answer("lock2", "not_mine")
        .answer("lock3", "teach");
    story.answer("phishing", "not_sure")
        .send(ChooseOption{0})
        .send(ChooseOption{2})
        .send(GoNext{})
        .answer_the_rest();
    const auto view = view_of<CheckView>(story);
    REQUIRE(view.sections.size() == 2);
    CHECK(view.sections[0].title == "Domain safety");
    Lines answers;
    for (const auto& row : view.sections[0].rows) answers.push_back(row.answer);
    CHECK(answers == Lines{"On my own", "Not mine", "I teach it", "I am not sure", "With me; On the desk"});
    CHECK(view.sections[0].rows[0].change_name == "Change answer to: I can lock 1");
  }

  TEST_CASE("results give level, reason and knowledge in words, without decimals") {
    Scenario story = scenario();
    story.start("en")
        .role("clinical")
        .answer("lock1", "alone")
        .answer("lock2", "alone")
        .answer("lock3", "not_mine");
    story.answer("phishing", "address").send(ChooseOption{0}).send(GoNext{});  // one of the two right places
    story.answer("data1", "not_mine").answer("data2", "not_mine").save();
    auto view = view_of<ResultsView>(story);
    CHECK(view.saved == "Saving your answers.");
    CHECK(view.domains[0].level == "Intermediate");  // 4 of 6 is 66.67 percent
    CHECK(view.domains[0].position == "Level 3 of 4");
    CHECK(view.domains[0].summary == "Domain safety: Intermediate");
    CHECK(view.domains[0].reason == "You said you can do 2 of 2 tasks on your own.");
    CHECK(view.domains[0].figure == "Your answers come to 66 out of 100. This level begins at 48.");
    // knowledge 1 + 1/2 of 2 is 75 percent: intermediate as well
    CHECK(view.domains[0].knowledge ==
          "In the questions with right answers you reached 75 out of 100. That fits how you rated yourself.");
    CHECK(view.domains[0].bars ==
          std::vector<BarView>{{"How you rated yourself", "66 out of 100", 66},
                               {"Questions with right answers", "75 out of 100", 75}});
    CHECK(view.domains[1].bars.empty());
    CHECK(view.domains[1].level == "Not part of your role");
    CHECK(view.domains[1].steps == 0);
    view = view_of<ResultsView>(story.send(RecordPooled{}));
    CHECK(view.saved_tone == Tone::good);
    CHECK(make_view(story.model(), strings()).chrome.back.empty());  // a saved result is not taken back
  }

  TEST_CASE("the reason counts what is done alone or better, of what counts, where the scale can say so") {
    Scenario story = scenario();
    story.start("en")
        .role("clinical")
        .answer("lock1", "with_help")
        .answer("lock2", "teach")
        .answer("lock3", "alone");
    story.answer_the_rest().save();
    auto domains = view_of<ResultsView>(story).domains;
    CHECK(domains[0].reason == "You said you can do 2 of 3 tasks on your own.");
    CHECK(domains[1].reason == "You said you can do 0 of 2 tasks on your own.");  // the first option: not yet
    std::string yaml = tests::two_domains;
    yaml.replace(yaml.find("id: alone"), 9, "id: solo");
    Scenario other(tests::setup_of(tests::parsed(yaml)));
    other.start("en").role("clinical").answer_the_rest().save();
    domains = view_of<ResultsView>(other).domains;
    CHECK(domains[1].reason == "Your answers come to 0 out of 100. This level begins at 0.");
    CHECK(domains[1].figure.empty());
  }

  TEST_CASE(
      "the answers behind a level stand in page order, ratings and knowledge apart, with what they counted") {
    Scenario story = scenario();
    story.start("en")
        .role("clinical")
        .answer("lock1", "with_help")
        .answer("lock2", "teach")
        .answer("lock3", "not_mine");
    story.answer("phishing", "not_sure").send(ChooseOption{0}).send(GoNext{}).answer_the_rest().save();
    CHECK_FALSE(view_of<ResultsView>(story).domains[0].why);
    story.send(ShowAnswers{{"safety"}});
    const auto domains = view_of<ResultsView>(story).domains;
    CHECK_FALSE(domains[1].why);
    const WhyView why = domains[0].why.value();
    CHECK(why.ratings == std::vector<AnswerView>{{"I can lock 1", "With help", "Points: 1 of 3"},
                                                 {"I can lock 2", "I teach it", "Points: 3 of 3"},
                                                 {"I can lock 3", "Not mine", "This does not count."}});
    REQUIRE(why.knowledge.size() == 2);
    CHECK(why.knowledge[0].answer == "I am not sure");
    CHECK(why.knowledge[0].verdict == "You were not sure.");
    CHECK(why.knowledge[1].answer == "With me");
    CHECK(why.knowledge[1].verdict == "Your answer was partly right.");
    CHECK(why.knowledge[1].counted == "Points: 1 of 2");  // one of two right places: half of one point
    story.send(ShowAnswers{{"safety"}});
    CHECK_FALSE(view_of<ResultsView>(story).domains[0].why);
  }

  TEST_CASE("a level is held against what the role asks for, where the bank says it") {
    for (const auto& [asked, words] : std::vector<std::pair<std::string, std::string>>{
             {"advanced", "Your role asks for the level \"Advanced\". That is above your level now."},
             {"intermediate", "This is the level that your role asks for."},
             {"low", "Your role asks for the level \"Low\". You are above that."}}) {
      Scenario story(tests::setup_of(
          tests::parsed(tests::two_domains + "profiles: {clinical: {safety: " + asked + "}}\n")));
      story.start("en")
          .role("clinical")
          .answer("lock1", "alone")
          .answer("lock2", "alone")
          .answer("lock3", "alone");
      story.answer_the_rest().save();  // 6 of 9 is 66.67 percent: intermediate
      const auto domains = view_of<ResultsView>(story).domains;
      CHECK(domains[0].gap == words);
      CHECK(domains[1].gap.empty());
    }
  }

  TEST_CASE("the warning counts down and says what is at stake") {
    Scenario story = scenario();
    story.start("en").role("clinical").send(Tick{180'000}).send(Tick{198'500});
    CHECK(view_of<TimeoutView>(story).seconds == "Seconds left: 42");  // 41.5 left
    CHECK(view_of<TimeoutView>(story).lead.ends_with("Your answers have not been saved."));
  }

  TEST_CASE("out of order tells nothing but whom to ask") {
    Setup setup;
    setup.help_text = "the ward manager";
    const auto view = make_view(Scenario(setup).model(), strings());
    CHECK(view.id == "out_of_order");
    CHECK(std::get<OutOfOrderView>(view.page).help == "Who to tell: the ward manager");
    CHECK_FALSE(view.chrome.comfort.is_there);
  }

  TEST_CASE("a translation nobody validated is marked, in that language only") {
    std::string yaml = tests::two_domains;
    yaml.insert(yaml.find("licence:"), "translations: {cy: unvalidated}\n");
    Scenario story(tests::setup_of(tests::parsed(yaml)));
    story.send(Start{"cy"});
    CHECK(view_of<ComfortView>(story).note == "Nid yw'r cyfieithiad hwn wedi'i ddilysu'n broffesiynol.");
    story.send(SetLanguage{"en"});
    CHECK(view_of<ComfortView>(story).note.empty());
  }

  TEST_CASE("every page has a view in every language") {
    for (auto& [page, story] : tests::one_scenario_per_page()) {
      for (const char* language : {"en", "cy"}) {
        story.send(SetLanguage{language});
        const View view = make_view(story.model(), strings());
        CAPTURE(page);
        CHECK_FALSE(view.window_title.empty());
        CHECK(view.id == page_id(story.model().page));
      }
    }
  }
}
