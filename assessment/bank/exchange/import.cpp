#include "assessment/bank/exchange/import.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "assessment/bank/exchange/aiken.hpp"
#include "assessment/bank/exchange/gift.hpp"
#include "assessment/bank/exchange/imported_checks.hpp"
#include "assessment/bank/exchange/moodle_xml.hpp"
#include "assessment/bank/exchange/qti_import.hpp"
#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_faults = 100;

void append(Diagnostics& all, Diagnostics more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Cleans the questions and keeps those a bank can hold.
std::vector<ImportedQuestion> keep_possible(std::vector<ImportedQuestion> questions, ImportNotes& notes) {
  std::vector<ImportedQuestion> kept;
  for (ImportedQuestion& question : questions) {
    clean_texts(question, notes);
    const std::string obstacle = find_obstacle(question);
    if (obstacle.empty()) {
      kept.push_back(std::move(question));
    } else {
      notes.skip(question.at, "a question is not carried: " + obstacle);
    }
  }
  return kept;
}

std::vector<ImportedQuestion> parse_text(std::string_view text, ImportFormat format, const ImportWords& words,
                                         ImportNotes& notes) {
  if (format == ImportFormat::gift) return parse_gift(text, words, notes);
  if (format == ImportFormat::aiken) return parse_aiken(text, notes);
  return parse_moodle_xml(text, words, notes);
}

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The items of several files, in the order and the sections of their test where there is one.
class QtiFiles {
 public:
  std::vector<ImportedQuestion> read(std::string_view text, const ImportWords& words, ImportNotes& notes) {
    QtiContent content = parse_qti(text, words, notes);
    if (content.test) {
      if (test_) notes.drop({1, 1}, "a second test: its order and sections are left out");
      if (!test_) test_ = std::pair(notes.file(), std::move(*content.test));
    }
    std::vector<ImportedQuestion> questions;
    if (content.question) questions.push_back(std::move(*content.question));
    return questions;
  }

  // `files` has the name of the file of each of the bank's questions.
  void arrange(ImportedBank& bank, const std::vector<std::string>& files) const {
    if (!test_) return;
    ImportNotes notes(test_->first);
    bank.title = test_->second.title;
    std::map<std::string_view, std::size_t> places;  // by name of file
    for (std::size_t i = 0; i < files.size(); ++i) places.emplace(base_name(files[i]), i);
    std::vector<ImportedQuestion> ordered;
    for (const QtiReference& reference : test_->second.references) {
      const auto place = places.find(reference.file);
      if (place == places.end()) {
        notes.skip(reference.at, "the item " + reference.file + " is not among the files, or is not carried");
        continue;
      }
      ImportedQuestion& question = bank.questions[place->second];
      question.category = reference.category;
      question.weight = reference.weight;
      clean_texts(question, notes);
      ordered.push_back(std::move(question));
      places.erase(place);
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto place = places.find(base_name(files[i]));
      if (place != places.end() && place->second == i) ordered.push_back(std::move(bank.questions[i]));
    }
    bank.questions = std::move(ordered);
    append(bank.losses, std::move(notes.losses()));
  }

 private:
  std::optional<std::pair<std::string, QtiTest>> test_{};  // with the file it stands in
};

}  // namespace

ImportWords import_words(std::string_view language) {
  if (language.substr(0, language.find('-')) != "cy") return {.language = language};
  return {.language = language,
          .right = "Gwir",
          .wrong = "Gau",
          .everyone = "Pawb",
          .questions = "Cwestiynau",
          .place = "Lle",
          .below = "Islaw'r nod",
          .reached = "Ar y nod"};
}

Expected<ImportedBank> import_questions(const std::vector<SourceFile>& files, ImportFormat format,
                                        const ImportWords& words) {
  ImportedBank bank;
  Diagnostics faults;
  QtiFiles qti;
  std::vector<std::string> names;  // of the file of each question
  for (const SourceFile& file : files) {
    const auto text = read_source(file.bytes, file.name);
    if (!text) {
      append(faults, text.faults());
      continue;
    }
    ImportNotes notes(file.name);
    auto questions = keep_possible(
        format == ImportFormat::qti ? qti.read(*text, words, notes) : parse_text(*text, format, words, notes),
        notes);
    names.insert(names.end(), questions.size(), file.name);
    std::ranges::move(questions, std::back_inserter(bank.questions));
    append(faults, std::move(notes.faults()));
    append(bank.losses, std::move(notes.losses()));
  }
  qti.arrange(bank, names);
  sort_by_position(bank.losses);
  const auto is_asked = [](const ImportedQuestion& q) { return q.kind != ImportedKind::note; };
  if (faults.empty() && std::ranges::none_of(bank.questions, is_asked)) {
    faults = std::move(bank.losses);  // they say why
    faults.push_back({.code = "nothing-to-import",
                      .file = files.empty() ? "" : files.front().name,
                      .text = "there is no question in it that a bank can ask; is this the right --from?"});
    return faults;
  }
  if (faults.empty()) return bank;
  sort_by_position(faults);
  if (faults.size() > most_faults) faults.resize(most_faults);
  return faults;
}

}  // namespace assessment
