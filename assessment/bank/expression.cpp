#include "assessment/bank/expression.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "assessment/base/overloaded.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_combinations = 1'000'000;

template <class T>
bool holds(Comparison comparison, const T& left, const T& right) {
  switch (comparison) {
    case Comparison::equal:
      return left == right;
    case Comparison::not_equal:
      return left != right;
    case Comparison::less:
      return left < right;
    case Comparison::less_or_equal:
      return left <= right;
    case Comparison::greater:
      return left > right;
    case Comparison::greater_or_equal:
      return left >= right;
  }
  return false;
}

// Words compare by their place in `order` where there is one, else only as equal or not.
bool compare(Comparison comparison, const Value& left, const Value& right,
             const std::vector<std::string>& order) {
  if (const auto* number = std::get_if<Rational>(&left))
    return holds(comparison, *number, std::get<Rational>(right));
  const auto& a = std::get<std::string>(left);
  const auto& b = std::get<std::string>(right);
  if (order.empty()) return holds(comparison, a, b);
  return holds(comparison, std::ranges::find(order, a) - order.begin(),
               std::ranges::find(order, b) - order.begin());
}

}  // namespace

bool Condition::is_true(const Lookup& lookup) const {
  return nodes_.empty() || evaluate(nodes_.size() - 1, lookup);
}

bool Condition::evaluate(std::size_t index, const Lookup& lookup) const {
  const Node& node = nodes_[index];
  const auto is_true = [&](std::size_t child) { return evaluate(child, lookup); };
  switch (node.kind) {
    case Node::Kind::all_of:
      return std::ranges::all_of(node.children, is_true);
    case Node::Kind::any_of:
      return std::ranges::any_of(node.children, is_true);
    case Node::Kind::negation:
      return !is_true(node.children.front());
    case Node::Kind::truth: {
      const auto value = lookup(node.left);
      return value && std::get<bool>(*value);
    }
    case Node::Kind::comparison: {
      const auto value = lookup(node.left);
      return value && std::ranges::any_of(node.right, [&](const Value& right) {
               return compare(node.comparison, *value, right, node.order);
             });
    }
  }
  return false;
}

std::vector<Term> Condition::terms() const {
  std::vector<Term> terms;
  for (const Node& node : nodes_) {
    const bool asks = node.kind == Node::Kind::comparison || node.kind == Node::Kind::truth;
    if (asks && std::ranges::find(terms, node.left) == terms.end()) terms.push_back(node.left);
  }
  return terms;
}

std::vector<Value> Condition::constants_of(const Term& term) const {
  std::vector<Value> constants;
  for (const Node& node : nodes_) {
    if (node.kind == Node::Kind::comparison && node.left == term) {
      constants.insert(constants.end(), node.right.begin(), node.right.end());
    }
  }
  return constants;
}

bool is_satisfiable(const Condition& condition,
                    const std::function<std::vector<Value>(const Term&)>& values_of) {
  const std::vector<Term> terms = condition.terms();
  std::vector<std::vector<Value>> values;
  std::size_t combinations = 1;
  for (const Term& term : terms) {
    values.push_back(values_of(term));
    if (values.back().empty()) return false;
    combinations *= values.back().size();
    if (combinations > most_combinations) return true;
  }
  for (std::size_t combination = 0; combination < combinations; ++combination) {
    const auto lookup = [&](const Term& term) -> std::optional<Value> {
      std::size_t rest = combination;
      for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i] == term) return values[i][rest % values[i].size()];
        rest /= values[i].size();
      }
      return std::nullopt;
    };
    if (condition.is_true(lookup)) return true;
  }
  return false;
}

}  // namespace assessment
