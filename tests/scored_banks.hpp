// A small bank and records of it, for the tests of item statistics and comparisons.
#pragma once

#include <string>
#include <vector>

#include "assessment/bank/schema.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/statistics/scored_files.hpp"
#include "tests/temporary_folder.hpp"

namespace tests {

// One domain with a rating and two knowledge questions of which one takes several answers; version as given.
inline assessment::QuestionBank scored_bank(const std::string& version = "1.0.0") {
  return assessment::parse_bank(R"(
format: 1
id: ward-basics
version: )" + version + R"(
title: {en: Ward basics}
languages: [en]
licence: CC-BY-4.0
minutes: 4
roles: [{id: clinical, label: {en: Clinical}}]
scales:
  confidence:
    - {id: not_yet, score: 0, label: {en: Not yet}}
    - {id: alone, score: 2, label: {en: On my own}}
    - {id: not_mine, not_applicable: true, label: {en: Not part of my role}}
levels:
  - {id: developing, from: 0, label: {en: Developing}}
  - {id: capable, from: 50, label: {en: Capable}}
scoring: {rule: percent, minimum_answered: 0.5, overall: mean_of_domains}
domains:
  - id: safety
    title: {en: Staying safe}
    items:
      - {id: lock_screen, type: rating, scale: confidence, prompt: {en: I lock the screen.}}
      - {id: log_out, type: rating, scale: confidence, weight: 2, prompt: {en: I log out.}}
      - id: phishing
        type: single
        measures: knowledge
        not_sure: true
        prompt: {en: "Which sender is safe?"}
        options:
          - {id: known, correct: true, label: {en: The known one}}
          - {id: unknown, label: {en: The unknown one}}
          - {id: both, label: {en: Both}}
      - id: places
        type: multiple
        measures: knowledge
        credit: partial
        prompt: {en: "Which places are safe?"}
        options:
          - {id: locked, correct: true, label: {en: Locked room}}
          - {id: drawer, correct: true, label: {en: Own drawer}}
          - {id: desk, label: {en: Desk}}
)",
                                "ward.yaml")
      .value();
}

// What one person answered and scored.
struct ScoredPerson {
  std::string lock_screen = "alone", log_out = "alone", phishing = "known";
  std::vector<std::string> places{"locked", "drawer"};
  int self = 1000, knowledge = 1000;  // tenths
  std::string link{};                 // empty: none
};

inline assessment::ResultRecord record_of(const ScoredPerson& person, const std::string& version = "1.0.0") {
  assessment::ResultRecord record{.bank = "ward-basics@" + version, .role = "clinical"};
  record.domains.push_back({.id = "safety",
                            .percent_tenths = person.self,
                            .level = person.self < 500 ? "developing" : "capable",
                            .answered = 2,
                            .asked = 2,
                            .knowledge_tenths = person.knowledge});
  record.overall_tenths = person.self;
  record.overall_level = record.domains[0].level;
  record.answers = {{"lock_screen", person.lock_screen},
                    {"log_out", person.log_out},
                    {"phishing", person.phishing},
                    {"places", assessment::IdList(person.places)}};
  if (!person.link.empty()) record.link = person.link;
  return record;
}

// Writes a batch of these people; gives its path.
inline std::string write_batch(const TemporaryFolder& folder, const std::string& period,
                               const std::vector<ScoredPerson>& people,
                               const std::string& version = "1.0.0") {
  assessment::Batch batch{.header = {.campaign = "autumn",
                                     .site = "North",
                                     .period = period,
                                     .bank = {"ward-basics", version, std::string(64, 'a')},
                                     .kiosk = std::string(32, 'b'),
                                     .sequence = 1,
                                     .records = static_cast<int>(people.size())}};
  for (const ScoredPerson& person : people) batch.records.push_back(record_of(person, version));
  return folder.write(period + ".results.jsonl", to_lines(batch));
}

// The 64 hexadecimal digits of a made-up link.
inline std::string link(int number) {
  std::string text = std::to_string(number);
  return std::string(64 - text.size(), '0') + text;
}

}  // namespace tests
