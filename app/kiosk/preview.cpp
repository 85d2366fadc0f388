#include "app/kiosk/preview.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "app/platform/files.hpp"
#include "assessment/bank/check.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace app::kiosk {
namespace {

// What `skills bank check` says of the file.
std::vector<std::string> findings_of(const std::string& path) {
  const auto bytes = assessment::read_file(path, assessment::largest_yaml + 1);
  if (!bytes) return {to_text(bytes.faults().front())};
  const auto found = assessment::check_bank(*bytes, path, [&](const std::string& file) {
    return assessment::read_file(platform::beside(path, file), assessment::largest_picture);
  });
  std::vector<std::string> lines;
  for (const assessment::Diagnostic& finding : found.listed) lines.push_back(to_text(finding));
  if (found.left_out > 0) lines.push_back(fmt::format("{}: +{}", path, found.left_out));
  return lines;
}

}  // namespace

void make_preview(Assessment& loaded, const Options& options) {
  loaded.setup.preview = Preview{findings_of(options.bank)};
  loaded.setup.idle_limit = 0;
  loaded.setup.is_demonstration = false;
}

std::function<std::optional<BankChanged>()> watch_bank(Assessment& loaded, const Options& options,
                                                       const std::string& share, const Strings& strings) {
  return [&, seen = platform::stamp_of(options.bank)]() mutable -> std::optional<BankChanged> {
    const auto now = platform::stamp_of(options.bank);
    if (!now || now == seen) return std::nullopt;  // gone for a moment, as when an editor replaces it
    seen = now;
    Assessment again = load_assessment(options, share, strings);
    if (again.setup.bank) loaded.pictures = std::move(again.pictures);
    return BankChanged{again.setup.bank, again.setup.languages, findings_of(options.bank)};
  };
}

}  // namespace app::kiosk
