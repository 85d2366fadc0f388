// Conditions: what `show_if` and `only_if` say, from text to true or false.
//
//   expression := conjunction ("or" conjunction)*
//   conjunction := negation ("and" negation)*
//   negation := "not" negation | "(" expression ")" | comparison
//   comparison := operand (("==" | "!=" | "<" | "<=" | ">" | ">=") operand | "in" "[" operand ("," operand)*
//   "]")? operand := "role" | "language" | ITEM | "score(" ITEM ")" | "percent(" DOMAIN ")" | "level(" DOMAIN
//   ")"
//            | "answered(" ITEM ")" | "count(" ITEM ")" | NUMBER | WORD
//
// Everything is checked when it is parsed: names, types, and that an item is asked before it is
// referred to. Evaluating cannot fail. A comparison with something that has no value yet (an item
// without an answer, a domain without a figure) is false, whatever it compares.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/base/rational.hpp"

namespace assessment {

// What a condition can ask about.
enum class Subject { role, language, choice, number, score, percent, level, answered, count };

// One thing asked about: the subject, and the item or domain it belongs to ("" for role and language).
struct Term {
  Subject subject{};
  std::string name{};

  auto operator<=>(const Term&) const = default;
};

// A word (as an option id), a number, or a truth; levels are words that compare in their order.
using Value = std::variant<std::string, Rational, bool>;

// What a condition may refer to where it stands, and with which words.
struct Vocabulary {
  std::vector<std::string> roles{};
  std::vector<std::string> languages{};
  std::vector<std::string> levels{};   // ascending
  std::vector<std::string> domains{};  // those that have an item before this place
  struct ItemNames {
    std::string id{};
    std::vector<std::string> options{};  // empty: no choice of one option
    bool is_number = false;
    bool is_multiple = false;
  };
  std::vector<ItemNames> items{};          // asked before this place, in order
  std::vector<std::string> later_items{};  // for a better message
};

enum class Comparison { equal, not_equal, less, less_or_equal, greater, greater_or_equal };

// A parsed condition: plain data, comparable. Made by parse_condition only; empty is always true.
class Condition {
 public:
  // Looks a term up; none: it has no value yet.
  using Lookup = std::function<std::optional<Value>(const Term&)>;

  bool is_true(const Lookup& lookup) const;
  bool is_empty() const { return nodes_.empty(); }
  const std::string& text() const { return text_; }

  // The terms it asks about, each once, in order.
  std::vector<Term> terms() const;
  // The constants a term is compared with: where its truth can turn. For reachability.
  std::vector<Value> constants_of(const Term& term) const;

  bool operator==(const Condition&) const = default;

 private:
  friend class ConditionParser;

  struct Node {
    enum class Kind { all_of, any_of, negation, comparison, truth };
    Kind kind{};
    std::vector<std::size_t> children{};  // of all_of, any_of, negation
    Comparison comparison{};
    Term left{};                       // of comparison and truth
    std::vector<Value> right{};        // several: "in"
    std::vector<std::string> order{};  // of words that compare by place: the levels, ascending

    bool operator==(const Node&) const = default;
  };

  bool evaluate(std::size_t node, const Lookup& lookup) const;

  std::string text_;
  std::vector<Node> nodes_;  // the last is the whole
};

// A fault inside an expression: its place in characters from the start of the text, from 0.
struct ConditionFault {
  std::size_t offset = 0;
  std::string code{};
  std::string text{};

  bool operator==(const ConditionFault&) const = default;
};

// The condition, or the first fault. Codes: "condition-syntax", "condition-unknown", "condition-later",
// "condition-type".
std::variant<Condition, ConditionFault> parse_condition(std::string_view text, const Vocabulary& vocabulary);

// False when no values of its terms make the condition true. `values_of` gives every value a term
// can have. Tries all combinations, up to a million; beyond that the answer is true.
bool is_satisfiable(const Condition& condition,
                    const std::function<std::vector<Value>(const Term&)>& values_of);

}  // namespace assessment
