// A bank as other tools read it, in one of its languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

enum class ExportFormat { qti3, gift, csv, printable_html };

struct ExportedFile {
  std::string name{};  // without a folder; empty: the only one, to be called as the user likes
  std::string bytes{};
};

struct ExportedBank {
  std::vector<ExportedFile> files{};
  Diagnostics losses{};  // warnings at the items' places in the bank: one for each thing that is not carried
};

// Equal banks give equal bytes. `tree` is what `bank` was parsed from; `language` is one of the bank's.
ExportedBank export_bank(const QuestionBank& bank, const NodeTree& tree, ExportFormat format,
                         std::string_view language);

}  // namespace assessment
