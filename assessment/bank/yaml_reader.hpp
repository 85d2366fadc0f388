// YAML text -> NodeTree, refusing everything a strict reader should not guess about.
//
// Refused, each with its place: bytes that find_text_fault names, a second document,
// anchors, aliases, explicit tags, merge keys, keys that are not plain scalars,
// duplicate keys, nesting over 16, more than 200,000 nodes, a scalar over 16 KiB,
// a text over 4 MiB, an empty text, and what is no YAML at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "assessment/bank/node.hpp"

namespace assessment {

inline constexpr std::size_t largest_yaml = 4 * 1024 * 1024;  // bytes

// `file` is only the name that diagnostics carry. All faults are reported that can be
// told without guessing; after a syntax error nothing more can be. Sorted by position.
Expected<NodeTree> read_yaml(std::string_view text, std::string file);

}  // namespace assessment
