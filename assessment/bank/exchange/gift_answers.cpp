#include "assessment/bank/exchange/gift_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/bank/exchange/fractions.hpp"
#include "assessment/bank/exchange/html_text.hpp"
#include "assessment/bank/exchange/imported_choice.hpp"
#include "assessment/bank/exchange/imported_number.hpp"
#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

// One answer: "=text#feedback", "~%50%text", "=left -> right".
struct GiftAnswer {
  char mark = '=';
  Rational percent{};
  GiftSlice text{};
  bool has_feedback = false;
};

// Cuts a text at its "#"; true when something follows it.
bool take_feedback(GiftSlice& slice) {
  const std::size_t at = find_plain(slice.text, "#");
  if (at == std::string::npos) return false;
  const bool has_feedback = !trimmed(slice.text.substr(at + 1)).empty();
  slice = slice.part(0, at);
  return has_feedback;
}

class GiftAnswerParser {
 public:
  GiftAnswerParser(GiftTextReader& reader, const ImportWords& words, ImportedQuestion& question)
      : reader_(reader), words_(words), question_(question) {}

  GiftAnswers parse(GiftSlice body) && {
    if (const std::size_t at = find_plain(body.text, "####"); at != std::string::npos) {
      question_.feedback = reader_.read(trimmed(body.text.substr(at + 4)));
      body = body.part(0, at);
    }
    body = trimmed(body);
    if (body.is_empty()) {
      result_.not_carried = "an essay is not carried: no item of a bank takes free text";
    } else if (body.text[0] == '#') {
      read_numbers(trimmed(body.from(1)));
    } else if (find_plain(body.text, "~") != std::string::npos) {
      read_choice(body);
    } else if (body.text[0] == '=' && find_plain(body.text, "->") != std::string::npos) {
      read_pairs(body);
    } else if (!read_true_or_false(body)) {
      result_.not_carried = "a short answer is not carried: no item of a bank takes free text";
    }
    if (feedback_count_ > 0)
      reader_.notes().drop(
          question_.at,
          fmt::format("the feedback of {} is left out: a question of a bank has one for all",
                      feedback_count_ == 1 ? "1 answer" : fmt::format("{} answers", feedback_count_)));
    return std::move(result_);
  }

 private:
  void fault(GiftSlice at, std::string text) {
    if (!result_.fault) result_.fault = GiftFault{at.offset, std::move(text)};
  }

  std::vector<GiftAnswer> split(GiftSlice body) {
    std::vector<GiftAnswer> answers;
    std::size_t at = find_plain_of(body.text, "=~");
    if (at != 0) fault(body, "text before the first = or ~; put a mark before each answer");
    while (at != std::string::npos) {
      const std::size_t next = find_plain_of(body.text, "=~", at + 1);
      GiftAnswer answer{.mark = body.text[at], .percent = body.text[at] == '=' ? 100 : 0};
      answer.text = trimmed(body.part(at + 1, std::min(next, body.text.size()) - at - 1));
      take_weight(answer);
      answer.has_feedback = take_feedback(answer.text);
      feedback_count_ += answer.has_feedback;
      answer.text = trimmed(answer.text);
      answers.push_back(std::move(answer));
      at = next;
    }
    return answers;
  }

  void take_weight(GiftAnswer& answer) {
    if (!answer.text.text.starts_with('%')) return;
    const std::size_t end = answer.text.text.find('%', 1);
    const auto percent =
        end == std::string::npos ? std::nullopt : parse_number(answer.text.text.substr(1, end - 1));
    if (!percent || *percent < -100 || *percent > 100) {
      fault(answer.text, "expected a weight from -100 to 100 such as %50%");
      return;
    }
    answer.percent = *percent;
    answer.text = trimmed(answer.text.from(end + 1));
  }

  void read_choice(GiftSlice body) {
    std::vector<WeightedAnswer> weighted;
    bool has_right = false;
    for (const GiftAnswer& answer : split(body)) {
      has_right = has_right || answer.mark == '=';
      weighted.push_back({reader_.read(reader_.take_format(answer.text).text), answer.percent});
    }
    set_choice(question_, weighted, has_right ? Choosing::one : Choosing::any, reader_.notes());
  }

