#include "assessment/bank/exchange/moodle_xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/html_text.hpp"
#include "assessment/bank/exchange/imported_choice.hpp"
#include "assessment/bank/exchange/imported_number.hpp"
#include "assessment/bank/exchange/moodle_category.hpp"
#include "assessment/bank/exchange/xml_source.hpp"

namespace assessment {
namespace {

constexpr int highest_weight = 1000;

// The text of <child><text>…</text></child>, or of <child>…</child>.
std::string raw_text(pugi::xml_node parent, const char* child) {
  const pugi::xml_node node = parent.child(child);
  const pugi::xml_node text = node.child("text");
  return std::string(trimmed(text_below(text ? text : node)));
}

bool is_true(std::string_view word) {
  return word == "1" || lowered(word) == "true";
}

// One <question>.
class MoodleQuestion {
 public:
  MoodleQuestion(pugi::xml_node node, const XmlSource& source, const ImportWords& words, ImportNotes& notes)
      : node_(node), source_(source), words_(words), notes_(notes) {
    question_.at = source.at(node);
  }

  // Adds the question, or says why not.
  void read_into(std::vector<ImportedQuestion>& questions) && {
    const std::string type = node_.attribute("type").value();
    question_.name = html_to_text(raw_text(node_, "name")).text;
    question_.prompt = read_text(node_, "questiontext");
    if (!read_type(type)) return;
    question_.feedback = read_text(node_, "generalfeedback");
    if (question_.kind != ImportedKind::note) read_settings();
    say_losses();
    if (is_sound_) questions.push_back(std::move(question_));
  }

 private:
  // The plain text of a part. What is lost in it is noted for the whole question.
  std::string read_text(pugi::xml_node parent, const char* child) {
    const std::string raw = raw_text(parent, child);
    for (const pugi::xml_node file : parent.child(child).children("file")) {
      lose(fmt::format("a file ({})", file.attribute("name").value()));
    }
    return read_formatted(raw, parent.child(child).attribute("format").value());
  }

  std::string read_formatted(const std::string& raw, std::string_view format) {
    if (format == "plain_text") return raw;
    if (format == "markdown") {
      if (raw.find_first_of("*_`#[") != std::string::npos && !std::exchange(is_markdown_said_, true))
        notes_.drop(question_.at, "the marks of Markdown stay in the text as they are");
      return raw;
    }
    PlainText plain = html_to_text(raw);
    for (std::string& what : plain.lost) lose(std::move(what));
    return std::move(plain.text);
  }

  void lose(std::string what) {
    if (std::ranges::find(lost_, what) == lost_.end()) lost_.push_back(std::move(what));
  }

  void say_losses() {
    for (const std::string& what : lost_) notes_.drop(question_.at, what + " is left out: texts are plain");
  }

  bool read_type(std::string_view type) {
    if (type == "multichoice") {
      read_choice();
    } else if (type == "truefalse") {
      read_true_or_false();
    } else if (type == "matching") {
      read_pairs();
    } else if (type == "numerical") {
      read_numbers();
    } else if (type == "ordering") {
      read_order();
    } else if (type != "description") {
      refuse(type);
      return false;
    }
    return true;
  }

  void refuse(std::string_view type) {
    const bool is_free_text = type == "essay" || type == "shortanswer" || type == "cloze" || type == "regexp";
    notes_.skip(
        question_.at,
        is_free_text
            ? fmt::format("a question of type '{}' is not carried: no item of a bank takes free text", type)
            : fmt::format("a question of type '{}' is not carried: a bank has no such item", type));
  }

  // The weight of an answer in percent; a fault where it is none.
  Rational fraction_of(pugi::xml_node answer) {
    const auto fraction = parse_number(answer.attribute("fraction").value());
    if (fraction && *fraction >= -100 && *fraction <= 100) return *fraction;
    notes_.fault(source_.at(answer), "bad-answer",
                 "expected a fraction from -100 to 100 in percent, as fraction=\"50\"");
    is_sound_ = false;
    return 0;
  }

  std::string answer_text(pugi::xml_node answer) {
    const std::string_view format = answer.attribute("format").value();
    return read_formatted(raw_text_of(answer), format);
  }

  static std::string raw_text_of(pugi::xml_node answer) {
    return std::string(trimmed(text_below(answer.child("text"))));
  }

  void read_choice() {
    std::vector<WeightedAnswer> answers;
    for (const pugi::xml_node answer : node_.children("answer")) {
      answers.push_back({answer_text(answer), fraction_of(answer)});
    }
    const pugi::xml_node single = node_.child("single");
    const bool is_one = !single || is_true(trimmed(std::string_view(single.child_value())));
    set_choice(question_, answers, is_one ? Choosing::one : Choosing::any, notes_);
    question_.is_shuffled = is_true(trimmed(std::string_view(node_.child("shuffleanswers").child_value())));
  }

  void read_true_or_false() {
    bool is_right = false;
    for (const pugi::xml_node answer : node_.children("answer")) {
      if (fraction_of(answer) > 0) is_right = lowered(raw_text_of(answer)) == "true";
    }
    set_true_or_false(question_, is_right, words_);
  }

  void read_pairs() {
    question_.kind = ImportedKind::match;
    question_.credit = Credit::partial;
    for (const pugi::xml_node pair : node_.children("subquestion")) {
      std::string left = read_formatted(raw_text_of(pair), pair.attribute("format").value());
      std::string right = read_text(pair, "answer");
      if (left.empty()) {
        notes_.drop(source_.at(pair), fmt::format("the answer '{}', which fits nothing, is left out: every "
                                                  "answer of a bank's pairs has a partner",
                                                  right));
        continue;
      }
      question_.options.emplace_back().text = std::move(left);
      question_.rights.emplace_back().text = std::move(right);
    }
  }

