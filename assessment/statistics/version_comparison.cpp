#include "assessment/statistics/version_comparison.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace assessment {
namespace {

// "ward-basics@2" -> "ward-basics", 2
std::pair<std::string, int> split_series(const std::string& series) {
  const std::size_t at = series.rfind('@');
  int major = 0;
  if (at != std::string::npos) std::from_chars(series.data() + at + 1, series.data() + series.size(), major);
  return {series.substr(0, at), major};
}

// Major versions by bank.
std::map<std::string, std::set<int>> banks_of(const ScoredFiles& files, const std::string& cohort) {
  std::map<std::string, std::set<int>> banks;
  for (const auto& [key, group] : files.groups) {
    if (key.values.front() != cohort) continue;
    const auto series = split_series(key.series);
    banks[series.first].insert(series.second);
  }
  return banks;
}

// The scores of one item in tenths of a percent of its highest.
Moments moments_of(const ScoreMatrix& scores, std::size_t column, const Rational& highest) {
  Moments moments;
  for (const std::int32_t score : scores.columns[column]) {
    if (score == no_score) continue;
    const std::int64_t tenths = (Rational(score) / (highest * scores.parts)).floor_in(1000).value_or(0);
    moments.people += 1;
    moments.sum += tenths;
    moments.sum_of_squares += tenths * tenths;
  }
  return moments;
}

struct ItemScores {
  const Item* item = nullptr;
  Moments moments{};
  PublishedItem published{};
};

// The items of a cohort's bank that have a score, by id.
std::map<std::string, ItemScores> item_scores(const ScoredGroup& group, const FigureRules& rules) {
  std::map<std::string, ItemScores> items;
  for (std::size_t domain = 0; domain < group.bank->domains.size(); ++domain) {
    for (const Measure measure : {Measure::self, Measure::knowledge}) {
      const ScaleItems scale = scale_items(*group.bank, domain, measure);
      for (std::size_t i = 0; i < scale.items.size(); ++i) {
        if (!scale.highest[i] || *scale.highest[i] == 0) continue;
        const std::vector<std::size_t> column{scale.columns[i]};
        const std::string& id = scale.items[i]->id.text;
        const PublishedScale alone = publish_scale(
            analyse_scale(group.scores, column, std::vector<std::optional<Rational>>{scale.highest[i]}), {id},
            rules);
        items[id] = {scale.items[i], moments_of(group.scores, scale.columns[i], *scale.highest[i]),
                     alone.of_items.front()};
      }
    }
  }
  return items;
}

PublishedStatistic percent_of(PublishedStatistic share) {
  share.value *= 100;
  share.decimals = std::max(0, share.decimals - 2);
  return share;
}

ComparedItem compare_item(const ItemScores& before, const ItemScores& after, const FigureRules& rules) {
  ComparedItem compared{.id = after.item->id.text,
                        .before_people = before.published.people,
                        .after_people = after.published.people,
                        .before = percent_of(before.published.facility),
                        .after = percent_of(after.published.facility)};
  const bool is_hidden = before.published.facility.visibility == Visibility::hidden ||
                         after.published.facility.visibility == Visibility::hidden;
  if (is_hidden) {
    compared.difference.visibility = Visibility::hidden;
    return compared;
  }
  const auto difference = unpaired_difference(before.moments, after.moments);
  if (!difference) return compared;
  const std::int64_t people = std::min(before.moments.people, after.moments.people);
  compared.difference = rules.statistic(difference->difference, people, 0);
  compared.low = rules.statistic(difference->interval.low, people, 0);
  compared.high = rules.statistic(difference->interval.high, people, 0);
  if (compared.difference.is_shown()) compared.change = change_in(difference->interval);
  return compared;
}

bool is_shown(const DisclosedTables& tables, const GroupKey& key) {
  return std::any_of(tables.groups().begin(), tables.groups().end(), [&](const DisclosedGroup& group) {
    return group.key == key && group.people.is_shown();
  });
}

}  // namespace

std::vector<ComparedVersions> compare_versions(const ScoredFiles& files, const DisclosedTables& tables,
                                               const std::vector<std::string>& cohorts,
                                               const FigureRules& rules) {
  std::vector<ComparedVersions> all;
  for (std::size_t i = 0; i + 1 < cohorts.size(); ++i) {
    const auto before = banks_of(files, cohorts[i]), after = banks_of(files, cohorts[i + 1]);
    for (const auto& [bank, majors] : before) {
      const auto other = after.find(bank);
      if (other == after.end()) continue;
      const auto is_common = [&, &later = other->second](int major) { return later.contains(major); };
      if (std::any_of(majors.begin(), majors.end(), is_common)) continue;
      const auto name = [&, &id = bank](int major) { return id + "@" + std::to_string(major); };
      ComparedVersions versions{cohorts[i], cohorts[i + 1], name(*majors.rbegin()),
                                name(*other->second.rbegin())};
      const GroupKey one{versions.before_series, {versions.before}},
          two{versions.after_series, {versions.after}};
      if (is_shown(tables, one) && is_shown(tables, two)) {
        const auto old_items = item_scores(files.groups.at(one), rules);
        const ScoredGroup& later = files.groups.at(two);
        const auto new_items = item_scores(later, rules);
        for (const Item& item : later.bank->items) {
          const auto from = old_items.find(item.id.text), to = new_items.find(item.id.text);
          if (from == old_items.end() || to == new_items.end()) continue;
          versions.items.push_back(compare_item(from->second, to->second, rules));
        }
      }
      all.push_back(std::move(versions));
    }
  }
  return all;
}

}  // namespace assessment
