// Answers -> figures: score(bank, session) is the one entry to scoring.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/scoring/percent_rule.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// One measure of one domain: how people rated themselves, or what they knew.
struct MeasureScore {
  PercentScore figures{};
  std::optional<LevelId> level{};  // empty exactly where figures.percent is

  bool operator==(const MeasureScore&) const = default;
};

// Self-rating against knowledge, by the levels both reach.
enum class Agreement { over, same, under };

struct DomainScore {
  DomainId id{};
  MeasureScore self{};
  std::optional<MeasureScore> knowledge{};  // empty: no knowledge item was shown
  std::optional<Agreement> agreement{};     // empty: one of the two has no level

  bool operator==(const DomainScore&) const = default;
};

struct OverallScore {
  std::optional<Rational> percent{};  // 0 .. 100, exact
  std::optional<LevelId> level{};
  int scored_domains = 0;  // with a figure, of all_domains
  int all_domains = 0;

  bool operator==(const OverallScore&) const = default;
};

struct Score {
  std::vector<DomainScore> domains{};  // in the order of the bank
  OverallScore overall{};

  bool operator==(const Score&) const = default;
};

// Scores a visit. The overall figure speaks of the self-ratings; knowledge and self-rating are never
// blended (R14). Precondition: `session` was started on `bank`.
Score score(const QuestionBank& bank, const Session& session);

}  // namespace assessment
