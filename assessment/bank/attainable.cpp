// Which levels can be reached at all: tried out on every combination of answers.
#include <algorithm>
#include <map>
#include <set>

#include "assessment/bank/schema_parts.hpp"

namespace assessment {
namespace {

// Beyond this many (points, possible) pairs a domain is fine-grained enough to take for granted.
constexpr std::size_t most_sums = 20'000;

struct Sum {
  Rational points{};
  Rational possible{};
};
struct BySum {
  bool operator()(const Sum& a, const Sum& b) const {
    return a.possible < b.possible || (a.possible == b.possible && a.points < b.points);
  }
};
using Sums = std::set<Sum, BySum>;

// What one item can add to a domain's sums, one entry for each different answer.
std::vector<Sum> contributions(const QuestionBank& bank, const Item& item) {
  Sums results;
  const Rational highest = item.weight * highest_score(bank, item);
  if (const auto* multiple = std::get_if<MultipleItem>(&item.type)) {
    const auto right = std::ranges::count_if(multiple->options, &Option::is_correct);
    const auto step = multiple->credit == Credit::partial ? 1 : right;
    for (auto chosen = decltype(right){0}; chosen <= right; chosen += step) {
      results.insert({item.weight * ratio(chosen, right), highest});
    }
  } else {
    for (const Option& option : options_of(bank, item)) {
      if (option.is_not_applicable) {
        results.insert({});
      } else {
        results.insert({item.weight * option.score, highest});
      }
    }
  }
  if (item.has_not_sure) results.insert(item.measure == Measure::self ? Sum{} : Sum{0, highest});
  return {results.begin(), results.end()};
}

// All (points, possible) of a measure's items; empty where there are too many to try.
Sums all_sums(const QuestionBank& bank, std::size_t domain, Measure measure) {
  Sums sums{Sum{}};
  for (const Item& item : bank.items) {
    if (item.domain != domain || item.measure != measure) continue;
    Sums next;
    for (const Sum& one : contributions(bank, item)) {
      for (const Sum& sum : sums) next.insert({sum.points + one.points, sum.possible + one.possible});
      if (next.size() > most_sums) return {};
    }
    sums = std::move(next);
  }
  return sums;
}

std::size_t level_index(const QuestionBank& bank, const Sum& sum) {
  std::size_t level = 0;
  while (level + 1 < bank.levels.size() && 100 * sum.points >= bank.levels[level + 1].from * sum.possible)
    ++level;
  return level;
}

}  // namespace

std::vector<bool> attainable_levels(const QuestionBank& bank) {
  std::vector<bool> attained(bank.levels.size(), false);
  for (std::size_t domain = 0; domain < bank.domains.size(); ++domain) {
    for (const Measure measure : {Measure::self, Measure::knowledge}) {
      const Sums sums = all_sums(bank, domain, measure);
      if (sums.empty()) return std::vector<bool>(bank.levels.size(), true);
      for (const Sum& sum : sums) {
        if (sum.possible > 0) attained[level_index(bank, sum)] = true;
      }
      if (std::ranges::all_of(attained, [](bool is) { return is; })) return attained;
    }
  }
  return attained;
}

}  // namespace assessment
