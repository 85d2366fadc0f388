#include "app/command_line/bank_simulation_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>

#include "assessment/statistics/counting_rules.hpp"

namespace app {
namespace {

using assessment::BankSimulation;
using assessment::QuestionBank;
using assessment::SimulatedResult;
using Json = nlohmann::ordered_json;

// Shares in tenths of a percent and minutes in tenths, halves up.
std::int64_t tenths_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : (2000 * part + whole) / (2 * whole);
}

std::int64_t tenths_of_minutes(std::int64_t seconds) {
  return (seconds + 3) / 6;
}

std::string decimal(std::int64_t tenths) {
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

Json number(std::int64_t tenths) {
  return static_cast<double>(tenths) / 10;
}

// Alpha in whole ten-thousandths, halves up.
std::int64_t ten_thousandths(const assessment::Rational& alpha) {
  return (alpha + assessment::ratio(1, 20'000)).floor_in(10'000).value_or(0);
}

std::string alpha_text(const SimulatedResult& result) {
  if (!result.alpha) return "-";
  const std::int64_t alpha = ten_thousandths(*result.alpha);
  return fmt::format("{}{}.{:02}", alpha < -49 ? "-" : "", (std::abs(alpha) + 50) / 10'000,
                     (std::abs(alpha) + 50) / 100 % 100);
}

std::string mean_text(const SimulatedResult& result) {
  return result.percent.people > 0 ? decimal(mean_tenths(result.percent)) : "-";
}

std::string deviation_text(const SimulatedResult& result) {
  return result.percent.people > 1 ? decimal(standard_deviation_tenths(result.percent)) : "-";
}

std::string outcomes_text(const SimulatedResult& result) {
  std::string text;
  const std::int64_t reported = result.asked - result.without_outcome;
  for (const auto& outcome : result.outcomes) {
    text += fmt::format("{}{} {} % (truly {})", text.empty() ? "" : ", ", outcome.id,
                        decimal(tenths_of(outcome.people, reported)),
                        decimal(tenths_of(outcome.true_people, reported)));
  }
  if (result.without_outcome > 0)
    text += fmt::format("; too few answers: {} %", decimal(tenths_of(result.without_outcome, result.asked)));
  return text;
}

// Bytes are enough for the width: ids are ASCII.
std::size_t width_of(const QuestionBank& bank) {
  std::size_t width = 7;  // "overall"
  for (const auto& item : bank.items) width = std::max(width, item.id.text.size());
  for (const auto& domain : bank.domains) width = std::max(width, domain.id.text.size());
  return width;
}

std::string result_lines(const std::string& name, const char* measure, const SimulatedResult& result,
                         std::size_t width) {
  const std::string wrong =
      result.compared > 0 ? decimal(tenths_of(result.misclassified, result.compared)) + " %" : "-";
  std::string lines = fmt::format("{:{}}  {:9}  {:>8}  {:>6}  {:>5}  {:>6}  {:>9}  {:>11}\n", name, width,
                                  measure, result.asked, mean_text(result), deviation_text(result),
                                  alpha_text(result), result.complete, wrong);
  if (!result.outcomes.empty()) lines += fmt::format("{:{}}  {}\n", "", width, outcomes_text(result));
  return lines;
}

std::string results_table(const BankSimulation& simulation, std::size_t width) {
  std::string text = fmt::format("{:{}}  {:9}  {:>8}  {:>6}  {:>5}  {:>6}  {:>9}  {:>11}\n", "Domain", width,
                                 "Measure", "People", "Mean %", "SD", "Alpha", "(people)", "Wrong level");
  for (const auto& domain : simulation.domains) {
    if (domain.self) text += result_lines(domain.id.text, "self", *domain.self, width);
    if (domain.knowledge) text += result_lines(domain.id.text, "knowledge", *domain.knowledge, width);
  }
  return text + result_lines("overall", "", simulation.overall, width);
}

std::string items_table(const BankSimulation& simulation, std::size_t width) {
  std::string text = fmt::format("{:{}}  {:>8}  {:>10}  {:>16}  {:>10}\n", "Item", width, "Shown %",
                                 "Answered %", "Not applicable %", "Not sure %");
  for (const auto& item : simulation.items) {
    text += fmt::format("{:{}}  {:>8}  {:>10}  {:>16}  {:>10}\n", item.id.text, width,
                        decimal(tenths_of(item.shown, simulation.plan.respondents)),
                        decimal(tenths_of(item.answered, item.shown)),
                        decimal(tenths_of(item.not_applicable, item.answered)),
                        decimal(tenths_of(item.not_sure, item.answered)));
  }
  return text;
}

Json result_json(const SimulatedResult& result) {
  Json json{{"items", result.items}, {"asked", result.asked}};
  json["percent"] = {
      {"people", result.percent.people},
      {"mean", result.percent.people > 0 ? number(mean_tenths(result.percent)) : Json()},
      {"sd", result.percent.people > 1 ? number(standard_deviation_tenths(result.percent)) : Json()}};
  json["outcomes"] = Json::object();
  for (const auto& outcome : result.outcomes)
    json["outcomes"][outcome.id] = {{"people", outcome.people}, {"true_people", outcome.true_people}};
  json["without_outcome"] = result.without_outcome;
  json["compared"] = result.compared;
  json["misclassified"] = result.misclassified;
  json["misclassified_percent"] =
      result.compared > 0 ? number(tenths_of(result.misclassified, result.compared)) : Json();
  return json;
}

Json measure_json(const std::optional<SimulatedResult>& result) {
  if (!result) return nullptr;
  Json json = result_json(*result);
  json["complete"] = result->complete;
  json["alpha"] =
      result->alpha ? Json(static_cast<double>(ten_thousandths(*result->alpha)) / 10'000) : Json();
  return json;
}

}  // namespace

std::string to_table(const QuestionBank& bank, const BankSimulation& simulation) {
  const std::int64_t people = simulation.plan.respondents;
  std::string text =
      fmt::format("{}: {} synthetic people, seed {}\n\n", bank_name(bank), people, simulation.plan.seed);
  const auto findings = findings_of(bank, simulation);
  for (const auto& finding : findings) text += fmt::format("- {}\n", finding.text);
  if (findings.empty()) text += "Every item is shown and every result reached; nothing stands out.\n";

  text += fmt::format(
      "\nMinutes: half of the people are done in {}, nine in ten in {}; the bank states {}.\n"
      "Items shown to a person: {} on average, {} to {}.\n\n",
      decimal(tenths_of_minutes(simulation.time.median)),
      decimal(tenths_of_minutes(simulation.time.ninetieth)), bank.minutes,
      decimal((20 * simulation.length.sum + people) / (2 * people)), simulation.length.least,
      simulation.length.most);
  const std::size_t width = width_of(bank);
  return text + results_table(simulation, width) + "\n" + items_table(simulation, width);
}

std::string to_json(const QuestionBank& bank, const BankSimulation& simulation) {
  const std::int64_t people = simulation.plan.respondents;
  Json json{{"bank", bank_name(bank)}, {"sha256", bank.sha256}};
  json["respondents"] = people;
  json["seed"] = simulation.plan.seed;
  json["findings"] = Json::array();
  for (const auto& finding : findings_of(bank, simulation))
    json["findings"].push_back(
        {{"code", finding.code}, {"subject", finding.subject}, {"text", finding.text}});
  json["minutes"] = {{"stated", bank.minutes},
                     {"median", number(tenths_of_minutes(simulation.time.median))},
                     {"ninetieth", number(tenths_of_minutes(simulation.time.ninetieth))}};
  json["items_shown"] = {{"mean", number((20 * simulation.length.sum + people) / (2 * people))},
                         {"least", simulation.length.least},
                         {"most", simulation.length.most}};
  json["items"] = Json::object();
  for (const auto& item : simulation.items) {
    json["items"][item.id.text] = {{"shown", item.shown},
                                   {"answered", item.answered},
                                   {"not_applicable", item.not_applicable},
                                   {"not_sure", item.not_sure}};
  }
  json["domains"] = Json::object();
  for (const auto& domain : simulation.domains) {
    json["domains"][domain.id.text] = {{"self", measure_json(domain.self)},
                                       {"knowledge", measure_json(domain.knowledge)}};
  }
  json["overall"] = result_json(simulation.overall);
  return json.dump(2) + "\n";
}

}  // namespace app
