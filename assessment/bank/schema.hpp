// The rules of bank_format.md: NodeTree -> QuestionBank, strictly.
#pragma once

#include <string>
#include <string_view>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/node.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

// Binds and checks the tree. Unknown keys, missing keys, wrong types, dangling and
// duplicate ids, missing languages, holes between levels, levels no answers can attain:
// all faults of the file, sorted by position, at most 100. `sha256` is of the file's bytes.
Expected<QuestionBank> parse_bank(const NodeTree& tree, std::string sha256);

// read_yaml and parse_bank in one: the bytes of a bank file -> the bank.
Expected<QuestionBank> parse_bank(std::string_view bytes, std::string file);

}  // namespace assessment
