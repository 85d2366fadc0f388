// What `skills bank simulate` found out, for people and for programs. docs/simulation.md describes both.
#pragma once

#include <string>

#include "assessment/bank/bank.hpp"
#include "assessment/statistics/bank_simulation.hpp"

namespace app {

// Findings in words first, then the figures.
std::string to_table(const assessment::QuestionBank& bank, const assessment::BankSimulation& simulation);

// One object, indented by two, with a line feed at its end.
std::string to_json(const assessment::QuestionBank& bank, const assessment::BankSimulation& simulation);

}  // namespace app
