// skills bank diff: what changed between two versions of a bank, and which version step that asks for.
#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/bank_files.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/changes.hpp"

namespace app {
namespace {

using assessment::Change;
using assessment::VersionStep;

struct DiffOptions {
  std::string before, after, format = "text";
};

struct Verdict {
  std::vector<Change> changes{};
  VersionStep asked = VersionStep::none, taken = VersionStep::none;
};

std::string as_text(const Verdict& verdict) {
  std::string text;
  for (const Change& change : verdict.changes)
    text += fmt::format("{}: {}: {}\n", to_text(change.step), change.place, change.text);
  return text +
         (verdict.changes.empty() ? "Nothing that a person or a score could notice has changed.\n" : "");
}

std::string as_json(const Verdict& verdict) {
  nlohmann::ordered_json json{{"asked", to_text(verdict.asked)}, {"taken", to_text(verdict.taken)}};
  json["changes"] = nlohmann::ordered_json::array();
  for (const Change& change : verdict.changes) {
    json["changes"].push_back(
        {{"step", to_text(change.step)}, {"place", change.place}, {"text", change.text}});
  }
  return json.dump(2) + "\n";
}

int compare(const DiffOptions& options) {
  const auto before = read_bank_file(options.before);
  if (!before) return refuse(before.faults());
  const auto after = read_bank_file(options.after);
  if (!after) return refuse(after.faults());

  auto faults = broken_promises(*before, *after, options.after);
  if (before->id != after->id) return refuse(faults);
  Verdict verdict{.changes = changes_between(*before, *after),
                  .taken = assessment::step_taken(before->version, after->version)};
  verdict.asked = step_asked(verdict.changes);
  const auto written =
      write_to_standard_output(options.format == "json" ? as_json(verdict) : as_text(verdict));
  if (!written) return refuse(written.faults());
  if (verdict.taken < verdict.asked) {
    faults.push_back({.code = "version-step",
                      .file = options.after,
                      .text = fmt::format("the changes ask for a new {} version; {} after {} is {}",
                                          to_text(verdict.asked), after->version, before->version,
                                          verdict.taken == VersionStep::none
                                              ? "no higher version"
                                              : fmt::format("a {} step", to_text(verdict.taken)))});
  }
  return faults.empty() ? status_done : refuse(faults);
}

}  // namespace

void add_bank_diff_command(CLI::App& bank, int& status) {
  CLI::App* diff = bank.add_subcommand(
      "diff", "Say what changed between two versions, and which version step that asks for");
  const auto options = std::make_shared<DiffOptions>();
  diff->add_option("OLD", options->before, "The version that is in use")->required();
  diff->add_option("NEW", options->after, "The version to come")->required();
  diff->add_option("--format", options->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  diff->footer("Exit status 1 when the new version number is too low for the changes, or an id was lost.");
  diff->callback([options, &status] { status = compare(*options); });
}

}  // namespace app
