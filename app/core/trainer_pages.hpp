// The pages of the dashboard, one function and one file each: model in, parts out.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "app/core/strings.hpp"
#include "app/core/trainer_model.hpp"
#include "app/core/trainer_parts.hpp"

namespace app {

// The model with its words, in the present language.
class TrainerText {
 public:
  TrainerText(const TrainerModel& shown, const Strings& strings) : model(shown), strings_(strings) {}

  const TrainerModel& model;

  const std::string& text(std::string_view key) const { return strings_.text(key, language()); }
  std::string text(std::string_view key, std::initializer_list<Fill> places) const {
    return fill(text(key), places);
  }
  const std::string& language() const { return model.comfort.language; }

  // What is shown. Precondition: there are figures.
  const assessment::Report& everyone() const;
  const assessment::Report& groups() const;
  bool is_on_show(const assessment::ReportedGroup& group) const;  // of the bank the pages speak of
  // Whose figures: a group that was chosen, else everyone of the bank on show; null: nobody took part.
  const assessment::ReportedGroup* chosen_group() const;

  std::string dimension(assessment::Dimension dimension) const;  // "Work group"
  std::string value(assessment::Dimension dimension, const std::string& id) const;
  std::string group_name(const assessment::ReportedGroup& group) const;
  std::string people(const assessment::ReportedGroup& group) const;    // "35 people", with its day
  std::string count(const assessment::PublishedFigure& figure) const;  // "35", "*", "fewer than 10", "-"
  std::string day(const std::string& iso) const;                       // "22 November 2026"
  // "Everyone", or the conditions in words.
  std::string conditions() const;

 private:
  const Strings& strings_;
};

TrainerParts begin_parts(const TrainerText& words);
TrainerParts loading_parts(const TrainerText& words);
TrainerParts needs_parts(const TrainerText& words);
TrainerParts levels_parts(const TrainerText& words);
TrainerParts knowledge_parts(const TrainerText& words);
TrainerParts questions_parts(const TrainerText& words);
TrainerParts change_parts(const TrainerText& words);
TrainerParts about_parts(const TrainerText& words);
TrainerParts group_parts(const TrainerText& words);
TrainerParts filter_parts(const TrainerText& words);

// Shared by several pages ----------------------------------------------------------------------

// Which question bank the page speaks of, as a row of choices; none where there are not several.
std::optional<ChoicesPart> which_bank(const TrainerText& words);

// Whose figures, as a row of choices: everyone and every group of the bank that is shown.
ChoicesPart whose_figures(const TrainerText& words, std::string_view page);

// The table of questions of a group: all, or those of one domain (its id).
TablePart question_table(const TrainerText& words, const assessment::ReportedGroup& group,
                         std::string_view page, std::string_view domain);

// A table of levels per domain, as shares of those with a level.
TablePart level_table(const TrainerText& words, const assessment::ReportedGroup& group,
                      std::string_view page);

}  // namespace app
