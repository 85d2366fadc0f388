// Small tables for the tests of reports and their renderers.
#pragma once

#include <string>

#include "assessment/bank/schema.hpp"
#include "assessment/reporting/report.hpp"
#include "assessment/statistics/disclosure.hpp"
#include "tests/statistics_records.hpp"

namespace tests {

inline const assessment::Grouping by_role{.dimensions = {assessment::Dimension::role}};

// A bank whose labels need care in every output.
inline const assessment::QuestionBank& ward_basics() {
  static const assessment::QuestionBank bank = assessment::parse_bank(R"(
format: 1
id: ward-basics
version: 1.0.0
title: {en: Ward basics, cy: Hanfodion y ward}
languages: [en, cy]
licence: CC-BY-4.0
minutes: 4
roles:
  - {id: clinical, label: {en: Clinical, cy: Clinigol}}
  - {id: support, label: {en: "=Support, \"all\"", cy: Cefnogi}}
scales:
  confidence:
    - {id: not_yet, score: 0, label: {en: Not yet, cy: Ddim eto}}
    - {id: alone, score: 2, label: {en: On my own, cy: Ar fy mhen fy hun}}
levels:
  - {id: developing, from: 0, label: {en: Developing, cy: Yn datblygu}}
  - {id: capable, from: 50, label: {en: +Capable, cy: Galluog}}
scoring: {rule: percent, minimum_answered: 0.5, overall: mean_of_domains}
domains:
  - id: safety
    title: {en: Staying safe, cy: Cadw'n ddiogel}
    items:
      - {id: lock_screen, type: rating, scale: confidence, prompt: {en: I lock the screen., cy: Rwy'n cloi.}}
  - id: data
    title: {en: "-Data, numbers and what they say", cy: Data}
    items:
      - {id: read_chart, type: rating, scale: confidence, prompt: {en: "@I read charts.", cy: Rwy'n darllen.}}
)",
                                                                      "ward.yaml")
                                                   .value();
  return bank;
}

// A person of ward-basics with both domains answered.
inline assessment::BatchRecord visitor(const std::string& role, int safety, int data) {
  const auto level = [](int tenths) { return std::string(tenths < 500 ? "developing" : "capable"); };
  assessment::BatchRecord record = person(role, safety, level(safety));
  record.record.domains.push_back({.id = "data", .percent_tenths = data, .level = level(data)});
  record.record.overall_tenths = (safety + data) / 2;
  record.record.overall_level = level((safety + data) / 2);
  record.record.answers = {{"lock_screen", safety < 500 ? "not_yet" : "alone"},
                           {"read_chart", data < 500 ? "not_yet" : "alone"}};
  return record;
}

// 56 people. Clinical 12: safety 6 x 40.0 and 6 x 80.0, data 12 x 61.3. Porter 3. Support 19: safety
// 19 x 20.0, data 16 x 30.5 and 3 with too few answers. Grouped roles 22: safety 100.0, data 0.0 with
// knowledge 75.0. Porters are too few to show, and clinical staff, the next smallest, hide with them.
inline assessment::Aggregate four_roles(const assessment::Grouping& grouping) {
  assessment::Aggregate aggregate;
  add_people(aggregate, grouping, 6, visitor("clinical", 400, 613));
  add_people(aggregate, grouping, 6, visitor("clinical", 800, 613));
  add_people(aggregate, grouping, 16, visitor("support", 200, 305));
  assessment::BatchRecord unsure = visitor("support", 200, 0);
  unsure.record.domains[1] = {.id = "data"};
  unsure.record.overall_tenths = 200;
  unsure.record.answers.pop_back();
  add_people(aggregate, grouping, 3, unsure);
  add_people(aggregate, grouping, 3, visitor("porter", 500, 500));
  assessment::BatchRecord grouped = visitor("*", 1000, 0);
  grouped.record.domains[1].knowledge_tenths = 750;
  add_people(aggregate, grouping, 22, grouped);
  return aggregate;
}

}  // namespace tests
