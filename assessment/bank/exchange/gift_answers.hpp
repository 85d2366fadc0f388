// What stands between the braces of a GIFT question. Of no use outside of gift*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assessment/bank/exchange/gift_text.hpp"
#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// Turns the texts of one question into plain ones; says once what is lost on the way.
class GiftTextReader {
 public:
  GiftTextReader(ImportNotes& notes, Position at) : notes_(notes), at_(at) {}

  // Takes "[html]", "[moodle]", "[plain]" or "[markdown]" off the start; it holds from now on.
  GiftSlice take_format(GiftSlice slice);
  // Unescaped, and without the tags of HTML where the format has them.
  std::string read(std::string_view text);

  ImportNotes& notes() { return notes_; }

 private:
  ImportNotes& notes_;
  Position at_;
  std::string format_ = "moodle";
  std::vector<std::string> said_{};
};

struct GiftFault {
  std::size_t offset = 0;
  std::string text{};
};

struct GiftAnswers {
  std::optional<GiftFault> fault{};
  std::string not_carried{};  // why the whole question cannot be; empty: it can
};

// Fills in the question's kind and answers, and its feedback.
GiftAnswers parse_gift_answers(GiftSlice answers, GiftTextReader& reader, const ImportWords& words,
                               ImportedQuestion& question);

}  // namespace assessment
