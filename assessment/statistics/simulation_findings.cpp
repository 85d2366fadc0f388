// What an author should look at in a simulated bank.
#include <fmt/format.h>

#include <string_view>

#include "assessment/statistics/bank_simulation.hpp"

namespace assessment {
namespace {

using Findings = std::vector<SimulationFinding>;

const Rational lowest_good_alpha = ratio(6, 10);

// Fewer than one in a hundred.
bool is_hardly_any(std::int64_t people, std::int64_t all) {
  return 100 * people < all;
}

void find_items(const BankSimulation& simulation, Findings& findings) {
  for (const SimulatedItem& item : simulation.items) {
    const std::string& id = item.id.text;
    if (item.shown == 0) {
      findings.push_back({"item-never-shown", id, fmt::format("nobody is shown '{}'", id)});
    } else if (is_hardly_any(item.shown, simulation.plan.respondents)) {
      findings.push_back({"item-hardly-shown", id, fmt::format("almost nobody is shown '{}'", id)});
    }
  }
}

// `what` as in "the self-rating of 'safety'".
void find_in_result(const SimulatedResult& result, const std::string& subject, const std::string& what,
                    Findings& findings) {
  for (const SimulatedOutcome& outcome : result.outcomes) {
    const std::string name = subject + "." + outcome.id;
    if (outcome.people == 0) {
      findings.push_back({"outcome-never", name, fmt::format("nobody reaches '{}' in {}", outcome.id, what)});
    } else if (is_hardly_any(outcome.people, result.asked)) {
      findings.push_back(
          {"outcome-hardly", name, fmt::format("almost nobody reaches '{}' in {}", outcome.id, what)});
    }
  }
  if (result.alpha && *result.alpha < lowest_good_alpha) {
    findings.push_back(
        {"low-alpha", subject, fmt::format("the items of {} hardly go together (alpha under 0.6)", what)});
  }
  if (4 * result.misclassified > result.compared) {
    findings.push_back({"often-misclassified", subject,
                        fmt::format("{} misses the true level of more than one person in four", what)});
  }
}

}  // namespace

std::vector<SimulationFinding> findings_of(const QuestionBank& bank, const BankSimulation& simulation) {
  Findings findings;
  find_items(simulation, findings);
  for (const SimulatedDomain& domain : simulation.domains) {
    const auto find = [&](const std::optional<SimulatedResult>& result, std::string_view measure,
                          std::string_view words) {
      if (!result || result->asked == 0) return;  // its items are named already
      find_in_result(*result, fmt::format("{}.{}", domain.id.text, measure),
                     fmt::format("the {} of '{}'", words, domain.id.text), findings);
    };
    find(domain.self, "self", "self-rating");
    find(domain.knowledge, "knowledge", "knowledge");
  }
  find_in_result(simulation.overall, "overall", "the overall result", findings);
  if (simulation.time.ninetieth > 60 * std::int64_t{bank.minutes}) {
    const bool is_most = simulation.time.median > 60 * std::int64_t{bank.minutes};
    findings.push_back(
        {"longer-than-stated", "minutes",
         fmt::format("{} longer than the {} minutes the bank states",
                     is_most ? "most people take" : "more than one person in ten takes", bank.minutes)});
  }
  return findings;
}

}  // namespace assessment