  void read_pairs(GiftSlice body) {
    question_.kind = ImportedKind::match;
    question_.credit = Credit::partial;
    for (const GiftAnswer& answer : split(body)) {
      const std::size_t arrow = find_plain(answer.text.text, "->");
      if (arrow == std::string::npos) {
        fault(answer.text, "this pair has no ->; write =left -> right");
        return;
      }
      std::string left = reader_.read(reader_.take_format(trimmed(answer.text.part(0, arrow))).text);
      std::string right = reader_.read(trimmed(answer.text.text.substr(arrow + 2)));
      if (left.empty()) {
        reader_.notes().drop(question_.at, fmt::format("the answer '{}', which fits nothing, is left out: "
                                                       "every answer of a bank's pairs has a partner",
                                                       right));
        continue;
      }
      question_.options.emplace_back().text = std::move(left);
      question_.rights.emplace_back().text = std::move(right);
    }
  }

  bool read_true_or_false(GiftSlice body) {
    GiftSlice word = body;
    take_feedback(word);
    constexpr std::array<std::string_view, 4> known{"T", "TRUE", "F", "FALSE"};
    const auto found = std::ranges::find(known, trimmed(word.text));
    if (found == known.end()) return false;
    for (std::size_t at = find_plain(body.text, "#"); at != std::string::npos;
         at = find_plain(body.text, "#", at + 1)) {
      const std::size_t next = std::min(find_plain(body.text, "#", at + 1), body.text.size());
      feedback_count_ += !trimmed(body.text.substr(at + 1, next - at - 1)).empty();
    }
    set_true_or_false(question_, (*found)[0] == 'T', words_);
    return true;
  }

  void read_numbers(GiftSlice body) {
    question_.kind = ImportedKind::number;
    if (find_plain_of(body.text, "=~") == std::string::npos) {
      GiftAnswer only{.percent = 100, .text = body};
      only.has_feedback = take_feedback(only.text);
      feedback_count_ += only.has_feedback;
      read_number(only);
      return;
    }
    for (const GiftAnswer& answer : split(body)) {
      if (answer.percent == 100) {
        read_number(answer);
      } else if (answer.percent > 0) {
        reader_.notes().drop(
            question_.at,
            fmt::format("the answer {} for a part of the points is left out: a number is right or wrong",
                        trimmed(answer.text.text)));
      }
    }
  }

  // "1822", "1822:5", "3..5".
  void read_number(const GiftAnswer& answer) {
    const std::string text(trimmed(unescaped(answer.text.text)));
    const std::size_t dots = text.find(".."), colon = text.find(':');
    std::optional<Rational> from, to;
    if (dots != std::string::npos) {
      from = parse_number(std::string_view(text).substr(0, dots));
      to = parse_number(std::string_view(text).substr(dots + 2));
    } else {
      const auto middle = parse_number(std::string_view(text).substr(0, colon));
      const auto tolerance =
          colon == std::string::npos ? Rational(0) : parse_number(std::string_view(text).substr(colon + 1));
      if (middle && tolerance) {
        from = *middle - magnitude(*tolerance);
        to = *middle + magnitude(*tolerance);
      }
    }
    if (!from || !to) {
      fault(answer.text, fmt::format("'{}' is no number; write 3.14, 3.14:0.01 or 3..4", text.substr(0, 40)));
    } else if (*to < *from) {
      fault(answer.text, fmt::format("the range {} ends before it begins", text.substr(0, 40)));
    } else {
      accept_range(question_, *from, *to, reader_.notes());
    }
  }

  GiftTextReader& reader_;
  const ImportWords& words_;
  ImportedQuestion& question_;
  GiftAnswers result_{};
  int feedback_count_ = 0;
};

}  // namespace

GiftSlice GiftTextReader::take_format(GiftSlice slice) {
  for (const std::string_view format : {"html", "moodle", "plain", "markdown"}) {
    const std::string mark = fmt::format("[{}]", format);
    if (!slice.text.starts_with(mark)) continue;
    format_ = format;
    return trimmed(slice.from(mark.size()));
  }
  return slice;
}

std::string GiftTextReader::read(std::string_view text) {
  std::string plain = unescaped(text);
  std::vector<std::string> lost;
  if (format_ == "markdown" && plain.find_first_of("*_`#[") != std::string::npos) {
    lost.emplace_back("the marks of Markdown stay in the text as they are");
  } else if (format_ == "html" || format_ == "moodle") {
    PlainText read = html_to_text(plain);
    plain = std::move(read.text);
    for (const std::string& what : read.lost) lost.push_back(what + " is left out: texts are plain");
  }
  for (std::string& what : lost) {
    if (std::ranges::find(said_, what) != said_.end()) continue;
    notes_.drop(at_, what);
    said_.push_back(std::move(what));
  }
  return plain;
}

GiftAnswers parse_gift_answers(GiftSlice answers, GiftTextReader& reader, const ImportWords& words,
                               ImportedQuestion& question) {
  return GiftAnswerParser(reader, words, question).parse(answers);
}

}  // namespace assessment
