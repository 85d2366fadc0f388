// The dashboard's finished view: the bar above, the tabs, and the parts of the page.
#pragma once

#include <string>
#include <vector>

#include "app/core/strings.hpp"
#include "app/core/trainer_model.hpp"
#include "app/core/trainer_parts.hpp"

namespace app {

struct TrainerTab {
  std::string id{}, label{};
  bool is_open = false;
  TrainerAction action{};

  bool operator==(const TrainerTab&) const = default;
};

struct TrainerView {
  std::string id{};        // page_id
  std::string language{};  // tag of the texts
  std::string window_title{};
  int text_size = 100;
  Contrast contrast = Contrast::normal;

  std::string product{};                            // in the bar above
  std::string text_size_label{}, contrast_label{};  // buttons of the bar
  std::string language_label{}, other_language{};   // the other language's name, and its tag
  std::string back{};                               // empty: nowhere to go back to
  std::vector<TrainerTab> tabs{};                   // empty while there is nothing to show
  std::string show_more{}, show_less{};
  TrainerParts parts{};

  bool operator==(const TrainerView&) const = default;
};

// Precondition: `strings` has a catalogue for each of the setup's languages.
TrainerView make_view(const TrainerModel& model, const Strings& strings);

}  // namespace app
