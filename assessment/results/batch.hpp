// A batch: what leaves the kiosk, and its exact bytes; and the archive that batches are merged into.
//
// docs/result_format.md describes the format "skills-results/1", which is frozen.
#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "assessment/results/record.hpp"

namespace assessment {

// In the count of languages: those too few used to be named, and people whose language is not known.
inline constexpr const char* grouped_language = grouped_role;

inline constexpr std::string_view batch_format = "skills-results/1";
inline constexpr std::string_view batch_suffix = ".results.jsonl";

// Which bank, to the byte.
struct BankReference {
  std::string id{};
  std::string version{};
  std::string sha256{};  // of the bank file's bytes

  auto operator<=>(const BankReference&) const = default;
};

BankReference reference_to(const QuestionBank& bank);

// "ID@VERSION", as records name their bank.
std::string bank_name(const BankReference& bank);

// Whether people or `skills simulate` gave the answers.
enum class Respondents { people, synthetic };

struct BatchHeader {
  std::string campaign{};
  std::string site{};
  std::string period{};  // as period_label gives it
  BankReference bank{};
  std::string kiosk{};  // random, 32 hexadecimal digits
  int sequence = 1;     // counts the kiosk's batches, from 1
  std::optional<std::string>
      previous{};  // BLAKE2b-256 of the bytes of the kiosk's batch before; none: the first
  int records = 0;
  Respondents respondents = Respondents::people;
  // How many used each language (tag or grouped_language), ascending by it; only where the campaign asks.
  std::optional<Counts> languages{};

  bool operator==(const BatchHeader&) const = default;
};

struct Batch {
  BatchHeader header{};
  std::vector<ResultRecord> records{};

  bool operator==(const Batch&) const = default;
};

// A record as it stands in a file: complete in itself.
struct BatchRecord {
  std::string campaign{};
  std::string site{};
  std::string period{};
  ResultRecord record{};

  bool operator==(const BatchRecord&) const = default;
};

// A batch that went into an archive.
struct ArchiveSource {
  std::string kiosk{};
  int sequence = 0;
  std::string sha256{};  // of the batch file's bytes

  bool operator==(const ArchiveSource&) const = default;
};

struct ArchiveHeader {
  int records = 0;
  std::vector<ArchiveSource> sources{};  // ascending by sha256, no two alike
  Respondents respondents = Respondents::people;

  bool operator==(const ArchiveHeader&) const = default;
};

using ResultHeader = std::variant<BatchHeader, ArchiveHeader>;

// Tells by an item's id whether only some roles are asked it.
using IsRoleSpecific = std::function<bool(std::string_view)>;

// Puts the people of roles with fewer than `role_minimum` members together as grouped_role. While
// that group is not empty and smaller than `role_minimum`, the next smallest role joins it (of
// equals, the first by id). Its records lose answered, asked and every answer to a role-specific
// item (with its ".sure" and ".flag"). The order of the records stays.
void group_small_roles(std::vector<ResultRecord>& records, int role_minimum,
                       const IsRoleSpecific& is_role_specific);

// Takes the languages out of the records and gives their count, or none where no record has one. Small ones
// are put together as group_small_roles does with roles.
std::optional<Counts> take_languages(std::vector<ResultRecord>& records, int role_minimum);

// The bytes of the batch file: the header's line, then a line a record; UTF-8, LF.
// Precondition: header.records == records.size().
std::string to_lines(const Batch& batch);

// The first line of a file, and the line of a record, each with its end.
std::string to_line(const ResultHeader& header);
std::string to_line(const BatchRecord& found);

}  // namespace assessment
