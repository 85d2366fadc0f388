// The rules of bank_format.md: NodeTree -> QuestionBank, strictly.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::size_t most_findings = 100;  // that are listed of one file

// Binds and checks the tree. Unknown keys, missing keys, wrong types, dangling and
// duplicate ids, missing languages, holes between levels, levels no answers can attain:
// all faults of the file, sorted by position. `sha256` is of the file's bytes.
Expected<QuestionBank> parse_bank(const NodeTree& tree, std::string sha256);

// read_yaml and parse_bank in one: the bytes of a bank file -> the bank, or its first most_findings faults.
Expected<QuestionBank> parse_bank(std::string_view bytes, std::string file);

}  // namespace assessment
