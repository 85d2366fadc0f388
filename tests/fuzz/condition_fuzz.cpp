// Any text as a condition; a good one is evaluated without any value.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "assessment/bank/expression.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const assessment::Vocabulary vocabulary{.roles = {"clinical", "support"},
                                          .languages = {"en", "cy"},
                                          .levels = {"low", "high"},
                                          .domains = {"safety"},
                                          .items = {{"lock", {"alone", "teach", "not_sure"}, false, false},
                                                    {"fever", {}, true, false},
                                                    {"places", {}, false, true}},
                                          .later_items = {"later"}};
  const auto parsed = assessment::parse_condition({reinterpret_cast<const char*>(data), size}, vocabulary);
  if (const auto* condition = std::get_if<assessment::Condition>(&parsed)) {
    static_cast<void>(condition->is_true([](const assessment::Term&) { return std::nullopt; }));
  }
  return 0;
}
