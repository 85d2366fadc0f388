#include <simdjson.h>

#include <stdexcept>

#include "assessment/base/text.hpp"
#include "assessment/results/record_text.hpp"
#include "assessment/statistics/ledger.hpp"

namespace assessment {
namespace {

using Json = simdjson::dom::element;

// A figure is a number, "*", "fewer" or null.
void append_figure(std::string& line, const PublishedFigure& figure) {
  switch (figure.visibility) {
    case Visibility::shown:
      line += std::to_string(figure.figure);
      return;
    case Visibility::hidden:
      line += R"("*")";
      return;
    case Visibility::under_minimum:
      line += R"("fewer")";
      return;
    case Visibility::absent:
      line += "null";
  }
}

void append_figure_field(std::string& line, std::string_view name, const PublishedFigure& figure) {
  append_json_key(line, name);
  append_figure(line, figure);
}

template <class Texts>
void append_texts_field(std::string& line, std::string_view name, const Texts& texts) {
  append_json_key(line, name);
  line += '[';
  for (const std::string& text : texts) {
    if (line.back() != '[') line += ',';
    append_json_string(line, text);
  }
  line += ']';
}

void append_counts_field(std::string& line, std::string_view name, const PublishedCounts& counts) {
  append_json_key(line, name);
  line += '{';
  for (const auto& [id, figure] : counts) append_figure_field(line, id, figure);
  line += '}';
}

void append_domain(std::string& line, const DisclosedDomain& domain) {
  line += '{';
  append_figure_field(line, "mean", domain.mean);
  append_figure_field(line, "sd", domain.standard_deviation);
  append_figure_field(line, "knowledge", domain.knowledge_mean);
  append_counts_field(line, "levels", domain.levels);
  append_counts_field(line, "attained", domain.attained);
  append_figure_field(line, "too_few", domain.too_few_answers);
  line += '}';
}

void append_group(std::string& line, const DisclosedGroup& group) {
  line += '{';
  append_text_field(line, "series", group.key.series);
  append_texts_field(line, "values", group.key.values);
  append_figure_field(line, "people", group.people);
  append_json_key(line, "overall");
  if (group.overall) {
    append_domain(line, *group.overall);
  } else {
    line += "null";
  }
  append_json_key(line, "domains");
  line += '{';
  for (const auto& [id, domain] : group.domains) {
    append_json_key(line, id);
    append_domain(line, domain);
  }
  line += '}';
  append_json_key(line, "items");
  line += '{';
  for (const auto& [id, item] : group.items) {
    append_json_key(line, id);
    line += '{';
    append_counts_field(line, "answers", item.answers);
    append_figure_field(line, "without", item.without_answer);
    line += '}';
  }
  line += "}}";
}

void append_row(std::string& text, const LedgerRow& row) {
  text += '{';
  append_json_key(text, "people");
  text += std::to_string(row.people);
  append_text_field(text, "as_of", row.as_of);
  append_texts_field(text, "campaigns", row.campaigns);
  append_text_field(text, "series", row.who.series);
  append_json_key(text, "values");
  text += '{';
  for (const auto& [dimension, values] : row.who.values) append_texts_field(text, to_text(dimension), values);
  text += '}';
  if (row.shown) {
    append_json_key(text, "shown");
    append_group(text, *row.shown);
  }
  text += "}\n";
}

// What a row cannot be; ends in parse_ledger.
class BadRow : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

PublishedFigure figure_from(Json json) {
  if (json.is_null()) return {};
  if (json.is_string()) {
    const std::string_view word = json.get_string();
    if (word == "*") return {Visibility::hidden, 0};
    if (word == "fewer") return {Visibility::under_minimum, 0};
    throw BadRow("a figure is a number, '*' or 'fewer'");
  }
  const std::int64_t number = json.get_int64();
  if (number < 0) throw BadRow("a figure must be a whole number from 0 on");
  return {Visibility::shown, number};
}

std::string text_from(Json json) {
  return std::string(json.get_string().value());
}

PublishedCounts counts_from(Json json) {
  PublishedCounts counts;
  for (const auto field : json.get_object()) counts[std::string(field.key)] = figure_from(field.value);
  return counts;
}

DisclosedDomain domain_from(Json json) {
  return {.mean = figure_from(json["mean"]),
          .standard_deviation = figure_from(json["sd"]),
          .knowledge_mean = figure_from(json["knowledge"]),
          .levels = counts_from(json["levels"]),
          .attained = counts_from(json["attained"]),
          .too_few_answers = figure_from(json["too_few"])};
}

DisclosedGroup group_from(Json json) {
  DisclosedGroup group{.key = {.series = text_from(json["series"])}, .people = figure_from(json["people"])};
  for (const Json value : json["values"].get_array()) group.key.values.push_back(text_from(value));
  if (const Json overall = json["overall"]; !overall.is_null()) group.overall = domain_from(overall);
  for (const auto field : json["domains"].get_object())
    group.domains.emplace(field.key, domain_from(field.value));
  for (const auto field : json["items"].get_object()) {
    group.items.emplace(
        field.key, DisclosedItem{counts_from(field.value["answers"]), figure_from(field.value["without"])});
  }
  return group;
}

std::set<std::string> texts_from(Json json) {
  std::set<std::string> texts;
  for (const Json text : json.get_array()) texts.insert(text_from(text));
  return texts;
}

LedgerRow row_from(Json json) {
  LedgerRow row{.campaigns = texts_from(json["campaigns"]),
                .people = json["people"].get_int64(),
                .as_of = text_from(json["as_of"])};
  if (row.people < 0) throw BadRow("'people' must be a whole number from 0 on");
  if (find_text_fault(row.as_of) || row.as_of.size() > 40) throw BadRow("'as_of' must be a day");
  row.who.series = text_from(json["series"]);
  for (const auto field : json["values"].get_object()) {
    const auto dimension = parse_dimension(field.key);
    if (!dimension) throw BadRow("an unknown dimension");
    row.who.values[*dimension] = texts_from(field.value);
  }
  Json shown;
  if (json["shown"].get(shown) == simdjson::SUCCESS) row.shown = group_from(shown);
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
  std::string text = "{";
  append_text_field(text, "format", ledger_format);
  text += "}\n";
  for (const LedgerRow& row : ledger.rows) append_row(text, row);
  return text;
}

Expected<Ledger> parse_ledger(std::string_view text, const std::string& file) {
  Ledger ledger;
  simdjson::dom::parser parser;
  int line = 0;
  try {
    while (!text.empty()) {
      ++line;
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos) return bad_ledger(file, line);
      const Json json = parser.parse(text.data(), end);  // copies, as it reads past the end
      text.remove_prefix(end + 1);
      if (line > 1) {
        ledger.rows.push_back(row_from(json));
      } else if (text_from(json["format"]) != ledger_format) {
        return bad_ledger(file, line);
      }
    }
  } catch (const std::exception&) {  // of simdjson, and BadRow
    return bad_ledger(file, line);
  }
  if (line == 0) return bad_ledger(file, 1);
  return ledger;
}

}  // namespace assessment
