#include "assessment/results/batch_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "assessment/base/text.hpp"
#include "assessment/results/calendar.hpp"
#include "assessment/results/json_fields.hpp"
#include "assessment/results/record_reader.hpp"

namespace assessment {
namespace {

namespace ondemand = simdjson::ondemand;
using ObjectResult = simdjson::simdjson_result<ondemand::object>;

constexpr std::size_t most_faults = 100;
constexpr std::size_t longest_text = 320;  // bytes: 80 characters

constexpr std::array<std::string_view, 11> batch_names{"format",  "campaign",  "site",     "period",
                                                       "bank",    "kiosk",     "sequence", "previous",
                                                       "records", "synthetic", "languages"};
constexpr std::array<std::string_view, 4> archive_names{"format", "merged", "sources", "synthetic"};
constexpr std::array<std::string_view, 3> bank_names{"id", "version", "sha256"};
constexpr std::array<std::string_view, 3> source_names{"kiosk", "sequence", "sha256"};
constexpr std::array<std::string_view, 9> record_names{"campaign", "site",    "period",  "bank", "role",
                                                       "domains",  "overall", "answers", "link"};

// Hands one line at a time to simdjson, which may look some bytes past its end.
class LineParser {
 public:
  // `rest` is how many bytes follow the line in the same buffer. The document lasts until the next call.
  ondemand::document& parse(std::string_view line, std::size_t rest, JsonFault& fault) {
    if (rest >= simdjson::SIMDJSON_PADDING) {
      fault.set(parser_.iterate(line.data(), line.size(), line.size() + rest).get(document_));
    } else {
      copy_ = simdjson::padded_string(line);
      fault.set(parser_.iterate(copy_).get(document_));
    }
    return document_;
  }

