// Text -> Condition: a recursive descent over tokens, types checked on the way.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "assessment/bank/expression.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

struct Token {
  enum class Kind { word, number, symbol, end };
  Kind kind = Kind::end;
  std::string_view text{};
  std::size_t offset = 0;  // bytes
};

// Thrown inside this file only: a recursive descent has many places to stop at.
struct Stop {
  std::size_t offset;  // bytes
  std::string code;
  std::string text;
};

bool is_word_start(char c) {
  return is_letter(c) || c == '_';
}
bool is_word(char c) {
  return is_word_start(c) || is_digit(c) || c == '-';
}

// What people write who know another language of conditions, or slip in one of its words: the end of a
// message, empty where nothing is near.
std::string meant_by(std::string_view text) {
  static const std::vector<std::pair<std::string_view, std::string_view>> strangers{
      {"=", "=="}, {"is", "=="}, {"equals", "=="}, {"&", "and"}, {"|", "or"}, {"!", "not"}};
  const auto found = std::ranges::find(strangers, text, [](const auto& one) { return one.first; });
  if (found != strangers.end()) return fmt::format("; did you mean '{}'?", found->second);
  return did_you_mean(text, {"and", "or", "in"});
}

Token next_token(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  if (at == text.size()) return {Token::Kind::end, "", at};
  const auto take = [&](Token::Kind kind, auto belongs) {
    std::size_t end = at + 1;
    while (end < text.size() && belongs(text[end])) ++end;
    return Token{kind, text.substr(at, end - at), at};
  };
  if (is_word_start(text[at])) return take(Token::Kind::word, is_word);
  if (is_digit(text[at]) || text[at] == '-')
    return take(Token::Kind::number, [](char c) { return is_digit(c) || c == '.'; });
  for (const std::string_view symbol : {"==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","}) {
    if (text.substr(at).starts_with(symbol)) return {Token::Kind::symbol, text.substr(at, symbol.size()), at};
  }
  const Token unknown =
      take(Token::Kind::symbol, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
  throw Stop{at, "condition-syntax",
             fmt::format("'{}' has no meaning here{}", unknown.text, meant_by(unknown.text))};
}

const std::vector<std::pair<std::string_view, Subject>> functions{
    {"score", Subject::score}, {"percent", Subject::percent},   {"level", Subject::level},
    {"count", Subject::count}, {"answered", Subject::answered},
};

// What the value of a term looks like: a number, a truth, or one of these words.
struct Type {
  enum class Kind { number, truth, word };
  Kind kind{};
  std::vector<std::string> words{};
  bool is_ordered = false;
};

}  // namespace

class ConditionParser {
 public:
  ConditionParser(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {
    advance();
    condition_.text_ = text;
  }

  Condition parse() && {
    any_of();
    if (token_.kind != Token::Kind::end)
      fail("condition-syntax",
           fmt::format("'{}' does not belong here{}", token_.text, meant_by(token_.text)));
    return std::move(condition_);
  }

 private:
  using Node = Condition::Node;

  [[noreturn]] void fail(std::string code, std::string text) const {
    throw Stop{token_.offset, std::move(code), std::move(text)};
  }

  void advance() { token_ = next_token(text_, token_.offset + token_.text.size()); }
  bool is(std::string_view text) const { return token_.kind != Token::Kind::end && token_.text == text; }
  bool accept(std::string_view text) {
    if (!is(text)) return false;
    advance();
    return true;
  }
  void expect(std::string_view text) {
    if (!accept(text)) fail("condition-syntax", fmt::format("expected '{}'", text));
  }

  std::size_t add(Node node) {
    condition_.nodes_.push_back(std::move(node));
    return condition_.nodes_.size() - 1;
  }

  std::size_t chain(std::string_view word, Node::Kind kind, std::size_t (ConditionParser::*part)()) {
    std::vector<std::size_t> parts{(this->*part)()};
    while (accept(word)) parts.push_back((this->*part)());
    if (parts.size() == 1) return parts.front();
    return add({.kind = kind, .children = std::move(parts)});
  }

  std::size_t any_of() { return chain("or", Node::Kind::any_of, &ConditionParser::all_of); }
  std::size_t all_of() { return chain("and", Node::Kind::all_of, &ConditionParser::negation); }

  std::size_t negation() {
    if (++depth_ > 64) fail("condition-syntax", "nested more than 64 deep");
    const auto node =
        accept("not") ? add({.kind = Node::Kind::negation, .children = {negation()}}) : parenthesis();
    --depth_;
    return node;
  }

  std::size_t parenthesis() {
    if (!accept("(")) return comparison();
    const std::size_t inside = any_of();
    expect(")");
    return inside;
  }

  std::size_t comparison() {
    const std::size_t start = token_.offset;
    const Term term = operand();
    const Type type = type_of(term);
    if (accept("in")) return membership(term, type);
    const auto sign = comparison_sign();
    if (!sign) {
      if (type.kind == Type::Kind::truth) return add({.kind = Node::Kind::truth, .left = term});
      refuse_stranger();
      throw Stop{start, "condition-type", "this is not true or false by itself; compare it with something"};
    }
    if (type.kind == Type::Kind::truth)
      throw Stop{start, "condition-type", "answered() is true or false; it is not compared"};
    const bool is_order = *sign != Comparison::equal && *sign != Comparison::not_equal;
    if (is_order && type.kind == Type::Kind::word && !type.is_ordered) {
      fail("condition-type", "these words have no order; use ==, != or in");
    }
    advance();
    return add({.kind = Node::Kind::comparison,
                .comparison = *sign,
                .left = term,
                .right = {constant(type)},
                .order = type.is_ordered ? type.words : std::vector<std::string>{}});
  }

  // A word where a comparison is wanted, as in `role is clinical`, is what is wrong.
  void refuse_stranger() const {
    if (token_.kind != Token::Kind::word || is("and") || is("or")) return;
    const std::string meant = meant_by(token_.text);
    if (!meant.empty())
      fail("condition-syntax", fmt::format("'{}' has no meaning here{}", token_.text, meant));
  }

  std::size_t membership(const Term& term, const Type& type) {
    expect("[");
    std::vector<Value> values{constant(type)};
    while (accept(",")) values.push_back(constant(type));
    expect("]");
    return add({.kind = Node::Kind::comparison,
                .comparison = Comparison::equal,
                .left = term,
                .right = std::move(values)});
  }

  std::optional<Comparison> comparison_sign() const {
    static const std::vector<std::pair<std::string_view, Comparison>> signs{
        {"==", Comparison::equal},  {"!=", Comparison::not_equal},
        {"<", Comparison::less},    {"<=", Comparison::less_or_equal},
        {">", Comparison::greater}, {">=", Comparison::greater_or_equal}};
    const auto found = std::ranges::find(signs, token_.text, [](const auto& sign) { return sign.first; });
    if (token_.kind != Token::Kind::symbol || found == signs.end()) return std::nullopt;
    return found->second;
  }

  // A term; what stands left of a comparison.
  Term operand() {
    if (token_.kind != Token::Kind::word)
      fail("condition-syntax", "expected an item, role, language or a function");
    if (accept("role")) return {Subject::role, ""};
    if (accept("language")) return {Subject::language, ""};
    if (is_call()) return function_call();
    const auto& item = known_item();
    if (item.options.empty() && !item.is_number) {
      fail("condition-type",
           fmt::format("'{}' has no single answer; ask score(), answered() or count() of it", item.id));
    }
    advance();
    return {item.is_number ? Subject::number : Subject::choice, item.id};
  }

  // True when the word is followed by a parenthesis.
  bool is_call() const {
    const std::string_view rest = text_.substr(token_.offset + token_.text.size());
    const std::size_t next = rest.find_first_not_of(" \n\t");
    return next != std::string_view::npos && rest[next] == '(';
  }

  Term function_call() {
    const auto function =
        std::ranges::find(functions, token_.text, [](const auto& one) { return one.first; });
    if (function == functions.end()) {
      std::vector<std::string_view> known;
      for (const auto& one : functions) known.push_back(one.first);
      unknown("function", known);
    }
    const Subject subject = function->second;
    advance();
    expect("(");
    Term term{subject, ""};
    if (subject == Subject::percent || subject == Subject::level) {
      term.name = known_name(vocabulary_.domains, "domain asked before this place");
    } else {
      const auto& item = known_item();
      if (subject == Subject::count && !item.is_multiple)
        fail("condition-type", "count() is for `multiple` items");
      term.name = item.id;
    }
    advance();
    expect(")");
    return term;
  }

  const Vocabulary::ItemNames& known_item() const {
    const auto& items = vocabulary_.items;
    // From the end: conditions mostly ask about what has just been asked.
    const auto found =
        std::ranges::find(items.rbegin(), items.rend(), token_.text, &Vocabulary::ItemNames::id);
    if (found != items.rend()) return *found;
    if (std::ranges::find(vocabulary_.later_items, token_.text) != vocabulary_.later_items.end()) {
      fail("condition-later", fmt::format("'{}' is not asked before this place", token_.text));
    }
    std::vector<std::string_view> known{"role", "language"};
    for (const auto& item : items) known.push_back(item.id);
    unknown("item", known);
  }

  std::string known_name(const std::vector<std::string>& names, std::string_view what) const {
    if (std::ranges::find(names, token_.text) != names.end()) return std::string(token_.text);
    unknown(what, std::vector<std::string_view>(names.begin(), names.end()));
  }

  [[noreturn]] void unknown(std::string_view what, const std::vector<std::string_view>& known) const {
    fail("condition-unknown",
         fmt::format("there is no {} '{}'{}", what, token_.text, did_you_mean(token_.text, known)));
  }

  Type type_of(const Term& term) const {
    switch (term.subject) {
      case Subject::role:
        return {Type::Kind::word, vocabulary_.roles};
      case Subject::language:
        return {Type::Kind::word, vocabulary_.languages};
      case Subject::level:
        return {Type::Kind::word, vocabulary_.levels, true};
      case Subject::answered:
        return {Type::Kind::truth};
      case Subject::choice:
        return {Type::Kind::word,
                std::ranges::find(vocabulary_.items, term.name, &Vocabulary::ItemNames::id)->options};
      case Subject::number:
      case Subject::score:
      case Subject::percent:
      case Subject::count:
        return {Type::Kind::number};
    }
    return {};
  }

  // A number or one of the words that the other side can be.
  Value constant(const Type& type) {
    Value value;
    if (type.kind == Type::Kind::number) {
      const auto number = token_.kind == Token::Kind::number ? parse_decimal(token_.text) : std::nullopt;
      if (!number) fail("condition-type", "expected a number");
      value = *number;
    } else {
      if (token_.kind != Token::Kind::word) fail("condition-type", "expected a word");
      value = known_name(type.words, "answer");
    }
    advance();
    return value;
  }

  std::string_view text_;
  const Vocabulary& vocabulary_;
  Token token_{};
  Condition condition_;
  int depth_ = 0;
};

std::variant<Condition, ConditionFault> parse_condition(std::string_view text, const Vocabulary& vocabulary) {
  try {
    return ConditionParser(text, vocabulary).parse();
  } catch (const Stop& stop) {
    return ConditionFault{count_characters(text.substr(0, stop.offset)), stop.code, stop.text};
  }
}

}  // namespace assessment
