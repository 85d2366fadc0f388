#include "assessment/reporting/report_notes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/base/fill.hpp"

namespace assessment {

std::string disclosure_note(const FigureRules& rules, const ReportWords& words) {
  if (rules.protection == Protection::off) return std::string(words.notes.exact);
  const DisclosurePolicy& policy = rules.policy;
  return fill(words.statistics.disclosure, {{"minimum", std::to_string(policy.minimum_group)},
                                            {"below", std::to_string(policy.suppress_below)},
                                            {"round", std::to_string(policy.round_to)},
                                            {"means", std::to_string(policy.means_from)}});
}

std::string synthetic_sentence(int synthetic_files, int files, const ReportWords& words) {
  if (synthetic_files == 0) return "";
  return std::string(synthetic_files == files ? words.headline.all_synthetic : words.headline.some_synthetic);
}

std::string people_sentence(const PublishedFigure& people, const FigureRules& rules,
                            const ReportWords& words) {
  if (people.visibility == Visibility::under_minimum)
    return fill(words.headline.fewer_than, {{"minimum", std::to_string(rules.policy.minimum_group)}});
  if (!people.is_shown()) return std::string(words.headline.too_few_to_say);
  const bool is_rounded = rules.protection == Protection::on && people.figure > 0;
  return fill(is_rounded ? words.headline.about_people : words.headline.people,
              {{"people", std::to_string(people.figure)}, {"day", ""}});
}

std::string measure_label(const std::string& domain, Measure measure, const ReportWords& words) {
  return measure == Measure::knowledge ? fill(words.statistics.of_knowledge, {{"domain", domain}}) : domain;
}

std::string statistic_text(const PublishedStatistic& statistic, int decimals) {
  if (statistic.visibility == Visibility::absent) return "-";
  if (!statistic.is_shown()) return "*";
  const std::string text = fmt::format("{:.{}f}", statistic.value, std::min(decimals, statistic.decimals));
  const bool is_nothing = text.find_first_of("123456789") == std::string::npos;
  return is_nothing && text.starts_with('-') ? text.substr(1) : text;  // never -0.00
}

}  // namespace assessment
