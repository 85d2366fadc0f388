#include "assessment/bank/exchange/aiken.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

struct AikenAnswer {
  std::string letter{};
  std::string text{};
};

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// "A. text", "B) text", "AA. text".
std::optional<AikenAnswer> parse_answer(std::string_view line) {
  std::size_t letters = 0;
  while (letters < line.size() && letters < 2 && is_capital(line[letters])) ++letters;
  if (letters == 0 || line.size() < letters + 2) return std::nullopt;
  if ((line[letters] != '.' && line[letters] != ')') ||
      (line[letters + 1] != ' ' && line[letters + 1] != '\t'))
    return std::nullopt;
  return AikenAnswer{std::string(line.substr(0, letters)), std::string(trimmed(line.substr(letters + 1)))};
}

class AikenParser {
 public:
  explicit AikenParser(ImportNotes& notes) : notes_(notes) {}

  void read_line(std::string_view line, Position at) {
    if (lowered(line.substr(0, 7)) == "answer:") {
      end_question(trimmed(line.substr(7)), at);
    } else if (auto answer = parse_answer(line); answer && has_question_) {
      read_answer(std::move(*answer), at);
    } else {
      read_prompt(line, at);
    }
  }

  std::vector<ImportedQuestion> finish() && {
    if (has_question_) miss_answer();
    return std::move(questions_);
  }

 private:
  void read_answer(AikenAnswer answer, Position at) {
    if (std::ranges::find(letters_, answer.letter) != letters_.end())
      notes_.fault(at, "duplicate-id",
                   fmt::format("a second answer {}; give each its own letter", answer.letter));
    letters_.push_back(std::move(answer.letter));
    question_.options.emplace_back().text = std::move(answer.text);
  }

  void read_prompt(std::string_view line, Position at) {
    if (has_question_ && !letters_.empty()) {
      miss_answer();
      start_over();
    }
    if (!has_question_) question_.at = at;
    has_question_ = true;
    if (!question_.prompt.empty()) question_.prompt += ' ';
    question_.prompt += line;
  }

  void end_question(std::string_view letter, Position at) {
    const auto found = std::ranges::find(letters_, letter);
    if (!has_question_) {
      notes_.fault(at, "no-question", "an ANSWER line without a question above it");
    } else if (found == letters_.end()) {
      notes_.fault(at, "unknown-answer",
                   fmt::format("there is no answer '{}'; name one of the letters above", letter));
    } else {
      ImportedOption& right = question_.options[static_cast<std::size_t>(found - letters_.begin())];
      right.is_correct = true;
      question_.kind = ImportedKind::single;
      questions_.push_back(std::move(question_));
    }
    start_over();
  }

  void miss_answer() {
    notes_.fault(question_.at, "no-answer", "this question has no line ANSWER: LETTER after its answers");
  }

  void start_over() {
    question_ = {};
    letters_.clear();
    has_question_ = false;
  }

  ImportNotes& notes_;
  std::vector<ImportedQuestion> questions_{};
  ImportedQuestion question_{};
  std::vector<std::string> letters_{};
  bool has_question_ = false;
};

}  // namespace

std::vector<ImportedQuestion> parse_aiken(std::string_view text, ImportNotes& notes) {
  AikenParser parser(notes);
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) parser.read_line(line, {number, 1});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(parser).finish();
}

}  // namespace assessment
