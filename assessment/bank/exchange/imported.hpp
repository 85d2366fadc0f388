// What every importer makes of a foreign file: questions in terms of our own item types, and a list of
// all that could not be carried over. What to_bank_yaml writes a bank from.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/bank/item.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/rational.hpp"

namespace assessment {

enum class ImportedKind { single, multiple, order, match, number, hotspot, note };

// In percent of the picture, from its top left corner; exact, so that touching regions do not overlap.
struct ImportedPlace {
  Rational left{}, top{}, width{}, height{};

  bool operator==(const ImportedPlace&) const = default;
};

struct ImportedOption {
  std::string name{};  // its identifier in the source; empty: an id is made from its text
  std::string text{};
  Rational score{};  // 0 or more; read where no option of a single question is correct
  bool is_correct = false;
  bool is_fixed_last = false;
  ImportedPlace place{};  // hotspot only

  bool operator==(const ImportedOption&) const = default;
};

struct ImportedQuestion {
  Position at{};           // where the source has it
  std::string name{};      // its title or identifier; empty: an id is made from the prompt
  std::string category{};  // "A / B"; empty: none
  std::string prompt{}, feedback{}, unit{};
  ImportedKind kind = ImportedKind::note;
  std::vector<ImportedOption> options{};  // order: in the right order; match: the left list
  std::vector<ImportedOption> rights{};   // match: each belongs to the left one at the same place
  std::vector<Interval> accept{};         // number
  int decimals = 0;                       // number
  Credit credit = Credit::all;
  bool is_shuffled = false;
  int weight = 1;

  bool operator==(const ImportedQuestion&) const = default;
};

struct ImportedBank {
  std::string title{};  // empty: the source has none
  std::vector<ImportedQuestion> questions{};
  Diagnostics losses{};  // warnings: one for each thing of each question that cannot be carried
};

// The texts of one file's importer: where losses and faults are written down.
class ImportNotes {
 public:
  explicit ImportNotes(std::string file) : file_(std::move(file)) {}

  // A whole question that no item type can take.
  void skip(Position at, std::string text) { lose(at, "question-not-carried", std::move(text)); }
  // A part of a question that is left out, or means something slightly different now.
  void drop(Position at, std::string text) { lose(at, "part-not-carried", std::move(text)); }
  // What makes the file unreadable: nothing is imported then.
  void fault(Position at, std::string code, std::string text) {
    faults_.push_back({Severity::error, std::move(code), file_, at, std::move(text)});
  }

  const std::string& file() const { return file_; }
  Diagnostics& losses() { return losses_; }
  Diagnostics& faults() { return faults_; }

 private:
  void lose(Position at, std::string code, std::string text) {
    losses_.push_back({Severity::warning, std::move(code), file_, at, std::move(text)});
  }

  std::string file_;
  Diagnostics losses_{};
  Diagnostics faults_{};
};

// The words an imported bank needs beside those of its source, in one language.
struct ImportWords {
  std::string_view language = "en";
  std::string_view right = "True", wrong = "False";
  std::string_view everyone = "Everyone", questions = "Questions", place = "Place";
  std::string_view below = "Below the mark", reached = "At the mark";
};

}  // namespace assessment
