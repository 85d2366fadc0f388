// Item statistics that may be shown: of a table of scores as they are, of people's results only so far as
// the disclosure policy lets them.
//
// Counts of results come from DisclosedTables. A statistic over fewer than `means_from` people is withheld,
// all others are rounded; facilities, like all shares, come from rounded counts, and a facility that would
// tell a withheld count of right answers is withheld with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/bank/item.hpp"
#include "assessment/statistics/disclosure.hpp"
#include "assessment/statistics/item_analysis.hpp"

namespace assessment {

// A figure that is no count, already rounded to `decimals`.
struct PublishedStatistic {
  Visibility visibility = Visibility::absent;
  double value = 0;  // 0 unless shown
  int decimals = 0;

  bool is_shown() const { return visibility == Visibility::shown; }
  bool operator==(const PublishedStatistic&) const = default;
};

struct PublishedAnswer {
  std::string id{};  // of the option, or a score of a table
  PublishedFigure people{};
  PublishedStatistic share{};  // of everyone in the group, 0 .. 1
  bool is_not_applicable = false, is_correct = false;

  bool operator==(const PublishedAnswer&) const = default;
};

struct PublishedItem {
  std::string id{};
  PublishedFigure people{};  // with a score
  bool is_in_scale = false;  // most people were asked it: PublishedScale's figures are of it too
  PublishedStatistic facility{}, mean{}, deviation{}, item_rest{}, alpha_if_dropped{}, discrimination{};
  std::vector<PublishedAnswer> answers{};
  PublishedFigure without_answer{};
  PublishedStatistic not_sure{}, not_applicable{};  // shares of everyone in the group
  PublishedFigure does_not_fit{};                   // people who marked it as not fitting their job

  bool operator==(const PublishedItem&) const = default;
};

struct PublishedScale {
  std::size_t items = 0;     // that most people were asked
  PublishedFigure people{};  // with a score in each of them
  PublishedStatistic highest{}, mean{}, deviation{};
  PublishedStatistic alpha{}, alpha_low{}, alpha_high{}, standardised_alpha{}, omega{};
  PublishedStatistic error_of_measurement{};
  std::vector<PublishedItem> of_items{};

  bool operator==(const PublishedScale&) const = default;
};

// How figures are shown: all of them to six decimals, or as the policy has it.
struct FigureRules {
  DisclosurePolicy policy{};
  Protection protection = Protection::on;

  PublishedFigure count(std::int64_t people) const;
  // Of that many people; `decimals` with protection, else more.
  PublishedStatistic statistic(std::optional<double> value, std::int64_t people, int decimals) const;
  // count / whole, from figures as they are published.
  PublishedStatistic share(const PublishedFigure& count, const PublishedFigure& whole) const;
};

// Without answers and shares. `ids` are the names of the analysis' items.
PublishedScale publish_scale(const ScaleAnalysis& analysis, const std::vector<std::string>& ids,
                             const FigureRules& rules);

// Fills in the answers to an item of a bank and what follows from them. `group` is that of the item's
// people; the item stands in it once anybody has answered.
void add_answers(PublishedItem& item, const QuestionBank& bank, const Item& of_bank,
                 const DisclosedGroup& group, const FigureRules& rules);

// The scores of a table's column as answers, where there are at most `most` different ones.
void add_score_counts(PublishedItem& item, const ScoreMatrix& matrix, std::size_t column,
                      const FigureRules& rules, std::size_t most = 12);

// What stands out in the figures of an item. ReportWords has the words, in this order.
enum class ItemRemarkKind {
  most_are_right,
  few_are_right,
  rated_at_top,
  rated_at_bottom,
  scored_at_top,
  scored_at_bottom,
  goes_against_rest,
  apart_from_rest,
  better_without,
  unused_answers,
  many_unsure,
  often_not_applicable,
  often_unfit
};

struct ItemRemark {
  ItemRemarkKind kind = ItemRemarkKind::most_are_right;
  std::vector<std::string> answers{};  // of unused_answers: their ids

  bool operator==(const ItemRemark&) const = default;
};

// What stands out in the figures of a scale. ReportWords has the words, in this order.
enum class ScaleRemarkKind { items_disagree, unreliable, of_most_asked, few_people };

struct ScaleRemark {
  ScaleRemarkKind kind = ScaleRemarkKind::few_people;
  double alpha = 0;           // of unreliable
  std::size_t items = 0;      // of of_most_asked: that its figures are of
  std::size_t all_items = 0;  // of of_most_asked: that anybody was asked

  bool operator==(const ScaleRemark&) const = default;
};

// From what is published alone.
enum class ItemKind { self, knowledge, table };
std::vector<ItemRemark> item_remarks(const PublishedItem& item, const PublishedScale& scale, ItemKind kind);
std::vector<ScaleRemark> scale_remarks(const PublishedScale& scale);

}  // namespace assessment
