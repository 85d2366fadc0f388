#include "app/command_line/score_text.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using assessment::Level;
using assessment::MeasureScore;
using assessment::QuestionBank;
using assessment::Rational;

template <class Value>
Json json_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json percent_json(const std::optional<Rational>& percent) {
  if (!percent) return nullptr;
  return assessment::tenths_cut_off(*percent) / 10.0;
}

Json level_json(const std::vector<Level>& levels, const std::optional<std::size_t>& level) {
  return level ? Json(levels[*level].id.text) : Json(nullptr);
}

// A fraction of points where there is a percentage, of what is met where the rule counts that.
Json points_json(const MeasureScore& measure) {
  if (!measure.figures.percent && !measure.attained) return nullptr;
  return assessment::to_fraction(measure.figures.points, measure.figures.points_possible);
}

Json counts_json(const MeasureScore& measure) {
  if (!measure.counts) return nullptr;
  Json json = Json::object();
  for (const auto& [option, count] : *measure.counts) json[option.text] = count;
  return json;
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

void add_figures(Json& json, const MeasureScore& measure, const std::vector<Level>& levels) {
  json["percent"] = percent_json(measure.figures.percent);
  json["points"] = points_json(measure);
  json["level"] = level_json(levels, measure.level);
  json["answered"] = measure.figures.answered;
  json["asked"] = measure.figures.asked;
}

void add_rule_fields(Json& json, const MeasureScore& measure) {
  json["attained"] = measure.attained ? Json(to_text(*measure.attained)) : Json(nullptr);
  json["steps"] = json_or_null(measure.steps);
  json["counts"] = counts_json(measure);
}

// Item response models are not supported yet; their fields are there from the first day.
void add_ability(Json& json) {
  json["theta"] = nullptr;
  json["sem"] = nullptr;
}

Json domain_json(const assessment::DomainScore& domain, const std::vector<Level>& levels) {
  Json json;
  add_figures(json, domain.self, levels);
  json["knowledge"] = nullptr;
  if (domain.knowledge) {
    Json& knowledge = json["knowledge"] = Json::object();
    add_figures(knowledge, *domain.knowledge, levels);
    add_rule_fields(knowledge, *domain.knowledge);
    add_ability(knowledge);
  }
  add_rule_fields(json, domain.self);
  json["agreement"] = agreement_json(domain.agreement);
  add_ability(json);
  json["gap"] = json_or_null(domain.gap);
  return json;
}

std::string figure_text(const std::string& language, const std::vector<Level>& levels,
                        const MeasureScore& measure) {
  std::vector<std::string> parts;
  if (measure.figures.percent) {
    const int tenths = assessment::tenths_cut_off(*measure.figures.percent);
    parts.push_back(fmt::format("{}.{} %", tenths / 10, tenths % 10));
  }
  if (measure.level) parts.push_back(levels[*measure.level].label.in(language));
  if (measure.attained) parts.push_back(to_text(*measure.attained));
  if (measure.steps) parts.push_back(fmt::format("step {}", *measure.steps));
  for (const auto& [option, count] : measure.counts.value_or(assessment::LevelCounts{}))
    parts.push_back(fmt::format("{} times {}", count, option.text));
  return parts.empty() ? "too few answers" : fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string to_json(const QuestionBank& bank, const assessment::Session& session,
                    const assessment::Score& score) {
  Json json;
  json["bank"] = {{"id", bank.id}, {"version", bank.version}, {"sha256", bank.sha256}};
  json["role"] = session.role.text;
  json["domains"] = Json::object();
  for (std::size_t i = 0; i < score.domains.size(); ++i) {
    json["domains"][score.domains[i].id.text] =
        domain_json(score.domains[i], levels_of(bank, bank.domains[i]));
  }
  json["overall"] = {{"percent", percent_json(score.overall.percent)},
                     {"level", level_json(bank.levels, score.overall.level)}};
  return json.dump() + "\n";
}

std::string to_text(const QuestionBank& bank, const assessment::Score& score) {
  const std::string& language = bank.languages.front();
  std::string text = bank.title.in(language) + "\n";
  for (std::size_t i = 0; i < score.domains.size(); ++i) {
    const auto& domain = score.domains[i];
    const auto line = [&](const char* name, const MeasureScore& measure) {
      text += fmt::format("  {}: {} ({} of {} answered)\n", name,
                          figure_text(language, levels_of(bank, bank.domains[i]), measure),
                          measure.figures.answered, measure.figures.asked);
    };
    text += bank.domains[i].title.in(language) + "\n";
    if (domain.self.figures.asked > 0) line("self-reported", domain.self);
    if (domain.knowledge) line("knowledge", *domain.knowledge);
    if (domain.gap) text += fmt::format("  gap to the role's profile: {}\n", *domain.gap);
  }
  if (bank.overall == assessment::OverallRule::none) return text;
  const MeasureScore overall{.figures = {.percent = score.overall.percent}, .level = score.overall.level};
  return text + fmt::format("Overall: {}\n", figure_text(language, bank.levels, overall));
}

}  // namespace app
