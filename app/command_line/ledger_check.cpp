#include "app/command_line/ledger_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/command_line/ledger_file.hpp"
#include "app/command_line/protected_tables.hpp"
#include "app/command_line/terminal.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/statistics/aggregate_files.hpp"

namespace app {
namespace {

using assessment::DisclosedGroup;
using assessment::DisclosedTables;
using assessment::Expected;
using assessment::Outcome;

bool is_asked(const AskedGroups& asked, const DisclosedGroup& group) {
  return !asked.by || asked.values.empty() ||
         std::ranges::find(asked.values, group.key.values.front()) != asked.values.end();
}

Outcome check_group(const DisclosedGroup& group, const assessment::Grouping& grouping,
                    const assessment::DisclosurePolicy& policy) {
  const std::string who = to_text(assessment::people_of(&group.key, grouping, {}));
  if (!group.as_of.empty()) {
    return assessment::Diagnostic{
        .code = "changed-by-few",
        .text = fmt::format(
            "{}: since {} fewer than {} people have joined or left, and new statistics would tell about "
            "them; use those of that day, or wait for more results",
            who, group.as_of, policy.minimum_group)};
  }
  if (group.people.visibility == assessment::Visibility::hidden) {
    return assessment::Diagnostic{
        .code = "told-by-others",
        .text = fmt::format(
            "{}: its statistics beside those of others, or of an earlier day, would tell about a few "
            "people; leave it out, or wait for more results",
            who)};
  }
  return assessment::Done{};
}

Outcome check_groups(const DisclosedTables& tables, const AskedGroups& asked) {
  for (const DisclosedGroup& group : tables.groups()) {
    if (!is_asked(asked, group)) continue;
    const Outcome checked = check_group(group, tables.grouping(), tables.policy());
    if (!checked) return checked;
  }
  return assessment::Done{};
}

}  // namespace

Outcome check_ledger(const ResultOptions& options, const assessment::FigureRules& rules,
                     const AskedGroups& asked) {
  if (rules.protection == assessment::Protection::off || !rules.policy.has_ledger) return assessment::Done{};
  const auto keys = read_trainer_keys(options.keys);
  if (!keys) return keys.faults();
  assessment::AggregateRequest request{.grouping = {.items = assessment::ItemCounting::on},
                                       .keys = *keys ? &**keys : nullptr,
                                       .threads = processor_count()};
  if (asked.by) request.grouping.dimensions.push_back(*asked.by);
  auto files = assessment::list_result_files(options.places, request.keys);
  if (!files) return files.faults();
  const auto results = assessment::aggregate_files(*std::move(files), request);
  if (!results) return results.faults();
  if (respondents_of(*results) == assessment::Respondents::synthetic) return assessment::Done{};

  const assessment::DisclosureQuestion question{
      .grouping = request.grouping, .people = results->people, .today = to_text(today())};
  const auto allowed =
      with_ledger(options.ledger, [&](assessment::Ledger& ledger) -> Expected<DisclosedTables> {
        auto tables = assessment::disclose(results->aggregate, question, rules.policy, ledger);
        if (!tables) return tables;
        const Outcome checked = check_groups(*tables, asked);
        if (!checked) return checked.faults();
        return tables;
      });
  return allowed ? Outcome(assessment::Done{}) : Outcome(allowed.faults());
}

}  // namespace app
