#include "assessment/results/batch.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include "assessment/results/record_text.hpp"

namespace assessment {
namespace {

void append_bank(std::string& line, const BankReference& bank) {
  append_json_key(line, "bank");
  line += '{';
  append_text_field(line, "id", bank.id);
  append_text_field(line, "version", bank.version);
  append_text_field(line, "sha256", bank.sha256);
  line += '}';
}

void append_respondents(std::string& line, Respondents respondents) {
  if (respondents == Respondents::people) return;
  append_json_key(line, "synthetic");
  line += "true";
}

void append_languages(std::string& line, const Counts& languages) {
  append_json_key(line, "languages");
  line += '{';
  for (const auto& [language, people] : languages) append_number_field(line, language, people);
  line += '}';
}

void append_header(std::string& lines, const BatchHeader& header) {
  lines += '{';
  append_text_field(lines, "format", batch_format);
  append_text_field(lines, "campaign", header.campaign);
  append_text_field(lines, "site", header.site);
  append_text_field(lines, "period", header.period);
  append_bank(lines, header.bank);
  append_text_field(lines, "kiosk", header.kiosk);
  append_number_field(lines, "sequence", header.sequence);
  append_json_key(lines, "previous");
  if (header.previous) {
    append_json_string(lines, *header.previous);
  } else {
    lines += "null";
  }
  append_number_field(lines, "records", header.records);
  append_respondents(lines, header.respondents);
  if (header.languages) append_languages(lines, *header.languages);
  lines += "}\n";
}

void append_header(std::string& lines, const ArchiveHeader& header) {
  lines += '{';
  append_text_field(lines, "format", batch_format);
  append_number_field(lines, "merged", header.records);
  append_json_key(lines, "sources");
  lines += '[';
  for (const ArchiveSource& source : header.sources) {
    if (lines.back() != '[') lines += ',';
    lines += '{';
    append_text_field(lines, "kiosk", source.kiosk);
    append_number_field(lines, "sequence", source.sequence);
    append_text_field(lines, "sha256", source.sha256);
    lines += '}';
  }
  lines += ']';
  append_respondents(lines, header.respondents);
  lines += "}\n";
}

void append_record(std::string& lines, std::string_view campaign, std::string_view site,
                   std::string_view period, std::string_view bank, const ResultRecord& record) {
  lines += '{';
  append_text_field(lines, "campaign", campaign);
  append_text_field(lines, "site", site);
  append_text_field(lines, "period", period);
  append_text_field(lines, "bank", bank);
  append_record_fields(lines, record);
  lines += "}\n";
}

using Sizes = std::map<std::string, int>;

// The roles, or languages, that must not be named.
std::vector<std::string> names_to_group(Sizes sizes, int minimum) {
  std::vector<std::string> grouped;
  int together = sizes.contains(grouped_role) ? sizes[grouped_role] : 0;
  sizes.erase(grouped_role);
  while (!sizes.empty()) {
    // Of equals the first by id: min_element keeps the earlier one, and the map is sorted.
    const auto smallest = std::ranges::min_element(sizes, {}, [](const auto& group) { return group.second; });
    const bool is_too_small = smallest->second < minimum;
    const bool is_needed = together > 0 && together < minimum;
    if (!is_too_small && !is_needed) break;
    together += smallest->second;
    grouped.push_back(smallest->first);
    sizes.erase(smallest);
  }
  return grouped;
}

std::string_view item_of(std::string_view answer_key) {
  return answer_key.substr(0, answer_key.find('.'));
}

void hide_role(ResultRecord& record, const IsRoleSpecific& is_role_specific) {
  record.role = grouped_role;
  for (RecordedDomain& domain : record.domains) {
    domain.answered.reset();
    domain.asked.reset();
  }
  std::erase_if(record.answers, [&](const auto& answer) { return is_role_specific(item_of(answer.first)); });
}

}  // namespace

BankReference reference_to(const QuestionBank& bank) {
  return {bank.id, bank.version, bank.sha256};
}

std::string bank_name(const BankReference& bank) {
  return bank.id + "@" + bank.version;
}

void group_small_roles(std::vector<ResultRecord>& records, int role_minimum,
                       const IsRoleSpecific& is_role_specific) {
  Sizes sizes;
  for (const ResultRecord& record : records) ++sizes[record.role];
  const auto grouped = names_to_group(std::move(sizes), role_minimum);
  for (ResultRecord& record : records) {
    if (std::ranges::find(grouped, record.role) != grouped.end()) hide_role(record, is_role_specific);
  }
}

std::optional<Counts> take_languages(std::vector<ResultRecord>& records, int role_minimum) {
  const auto is_known = [](const ResultRecord& record) { return record.language.has_value(); };
  if (std::ranges::none_of(records, is_known)) return std::nullopt;
  Sizes sizes;
  for (ResultRecord& record : records) {
    ++sizes[record.language.value_or(grouped_language)];
    record.language.reset();
  }
  for (const std::string& language : names_to_group(sizes, role_minimum)) {
    sizes[grouped_language] += sizes[language];
    sizes.erase(language);
  }
  return Counts(sizes.begin(), sizes.end());
}

std::string to_lines(const Batch& batch) {
  const BatchHeader& header = batch.header;
  assert(header.records == static_cast<int>(batch.records.size()));
  std::string lines;
  append_header(lines, header);
  const std::string bank = bank_name(header.bank);
  for (const ResultRecord& record : batch.records) {
    append_record(lines, header.campaign, header.site, header.period, bank, record);
  }
  return lines;
}

std::string to_line(const ResultHeader& header) {
  std::string line;
  std::visit([&](const auto& content) { append_header(line, content); }, header);
  return line;
}

std::string to_line(const BatchRecord& found) {
  std::string line;
  append_record(line, found.campaign, found.site, found.period, found.record.bank, found.record);
  return line;
}

}  // namespace assessment
