#include "assessment/bank/exchange/gift.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/exchange/gift_answers.hpp"
#include "assessment/bank/exchange/gift_text.hpp"
#include "assessment/bank/exchange/moodle_category.hpp"
#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

class GiftParser {
 public:
  GiftParser(std::string_view text, const ImportWords& words, ImportNotes& notes)
      : text_(text), lines_(text_), words_(words), notes_(notes) {}

  std::vector<ImportedQuestion> parse() && {
    blank_comments();
    std::size_t begin = std::string::npos;  // of the question that is being collected
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = trimmed(std::string_view(text_).substr(at, end - at));
      const bool is_comment = std::ranges::binary_search(comments_, at);
      if (line.starts_with("$CATEGORY:")) {
        end_block(begin, at);
        read_category(line.substr(10), at);
      } else if (line.empty() && !is_comment) {
        end_block(begin, at);
      } else if (begin == std::string::npos) {
        begin = at;
      }
      at = end + 1;
    }
    end_block(begin, text_.size());
    return std::move(questions_);
  }

 private:
  // Comment lines become spaces: offsets stay, and a comment does not end a question.
  void blank_comments() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = trimmed(std::string_view(text_).substr(at, end - at));
      if (line.starts_with("//")) {
        if (line.find("[tag:") != std::string_view::npos || line.find("[id:") != std::string_view::npos)
          notes_.drop(lines_.at(at), "the tags and ids in a comment are left out");
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(at),
                  text_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        comments_.push_back(at);
      }
      at = end + 1;
    }
  }

  void read_category(std::string_view path, std::size_t at) {
    category_ = read_moodle_category(path, lines_.at(at), notes_);
  }

  void end_block(std::size_t& begin, std::size_t end) {
    if (begin == std::string::npos) return;
    const GiftSlice block = trimmed(GiftSlice{std::string_view(text_).substr(begin, end - begin), begin});
    begin = std::string::npos;
    if (!block.is_empty()) read_question(block);
  }

  void read_question(GiftSlice block) {
    ImportedQuestion question;
    question.category = category_;
    question.at = lines_.at(block.offset);
    block = take_title(block, question);
    GiftTextReader reader{notes_, question.at};
    block = reader.take_format(block);
    const std::size_t open = find_plain(block.text, "{");
    const std::size_t close = find_plain(block.text, "}", open == std::string::npos ? 0 : open);
    if (open == std::string::npos && close == std::string::npos) {  // a description
      question.prompt = reader.read(block.text);
      questions_.push_back(std::move(question));
      return;
    }
    if (open == std::string::npos || close == std::string::npos || close < open) {
      refuse_brace(block, open, close);
      return;
    }
    const GiftSlice answers = block.part(open + 1, close - open - 1);
    const std::string_view after = trimmed(block.text.substr(close + 1));
    if (find_plain(answers.text, "{") != std::string::npos) {
      refuse_brace(block, open, std::string::npos);
    } else if (find_plain(after, "{") != std::string::npos) {
      notes_.skip(question.at,
                  "a question with more than one gap is not carried: ask each gap as its own question");
    } else {
      std::string text(trimmed(block.text.substr(0, open)));
      if (!after.empty())
        text +=
            fmt::format("{}_____{}{}", text.empty() ? "" : " ", is_word_start(after[0]) ? " " : "", after);
      question.prompt = reader.read(text);
      read_answers(answers, reader, question);
    }
  }

  static bool is_word_start(char c) {
    return c != '.' && c != ',' && c != ';' && c != '?' && c != '!' && c != ')';
  }

  void read_answers(GiftSlice answers, GiftTextReader& reader, ImportedQuestion& question) {
    const GiftAnswers parsed = parse_gift_answers(answers, reader, words_, question);
    if (parsed.fault) {
      notes_.fault(lines_.at(parsed.fault->offset), "bad-answer", parsed.fault->text);
    } else if (!parsed.not_carried.empty()) {
      notes_.skip(question.at, parsed.not_carried);
    } else {
      questions_.push_back(std::move(question));
    }
  }

  void refuse_brace(GiftSlice block, std::size_t open, std::size_t close) {
    if (close == std::string::npos) {
      notes_.fault(lines_.at(block.offset + open), "brace",
                   "this { is not closed before the question ends; add a }, or write \\{");
    } else {
      notes_.fault(lines_.at(block.offset + close), "brace",
                   "this } closes nothing; write \\} for the character");
    }
  }

  static GiftSlice take_title(GiftSlice block, ImportedQuestion& question) {
    if (!block.text.starts_with("::")) return block;
    const std::size_t end = find_plain(block.text, "::", 2);
    if (end == std::string::npos) return block;
    question.name = trimmed(unescaped(block.text.substr(2, end - 2)));
    return trimmed(block.from(end + 2));
  }

  std::string text_;
  LineIndex lines_;
  const ImportWords& words_;
  ImportNotes& notes_;
  std::vector<std::size_t> comments_{};  // where their lines begin
  std::string category_{};
  std::vector<ImportedQuestion> questions_{};
};

}  // namespace

std::vector<ImportedQuestion> parse_gift(std::string_view text, const ImportWords& words,
                                         ImportNotes& notes) {
  return GiftParser(text, words, notes).parse();
}

}  // namespace assessment
