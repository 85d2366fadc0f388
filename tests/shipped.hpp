// What the product ships, and a visit on it page by page.
#pragma once

#include <string>
#include <vector>

#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"

namespace tests {

const app::Strings& shipped_strings();

// The shipped bank in English and Welsh, for an organisation that names itself and its help.
const app::Setup& shipped_setup();

// Every page of a visit as it is drawn: with errors, with each question, saved and not saved.
std::vector<app::View> views_of_a_visit(const std::string& language, int text_size, app::Contrast contrast);

// The first of these pages with that id.
app::View view_of(const std::string& page, const std::string& language = "en");

}  // namespace tests
