// Figures that may be shown to people who must not learn about any one person.
//
// disclose() is the only maker of DisclosedTables, and reports accept nothing else, so no renderer
// can forget the protection.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/results/campaign.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace assessment {

enum class Protection { on, off };

enum class Visibility {
  shown,
  hidden,         // written "*"
  under_minimum,  // of a group's people: written "fewer than 10"
  absent          // there is nothing to show: nobody was asked
};

// A count of people, or a mean or standard deviation in tenths of a percentage point.
struct PublishedFigure {
  Visibility visibility = Visibility::absent;
  std::int64_t figure = 0;  // 0 unless shown

  bool is_shown() const { return visibility == Visibility::shown; }
  bool operator==(const PublishedFigure&) const = default;
};

using PublishedCounts = std::map<std::string, PublishedFigure>;  // by id; an id that is missing counts 0

struct DisclosedDomain {
  PublishedFigure mean{};                // of self-ratings, rounded half up from the exact sum
  PublishedFigure standard_deviation{};  // of the same people, with n - 1
  PublishedFigure knowledge_mean{};
  PublishedCounts levels{};
  PublishedCounts attained{};
  PublishedFigure too_few_answers{};

  bool operator==(const DisclosedDomain&) const = default;
};

struct DisclosedItem {
  PublishedCounts answers{};
  PublishedFigure without_answer{};  // people of the group whose record has none

  bool operator==(const DisclosedItem&) const = default;
};

struct DisclosedGroup {
  GroupKey key{};
  PublishedFigure people{};
  std::string as_of{};  // the day of an earlier report whose row this is; empty: of this report
  // All empty unless `people` is shown.
  std::optional<DisclosedDomain> overall{};  // also empty where the bank has no overall figure
  std::map<std::string, DisclosedDomain> domains{};
  std::map<std::string, DisclosedItem> items{};

  bool operator==(const DisclosedGroup&) const = default;
};

// How many figures (groups and cells) were withheld, and why.
struct Suppressed {
  std::int64_t primary = 0;        // too small
  std::int64_t complementary = 0;  // large enough, but another could be worked out from it

  bool operator==(const Suppressed&) const = default;
};

class DisclosedTables {
 public:
  const DisclosurePolicy& policy() const { return policy_; }
  Protection protection() const { return protection_; }
  const Grouping& grouping() const { return grouping_; }
  const PublishedFigure& people() const { return people_; }
  const std::string& people_as_of() const { return people_as_of_; }      // as DisclosedGroup::as_of
  const std::vector<DisclosedGroup>& groups() const { return groups_; }  // by key
  const Suppressed& suppressed() const { return suppressed_; }

  bool operator==(const DisclosedTables&) const = default;

 private:
  friend class Discloser;
  DisclosedTables() = default;

  DisclosurePolicy policy_{};
  Protection protection_ = Protection::on;
  Grouping grouping_{};
  PublishedFigure people_{};
  std::string people_as_of_{};
  std::vector<DisclosedGroup> groups_{};
  Suppressed suppressed_{};
};

}  // namespace assessment
