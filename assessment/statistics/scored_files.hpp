// Result files -> what every answer was worth, by group, beside the sums of an Aggregate.
//
// Grows with the number of records: four bytes an answer. Unprotected, like the Aggregate.
//
// Codes of faults, frozen: "bank-needed", "scores-too-large", and those of result_files.hpp and
// batch_reader.hpp.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/results/sealing.hpp"
#include "assessment/statistics/aggregate.hpp"
#include "assessment/statistics/score_matrix.hpp"

namespace assessment {

// The bank for a record's "ID@VERSION"; null: there is none. It must outlive what is made with it.
using FindBank = std::function<const QuestionBank*(const std::string& bank_name)>;

enum class Links { ignore, keep };

struct ScoredGroup {
  const QuestionBank* bank = nullptr;
  ScoreMatrix
      scores{};  // of the bank's items but notes, in its order, weighted; what does not count is missing
  std::int64_t unknown_answers = 0;  // to items or with options that the bank does not have
  // With Links::keep, by link; who was there twice is none, for nobody can tell which record is meant.
  std::map<std::string, std::optional<std::vector<RecordedDomain>>> linked{};
};

struct ScoredFiles {
  Grouping grouping{};
  Aggregate aggregate{};                     // under this grouping
  std::map<GroupKey, ScoredGroup> groups{};  // the same groups
  int files = 0;
  int synthetic_files = 0;
};

struct ScoredFilesRequest {
  std::optional<Dimension> by{};      // none: everyone of a series is one group
  std::vector<std::string> values{};  // along `by`: only records with one of these; empty: all
  Links links = Links::ignore;
  const TrainerKeys* keys = nullptr;  // for sealed files; null: these are faulty
  FindBank find_bank{};
};

// Reads the records of all `paths` once. A fault in any file refuses all, and the faults of all are named.
// The order of `paths` changes the order of people within the matrices and nothing else.
Expected<ScoredFiles> score_files(const std::vector<std::string>& paths, const ScoredFilesRequest& request);

// The items of one measure of one domain, as indices into the matrix of a ScoredGroup, with the highest
// score of each.
struct ScaleItems {
  std::vector<std::size_t> columns{};
  std::vector<const Item*> items{};
  std::vector<std::optional<Rational>> highest{};
};
ScaleItems scale_items(const QuestionBank& bank, std::size_t domain, Measure measure);

}  // namespace assessment
