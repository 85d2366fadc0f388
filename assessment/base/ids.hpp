// Distinct types for the names that banks give to things, so that an item can
// never be passed where a role is meant.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace assessment {

// A name from a bank: [a-z][a-z0-9_]*, at most 64 characters. Never shown to anyone.
template <class Tag>
struct Id {
  std::string text{};

  bool is_empty() const { return text.empty(); }
  auto operator<=>(const Id&) const = default;
  bool operator==(const Id&) const = default;
};

using ItemId = Id<struct ItemTag>;
using OptionId = Id<struct OptionTag>;
using ScaleId = Id<struct ScaleTag>;
using DomainId = Id<struct DomainTag>;
using LevelId = Id<struct LevelTag>;
using RoleId = Id<struct RoleTag>;

}  // namespace assessment

template <class Tag>
struct std::hash<assessment::Id<Tag>> {
  std::size_t operator()(const assessment::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.text);
  }
};
