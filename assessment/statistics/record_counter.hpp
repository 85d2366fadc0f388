// Counting compact records: what add() of aggregate.hpp does, with indices in place of names.
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "assessment/results/record_scanner.hpp"
#include "assessment/statistics/aggregate.hpp"

namespace assessment {

class RecordCounter {
 public:
  // All three must outlive the counter. Records are those of `scanner`.
  RecordCounter(const RecordScanner& scanner, const Grouping& grouping,
                const std::vector<RecordFilter>& filter)
      : scanner_(scanner), grouping_(grouping), filter_(filter) {}

  void add(const CompactRecord& record);

  // What add() would have made of the same records that pass the filter.
  Aggregate aggregate() const;
  // Everyone, also those whom the filter leaves out.
  PeopleByCell people() const;

 private:
  struct DomainCounts {
    bool is_met = false;
    Moments self{}, knowledge{};
    std::vector<std::int64_t> levels{}, attained{};  // by index
    std::int64_t too_few_answers = 0;
  };
  struct GroupCounts {
    std::uint32_t bank = 0;
    GroupKey key{};
    std::int64_t people = 0;
    DomainCounts overall{};
    std::vector<DomainCounts> domains{};
    std::vector<std::int64_t> answers{};
  };
  // Of a context and a role: how many people, and the group they are in; -1: the filter leaves them out.
  struct Place {
    bool is_known = false;
    std::int64_t people = 0;
    std::ptrdiff_t group = -1;
  };

  Place& place_of(const CompactRecord& record);
  std::ptrdiff_t find_group(std::uint32_t context, std::uint32_t role);
  static void add_domain(DomainCounts& counts, const CompactDomain& domain);
  static void add_overall(DomainCounts& counts, const CompactRecord& record);
  static DomainFigures named(const DomainCounts& counts, const BankNames& names);
  static void add_items(GroupFigures& figures, const GroupCounts& counts, const BankNames& names);

  const RecordScanner& scanner_;
  const Grouping& grouping_;
  const std::vector<RecordFilter>& filter_;
  std::vector<std::vector<Place>> places_{};                                    // by context and role
  std::map<std::pair<std::uint32_t, GroupKey>, std::ptrdiff_t> group_index_{};  // by bank and key
  std::vector<GroupCounts> groups_{};
};

}  // namespace assessment
