// Which files hold results, each batch once, and their bytes.
//
// Codes of faults, frozen: "file-missing", "file-unreadable", "archives-overlap".
#pragma once

#include <string>
#include <vector>

#include "assessment/base/expected.hpp"

namespace assessment {

// The result files among `places`, sorted by path: a file stands for itself, a folder for all
// *.results.jsonl in and under it. Left out are batches that one of the archives found lists, and
// all but one of several files with the bytes of one batch, and archives whose batches larger ones
// hold all. Two archives with only some sources in common are refused. A file whose first line cannot be read
// stays, for read_batch to say what is wrong. Empty where the folders hold none.
Expected<std::vector<std::string>> find_result_files(const std::vector<std::string>& places);

// All bytes of a regular file.
Expected<std::string> read_file(const std::string& path);

}  // namespace assessment
