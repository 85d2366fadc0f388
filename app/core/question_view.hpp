// The question page in finished words: what each type of item shows and can be pressed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/strings.hpp"
#include "assessment/bank/bank.hpp"
#include "assessment/base/ids.hpp"

namespace app {

struct ChoiceView {
  std::string id{};  // last part of the frame item's id
  std::string label{};
  bool is_selected = false;

  bool operator==(const ChoiceView&) const = default;
};

enum class ChoiceKind { one, several };

// A step of an order item. `choice` is its place as shown: what ChooseOption asks for.
struct OrderRowView {
  assessment::OptionId option{};
  int choice = 0;
  std::string label{};
  int number = 0;                      // in the person's order, from 1; 0: not placed yet
  std::string name{};                  // spoken: "Step 2: Log in"
  std::string up_name{}, down_name{};  // spoken: "Move up: Log in"; empty: it cannot go further

  bool operator==(const OrderRowView&) const = default;
};
struct OrderView {
  std::string placed_title{}, unplaced_title{};
  std::string none_placed{};  // stands where the first step will be; empty: there is one
  std::string up{}, down{};
  std::vector<OrderRowView> placed{};    // in the person's order
  std::vector<OrderRowView> unplaced{};  // in the order of this visit

  bool operator==(const OrderView&) const = default;
};

// One side of a pair.
struct MatchRowView {
  assessment::OptionId option{};
  std::string label{};
  std::string name{};      // spoken: with the pair's number
  int number = 0;          // of its pair, the same on both sides; 0: not joined
  bool is_picked = false;  // a left one whose right side is awaited

  bool operator==(const MatchRowView&) const = default;
};
struct MatchView {
  std::string lefts_title{}, rights_title{};
  std::vector<MatchRowView> lefts{}, rights{};

  bool operator==(const MatchView&) const = default;
};

struct NumberView {
  std::string title{};  // "Your answer"
  std::string typed{};  // as on the keypad, so perhaps "36."
  std::string unit{};   // empty: none
  std::string spoken{};
  std::string point{};         // spoken name of the key; empty: the item takes no decimals
  std::string delete_label{};  // of its key

  bool operator==(const NumberView&) const = default;
};

struct RegionView {
  int choice = 0;  // its place in the scene: what ChooseOption asks for
  std::string label{};
  std::string name{};  // spoken: with what it is, as "Link: Sign in"
  assessment::RegionRole role = assessment::RegionRole::text;
  assessment::Rectangle at{};
  bool is_selected = false;

  bool operator==(const RegionView&) const = default;
};
struct SceneView {
  assessment::SceneKind kind = assessment::SceneKind::message;
  std::string title{};
  std::vector<RegionView> regions{};  // in reading order

  bool operator==(const SceneView&) const = default;
};

// What is worked at above the rows of options; monostate: nothing but the rows.
using WorkView = std::variant<std::monostate, OrderView, MatchView, NumberView, SceneView>;

struct ImageView {
  std::string file{};  // a key to the loaded pictures; empty: no image
  std::string alt{};

  bool operator==(const ImageView&) const = default;
};

struct QuestionView {
  std::string item{};  // its id, from its second page on with the page: another one is another page
  std::string caption{}, prompt{}, hint{};
  ImageView image{};
  std::string step_prompt{}, step_hint{};  // of a task; empty: none
  std::string why_title{}, why{};          // empty: none
  std::string error_title{}, error{};      // empty: none
  WorkView work{};
  ChoiceKind kind = ChoiceKind::one;
  std::vector<ChoiceView> options{};       // id = what ChooseOption asks for, in the order shown
  std::optional<std::size_t> or_before{};  // the word "or" stands before this one of `options`
  std::string or_word{};
  std::string next{};
  std::string mark{};  // "This question does not fit what I do"; empty: nothing to mark
  bool is_marked = false;

  bool operator==(const QuestionView&) const = default;
};

// The present page of the visit: the item, the step of a task, or "How sure are you of your answer?".
// Precondition: the session was started on `bank`.
QuestionView make_question_view(const assessment::QuestionBank& bank, const QuestionPage& page,
                                const Strings& strings, std::string_view language);

}  // namespace app
