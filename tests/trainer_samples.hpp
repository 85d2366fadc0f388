// What the dashboard's tests look at: the four groups of reporting_tables.hpp, as the background would
// answer.
#pragma once

#include <memory>

#include "app/core/trainer_update.hpp"
#include "tests/reporting_tables.hpp"

namespace tests {

inline app::TrainerSetup trainer_setup(std::vector<std::string> places = {}) {
  return {.places = std::move(places), .folder = "/home/a", .languages = {"en", "cy"}};
}

inline app::Contents trainer_contents() {
  using assessment::Dimension;
  return {.files = 3,
          .values = {{Dimension::role, {"*", "clinical", "porter", "support"}},
                     {Dimension::site, {"North", "South"}}},
          .banks = std::make_shared<const std::vector<assessment::QuestionBank>>(1, ward_basics()),
          .read_on = "2026-11-22"};
}

inline app::SharedReport trainer_report(const assessment::Grouping& grouping, const std::string& language) {
  const auto tables = assessment::disclose(four_roles(grouping), grouping, {}).value();
  return std::make_shared<const assessment::Report>(
      assessment::build_report(tables, {ward_basics()}, {.files = 3}, language));
}

// By role, whatever the choice; `everyone` is its one group otherwise.
inline app::Figures trainer_figures(const app::FigureChoice& choice = {}) {
  const assessment::Grouping everyone{.items = assessment::ItemCounting::on};
  const assessment::Grouping roles{.dimensions = {assessment::Dimension::role},
                                   .items = assessment::ItemCounting::on};
  app::Figures figures{.choice = choice, .made_on = "2026-11-22"};
  for (const char* language : {"en", "cy"}) {
    const auto all = trainer_report(everyone, language);
    figures.by_language[language] = {all, choice.by ? trainer_report(roles, language) : all};
  }
  return figures;
}

// The dashboard with these figures on its first tab.
inline app::TrainerModel trainer_with_figures() {
  app::TrainerModel model = start_trainer(trainer_setup({"/results"})).model;
  model = update(model, app::ResultsRead{{"/results"}, trainer_contents()}).model;
  return update(model, app::FiguresMade{trainer_figures()}).model;
}

}  // namespace tests
