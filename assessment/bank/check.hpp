// All findings about one bank, as `skills bank check` and editors list them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "assessment/bank/pictures.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

struct BankFindings {
  Diagnostics listed{};      // the first by position, at most most_findings
  std::size_t left_out = 0;  // how many more there are

  bool operator==(const BankFindings&) const = default;
};

// What is wrong with the bank in these bytes, or, where nothing is, what is unwise. `file` is the name the
// findings carry. Reading stops for good at the hundredth fault of YAML itself; none after it are counted.
// Pictures are looked at where `read_picture` can read them.
BankFindings check_bank(std::string_view bytes, std::string file, const ReadPicture& read_picture = nullptr);

}  // namespace assessment
