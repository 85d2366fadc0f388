// The figures in words. Limits are conventions: Ebel and Frisbie (1991), "Essentials of educational
// measurement", take items under 0.2 in discrimination for poor; docs/reports.md lists them all.
#include <fmt/format.h>

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

std::string difficulty(const PublishedItem& item, ItemKind kind) {
  if (is_over(item.facility, too_easy)) {
    if (kind == ItemKind::knowledge) return "almost everyone gets this right";
    return kind == ItemKind::self ? "almost everyone rates themselves at the top"
                                  : "almost everyone scores at the top";
  }
  if (!is_under(item.facility, too_hard)) return "";
  if (kind == ItemKind::knowledge) return "hardly anyone gets this right";
  return kind == ItemKind::self ? "almost everyone rates themselves at the bottom"
                                : "almost everyone scores at the bottom";
}

std::string fit(const PublishedItem& item, const PublishedScale& scale) {
  if (is_under(item.item_rest, 0)) return "goes against the rest: is it scored the wrong way round?";
  if (is_under(item.item_rest, apart)) return "does not go with the rest";
  const bool is_better = item.alpha_if_dropped.is_shown() && scale.alpha.is_shown() &&
                         item.alpha_if_dropped.value >= scale.alpha.value + better_without;
  return is_better ? "the rest goes together better without it" : "";
}

// Wrong answers that nobody chose make a question easier than it looks.
std::string unused_answers(const PublishedItem& item, ItemKind kind) {
  if (kind != ItemKind::knowledge) return "";
  std::string ids;
  for (const PublishedAnswer& answer : item.answers) {
    const bool is_unused = answer.people.is_shown() && answer.people.figure == 0;
    if (!is_unused || answer.is_correct || answer.id == not_sure_option.text) continue;
    ids += (ids.empty() ? "" : ", ") + answer.id;
  }
  return ids.empty() ? "" : "nobody chooses " + ids;
}

}  // namespace

std::vector<std::string> item_remarks(const PublishedItem& item, const PublishedScale& scale, ItemKind kind) {
  std::vector<std::string> remarks;
  const auto add = [&](std::string remark) {
    if (!remark.empty()) remarks.push_back(std::move(remark));
  };
  add(difficulty(item, kind));
  add(fit(item, scale));
  add(unused_answers(item, kind));
  if (is_over(item.not_sure, often_unsure)) add("many are not sure");
  if (is_over(item.not_applicable, often_not_applicable)) add("does not apply to half of the people or more");
  const bool is_unfit =
      item.does_not_fit.is_shown() && item.people.is_shown() && item.people.figure > 0 &&
      static_cast<double>(item.does_not_fit.figure) >= often_unfit * static_cast<double>(item.people.figure);
  if (is_unfit) add("many say it does not fit their job");
  return remarks;
}

std::vector<std::string> scale_remarks(const PublishedScale& scale) {
  std::vector<std::string> remarks;
  if (is_under(scale.alpha, 0)) {
    remarks.emplace_back(
        "the items go against each other (alpha below 0): is one scored the wrong way round?");
  } else if (is_under(scale.alpha, reliable)) {
    remarks.push_back(fmt::format("reliability {:.2f} is under 0.6: do not lean on scores of this domain",
                                  scale.alpha.value));
  }
  const auto asked = std::ranges::count_if(scale.of_items, [](const PublishedItem& item) {
    return !item.people.is_shown() || item.people.figure > 0;
  });
  if (static_cast<std::size_t>(asked) > scale.items)
    remarks.push_back(
        fmt::format("its figures are of the {} of {} items that most people were asked", scale.items, asked));
  if (scale.people.is_shown() && scale.people.figure < 100)
    remarks.emplace_back("fewer than 100 people: these figures are unsteady");
  return remarks;
}

}  // namespace assessment
