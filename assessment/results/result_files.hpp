// Which files hold results, each batch once, and their lines, sealed or plain.
//
// Codes of faults, frozen: "file-missing", "file-unreadable", "archives-overlap", "key-needed", and those
// of sealing.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/results/batch.hpp"
#include "assessment/results/sealing.hpp"

namespace assessment {

// The result files among `places`, sorted by path: a file stands for itself, a folder for all
// *.results.jsonl and *.results.sealed in and under it. Left out are batches that one of the archives
// found lists, all but one of several files with the lines of one batch, sealed or not, and archives whose
// batches larger ones hold all. Two archives with only some sources in common are refused. A file whose first
// line cannot be read stays, for read_lines or read_batch to say what is wrong. Empty where the folders hold
// none. Without `keys` a sealed file is left out where a plain one of the same name stands among the files.
Expected<std::vector<std::string>> find_result_files(const std::vector<std::string>& places,
                                                     const TrainerKeys* keys = nullptr);

// The two halves of it, for who reads the first lines anyway: all files, and which of them count.
struct ResultFile {
  std::string_view path{};
  const ResultHeader* header = nullptr;  // none: the first line cannot be read
};
Expected<std::vector<std::string>> list_result_files(const std::vector<std::string>& places,
                                                     const TrainerKeys* keys = nullptr);
Expected<std::vector<bool>> choose_result_files(const std::vector<ResultFile>& files,
                                                const TrainerKeys* keys = nullptr);

// What to say where none were found: "no-results".
Diagnostic no_results_in(const std::vector<std::string>& places);

// Folders stand for the files in and under them whose names end in one of `suffixes`, a file for itself.
// Hidden files and folders and linked folders are left alone. Sorted, each once.
Expected<std::vector<std::string>> list_files(const std::vector<std::string>& places,
                                              const std::vector<std::string_view>& suffixes);

// The lines of a result file: its bytes, or what is sealed in it. A sealed file is told by its name, and
// without `keys` refused ("key-needed"). Nothing goes to the disk; the caller may wipe the lines.
Expected<std::string> read_lines(const std::string& path, const TrainerKeys* keys = nullptr);

// The name of the plain file that a sealed one opens to, without folder: the same stem.
std::string opened_name(const std::string& sealed);

}  // namespace assessment
