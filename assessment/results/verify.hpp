// skills results verify: everything that is wrong in folders of results.
//
// Codes of findings, frozen: those of verify_content.hpp and chain.hpp; "bad-name", "bad-time",
// "foreign-file", "sealed" (a warning: it was not opened), "file-missing", "file-unreadable", and those of
// sealing.hpp.
#pragma once

#include <string>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/sealing.hpp"
#include "assessment/results/verify_content.hpp"

namespace assessment {

struct VerifyReport {
  int batches = 0, archives = 0, sealed = 0;  // files
  int records = 0;
  Diagnostics findings{};  // by file and place

  bool operator==(const VerifyReport&) const = default;
};

// Looks at every file in and under the folders among `places`, and at the files named; at each once.
//
// Beside the content of each file and the chains of all: a batch is called by 32 hexadecimal digits and its
// time of change is the start of its period; nothing else lies in the folders, except, where there is a
// folder `batches`, a kiosk's own files beside it.
//
// With `keys` sealed batches are opened, in memory only, and judged like the others; one that stands beside
// its opened copy is no fault. Without, they are judged from outside.
VerifyReport verify_results(const std::vector<std::string>& places, const VerifyRules& rules,
                            const TrainerKeys* keys = nullptr);

}  // namespace assessment
