// The pages of "I'm called away" and of the curtain in finished words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/question_view.hpp"
#include "app/core/strings.hpp"

namespace app {

struct CurtainView {
  std::string title{}, show{};

  bool operator==(const CurtainView&) const = default;
};

struct AwayView {
  std::string part{};  // "asking" or "code": each begins at its top
  std::string title{}, lead{};
  std::vector<ChoiceView> lengths{};  // id = minutes
  std::string code{};                 // "4 8 2 7"; empty: not yet
  std::vector<std::string> notes{};   // under the code
  std::string next{}, back{};         // empty: no such button

  bool operator==(const AwayView&) const = default;
};

// Digits that are entered on the page's own keypad.
struct EntryView {
  std::string title{};         // "Your code"
  std::string shown{};         // what stands in the field: digits, or a dot for each
  std::string spoken{};        // how many there are; never a digit of a PIN
  std::string delete_label{};  // of its key

  bool operator==(const EntryView&) const = default;
};

struct ResumeView {
  std::string title{}, lead{};
  std::string error_title{}, error{};  // empty: none
  EntryView entry{};
  std::string wait{};  // "Seconds until you can try again: 12"; empty: now
  std::string next{}, afresh{};

  bool operator==(const ResumeView&) const = default;
};

CurtainView make_curtain_view(const Strings& strings, std::string_view language);
AwayView make_away_view(const Model& model, const AwayPage& page, const Strings& strings);
ResumeView make_resume_view(const Model& model, const ResumePage& page, const Strings& strings);

}  // namespace app
