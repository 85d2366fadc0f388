// What became of items from one version of a bank to the next.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"

namespace assessment {

struct ItemHistory {
  std::string changed_in{};  // the last version of the series that asks something else; empty: none
  std::string retired_in{};  // the first version without the item, of whatever series; empty: still there

  bool operator==(const ItemHistory&) const = default;
};

// By id, for the items of `series` ("ID@MAJOR") that changed or went, as far as `banks` show: versions that
// are not among them are not known. Only changes that ask for a new minor or major version count: a mended
// spelling is the same question.
std::map<std::string, ItemHistory> find_item_history(const std::vector<QuestionBank>& banks,
                                                     const std::string& series);

}  // namespace assessment
