// skills score: one set of answers, no window.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "app/command_line/commands.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/score_text.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/answers.hpp"
#include "assessment/session/routing.hpp"

namespace app {
namespace {

struct ScoreOptions {
  std::string bank, answers, format = "json";
};

// One warning for each answer to an item that this person is not asked: it is left out.
assessment::Diagnostics hidden_answers(const assessment::QuestionBank& bank,
                                       const assessment::Session& session, assessment::Node answers) {
  const auto shown = route(bank, session, assessment::score_lookup(bank));
  assessment::Diagnostics warnings;
  for (const assessment::Node::Pair& pair : answers.pairs()) {
    const auto item = find_item(bank, {std::string(pair.key.text())});
    if (!item || std::ranges::find(shown, *item) != shown.end()) continue;
    warnings.push_back(pair.key.error(
        "hidden-answer",
        fmt::format("'{}' is not asked of this person; its answer is left out", pair.key.text())));
    warnings.back().severity = assessment::Severity::warning;
  }
  return warnings;
}

// The bank and the answers of the two files, or all that is wrong with them.
int score_files(const ScoreOptions& options) {
  const auto bank_bytes = assessment::read_file(options.bank, assessment::largest_yaml);
  if (!bank_bytes) return refuse(bank_bytes.faults());
  const auto bank = assessment::parse_bank(*bank_bytes, options.bank);
  if (!bank) return refuse(bank.faults());

  const auto answer_bytes = assessment::read_file(options.answers, assessment::largest_yaml);
  if (!answer_bytes) return refuse(answer_bytes.faults());
  const auto tree = assessment::read_yaml(*answer_bytes, options.answers);
  if (!tree) return refuse(tree.faults());
  const auto session = assessment::parse_answers(*bank, *tree);
  if (!session) return refuse(session.faults());

  print(hidden_answers(*bank, *session, *tree->root().find("answers")));
  const assessment::Score result = score(*bank, *session);
  const std::string output =
      options.format == "text" ? to_text(*bank, result) : to_json(*bank, *session, result);
  fmt::print("{}", output);
  return status_done;
}

}  // namespace

void add_score_command(CLI::App& app, int& status) {
  CLI::App* score = app.add_subcommand("score", "Score one set of answers, without a window");
  const auto options = std::make_shared<ScoreOptions>();
  score->add_option("--bank", options->bank, "The question bank (YAML)")->required();
  score
      ->add_option("--answers", options->answers, "{role: ROLE, answers: {ITEM: OPTION, ...}} (YAML or JSON)")
      ->required();
  score->add_option("--format", options->format, "json (default) or text")
      ->check(CLI::IsMember({"json", "text"}));
  score->callback([options, &status] { status = score_files(*options); });
}

}  // namespace app
