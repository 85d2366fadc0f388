#include "assessment/base/expected.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace assessment {

std::string to_text(const Diagnostic& diagnostic) {
  const char* severity = diagnostic.severity == Severity::error ? "error" : "warning";
  if (diagnostic.file.empty()) return fmt::format("{}: {}", severity, diagnostic.text);
  if (diagnostic.at.line == 0) return fmt::format("{}: {}: {}", diagnostic.file, severity, diagnostic.text);
  return fmt::format("{}:{}:{}: {}: {}", diagnostic.file, diagnostic.at.line, diagnostic.at.column, severity,
                     diagnostic.text);
}

void sort_by_position(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics, [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.at) < std::tie(b.file, b.at);
  });
}

bool has_error(const Diagnostics& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace assessment
