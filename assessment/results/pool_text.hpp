// What a generation of the pool holds, as text: one JSON object, then spaces up to a size class.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"
#include "assessment/results/pool.hpp"

namespace assessment {

struct PoolSnapshot {
  std::int64_t number = 0;  // of the generation
  PoolContent content{};

  bool operator==(const PoolSnapshot&) const = default;
};

// Without the spaces.
std::string to_pool_text(const PoolContent& content, std::int64_t number);

// With or without the spaces. A fault has the code "pool-unreadable"; `file` is its name.
Expected<PoolSnapshot> parse_pool_text(std::string_view text, const std::string& file);

}  // namespace assessment
