// The dashboard's charts, made of published figures alone.
#pragma once

#include "app/core/trainer_pages.hpp"
#include "assessment/reporting/chart.hpp"

namespace app {

// Shares of a group's people at each level, a row a domain: of the rounded counts, and none in a row where
// one is withheld. Domains with levels of their own are left out. Without categories where there is nothing
// to show.
assessment::Chart level_chart(const TrainerText& words, const assessment::ReportedGroup& group);

// Mean rating and mean knowledge, a row a domain that has knowledge questions.
assessment::Chart knowledge_chart(const TrainerText& words, const assessment::ReportedGroup& group);

// Mean ratings of two groups with their 95 % intervals, a row a domain of both.
assessment::Chart change_chart(const TrainerText& words, const assessment::ReportedGroup& before,
                               const assessment::ReportedGroup& after);

}  // namespace app
