#include "assessment/results/record_text.hpp"

#include <fmt/format.h>

#include <iterator>
#include <optional>

namespace assessment {
namespace {

// Tenths always with their decimal, so that a column of them has one type: 62.5, 50.0.
void append_tenths(std::string& line, const std::optional<int>& tenths) {
  if (!tenths) {
    line += "null";
    return;
  }
  fmt::format_to(std::back_inserter(line), "{}.{}", *tenths / 10, *tenths % 10);
}

void append_string_or_null(std::string& line, const std::optional<std::string>& text) {
  if (text) {
    append_json_string(line, *text);
  } else {
    line += "null";
  }
}

void append_domain(std::string& line, const RecordedDomain& domain) {
  append_json_key(line, domain.id);
  line += '{';
  append_json_key(line, "percent");
  append_tenths(line, domain.percent_tenths);
  append_json_key(line, "level");
  append_string_or_null(line, domain.level);
  if (domain.answered) append_number_field(line, "answered", *domain.answered);
  if (domain.asked) append_number_field(line, "asked", *domain.asked);
  append_json_key(line, "knowledge");
  append_tenths(line, domain.knowledge_tenths);
  if (domain.attained) append_text_field(line, "attained", *domain.attained);
  if (domain.steps) append_number_field(line, "steps", *domain.steps);
  if (domain.counts) {
    append_json_key(line, "counts");
    line += '{';
    for (const auto& [level, count] : *domain.counts) {
      append_number_field(line, level, count);
    }
    line += '}';
  }
  line += '}';
}

struct AnswerText {
  std::string& line;

  void operator()(const std::string& option) const { append_json_string(line, option); }
  void operator()(const RecordedNumber& number) const { line += number.decimal; }
  void operator()(bool mark) const { line += mark ? "true" : "false"; }
  void operator()(const IdList& ids) const {
    line += '[';
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) line += ',';
      append_json_string(line, ids[i]);
    }
    line += ']';
  }
  void operator()(const IdMap& pairs) const {
    line += '{';
    for (const auto& [left, right] : pairs) {
      append_text_field(line, left, right);
    }
    line += '}';
  }
};

}  // namespace

void append_json_string(std::string& line, std::string_view text) {
  line += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      line += '\\';
      line += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      fmt::format_to(std::back_inserter(line), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      line += c;
    }
  }
  line += '"';
}

void append_json_key(std::string& line, std::string_view name) {
  if (!line.empty() && line.back() != '{' && line.back() != '[') line += ',';
  append_json_string(line, name);
  line += ':';
}

void append_text_field(std::string& line, std::string_view name, std::string_view text) {
  append_json_key(line, name);
  append_json_string(line, text);
}

void append_number_field(std::string& line, std::string_view name, std::int64_t number) {
  append_json_key(line, name);
  fmt::format_to(std::back_inserter(line), "{}", number);
}

void append_answer(std::string& line, const RecordedAnswer& answer) {
  std::visit(AnswerText{line}, answer);
}

void append_record_fields(std::string& line, const ResultRecord& record) {
  append_text_field(line, "role", record.role);
  append_json_key(line, "domains");
  line += '{';
  for (const RecordedDomain& domain : record.domains) append_domain(line, domain);
  line += '}';
  append_json_key(line, "overall");
  line += '{';
  append_json_key(line, "percent");
  append_tenths(line, record.overall_tenths);
  append_json_key(line, "level");
  append_string_or_null(line, record.overall_level);
  line += '}';
  append_json_key(line, "answers");
  line += '{';
  for (const auto& [item, answer] : record.answers) {
    append_json_key(line, item);
    append_answer(line, answer);
  }
  line += '}';
  if (record.link) append_text_field(line, "link", *record.link);
}

}  // namespace assessment
