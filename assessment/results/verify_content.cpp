#include "assessment/results/verify_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "assessment/base/text.hpp"
#include "assessment/results/batch_reader.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/exact_reader.hpp"
#include "assessment/results/json_fields.hpp"
#include "assessment/results/telling_text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_findings = 100;

int column_of(std::string_view line, std::size_t offset) {
  return 1 + static_cast<int>(count_characters(line.substr(0, offset)));
}

// Looks at every text of a line. Precondition: the line is as to_line writes it.
class TextCheck {
 public:
  TextCheck(const std::string& file, Diagnostics& findings) : file_(file), findings_(findings) {}

  void check(std::string_view line, int number) {
    std::string_view field;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] != '"') continue;
      const std::size_t end = end_of_string(line, at);
      const std::string_view text = line.substr(at + 1, end - at - 1);
      const bool is_field = line[end + 1] == ':';
      if (is_field) field = text;
      check_text(text, is_field ? "" : field, {number, column_of(line, at)});
      at = end;
    }
  }

 private:
  static std::size_t end_of_string(std::string_view line, std::size_t at) {
    for (++at; line[at] != '"'; ++at) {
      if (line[at] == '\\') ++at;
    }
    return at;
  }

  void check_text(std::string_view text, std::string_view field, Position at) {
    if (field == "period" && is_period_label(text)) return;
    if (is_hash(text) || is_random_name(text)) return;
    if (field == "bank") {
      const std::size_t parting = text.find('@');
      check_part(text.substr(0, parting), at);
      return check_part(without_numbers(text.substr(parting + 1)), at);
    }
    if (text.ends_with(".sure") || text.ends_with(".flag")) text.remove_suffix(5);
    check_part(field == "version" ? without_numbers(text) : text, at);
  }

  // A version without the three numbers it begins with, which may look like a day.
  static std::string_view without_numbers(std::string_view version) {
    return version.substr(std::min(version.size(), version.find_first_not_of("0123456789.")));
  }

  void check_part(std::string_view text, Position at) {
    // The same ids stand in every record; a text is looked at once.
    if (clean_.contains(text)) return;
    if (const auto what = find_telling(text)) {
      findings_.push_back({Severity::error, "telling-text", file_, at,
                           fmt::format("'{}' looks like {}, which results must not tell", text, *what)});
    } else {
      clean_.emplace(text);
    }
  }

  const std::string& file_;
  Diagnostics& findings_;
  std::set<std::string, std::less<>> clean_;
};

// How many people of each role a batch has, and where the first one stands.
class RoleCount {
 public:
  void add(const ExactLine& line) {
    Group& group = groups_[line.record.record.role];
    if (group.people++ > 0) return;
    constexpr std::string_view field = ",\"role\":";
    group.first = {line.number, column_of(line.text, line.text.find(field) + field.size())};
  }

  void check(int minimum, const std::string& file, Diagnostics& findings) const {
    for (const auto& [role, group] : groups_) {
      const bool may_stand_alone = role == grouped_role && groups_.size() == 1;
      if (group.people >= minimum || may_stand_alone) continue;
      findings.push_back({Severity::error, "role-too-small", file, group.first,
                          fmt::format("the role '{}' has {} of the batch's people; groups of fewer than {} "
                                      "must join '*'",
                                      role, group.people, minimum)});
    }
  }

 private:
  struct Group {
    int people = 0;
    Position first{};
  };
  std::map<std::string, Group> groups_;
};

void check_header(const BatchHeader& header, std::string_view line, const VerifyRules& rules,
                  const std::string& file, Diagnostics& findings) {
  const auto place = [&](std::string_view field) {
    return Position{1, column_of(line, line.find(field) + field.size())};
  };
  if (!is_random_name(header.kiosk)) {
    findings.push_back({Severity::error, "bad-kiosk", file, place(",\"kiosk\":"),
                        "a kiosk is named by 32 hexadecimal digits and nothing that could tell which it is"});
  }
  for (const auto& [language, people] : header.languages.value_or(Counts{})) {
    const bool may_stand_alone = language == grouped_language && header.languages->size() == 1;
    if (people >= rules.role_minimum || may_stand_alone) continue;
    findings.push_back(
        {Severity::error, "language-too-small", file, place(",\"languages\":"),
         fmt::format("the language '{}' was used by {} of the batch's people; groups of fewer than {} must "
                     "join '*'",
                     language, people, rules.role_minimum)});
  }
  if (header.records < rules.batch_minimum) {
    findings.push_back({Severity::error, "batch-too-small", file, place(",\"records\":"),
                        fmt::format("a batch of {} people; none may have fewer than {}", header.records,
                                    rules.batch_minimum)});
  }
}

void check_sources(const ArchiveHeader& header, const std::string& file, Diagnostics& findings) {
  if (std::ranges::all_of(header.sources, is_random_name, &ArchiveSource::kiosk)) return;
  findings.push_back({Severity::error,
                      "bad-kiosk",
                      file,
                      {1, 1},
                      "a source names its kiosk by something else than 32 hexadecimal digits"});
}

}  // namespace

bool is_random_name(std::string_view text) {
  return text.size() == 32 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

VerifiedContent verify_content(std::string_view bytes, const std::string& file, const VerifyRules& rules) {
  VerifiedContent content;
  Diagnostics findings;
  TextCheck texts(file, findings);
  RoleCount roles;
  std::string_view line_before;
  Diagnostics disorder;
  auto header = read_exactly(bytes, file, [&](const ExactLine& line) {
    texts.check(line.text, line.number);
    roles.add(line);
    if (line.text < line_before && disorder.empty()) {
      disorder.push_back({Severity::error,
                          "not-in-order",
                          file,
                          {line.number, 1},
                          "the records of an archive must be sorted, so that their order tells nothing"});
    }
    line_before = line.text;
  });
  if (!header) {
    auto first_line = read_header(bytes, file);
    if (first_line) content.header = *std::move(first_line);
    content.findings = header.faults();
    return content;
  }

  const std::string_view first = bytes.substr(0, bytes.find('\n') + 1);
  texts.check(first, 1);
  if (const auto* batch = std::get_if<BatchHeader>(&*header)) {
    check_header(*batch, first, rules, file, findings);
    roles.check(rules.role_minimum, file, findings);
  } else {
    check_sources(std::get<ArchiveHeader>(*header), file, findings);
    findings.insert(findings.end(), disorder.begin(), disorder.end());
  }
  sort_by_position(findings);
  if (findings.size() > most_findings) findings.resize(most_findings);
  return {*std::move(header), std::move(findings)};
}

}  // namespace assessment