 private:
  ondemand::parser parser_;
  simdjson::padded_string copy_;
  ondemand::document document_;
};

// Call once the document's object has been read to its end.
void check_nothing_follows(ondemand::document& document, JsonFault& fault) {
  if (fault.is_set()) return;
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
    fault.set("not-json", "something follows the object on this line");
  }
}

std::string read_plain_text(JsonValue* value, std::string_view what, JsonFault& fault) {
  std::string text = read_string(value, what, fault);
  if (value == nullptr || fault.is_set()) return text;
  const auto leaves_line = [](char c) { return c == '\t' || c == '\r' || c == '\n'; };
  const bool is_plain = !text.empty() && text.size() <= longest_text && !find_text_fault(text) &&
                        std::ranges::none_of(text, leaves_line);
  if (!is_plain)
    fault.set("bad-value", fmt::format("{} must be a text of 1 to 80 characters on one line", what));
  return text;
}

std::string read_period(JsonValue* value, JsonFault& fault) {
  std::string period = read_string(value, "period", fault);
  if (value != nullptr && !fault.is_set() && !is_period_label(period)) {
    fault.set("bad-value", "period must be like 2026-Q4, 2026-11 or 2026");
  }
  return period;
}

BankReference read_bank(JsonValue* value, JsonFault& fault) {
  BankReference bank;
  if (value == nullptr || fault.is_set()) return bank;
  JsonFields fields(value->get_object(), bank_names, fault);
  bank.id = read_id(fields.required("id"), "the bank's id", fault);
  bank.version = read_plain_text(fields.required("version"), "the bank's version", fault);
  bank.sha256 = read_hash(fields.required("sha256"), "the bank's sha256", fault);
  fields.end();
  return bank;
}

Respondents read_respondents(JsonFields& fields, JsonFault& fault) {
  JsonValue* synthetic = fields.optional("synthetic");
  if (synthetic == nullptr) return Respondents::people;
  read_true(synthetic, "synthetic", fault);
  return Respondents::synthetic;
}

// Precondition for success: they add up to `people`.
Counts read_languages(JsonValue& value, int people, JsonFault& fault) {
  Counts languages;
  ondemand::object counts;
  fault.set(value.get_object().get(counts));
  if (fault.is_set()) return languages;
  std::int64_t sum = 0;
  for (auto field : counts) {
    std::string_view name;
    JsonValue count;
    fault.set(field.unescaped_key().get(name));
    if (!fault.is_set()) fault.set(field.value().get(count));
    if (fault.is_set()) return languages;
    if (!languages.empty() && languages.back().first >= name) {
      fault.set("bad-value", "the languages must ascend, and none may stand twice");
    }
    languages.emplace_back(name, read_count(&count, 1, "a language's count", fault));
    if (fault.is_set()) return languages;
    sum += languages.back().second;
  }
  if (sum != people) fault.set("bad-value", "the languages must add up to the records");
  return languages;
}

BatchHeader read_batch_header(ObjectResult object, JsonFault& fault) {
  BatchHeader header;
  JsonFields fields(object, batch_names, fault);
  read_string(fields.required("format"), "format", fault);
  header.campaign = read_plain_text(fields.required("campaign"), "campaign", fault);
  header.site = read_plain_text(fields.required("site"), "site", fault);
  header.period = read_period(fields.required("period"), fault);
  header.bank = read_bank(fields.required("bank"), fault);
  header.kiosk = read_plain_text(fields.required("kiosk"), "kiosk", fault);
  header.sequence = read_count(fields.required("sequence"), 1, "sequence", fault);
  header.previous = read_string_or_null(fields.required("previous"), "previous", fault);
  if (header.previous && !is_hash(*header.previous)) {
    fault.set("bad-value", "previous must be 64 hexadecimal digits, or null");
  }
  header.records = read_count(fields.required("records"), 1, "records", fault);
  header.respondents = read_respondents(fields, fault);
  if (JsonValue* languages = fields.optional("languages")) {
    header.languages = read_languages(*languages, header.records, fault);
  }
  fields.end();
  return header;
}

ArchiveSource read_source(JsonValue& value, JsonFault& fault) {
  ArchiveSource source;
  JsonFields fields(value.get_object(), source_names, fault);
  source.kiosk = read_plain_text(fields.required("kiosk"), "kiosk", fault);
  source.sequence = read_count(fields.required("sequence"), 1, "sequence", fault);
  source.sha256 = read_hash(fields.required("sha256"), "sha256", fault);
  fields.end();
  return source;
}

ArchiveHeader read_archive_header(ObjectResult object, JsonFault& fault) {
  ArchiveHeader header;
  JsonFields fields(object, archive_names, fault);
  read_string(fields.required("format"), "format", fault);
  header.records = read_count(fields.required("merged"), 1, "merged", fault);
  JsonValue* sources = fields.required("sources");
  ondemand::array elements;
  if (sources != nullptr) fault.set(sources->get_array().get(elements));
  if (fault.is_set()) return header;
  for (auto element : elements) {
    JsonValue source;
    fault.set(element.get(source));
    if (!fault.is_set()) header.sources.push_back(read_source(source, fault));
    if (fault.is_set()) return header;
    const std::size_t count = header.sources.size();
    if (count > 1 && header.sources[count - 2].sha256 >= header.sources[count - 1].sha256) {
      fault.set("bad-value", "the sources must ascend by sha256, and none may stand twice");
    }
  }
  if (header.sources.empty()) fault.set("bad-value", "an archive without sources");
  header.respondents = read_respondents(fields, fault);
  fields.end();
  return header;
}

void check_format(ondemand::object& object, JsonFault& fault) {
  std::string_view format;
  const auto error = object.find_field("format").get_string().get(format);
  if (error == simdjson::NO_SUCH_FIELD || error == simdjson::INCORRECT_TYPE) {
    fault.set("missing-field", "the field 'format' is missing: this is no results file");
  } else {
    fault.set(error);
  }
  if (!fault.is_set() && format != batch_format) {
    fault.set("bad-value", fmt::format("the format must be '{}'", batch_format));
  }
}

// Looks no further than the first field that only one of the two headers has. After a fault neither the
// document nor the object may be used.
bool is_of_archive(ondemand::document& document, ondemand::object& after_format, JsonFault& fault) {
  const auto campaign = after_format.find_field("campaign").error();
  if (campaign != simdjson::NO_SUCH_FIELD) {
    fault.set(campaign);
    return false;
  }
  document.rewind();
  const auto merged = document.find_field("merged").error();
  if (merged != simdjson::NO_SUCH_FIELD) fault.set(merged);
  return merged == simdjson::SUCCESS;
}

ResultHeader read_header_line(LineParser& parser, std::string_view line, std::size_t rest, JsonFault& fault) {
  ondemand::document& document = parser.parse(line, rest, fault);
  ondemand::object object;
  if (!fault.is_set()) fault.set(document.get_object().get(object));
  if (!fault.is_set()) check_format(object, fault);
  if (fault.is_set()) return BatchHeader{};
  const bool is_archive = is_of_archive(document, object, fault);
  if (fault.is_set()) return BatchHeader{};
  document.rewind();
  ResultHeader header;
  if (is_archive) {
    header = read_archive_header(document.get_object(), fault);
  } else {
    header = read_batch_header(document.get_object(), fault);
  }
  check_nothing_follows(document, fault);
  return header;
}

void check_of_batch(const BatchRecord& found, const BatchHeader& header, JsonFault& fault) {
  const auto check = [&](std::string_view name, const std::string& here, const std::string& there) {
    if (here != there)
      fault.set("not-of-this-batch", fmt::format("the {} is not the one of the first line", name));
  };
  check("campaign", found.campaign, header.campaign);
  check("site", found.site, header.site);
  check("period", found.period, header.period);
  check("bank", found.record.bank, bank_name(header.bank));
}

BatchRecord read_record_line(LineParser& parser, std::string_view line, std::size_t rest, JsonFault& fault) {
  BatchRecord found;
  ondemand::document& document = parser.parse(line, rest, fault);
  if (fault.is_set()) return found;
  JsonFields fields(document.get_object(), record_names, fault);
  found.campaign = read_plain_text(fields.required("campaign"), "campaign", fault);
  found.site = read_plain_text(fields.required("site"), "site", fault);
  found.period = read_period(fields.required("period"), fault);
  const std::string bank = read_plain_text(fields.required("bank"), "bank", fault);
  if (!fault.is_set() && std::ranges::count(bank, '@') != 1)
    fault.set("bad-value", "bank must be like ID@VERSION");
  found.record = read_record_fields(fields, fault);
  found.record.bank = bank;
  fields.end();
  check_nothing_follows(document, fault);
  return found;
}

// What can be wrong with a line before anyone looks into it.
void check_line(const Line& line, std::size_t longest, JsonFault& fault) {
  if (line.text.size() > longest) {
    fault.set("line-too-long", fmt::format("a line of more than {} bytes", longest));
  } else if (!line.is_ended) {
    fault.set("no-line-end", "the last line has no end: the file was cut short");
  } else if (line.text.ends_with('\r')) {
    fault.set("bad-line-end",
              "the line ends in CR LF: something has changed the file since it left the kiosk");
  }
}

Diagnostic diagnostic(const JsonFault& fault, const std::string& file, int line) {
  return {Severity::error, fault.code, file, {line, 1}, fault.text};
}

}  // namespace

