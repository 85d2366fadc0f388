// Question banks from files that are named on the command line, and those that came with the program.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/bank/pictures.hpp"
#include "assessment/base/expected.hpp"

namespace app {

// Where the banks, texts and templates lie that came with the program.
std::filesystem::path share_folder();

// The bank of a file, or all that is wrong with it.
assessment::Expected<assessment::QuestionBank> read_bank_file(const std::string& path);

// The bytes of the signature beside a bank; none: there is no such file, which is no fault of the disk but
// an unsigned bank.
assessment::Expected<std::optional<std::string>> read_bank_signature(const std::string& bank);

// Reads pictures from the folder of a bank.
assessment::ReadPicture pictures_beside(const std::string& bank);

// Those banks of the program's share folder whose "ID@VERSION" is in `names`. What cannot be read is left
// out: nobody asked for it.
std::vector<assessment::QuestionBank> find_shipped_banks(const std::set<std::string>& names);

}  // namespace app
