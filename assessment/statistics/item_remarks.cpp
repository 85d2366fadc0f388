// What stands out. Limits are conventions: Ebel and Frisbie (1991), "Essentials of educational
// measurement", take items under 0.2 in discrimination for poor; docs/reports.md lists them all.
#include <algorithm>

#include "assessment/statistics/published_items.hpp"

namespace assessment {
namespace {

constexpr double too_easy = 0.9, too_hard = 0.2, apart = 0.2, better_without = 0.01;
constexpr double often_unsure = 0.3, often_not_applicable = 0.5, often_unfit = 0.1;
constexpr double reliable = 0.6;

bool is_over(const PublishedStatistic& statistic, double limit) {
  return statistic.is_shown() && statistic.value >= limit;
}

bool is_under(const PublishedStatistic& statistic, double limit) {
  return statistic.is_shown() && statistic.value < limit;
}

std::optional<ItemRemarkKind> difficulty(const PublishedItem& item, ItemKind kind) {
  if (is_over(item.facility, too_easy)) {
    if (kind == ItemKind::knowledge) return ItemRemarkKind::most_are_right;
    return kind == ItemKind::self ? ItemRemarkKind::rated_at_top : ItemRemarkKind::scored_at_top;
  }
  if (!is_under(item.facility, too_hard)) return std::nullopt;
  if (kind == ItemKind::knowledge) return ItemRemarkKind::few_are_right;
  return kind == ItemKind::self ? ItemRemarkKind::rated_at_bottom : ItemRemarkKind::scored_at_bottom;
}

std::optional<ItemRemarkKind> fit(const PublishedItem& item, const PublishedScale& scale) {
  if (is_under(item.item_rest, 0)) return ItemRemarkKind::goes_against_rest;
  if (is_under(item.item_rest, apart)) return ItemRemarkKind::apart_from_rest;
  const bool is_better = item.alpha_if_dropped.is_shown() && scale.alpha.is_shown() &&
                         item.alpha_if_dropped.value >= scale.alpha.value + better_without;
  if (is_better) return ItemRemarkKind::better_without;
  return std::nullopt;
}

// Wrong answers that nobody chose make a question easier than it looks.
std::vector<std::string> unused_answers(const PublishedItem& item, ItemKind kind) {
  std::vector<std::string> ids;
  if (kind != ItemKind::knowledge) return ids;
  for (const PublishedAnswer& answer : item.answers) {
    const bool is_unused = answer.people.is_shown() && answer.people.figure == 0;
    if (is_unused && !answer.is_correct && answer.id != not_sure_option.text) ids.push_back(answer.id);
  }
  return ids;
}

bool is_often_unfit(const PublishedItem& item) {
  return item.does_not_fit.is_shown() && item.people.is_shown() && item.people.figure > 0 &&
         static_cast<double>(item.does_not_fit.figure) >=
             often_unfit * static_cast<double>(item.people.figure);
}

}  // namespace

std::vector<ItemRemark> item_remarks(const PublishedItem& item, const PublishedScale& scale, ItemKind kind) {
  std::vector<ItemRemark> remarks;
  const auto add = [&](std::optional<ItemRemarkKind> remark) {
    if (remark) remarks.push_back({.kind = *remark});
  };
  add(difficulty(item, kind));
  add(fit(item, scale));
  const std::vector<std::string> unused = unused_answers(item, kind);
  if (!unused.empty()) remarks.push_back({.kind = ItemRemarkKind::unused_answers, .answers = unused});
  if (is_over(item.not_sure, often_unsure)) add(ItemRemarkKind::many_unsure);
  if (is_over(item.not_applicable, often_not_applicable)) add(ItemRemarkKind::often_not_applicable);
  if (is_often_unfit(item)) add(ItemRemarkKind::often_unfit);
  return remarks;
}

std::vector<ScaleRemark> scale_remarks(const PublishedScale& scale) {
  std::vector<ScaleRemark> remarks;
  if (is_under(scale.alpha, 0)) {
    remarks.push_back({.kind = ScaleRemarkKind::items_disagree});
  } else if (is_under(scale.alpha, reliable)) {
    remarks.push_back({.kind = ScaleRemarkKind::unreliable, .alpha = scale.alpha.value});
  }
  const auto asked =
      static_cast<std::size_t>(std::ranges::count_if(scale.of_items, [](const PublishedItem& item) {
        return !item.people.is_shown() || item.people.figure > 0;
      }));
  if (asked > scale.items) {
    remarks.push_back({.kind = ScaleRemarkKind::of_most_asked, .items = scale.items, .all_items = asked});
  }
  if (scale.people.is_shown() && scale.people.figure < 100)
    remarks.push_back({.kind = ScaleRemarkKind::few_people});
  return remarks;
}

}  // namespace assessment
