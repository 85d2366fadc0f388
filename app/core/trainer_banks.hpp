// Which question bank the dashboard's pages speak of, where results of several are open.
#pragma once

#include <string>
#include <vector>

#include "app/core/trainer_model.hpp"

namespace app {

// Of the figures on show, in the order of the report and in the present language; ids as
// ReportedGroup::bank. Empty: there are no figures, or nobody took part.
std::vector<assessment::Name> banks_on_show(const TrainerModel& model);

// The id of the one that was chosen if it is among these, else of the first; empty: there are none.
std::string bank_on_show(const TrainerModel& model);

}  // namespace app
