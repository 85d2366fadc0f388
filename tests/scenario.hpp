// A visit told as a story: scenario(bank).start("en").role("clinical").answer("lock1", "alone").save().
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/core/update.hpp"
#include "assessment/session/session.hpp"
#include "assessment/session/shown_options.hpp"
#include "tests/sample_banks.hpp"

namespace tests {

inline app::Setup setup_of(assessment::QuestionBank bank) {
  app::Setup setup;
  setup.languages = bank.languages;
  setup.can_speak = true;
  setup.has_printer = true;
  setup.bank = std::make_shared<const assessment::QuestionBank>(std::move(bank));
  return setup;
}

class Scenario {
 public:
  explicit Scenario(app::Setup setup) : step_(app::start_kiosk(setup)) {}

  // Sends one action; commands of all actions so far pile up.
  Scenario& send(const app::Action& action) {
    auto next = update(step_.model, action);
    step_.model = std::move(next.model);
    step_.commands.insert(step_.commands.end(), next.commands.begin(), next.commands.end());
    return *this;
  }

  // To the role page (or, with one role, to the first question).
  Scenario& start(const std::string& language) {
    return send(app::Start{language}).send(app::SeedDrawn{1}).send(app::GoNext{}).send(app::GoNext{});
  }
  Scenario& role(const std::string& id) { return send(app::SelectRole{{id}}).send(app::GoNext{}); }

  // Chooses the option for the item on the screen, which must be the one named, and goes on.
  Scenario& answer(const std::string& item, const std::string& option) {
    const auto& bank = *step_.model.setup.bank;
    const auto& page = std::get<app::QuestionPage>(step_.model.page.content);
    const auto& current = bank.items[page.session.position];
    if (current.id.text != item) throw std::logic_error("on the screen is " + current.id.text);
    int index = 0;
    for (const auto& shown : shown_options(bank, current, page.session.seed, page.session.step)) {
      if (shown.id.text == option) return send(app::ChooseOption{index}).send(app::GoNext{});
      ++index;
    }
    throw std::logic_error("no such option");
  }

  // Answers every question that is left with its first option, up to the check page.
  Scenario& answer_the_rest() {
    while (std::holds_alternative<app::QuestionPage>(step_.model.page.content)) {
      send(app::ChooseOption{0}).send(app::GoNext{});
    }
    return *this;
  }
  Scenario& save() { return send(app::ConfirmAndSave{}); }

  const app::Model& model() const { return step_.model; }
  std::string page() const { return std::string(page_id(step_.model.page)); }

  // The commands since the last call.
  std::vector<app::Command> take_commands() { return std::exchange(step_.commands, {}); }

 private:
  app::Step step_;
};

inline Scenario scenario() {
  return Scenario(setup_of(parsed(two_domains)));
}

// With a campaign that joins a person's results by three words.
inline Scenario linked_scenario() {
  app::Setup setup = setup_of(parsed(two_domains));
  setup.link_key = assessment::SecretKey{7};
  return Scenario(setup);
}

// With a campaign of two banks: `sample`, and `other` in English alone, of which only the id is another.
inline Scenario two_banks_scenario() {
  app::Setup setup = setup_of(parsed(two_domains));
  std::string other = two_domains;
  other.replace(other.find("id: sample"), 10, "id: other");
  setup.offers = {{setup.bank, setup.languages},
                  {std::make_shared<const assessment::QuestionBank>(parsed(other)), {"en"}}};
  return Scenario(setup);
}

// One scenario on each page, by the page's name.
inline std::vector<std::pair<std::string, Scenario>> one_scenario_per_page() {
  std::vector<std::pair<std::string, Scenario>> all;
  const auto add = [&](const char* name, Scenario scenario) {
    scenario.take_commands();
    all.emplace_back(name, std::move(scenario));
  };
  const auto at_check = [] { return Scenario(scenario().start("en").role("clinical").answer_the_rest()); };
  add("attract", scenario());
  add("attract banks", two_banks_scenario());
  add("attract picked", Scenario(two_banks_scenario().send(app::PickBank{0})));
  add("comfort", Scenario(scenario().send(app::Start{"en"})));
  add("privacy", Scenario(scenario().send(app::Start{"en"}).send(app::GoNext{})));
  add("role", Scenario(scenario().start("en")));
  add("link", Scenario(linked_scenario().start("en").role("clinical")));
  add("question", Scenario(scenario().start("en").role("clinical")));
  add("check", at_check());
  add("results", Scenario(at_check().save()));
  add("take_away", Scenario(at_check().save().send(app::RecordPooled{}).send(app::GoNext{})));
  add("finished", Scenario(at_check().save().send(app::RecordPooled{}).send(app::Finish{})));
  add("comfort again", Scenario(scenario().start("en").role("clinical").send(app::OpenComfort{})));
  add("timeout", Scenario(scenario().start("en").role("clinical").send(app::Tick{180'000})));
  add("curtain", Scenario(scenario().start("en").role("clinical").send(app::HideScreen{})));
  add("away", Scenario(scenario().start("en").role("clinical").send(app::CallAway{})));
  add("away code", Scenario(scenario()
                                .start("en")
                                .role("clinical")
                                .send(app::CallAway{})
                                .send(app::ChoosePause{15})
                                .send(app::CodeDrawn{4827})));
  add("resume", Scenario(scenario().send(app::OpenResume{})));
  app::Setup guarded = setup_of(parsed(two_domains));
  guarded.admin_pin = "a PIN";
  const auto at_door = [&] {
    return Scenario(Scenario(guarded).send(app::OpenStaff{}).send(app::TypeKey{'1'}));
  };
  const auto inside = [&] { return Scenario(at_door().send(app::GoNext{}).send(app::PinChecked{true})); };
  add("staff", at_door());
  add("staff open", inside());
  add("clean", Scenario(inside().send(app::StartCleaning{})));
  app::Setup loud = setup_of(parsed(two_domains));
  loud.is_loudspeaker = true;
  add("aloud", Scenario(Scenario(loud).send(app::SetReadAloud{true}).start("en")));
  app::Setup author = setup_of(parsed(two_domains));
  author.preview = app::Preview{{"b.yaml:1:1: warning: few items"}};
  add("preview", Scenario(author));
  add("out_of_order", Scenario(app::Setup{}));
  return all;
}

}  // namespace tests