struct RecordLineReader::Parser {
  LineParser lines{};
};

RecordLineReader::RecordLineReader() : parser_(std::make_unique<Parser>()) {}
RecordLineReader::RecordLineReader(RecordLineReader&&) noexcept = default;
RecordLineReader::~RecordLineReader() = default;

Expected<ResultHeader> RecordLineReader::header(const Line& line, const std::string& file) {
  JsonFault fault;
  check_line(line, longest_header, fault);
  ResultHeader header;
  if (!fault.is_set()) header = read_header_line(parser_->lines, line.text, line.rest, fault);
  if (fault.is_set()) return diagnostic(fault, file, 1);
  return header;
}

Expected<BatchRecord> RecordLineReader::record(const Line& line, const std::string& file, int number) {
  JsonFault fault;
  check_line(line, longest_record, fault);
  BatchRecord record;
  if (!fault.is_set()) record = read_record_line(parser_->lines, line.text, line.rest, fault);
  if (fault.is_set()) return diagnostic(fault, file, number);
  return record;
}

Expected<ResultHeader> read_header(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) return Diagnostic{Severity::error, "empty-file", file, {1, 1}, "the file is empty"};
  TextLines lines(bytes);
  Line line;
  lines.next(line, longest_header);
  line.is_ended = true;
  return RecordLineReader().header(line, file);
}

Expected<ResultHeader> read_batch(LineSource& lines, const std::string& file,
                                  const std::function<void(const BatchRecord&)>& visit) {
  Line line;
  if (!lines.next(line, longest_header)) {
    if (lines.fault()) return *lines.fault();
    return Diagnostic{Severity::error, "empty-file", file, {1, 1}, "the file is empty"};
  }
  const bool is_ended = std::exchange(line.is_ended, true);
  RecordLineReader reader;
  auto header = reader.header(line, file);
  if (!header) return header;
  if (!is_ended) return Diagnostic{Severity::error, "no-line-end", file, {1, 1}, "the file was cut short"};

  Diagnostics faults;
  const auto* batch = std::get_if<BatchHeader>(&*header);
  int found = 0;
  bool is_at_end = false;
  while (faults.size() < most_faults && !is_at_end) {
    if (!lines.next(line, longest_record)) {
      is_at_end = true;
      continue;
    }
    ++found;
    const auto record = reader.record(line, file, found + 1);
    JsonFault fault;
    if (record && batch != nullptr) check_of_batch(*record, *batch, fault);
    if (record && !fault.is_set() && found > records_of(*header)) {
      fault.set("wrong-count",
                fmt::format("more records than the {} of the first line", records_of(*header)));
    }
    if (!record) {
      faults.push_back(record.faults().front());
    } else if (fault.is_set()) {
      faults.push_back(diagnostic(fault, file, found + 1));
    } else {
      visit(*record);
    }
  }
  if (lines.fault()) faults.push_back(*lines.fault());
  if (is_at_end && found < records_of(*header)) {
    JsonFault missing;
    missing.set("wrong-count",
                fmt::format("{} records, but the first line says {}", found, records_of(*header)));
    faults.push_back(diagnostic(missing, file, 1));
  }
  sort_by_position(faults);
  if (!faults.empty()) return faults;
  return header;
}

Expected<ResultHeader> read_batch(std::string_view bytes, const std::string& file,
                                  const std::function<void(const BatchRecord&)>& visit) {
  TextLines lines(bytes);
  return read_batch(lines, file, visit);
}

bool is_of_batch(const BatchHeader& header, const BatchRecord& record) {
  JsonFault fault;
  check_of_batch(record, header, fault);
  return !fault.is_set();
}

int records_of(const ResultHeader& header) {
  return std::visit([](const auto& content) { return content.records; }, header);
}

}  // namespace assessment
