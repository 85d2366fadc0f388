// The questions of other tools' files, in terms of our own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/exchange/imported.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

enum class ImportFormat { gift, aiken, moodle_xml, qti };

struct SourceFile {
  std::string name{};  // as diagnostics call it
  std::string bytes{};
};

// The words that the program has in `language`; else the English ones, under that language.
ImportWords import_words(std::string_view language);

// Reads the files, of which only qti may have more than one. All faults of all files, at most 100; else
// the questions in order, cleaned: texts without characters that a bank may not hold, in normal form C,
// none empty; only questions that the bank's own reader takes. What is left out is in `losses`, sorted by
// position. A source without a question that can be carried is a fault ("nothing-to-import").
Expected<ImportedBank> import_questions(const std::vector<SourceFile>& files, ImportFormat format,
                                        const ImportWords& words);

}  // namespace assessment
