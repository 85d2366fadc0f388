#include <nlohmann/json.hpp>
#include <stdexcept>

#include "assessment/base/text.hpp"
#include "assessment/statistics/ledger.hpp"

namespace assessment {
namespace {

using Json = nlohmann::ordered_json;

// What a row cannot be; ends in parse_ledger.
class BadRow : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A figure: a number, "*", "fewer" or null.
Json figure_json(const PublishedFigure& figure) {
  switch (figure.visibility) {
    case Visibility::shown:
      return figure.figure;
    case Visibility::hidden:
      return "*";
    case Visibility::under_minimum:
      return "fewer";
    case Visibility::absent:
      break;
  }
  return nullptr;
}

PublishedFigure figure_from(const Json& json) {
  if (json.is_null()) return {};
  if (json == "*") return {Visibility::hidden, 0};
  if (json == "fewer") return {Visibility::under_minimum, 0};
  const auto number = json.get<std::int64_t>();
  if (!json.is_number_integer() || number < 0) throw BadRow("a figure must be a whole number from 0 on");
  return {Visibility::shown, number};
}

Json counts_json(const PublishedCounts& counts) {
  Json json = Json::object();
  for (const auto& [id, figure] : counts) json[id] = figure_json(figure);
  return json;
}

PublishedCounts counts_from(const Json& json) {
  PublishedCounts counts;
  for (const auto& [id, figure] : json.get_ref<const Json::object_t&>()) counts[id] = figure_from(figure);
  return counts;
}

Json domain_json(const DisclosedDomain& domain) {
  return {{"mean", figure_json(domain.mean)},
          {"sd", figure_json(domain.standard_deviation)},
          {"knowledge", figure_json(domain.knowledge_mean)},
          {"levels", counts_json(domain.levels)},
          {"attained", counts_json(domain.attained)},
          {"too_few", figure_json(domain.too_few_answers)}};
}

DisclosedDomain domain_from(const Json& json) {
  return {.mean = figure_from(json.at("mean")),
          .standard_deviation = figure_from(json.at("sd")),
          .knowledge_mean = figure_from(json.at("knowledge")),
          .levels = counts_from(json.at("levels")),
          .attained = counts_from(json.at("attained")),
          .too_few_answers = figure_from(json.at("too_few"))};
}

Json group_json(const DisclosedGroup& group) {
  Json json{
      {"series", group.key.series}, {"values", group.key.values}, {"people", figure_json(group.people)}};
  json["overall"] = group.overall ? domain_json(*group.overall) : Json(nullptr);
  json["domains"] = Json::object();
  for (const auto& [id, domain] : group.domains) json["domains"][id] = domain_json(domain);
  json["items"] = Json::object();
  for (const auto& [id, item] : group.items) {
    json["items"][id] = {{"answers", counts_json(item.answers)},
                         {"without", figure_json(item.without_answer)}};
  }
  return json;
}

DisclosedGroup group_from(const Json& json) {
  DisclosedGroup group{
      .key = {json.at("series").get<std::string>(), json.at("values").get<std::vector<std::string>>()},
      .people = figure_from(json.at("people"))};
  if (!json.at("overall").is_null()) group.overall = domain_from(json.at("overall"));
  for (const auto& [id, domain] : json.at("domains").get_ref<const Json::object_t&>())
    group.domains.emplace(id, domain_from(domain));
  for (const auto& [id, item] : json.at("items").get_ref<const Json::object_t&>()) {
    group.items.emplace(id, DisclosedItem{counts_from(item.at("answers")), figure_from(item.at("without"))});
  }
  return group;
}

Json row_json(const LedgerRow& row) {
  Json json{{"people", row.people}, {"as_of", row.as_of}, {"campaigns", row.campaigns}};
  json["series"] = row.who.series;
  json["values"] = Json::object();
  for (const auto& [dimension, values] : row.who.values) {
    json["values"][std::string(to_text(dimension))] = values;
  }
  if (row.shown) json["shown"] = group_json(*row.shown);
  return json;
}

LedgerRow row_from(const Json& json) {
  LedgerRow row{.campaigns = json.at("campaigns").get<std::set<std::string>>(),
                .people = json.at("people").get<std::int64_t>(),
                .as_of = json.at("as_of").get<std::string>()};
  if (!json.at("people").is_number_integer() || row.people < 0)
    throw BadRow("'people' must be a whole number from 0 on");
  if (find_text_fault(row.as_of) || row.as_of.size() > 40) throw BadRow("'as_of' must be a day");
  row.who.series = json.at("series").get<std::string>();
  for (const auto& [name, values] : json.at("values").get_ref<const Json::object_t&>()) {
    const auto dimension = parse_dimension(name);
    if (!dimension) throw BadRow("an unknown dimension");
    row.who.values[*dimension] = values.get<std::set<std::string>>();
  }
  if (json.contains("shown")) row.shown = group_from(json.at("shown"));
  return row;
}

Diagnostic bad_ledger(const std::string& file, int line) {
  return {
      Severity::error,
      "bad-ledger",
      file,
      {line, 1},
      "this is no ledger, or a damaged one; put back a copy, or name a new file with --ledger and give out "
      "nothing about the same people again"};
}

}  // namespace

std::string to_text(const Ledger& ledger) {
  std::string text = Json{{"format", ledger_format}}.dump() + "\n";
  for (const LedgerRow& row : ledger.rows) {
    text += row_json(row).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

Expected<Ledger> parse_ledger(std::string_view text, const std::string& file) {
  Ledger ledger;
  int line = 0;
  try {
    while (!text.empty()) {
      ++line;
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos) return bad_ledger(file, line);
      const Json json = Json::parse(text.substr(0, end));
      text.remove_prefix(end + 1);
      if (line > 1) {
        ledger.rows.push_back(row_from(json));
      } else if (json.at("format") != ledger_format) {
        return bad_ledger(file, line);
      }
    }
  } catch (const std::exception&) {  // of nlohmann-json, and BadRow
    return bad_ledger(file, line);
  }
  if (line == 0) return bad_ledger(file, 1);
  return ledger;
}

}  // namespace assessment
