#include "assessment/reporting/report_notes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assessment {

std::string disclosure_note(const FigureRules& rules) {
  if (rules.protection == Protection::off) {
    return "Disclosure: these are exact figures. Single people can be worked out of them, so they must not "
           "leave "
           "the hands of who made them.";
  }
  const DisclosurePolicy& policy = rules.policy;
  return fmt::format(
      "Disclosure: a group of fewer than {} people shows nothing. A count below {} shows as *, 0 as 0; all "
      "other "
      "counts and totals are rounded to the nearest {}, each on its own, so they need not add up; shares "
      "come "
      "from rounded counts. Means and other statistics need {} people.",
      policy.minimum_group, policy.suppress_below, policy.round_to, policy.means_from);
}

std::string synthetic_sentence(int synthetic_files, int files) {
  if (synthetic_files == 0) return "";
  return synthetic_files == files ? "All of them are synthetic: a program made the answers up."
                                  : "Some of them are synthetic: a program made their answers up.";
}

std::string people_sentence(const PublishedFigure& people, const FigureRules& rules) {
  if (people.visibility == Visibility::under_minimum) {
    return fmt::format("Fewer than {} people took part: too few to show anything.",
                       rules.policy.minimum_group);
  }
  if (!people.is_shown()) return "Too few people took part to say how many.";
  const char* about = rules.protection == Protection::on && people.figure > 0 ? "About " : "";
  return fmt::format("{}{} people took part.", about, people.figure);
}

std::string statistic_text(const PublishedStatistic& statistic, int decimals) {
  if (statistic.visibility == Visibility::absent) return "-";
  if (!statistic.is_shown()) return "*";
  const std::string text = fmt::format("{:.{}f}", statistic.value, std::min(decimals, statistic.decimals));
  const bool is_nothing = text.find_first_of("123456789") == std::string::npos;
  return is_nothing && text.starts_with('-') ? text.substr(1) : text;  // never -0.00
}

}  // namespace assessment
