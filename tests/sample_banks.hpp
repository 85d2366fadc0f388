// Small banks for tests, written as an author would write them.
#pragma once

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/schema.hpp"

namespace tests {

// Everything but `domains`: two roles, a 0..3 scale with "not mine", the cuts 0/30/48/81 of
// frameworks.md R3.
inline const std::string sample_head = R"(format: 1
id: sample
version: 1.0.0
title: {en: Sample, cy: Enghraifft}
languages: [en, cy]
licence: CC-BY-4.0
minutes: 4
roles:
  - {id: clinical, label: {en: Clinical, cy: Clinigol}}
  - {id: support, label: {en: Support, cy: Cefnogi}}
scales:
  confidence:
    - {id: not_yet, score: 0, label: {en: Not yet, cy: Ddim eto}}
    - {id: with_help, score: 1, label: {en: With help, cy: Gyda help}}
    - {id: alone, score: 2, label: {en: On my own, cy: Ar fy mhen fy hun}}
    - {id: teach, score: 3, label: {en: I teach it, cy: Rwy'n ei ddysgu}}
    - {id: not_mine, not_applicable: true, label: {en: Not mine, cy: Nid fy rôl i}}
levels:
  - {id: low, from: 0, label: {en: Low, cy: Isel}}
  - {id: foundation, from: 30, label: {en: Foundation, cy: Sylfaen}}
  - {id: intermediate, from: 48, label: {en: Intermediate, cy: Canolradd}}
  - {id: advanced, from: 81, label: {en: Advanced, cy: Uwch}}
scoring: {rule: percent, minimum_answered: 0.5, overall: mean_of_domains}
)";

// `count` ratings named PREFIX1, PREFIX2, …
inline std::string ratings(std::string_view prefix, int count) {
  std::string yaml;
  for (int i = 1; i <= count; ++i) {
    yaml += fmt::format(
        "      - {{id: {0}{1}, type: rating, scale: confidence, prompt: {{en: I can {0} {1}, cy: Gallaf {0} "
        "{1}}}}}\n",
        prefix, i);
  }
  return yaml;
}

inline std::string domain(std::string_view id, std::string_view items) {
  return fmt::format("  - id: {0}\n    title: {{en: Domain {0}, cy: Maes {0}}}\n    items:\n{1}", id, items);
}

inline assessment::QuestionBank parsed(std::string_view yaml) {
  auto bank = assessment::parse_bank(yaml, "sample.yaml");
  if (!bank) {
    std::string faults;
    for (const auto& fault : bank.faults()) faults += to_text(fault) + "\n";
    throw std::runtime_error(faults);
  }
  return std::move(bank).value();
}

// The bank's item of that id, which it has.
inline const assessment::Item& item_of(const assessment::QuestionBank& bank, std::string_view id) {
  return bank.items[find_item(bank, assessment::ItemId{std::string(id)}).value()];
}

// Two domains: `safety` with ratings lock1..lock3 and the knowledge items `phishing` (single, not
// sure allowed) and `places` (multiple, partial credit, one exclusive); `data` with ratings data1, data2.
inline const std::string two_domains = sample_head + "domains:\n" + domain("safety", ratings("lock", 3) + R"(
      - id: phishing
        type: single
        measures: knowledge
        not_sure: true
        prompt: {en: "What tells you to stop?", cy: "Beth sy'n dweud wrthych am stopio?"}
        hint: {en: Look at the sender., cy: Edrychwch ar yr anfonwr.}
        error: {en: Select the part that should make you stop, cy: Dewiswch y rhan a ddylai eich atal}
        options:
          - {id: greeting, label: {en: The greeting, cy: Y cyfarchiad}}
          - {id: address, correct: true, label: {en: The address, cy: Y cyfeiriad}}
      - id: places
        type: multiple
        measures: knowledge
        credit: partial
        prompt: {en: "Where may a smartcard be?", cy: "Ble gall cerdyn call fod?"}
        options:
          - {id: with_me, correct: true, label: {en: With me, cy: Gyda mi}}
          - {id: locked, correct: true, label: {en: Locked away, cy: Dan glo}}
          - {id: desk, label: {en: On the desk, cy: Ar y ddesg}}
          - {id: none, exclusive: true, label: {en: None of these, cy: Dim un o'r rhain}}
)") + domain("data", ratings("data", 2));

}  // namespace tests
