// What is wrong in one file of results, byte for byte, as far as the file alone can tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assessment/base/expected.hpp"
#include "assessment/results/batch.hpp"

namespace assessment {

// What the campaign promised; the defaults are those of a campaign file.
struct VerifyRules {
  int batch_minimum = 10;
  int role_minimum = 3;

  bool operator==(const VerifyRules&) const = default;
};

struct VerifiedContent {
  std::optional<ResultHeader> header{};  // none: the first line could not be read
  Diagnostics findings{};                // sorted by position, at most 100
};

// Codes of findings, frozen: those of exact_reader.hpp; "batch-too-small"; "role-too-small";
// "language-too-small"; "telling-text" (a day, time, address or machine in a text); "bad-kiosk";
// "not-in-order" (an archive that is not sorted). An archive is not held to the minimums, as its batches can
// no longer be told apart.
VerifiedContent verify_content(std::string_view bytes, const std::string& file, const VerifyRules& rules);

// True for 32 lower-case hexadecimal digits, the shape of a kiosk's and a batch file's name.
bool is_random_name(std::string_view text);

}  // namespace assessment
