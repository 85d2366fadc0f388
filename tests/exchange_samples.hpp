// Files of other tools, and what the importers make of them.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/exchange/bank_yaml.hpp"
#include "assessment/bank/exchange/import.hpp"
#include "assessment/bank/schema.hpp"

namespace tests {

// The bytes of tests/data/exchange/NAME.
inline std::string exchange_file(const std::string& name) {
  std::ifstream file(std::string(TESTS_DATA) + "/exchange/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file) throw std::runtime_error("no such file: " + name);
  return bytes.str();
}

using Lines = std::vector<std::string>;

inline Lines lines_of(const assessment::Diagnostics& diagnostics) {
  Lines lines;
  for (const auto& diagnostic : diagnostics) lines.push_back(to_text(diagnostic));
  return lines;
}

// The text of each option, after a '*' where it is right.
inline Lines texts_of(const std::vector<assessment::ImportedOption>& options) {
  Lines all;
  for (const auto& option : options) all.push_back((option.is_correct ? "*" : "") + option.text);
  return all;
}

inline assessment::Expected<assessment::ImportedBank> imported_text(const std::string& text,
                                                                    assessment::ImportFormat format,
                                                                    const std::string& name = "q") {
  return import_questions({{name, text}}, format, assessment::import_words("en"));
}

// Throws with the faults where there are any.
inline assessment::ImportedBank must_import(const std::vector<assessment::SourceFile>& files,
                                            assessment::ImportFormat format) {
  auto bank = import_questions(files, format, assessment::import_words("en"));
  if (bank) return std::move(bank).value();
  std::string faults;
  for (const std::string& line : lines_of(bank.faults())) faults += line + "\n";
  throw std::runtime_error(faults);
}

// The losses or, where it was refused, the faults.
inline Lines remarks(const std::string& text, assessment::ImportFormat format) {
  const auto bank = imported_text(text, format);
  return lines_of(bank ? bank->losses : bank.faults());
}

// The bank that the checker finds in what to_bank_yaml writes. Throws with the faults where there are any.
inline assessment::QuestionBank checked_bank(const assessment::ImportedBank& imported) {
  const std::string yaml = to_bank_yaml(imported, "sample", assessment::import_words("en"));
  auto bank = assessment::parse_bank(yaml, "sample.yaml");
  if (bank) return std::move(bank).value();
  std::string faults;
  for (const std::string& line : lines_of(bank.faults())) faults += line + "\n";
  throw std::runtime_error(faults + yaml);
}

}  // namespace tests
