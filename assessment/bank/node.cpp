#include "assessment/bank/node.hpp"

#include <utility>

namespace assessment {

Node NodeTree::root() const {
  return Node(*this, 0);
}

std::string_view Node::text() const {
  return std::string_view(tree_->text_).substr(entry().text_start, entry().text_size);
}

std::vector<Node> Node::elements() const {
  std::vector<Node> result;
  if (!is_list()) return result;
  for (auto child = first_child(); child; child = child->next_sibling()) result.push_back(*child);
  return result;
}

std::vector<Node::Pair> Node::pairs() const {
  std::vector<Pair> result;
  if (!is_map()) return result;
  for (auto key = first_child(); key;) {
    const Node value = *key->next_sibling();
    result.push_back({*key, value});
    key = value.next_sibling();
  }
  return result;
}

std::optional<Node> Node::find(std::string_view key) const {
  for (const Pair& pair : pairs()) {
    if (pair.key.text() == key) return pair.value;
  }
  return std::nullopt;
}

Diagnostic Node::error(std::string code, std::string text) const {
  return {Severity::error, std::move(code), tree_->file(), at(), std::move(text)};
}

Diagnostic Node::warning(std::string code, std::string text) const {
  return {Severity::warning, std::move(code), tree_->file(), at(), std::move(text)};
}

}  // namespace assessment
