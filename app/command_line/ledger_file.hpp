// The ledger of published groups in its file.
#pragma once

#include <functional>
#include <string>

#include "assessment/results/calendar.hpp"
#include "assessment/statistics/disclosure.hpp"

namespace app {

// Today in UTC.
assessment::Date today();

// Gives `make` the ledger of `path` (empty: "ledger.jsonl" in this user's state folder, made where it is
// missing) and keeps what it adds, before its tables are given back: what cannot be remembered is not given
// out. A missing file is an empty ledger. One report at a time: a second one is refused meanwhile. Codes:
// "bad-ledger", "ledger-in-use", and those of input_file.hpp and output_file.hpp.
assessment::Expected<assessment::DisclosedTables> with_ledger(
    const std::string& path,
    const std::function<assessment::Expected<assessment::DisclosedTables>(assessment::Ledger&)>& make);

}  // namespace app