  void read_numbers() {
    question_.kind = ImportedKind::number;
    for (const pugi::xml_node answer : node_.children("answer")) {
      const Rational fraction = fraction_of(answer);
      const std::string text = raw_text_of(answer);
      if (fraction <= 0) continue;
      const auto middle = parse_number(text);
      const std::string tolerance_text = raw_text(answer, "tolerance");
      const auto tolerance = tolerance_text.empty() ? Rational(0) : parse_number(tolerance_text);
      if (text == "*" || fraction < 100) {
        notes_.drop(
            source_.at(answer),
            fmt::format("the answer {} for a part of the points is left out: a number is right or wrong",
                        text));
      } else if (!middle || !tolerance) {
        notes_.fault(source_.at(answer), "bad-answer",
                     fmt::format("'{}' with the tolerance '{}' is no number", text.substr(0, 40),
                                 tolerance_text.substr(0, 40)));
        is_sound_ = false;
      } else {
        accept_range(question_, *middle - magnitude(*tolerance), *middle + magnitude(*tolerance), notes_);
      }
    }
    const auto units = node_.child("units").children("unit");
    if (units.begin() != units.end()) question_.unit = raw_unit(*units.begin());
    if (std::distance(units.begin(), units.end()) > 1)
      notes_.drop(question_.at, "all units but the first are left out: a number of a bank has one");
  }

  static std::string raw_unit(pugi::xml_node unit) { return raw_text(unit, "unit_name"); }

  void read_order() {
    question_.kind = ImportedKind::order;
    for (const pugi::xml_node answer : node_.children("answer"))
      question_.options.emplace_back().text = answer_text(answer);
    const std::string grading = lowered(raw_text(node_, "gradingtype"));
    if (grading != "all_or_nothing" && grading != "-1") {
      question_.credit = Credit::pairs;
      if (grading != "relative_next_exclude_last" && grading != "1")
        notes_.drop(question_.at,
                    "how a half right order is scored changes: a bank counts neighbours that are in order");
    }
    if (const std::string select = lowered(raw_text(node_, "selecttype"));
        select == "random" || select == "contiguous")
      notes_.drop(question_.at, "the choice of some steps by chance is left out: all are shown");
  }

  void read_settings() {
    const auto grade = parse_number(raw_text(node_, "defaultgrade"));
    if (grade && is_whole(*grade) && *grade >= 1 && *grade <= highest_weight) {
      question_.weight = static_cast<int>(grade->get_d());
    } else if (grade) {
      notes_.drop(question_.at,
                  fmt::format("the grade {} is left out: a weight is a whole number from 1 to {}",
                              raw_text(node_, "defaultgrade").substr(0, 40), highest_weight));
    }
    const auto penalty = parse_number(raw_text(node_, "penalty"));
    if (penalty && *penalty > 0)
      notes_.drop(question_.at, "the penalty for further tries is left out: there is one try");
    if (!node_.children("hint").empty())
      notes_.drop(question_.at, "hints after a wrong try are left out: there is one try");
    if (!node_.child("tags").children("tag").empty()) notes_.drop(question_.at, "its tags are left out");
    if (is_true(trimmed(std::string_view(node_.child("hidden").child_value()))))
      notes_.drop(question_.at, "it was hidden; a bank hides nothing");
    count_feedback();
  }

  void count_feedback() {
    int count = 0;
    for (const pugi::xml_node answer : node_.children("answer"))
      count += !raw_text(answer, "feedback").empty();
    if (count > 0)
      notes_.drop(question_.at,
                  fmt::format("the feedback of {} is left out: a question of a bank has one for all",
                              count == 1 ? "1 answer" : fmt::format("{} answers", count)));
    for (const char* part : {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"}) {
      if (raw_text(node_, part).empty()) continue;
      notes_.drop(question_.at,
                  "the feedback for right, partly right and wrong answers is left out: a question of a bank "
                  "has one for all");
      break;
    }
  }

  pugi::xml_node node_;
  const XmlSource& source_;
  const ImportWords& words_;
  ImportNotes& notes_;
  ImportedQuestion question_{};
  std::vector<std::string> lost_{};
  bool is_sound_ = true;
  bool is_markdown_said_ = false;
};

}  // namespace

std::vector<ImportedQuestion> parse_moodle_xml(std::string_view text, const ImportWords& words,
                                               ImportNotes& notes) {
  std::vector<ImportedQuestion> questions;
  const XmlSource source(text, notes);
  if (!source.root()) return questions;
  if (local_name(source.root()) != "quiz") {
    notes.fault(source.at(source.root()), "not-a-quiz",
                fmt::format("expected <quiz>, found <{}>; is this Moodle XML?", source.root().name()));
    return questions;
  }
  std::string category;
  for (const pugi::xml_node node : source.root().children("question")) {
    if (std::string_view(node.attribute("type").value()) == "category") {
      category = read_moodle_category(html_to_text(raw_text(node, "category")).text, source.at(node), notes);
      continue;
    }
    const std::size_t before = questions.size();
    MoodleQuestion(node, source, words, notes).read_into(questions);
    if (questions.size() > before) questions.back().category = category;
  }
  return questions;
}

}  // namespace assessment
