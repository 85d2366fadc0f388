#include "assessment/statistics/group_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace assessment {
namespace {

constexpr std::size_t everyone = 0;  // index of the first candidate

class Chooser {
 public:
  Chooser(std::vector<GroupCandidate>& candidates, const DisclosureQuestion& question,
          const CountingRules& rules, const Ledger& ledger)
      : candidates_(candidates), question_(question), rules_(rules), campaigns_(campaigns_of(question)) {
    for (const LedgerRow& row : ledger.rows) {
      if (have_common(row.campaigns, campaigns_)) rows_.push_back(&row);
    }
    for (const GroupCandidate& candidate : candidates)
      newest_.push_back(find_newest(ledger, candidate.who, campaigns_));
  }

  Outcome run() {
    const auto complement = check_complement();
    if (!complement) return complement;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const auto compared = compare_with_published(i);
      if (!compared) return compared;
    }
    hide_near_to_everyone();
    hide_second();
    audit();
    return Done{};
  }

 private:
  // Who is left out by the filter is everyone less those whom it keeps.
  Outcome check_complement() const {
    if (question_.filter.empty()) return Done{};
    std::int64_t all = 0;
    for (const auto& [cell, people] : question_.people) all += people;
    const bool is_shown = candidates_[everyone].figure.is_shown();
    if (!is_shown || !rules_.are_too_near(all, candidates_[everyone].people)) return Done{};
    return Diagnostic{
        .code = "filter-refused",
        .text = fmt::format("this filter leaves out fewer than {} people, who could be told by subtracting "
                            "this report from one of everyone: use a filter that leaves out more, or none",
                            rules_.policy().minimum_group)};
  }

  Diagnostic refusal(const GroupCandidate& candidate, const LedgerRow& row) const {
    return {.code = "filter-refused",
            .text = fmt::format(
                "this filter sets fewer than {} people apart from figures that were given out "
                "before ({} beside {} as of {}): use another filter, or none",
                rules_.policy().minimum_group, to_text(candidate.who), to_text(row.who), row.as_of)};
  }

  // Not fresh any more: as it was published last, or else not at all.
  void take_back(std::size_t index) {
    const bool can_repeat = newest_[index] != nullptr && newest_[index]->shown;
    candidates_[index].choice = can_repeat ? GroupChoice::as_before : GroupChoice::withheld;
  }

  // The same number of other people: some were taken away and as many added.
  bool has_other_people(std::size_t index) const {
    const LedgerRow* row = newest_[index];
    if (row == nullptr || !row->shown || row->people != candidates_[index].people) return false;
    const DisclosedGroup& now = candidates_[index].shown;
    return now.people != row->shown->people || now.overall != row->shown->overall ||
           now.domains != row->shown->domains;
  }

  Outcome compare_with_published(std::size_t index) {
    GroupCandidate& candidate = candidates_[index];
    if (candidate.choice != GroupChoice::fresh || candidate.people == 0) return Done{};
    if (has_other_people(index)) take_back(index);
    for (const LedgerRow* row : rows_) {
      if (!rules_.are_too_near(row->people, candidate.people)) continue;
      if (row->who == candidate.who) {
        take_back(index);
      } else if (is_within(row->who, candidate.who) || is_within(candidate.who, row->who)) {
        if (!question_.filter.empty()) return refusal(candidate, *row);
        take_back(index);
      }
    }
    return Done{};
  }

  // Everyone less a large group would be the few others.
  void hide_near_to_everyone() {
    if (!candidates_[everyone].figure.is_shown()) return;
    for (std::size_t i = 1; i < candidates_.size(); ++i) {
      if (candidates_[i].choice == GroupChoice::fresh &&
          rules_.are_too_near(candidates_[everyone].people, candidates_[i].people)) {
        take_back(i);
      }
    }
  }

  // The fresh group that is best withheld: one that never was shown, so that a report does not tell what
  // the one before withheld; of these the smallest. None where none is left.
  std::optional<std::size_t> next_to_withhold() const {
    std::optional<std::size_t> next;
    const auto rank = [&](std::size_t index) {
      return std::pair(newest_[index] != nullptr, candidates_[index].people);
    };
    for (std::size_t i = 1; i < candidates_.size(); ++i) {
      if (candidates_[i].choice != GroupChoice::fresh) continue;
      if (!next || rank(i) < rank(*next)) next = i;
    }
    return next;
  }

  // A single withheld group is the total less the others.
  void hide_second() {
    const auto is_withheld = [](const GroupCandidate& candidate) {
      return candidate.choice == GroupChoice::withheld;
    };
    if (std::count_if(candidates_.begin() + 1, candidates_.end(), is_withheld) != 1) return;
    const auto second = next_to_withhold();
    if (second) take_back(*second);
  }

