// What the dashboard's tests look at: the four groups of reporting_tables.hpp, as the background would
// answer.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "app/core/trainer_update.hpp"
#include "tests/reporting_tables.hpp"

namespace tests {

inline app::TrainerSetup trainer_setup(std::vector<std::string> places = {}) {
  return {.places = std::move(places), .folder = "/home/a", .languages = {"en", "cy"}};
}

inline const app::Contents& trainer_contents() {
  using assessment::Dimension;
  static const app::Contents contents{
      .files = 3,
      .values = {{Dimension::role, {"*", "clinical", "porter", "support"}},
                 {Dimension::site, {"North", "South"}}},
      .banks = std::make_shared<const std::vector<assessment::QuestionBank>>(1, ward_basics()),
      .read_on = "2026-11-22"};
  return contents;
}

// The same each time, as reports are compared by where they are.
inline app::SharedReport trainer_report(bool is_by_role, const std::string& language) {
  static std::map<std::pair<bool, std::string>, app::SharedReport> made;
  app::SharedReport& report = made[{is_by_role, language}];
  if (report) return report;
  assessment::Grouping grouping{.items = assessment::ItemCounting::on};
  if (is_by_role) grouping.dimensions.push_back(assessment::Dimension::role);
  const auto tables = assessment::disclose(four_roles(grouping), grouping, {}).value();
  return report = std::make_shared<const assessment::Report>(
             assessment::build_report(tables, {ward_basics()}, {.files = 3}, language));
}

// By role, whatever the choice; `everyone` is its one group otherwise.
inline app::Figures trainer_figures(const app::FigureChoice& choice = {}) {
  app::Figures figures{.choice = choice, .made_on = "2026-11-22"};
  for (const char* language : {"en", "cy"}) {
    figures.by_language[language] = {trainer_report(false, language),
                                     trainer_report(choice.by.has_value(), language)};
  }
  return figures;
}

// A second bank with the same people and roles, of which support staff rate themselves 90.0 in safety.
inline const assessment::QuestionBank& night_basics() {
  static const assessment::QuestionBank bank = [] {
    assessment::QuestionBank night = ward_basics();
    night.id = "night-basics";
    night.title = {{{"en", "Night basics"}, {"cy", "Hanfodion y nos"}}};
    return night;
  }();
  return bank;
}

// By role, of both banks: night-basics comes first by its id, with 30 support staff and 20 porters.
inline app::SharedReport report_of_two_banks(bool is_by_role, const std::string& language) {
  assessment::Grouping grouping{.items = assessment::ItemCounting::on};
  if (is_by_role) grouping.dimensions.push_back(assessment::Dimension::role);
  assessment::Aggregate people = four_roles(grouping);
  const auto add_night = [&](int count, const char* role, int safety) {
    assessment::BatchRecord record = visitor(role, safety, 500);
    record.record.bank = "night-basics@1.0.0";
    add_people(people, grouping, count, record);
  };
  add_night(20, "porter", 600);
  add_night(30, "support", 900);
  const auto tables = assessment::disclose(people, grouping, {}).value();
  return std::make_shared<const assessment::Report>(
      assessment::build_report(tables, {ward_basics(), night_basics()}, {.files = 3}, language));
}

// The dashboard with the figures of two banks on its first tab.
inline app::TrainerModel trainer_with_two_banks() {
  app::Contents contents = trainer_contents();
  contents.banks = std::make_shared<const std::vector<assessment::QuestionBank>>(
      std::vector{ward_basics(), night_basics()});
  app::Figures figures{.made_on = "2026-11-22"};
  for (const char* language : {"en", "cy"})
    figures.by_language[language] = {report_of_two_banks(false, language),
                                     report_of_two_banks(true, language)};
  app::TrainerModel model = start_trainer(trainer_setup({"/results"})).model;
  model = update(model, app::ResultsRead{{"/results"}, contents}).model;
  return update(model, app::FiguresMade{figures}).model;
}

// The dashboard with these figures on its first tab.
inline app::TrainerModel trainer_with_figures() {
  app::TrainerModel model = start_trainer(trainer_setup({"/results"})).model;
  model = update(model, app::ResultsRead{{"/results"}, trainer_contents()}).model;
  return update(model, app::FiguresMade{trainer_figures()}).model;
}

}  // namespace tests
