// Answers -> figures: score(bank, session) is the one entry to scoring.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "assessment/bank/bank.hpp"
#include "assessment/scoring/measure_score.hpp"
#include "assessment/session/session.hpp"

namespace assessment {

// Self-rating against knowledge, by the levels both reach.
enum class Agreement { over, same, under };

struct DomainScore {
  DomainId id{};
  MeasureScore self{};
  std::optional<MeasureScore> knowledge{};  // empty: no knowledge item was shown
  std::optional<Agreement> agreement{};     // empty: one of the two has no level
  std::optional<int> gap{};  // the profile's level minus the self level, in steps; below 0: a surplus

  bool operator==(const DomainScore&) const = default;
};

struct OverallScore {
  std::optional<Rational> percent{};   // 0 .. 100, exact
  std::optional<std::size_t> level{};  // index into the bank's levels
  int scored_domains = 0;              // with a figure, of all_domains
  int all_domains = 0;

  bool operator==(const OverallScore&) const = default;
};

struct Score {
  std::vector<DomainScore> domains{};  // in the order of the bank
  OverallScore overall{};

  bool operator==(const Score&) const = default;
};

// Scores a visit. The overall figure speaks of the self-ratings; knowledge and self-rating are never
// blended (R14). Domains scored by a rule without a percentage stay out of the overall figure. Precondition:
// `session` was started on `bank`.
Score score(const QuestionBank& bank, const Session& session);

// The same once it is known what was shown: `shown` is the route of the session. Saves asking again.
Score score(const QuestionBank& bank, const Session& session, std::span<const std::size_t> shown);

// The same once it is known what each answer is worth.
Score score(const QuestionBank& bank, const RoleId& role, const ShownByDomain& shown);

// One measure of the domain at this index, over the items at these indices.
MeasureScore score_measure(const QuestionBank& bank, const Session& session,
                           std::span<const std::size_t> shown, std::size_t domain, Measure measure);

}  // namespace assessment
