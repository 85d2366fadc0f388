// skills score: one set of answers, no window.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/command_line/commands.hpp"
#include "app/command_line/input_file.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/answers.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using assessment::QuestionBank;
using assessment::Rational;

Json percent_json(const std::optional<Rational>& percent) {
  if (!percent) return nullptr;
  return assessment::tenths_cut_off(*percent) / 10.0;
}

Json level_json(const std::optional<assessment::LevelId>& level) {
  if (!level) return nullptr;
  return level->text;
}

Json agreement_json(const std::optional<assessment::Agreement>& agreement) {
  if (!agreement) return nullptr;
  switch (*agreement) {
    case assessment::Agreement::over:
      return "over";
    case assessment::Agreement::same:
      return "same";
    case assessment::Agreement::under:
      return "under";
  }
  return nullptr;
}

Json measure_json(const assessment::MeasureScore& measure) {
  const assessment::PercentScore& figures = measure.figures;
  Json json;
  json["percent"] = percent_json(figures.percent);
  json["points"] = figures.percent ? Json(assessment::to_fraction(figures.points, figures.points_possible))
                                   : Json(nullptr);
  json["level"] = level_json(measure.level);
  json["answered"] = figures.answered;
  json["asked"] = figures.asked;
  return json;
}

// The fields of the rules to come are there from the first day, and null.
void add_fields_of_other_rules(Json& json, std::initializer_list<const char*> keys) {
  for (const char* key : keys) json[key] = nullptr;
}

Json domain_json(const assessment::DomainScore& domain) {
  Json json = measure_json(domain.self);
  json["knowledge"] = nullptr;
  if (domain.knowledge) {
    json["knowledge"] = measure_json(*domain.knowledge);
    add_fields_of_other_rules(json["knowledge"], {"attained", "steps", "counts", "theta", "sem"});
  }
  add_fields_of_other_rules(json, {"attained", "steps", "counts"});
  json["agreement"] = agreement_json(domain.agreement);
  add_fields_of_other_rules(json, {"theta", "sem", "gap"});
  return json;
}

std::string to_json(const QuestionBank& bank, const assessment::Session& session,
                    const assessment::Score& score) {
  Json json;
  json["bank"] = {{"id", bank.id}, {"version", bank.version}, {"sha256", bank.sha256}};
  json["role"] = session.role.text;
  json["domains"] = Json::object();
  for (const auto& domain : score.domains) json["domains"][domain.id.text] = domain_json(domain);
  json["overall"] = {{"percent", percent_json(score.overall.percent)},
                     {"level", level_json(score.overall.level)}};
  return json.dump() + "\n";
}

std::string figure_text(const QuestionBank& bank, const std::optional<Rational>& percent,
                        const std::optional<assessment::LevelId>& level) {
  if (!percent) return "too few answers";
  const int tenths = assessment::tenths_cut_off(*percent);
  const auto named = std::ranges::find(bank.levels, *level, &assessment::Level::id);
  return fmt::format("{}.{} %  {}", tenths / 10, tenths % 10, named->label.in(bank.languages.front()));
}

std::string to_text(const QuestionBank& bank, const assessment::Score& score) {
  const std::string& language = bank.languages.front();
  std::string text = fmt::format("{}\n", bank.title.in(language));
  for (std::size_t i = 0; i < score.domains.size(); ++i) {
    const auto& domain = score.domains[i];
    const auto line = [&](const char* measure, const assessment::MeasureScore& figures) {
      text += fmt::format("  {}: {} ({} of {} answered)\n", measure,
                          figure_text(bank, figures.figures.percent, figures.level), figures.figures.answered,
                          figures.figures.asked);
    };
    text += fmt::format("{}\n", bank.domains[i].title.in(language));
    if (domain.self.figures.asked > 0) line("self-reported", domain.self);
    if (domain.knowledge) line("knowledge", *domain.knowledge);
  }
  return text + fmt::format("Overall: {}\n", figure_text(bank, score.overall.percent, score.overall.level));
}

struct Options {
  std::string bank, answers, format = "json";
};

// The bank and the answers of the two files, or all that is wrong with them.
int score_files(const Options& options) {
  const auto refuse = [](const assessment::Diagnostics& faults) {
    print(faults);
    return status_of(faults);
  };
  const auto bank_bytes = read_input_file(options.bank, assessment::largest_yaml);
  if (!bank_bytes) return refuse(bank_bytes.faults());
  const auto bank = assessment::parse_bank(*bank_bytes, options.bank);
  if (!bank) return refuse(bank.faults());

  const auto answer_bytes = read_input_file(options.answers, assessment::largest_yaml);
  if (!answer_bytes) return refuse(answer_bytes.faults());
  const auto tree = assessment::read_yaml(*answer_bytes, options.answers);
  if (!tree) return refuse(tree.faults());
  const auto session = assessment::parse_answers(*bank, *tree);
  if (!session) return refuse(session.faults());

  const assessment::Score result = score(*bank, *session);
  const std::string output =
      options.format == "text" ? to_text(*bank, result) : to_json(*bank, *session, result);
  fmt::print("{}", output);
  return status_done;
}

}  // namespace

void add_score_command(CLI::App& app, int& status) {
  CLI::App* score = app.add_subcommand("score", "Score one set of answers, without a window");
  const auto options = std::make_shared<Options>();
  score->add_option("--bank", options->bank, "The question bank (YAML)")->required();
  score
      ->add_option("--answers", options->answers, "{role: ROLE, answers: {ITEM: OPTION, ...}} (YAML or JSON)")
      ->required();
  score->add_option("--format", options->format, "json (default) or text")
      ->check(CLI::IsMember({"json", "text"}));
  score->callback([options, &status] { status = score_files(*options); });
}

}  // namespace app
