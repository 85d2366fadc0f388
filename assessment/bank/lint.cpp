#include "assessment/bank/lint.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/bank/lint_parts.hpp"
#include "assessment/bank/working_time.hpp"

namespace assessment {
namespace {

constexpr int fewest_self_items = 4;
constexpr std::size_t most_roles = 12;
constexpr std::int64_t most_minutes = 12;
constexpr std::int64_t tenths_per_minute = 600;

void lint_roles(const Lint& lint) {
  if (lint.bank.roles.size() <= most_roles) return;
  lint.warn(
      *lint.tree.root().find("roles"), "many-roles",
      fmt::format("{} roles: with more than {} small groups are certain, and small groups cannot be reported",
                  lint.bank.roles.size(), most_roles));
}

void lint_working_time(const Lint& lint) {
  const WorkingTime longest = longest_working_time(lint.bank);
  if (longest.tenths <= most_minutes * tenths_per_minute) return;
  lint.warn(*lint.tree.root().find("minutes"), "long-work",
            fmt::format("about {} minutes' work for '{}'; with more than {} many people give up, so ask less",
                        (longest.tenths + tenths_per_minute - 1) / tenths_per_minute, longest.role.text,
                        most_minutes));
}

void lint_domain(const Lint& lint, std::size_t domain, Node at) {
  const auto count = [&](Measure measure) {
    return std::ranges::count_if(lint.bank.items, [&](const Item& i) {
      return i.domain == domain && i.measure == measure && !is_note(i);
    });
  };
  if (count(Measure::self) < fewest_self_items) {
    lint.warn(at, "few-self-items",
              fmt::format("only {} self-rating items; with fewer than {} a level says little",
                          count(Measure::self), fewest_self_items));
  }
  if (count(Measure::knowledge) == 0) {
    lint.warn(at, "no-knowledge-item", "no knowledge item: nothing to hold the self-ratings against");
  }
}

}  // namespace

Diagnostics lint_bank(const QuestionBank& bank, const NodeTree& tree, const FamiliarWords& familiar) {
  Diagnostics warnings;
  const Lint lint{bank, tree, familiar, warnings};
  lint_roles(lint);
  lint_working_time(lint);
  const auto domains = tree.root().find("domains")->elements();
  for (std::size_t i = 0; i < domains.size(); ++i) lint_domain(lint, i, *domains[i].find("id"));
  lint_options(lint);
  lint_prompts(lint);
  lint_routing(lint);
  lint_texts(lint);
  sort_by_position(warnings);
  return warnings;
}

}  // namespace assessment
