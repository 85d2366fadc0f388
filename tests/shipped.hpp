// What the product ships, and a visit on it page by page.
#pragma once

#include <string>
#include <vector>

#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"

namespace tests {

class Scenario;

const app::Strings& shipped_strings();

const app::Strings& shipped_trainer_strings();

// The shipped bank in English and Welsh, for an organisation that names itself and its help.
const app::Setup& shipped_setup();

// Every page of a visit as it is drawn: with errors, with each question, saved and not saved.
std::vector<app::View> views_of_a_visit(const std::string& language, int text_size, app::Contrast contrast);

// tests/data/every_type.yaml: one item of each type.
const app::Setup& every_type_setup();

// The question that a visit shows. Throws where it shows another page.
app::QuestionView question_view(const Scenario& story);

// What answers the question page of any type: its first option or region, every step, every pair, "38".
std::vector<app::Action> answers_to(const app::QuestionView& view);

// Every question page of that bank: untouched, with its error where it has one, and answered; then the check
// page and the results.
std::vector<app::View> views_of_every_type(const std::string& language, int text_size,
                                           app::Contrast contrast);

// A bank of question_banks, by its file: its pages before and after the questions, and every one of its items
// whether a route leads there or not: untouched, with its error and answered.
std::vector<app::View> views_of_bank(const std::string& path, const std::string& language, int text_size);

// The first of these pages with that id.
app::View view_of(const std::string& page, const std::string& language = "en");

}  // namespace tests