  void audit() {
    const auto rows = unchanged_rows();
    for (;;) {
      const AuditProblem problem = problem_of_groups(rows);
      if (find_narrow(problem, rules_.least_width()).empty()) return;
      const auto next = next_to_withhold();
      if (next) {
        take_back(*next);
      } else if (candidates_[everyone].choice == GroupChoice::fresh) {
        take_back(everyone);
        if (candidates_[everyone].choice == GroupChoice::as_before) return;
      } else {
        return;
      }
    }
  }

  // What a reader knows of the size that a candidate has today.
  Bounds known_of(std::size_t index) const {
    const GroupCandidate& candidate = candidates_[index];
    if (candidate.choice == GroupChoice::fresh) return candidate.size;
    if (candidate.choice == GroupChoice::withheld) {
      const PublishedFigure hidden{Visibility::hidden, 0};
      return rules_.known_of_group(candidate.figure.is_shown() ? hidden : candidate.figure);
    }
    // Repeated because few have joined or left, or because it had to be withheld: then it may have grown
    // by anything.
    Bounds then = rules_.known_of_group(newest_[index]->shown->people);
    const bool is_near = rules_.are_too_near(newest_[index]->people, candidate.people);
    then.low = std::max<std::int64_t>(1, then.low - rules_.policy().minimum_group);
    then.high = is_near ? then.high + rules_.policy().minimum_group : without_limit;
    then.low = std::min(then.low, candidate.people);
    return then;
  }

  // Rows that were published of as many people as there are today, of whom all are in the files.
  std::vector<const LedgerRow*> unchanged_rows() const {
    std::vector<const LedgerRow*> unchanged;
    for (const LedgerRow* row : rows_) {
      if (!row->shown) continue;
      std::int64_t people = 0;
      for (const auto& [cell, count] : question_.people) people += holds(row->who, cell) ? count : 0;
      if (people == row->people) unchanged.push_back(row);
    }
    return unchanged;
  }

  // People who are in the same group (0: in none) and in the same published rows are one cell.
  using Signature = std::pair<std::size_t, std::vector<bool>>;

  std::map<Signature, std::int64_t> cells_of(const std::vector<const LedgerRow*>& rows) const {
    std::map<Signature, std::int64_t> cells;
    if (question_.people.empty()) {
      for (std::size_t i = 1; i < candidates_.size(); ++i) cells[{i, {}}] = candidates_[i].people;
      return cells;
    }
    std::map<GroupKey, std::size_t> index;
    for (std::size_t i = 1; i < candidates_.size(); ++i) index.emplace(candidates_[i].shown.key, i);
    for (const auto& [cell, people] : question_.people) {
      Signature signature;
      if (passes(question_.filter, cell)) signature.first = index.at(key_of(question_.grouping, cell));
      for (const LedgerRow* row : rows) signature.second.push_back(holds(row->who, cell));
      cells[signature] += people;
    }
    return cells;
  }

  AuditProblem problem_of_groups(const std::vector<const LedgerRow*>& rows) const {
    AuditProblem problem;
    std::vector<AuditSum> groups(candidates_.size()), published(rows.size());
    for (const auto& [signature, people] : cells_of(rows)) {
      const std::size_t cell = problem.cells.size();
      problem.cells.push_back({.known = {0, without_limit}, .value = people});
      if (signature.first > 0) {
        groups[everyone].cells.push_back(cell);
        groups[signature.first].cells.push_back(cell);
      }
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (signature.second[i]) published[i].cells.push_back(cell);
      }
    }
    for (std::size_t i = 0; i < groups.size(); ++i) add_group(problem, groups[i], i);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      published[i].known = rules_.known_of_group(rows[i]->shown->people);
      problem.sums.push_back(std::move(published[i]));
    }
    return problem;
  }

  // A group of one cell needs no sum of its own: then fewer cells are in more than one sum.
  void add_group(AuditProblem& problem, AuditSum& group, std::size_t index) const {
    if (group.cells.empty()) return;
    if (index != everyone && candidates_[index].choice == GroupChoice::withheld)
      problem.targets.push_back(group.cells);
    group.known = known_of(index);
    if (index != everyone && group.cells.size() == 1) {
      problem.cells[group.cells.front()].known = group.known;
    } else {
      problem.sums.push_back(std::move(group));
    }
  }

  std::vector<GroupCandidate>& candidates_;
  const DisclosureQuestion& question_;
  const CountingRules& rules_;
  std::set<std::string> campaigns_;
  std::vector<const LedgerRow*> rows_{};    // that can be about the same people
  std::vector<const LedgerRow*> newest_{};  // by candidate
};

}  // namespace

std::set<std::string> campaigns_of(const DisclosureQuestion& question) {
  std::set<std::string> campaigns;
  for (const auto& [cell, people] : question.people) {
    if (passes(question.filter, cell)) campaigns.insert(cell[static_cast<std::size_t>(Dimension::campaign)]);
  }
  return campaigns;
}

Outcome choose_groups(std::vector<GroupCandidate>& candidates, const DisclosureQuestion& question,
                      const CountingRules& rules, const Ledger& ledger) {
  return Chooser(candidates, question, rules, ledger).run();
}

}  // namespace assessment
