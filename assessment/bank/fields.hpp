// Binding a YAML map to a struct, strictly: what every reader of our own files is made of.
//
// Faults are collected, never thrown, so that one run names them all. A value that
// cannot be read is none; the caller goes on with a default.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/base/rational.hpp"

namespace assessment {

// The keys of one map. The constructor reports a node that is no map, and every key that is
// not in `known` with the nearest that is ("unknown key 'promt'; did you mean 'prompt'?").
class Fields {
 public:
  Fields(Node map, std::vector<std::string_view> known, Diagnostics& faults);

  // The value of `key`; none where the map lacks it. An empty value (`key:`) is a fault and none.
  std::optional<Node> optional(std::string_view key) const;
  // The same, but a missing key is a fault, reported at the first key of the map.
  std::optional<Node> required(std::string_view key) const;

  // The place of the first key; of an empty map the map's own.
  Position first_key_at() const;
  // False when the node was no map at all, which has then been reported.
  bool is_map() const { return map_.is_map(); }

  Diagnostics& faults() const { return faults_; }
  Node node() const { return map_; }

 private:
  Node map_;
  std::vector<Node::Pair> pairs_;
  Diagnostics& faults_;
};

// Each reports what is wrong at the node and is then none.

// Any scalar with something in it. `what` names the thing in the message: "a title".
std::optional<std::string> read_text(Node node, std::string_view what, Diagnostics& faults);
// `true` or `false`, unquoted.
std::optional<bool> read_boolean(Node node, Diagnostics& faults);
// Plain digits, unquoted, without superfluous zeros, within least .. most.
std::optional<std::int64_t> read_integer(Node node, std::int64_t least, std::int64_t most,
                                         Diagnostics& faults);
// A plain decimal (parse_decimal), unquoted, within least .. most.
std::optional<Rational> read_decimal(Node node, const Rational& least, const Rational& most,
                                     Diagnostics& faults);
// A letter, then letters, digits, '_' and '-'; at most 64.
std::optional<std::string> read_id(Node node, Diagnostics& faults);
// Lower-case words joined by '-', as bank and campaign ids are; at most 64 characters.
bool is_kebab_id(std::string_view text);
std::optional<std::string> read_kebab_id(Node node, Diagnostics& faults);
// One of `words`; its index in them. "unknown rule 'percnt'; did you mean 'percent'?"
std::optional<std::size_t> read_word(Node node, std::string_view what,
                                     const std::vector<std::string_view>& words, Diagnostics& faults);
// The elements of a list that has at least one; reports anything else.
std::vector<Node> read_list(Node node, std::string_view what, Diagnostics& faults);

}  // namespace assessment
