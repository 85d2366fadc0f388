// The tree of one YAML text: what read_yaml makes and what banks, campaigns,
// answers and the interface's texts are bound from.
//
// One vector of nodes and one buffer of text; a Node is a cheap handle into its
// tree, which must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"

namespace assessment {

enum class NodeKind : std::uint8_t { null, scalar, list, map };

class Node;

class NodeTree {
 public:
  // Precondition: made by read_yaml, hence not empty.
  Node root() const;
  const std::string& file() const { return file_; }  // as the caller named it, for diagnostics

 private:
  friend class Node;
  friend class NodeTreeBuilder;

  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  struct Entry {
    NodeKind kind = NodeKind::null;
    bool is_quoted = false;
    Position at{};
    std::uint32_t text_start = 0, text_size = 0;
    std::uint32_t first_child = none, next_sibling = none;
  };

  std::string file_;
  std::string text_;
  std::vector<Entry> entries_;
};

class Node {
 public:
  NodeKind kind() const { return entry().kind; }
  bool is_null() const { return kind() == NodeKind::null; }
  bool is_scalar() const { return kind() == NodeKind::scalar; }
  bool is_list() const { return kind() == NodeKind::list; }
  bool is_map() const { return kind() == NodeKind::map; }

  // Where the node begins; of an empty value (`key:`) the place of its key.
  Position at() const { return entry().at; }
  // The text of a scalar, "" of anything else.
  std::string_view text() const;
  // Written in quotes or as a block: text for certain, whatever it looks like.
  bool is_quoted() const { return entry().is_quoted; }

  // The elements of a list, in order; of a map key, value, key, value, …
  std::optional<Node> first_child() const { return handle(entry().first_child); }
  std::optional<Node> next_sibling() const { return handle(entry().next_sibling); }
  // A list's elements. Empty for anything else.
  std::vector<Node> elements() const;

  struct Pair;
  // A map's pairs in file order. Keys are scalars and differ. Empty for anything else.
  std::vector<Pair> pairs() const;
  // The value of a map's key; none where the map lacks it, and for anything but a map.
  std::optional<Node> find(std::string_view key) const;

  // A diagnostic at this node's place in this node's file.
  Diagnostic error(std::string code, std::string text) const;
  Diagnostic warning(std::string code, std::string text) const;

 private:
  friend class NodeTree;
  Node(const NodeTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  const NodeTree::Entry& entry() const { return tree_->entries_[index_]; }
  std::optional<Node> handle(std::uint32_t index) const {
    if (index == NodeTree::none) return std::nullopt;
    return Node(*tree_, index);
  }

  const NodeTree* tree_;
  std::uint32_t index_;
};

struct Node::Pair {
  Node key;
  Node value;
};

}  // namespace assessment
