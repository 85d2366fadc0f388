#include "assessment/reporting/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/reporting/report_tables.hpp"

namespace assessment {
namespace {

constexpr std::string_view not_for_sharing =
    "NOT FOR SHARING: exact figures, not protected against disclosure";

std::string people_sentence(const Report& report) {
  if (report.people.visibility == Visibility::shown) {
    const char* about = report.protection == Protection::on && report.people.figure > 0 ? "About " : "";
    const std::string day =
        report.people_as_of.empty() ? "" : fmt::format(" (as of {})", report.people_as_of);
    return fmt::format("{}{} people took part{}.", about, report.people.figure, day);
  }
  if (report.people.visibility == Visibility::hidden) return "Too few people took part to say how many.";
  return fmt::format("Fewer than {} people took part: too few to show anything.",
                     report.policy.minimum_group);
}

// The domain with the lowest mean that is shown, the first of equals; null where none is.
const ReportedDomain* lowest_domain(const ReportedGroup& group) {
  const ReportedDomain* lowest = nullptr;
  for (const ReportedDomain& domain : group.domains) {
    if (!domain.mean.is_shown()) continue;
    if (!lowest || domain.mean.figure < lowest->mean.figure) lowest = &domain;
  }
  return lowest;
}

// "Lowest mean self-rating: Staying safe in 3 groups, Data in 1 group." Empty where no mean is shown.
std::string lowest_sentence(const GroupsOfBank& groups) {
  struct Lowest {
    const ReportedDomain* domain = nullptr;
    int groups = 0;
  };
  std::vector<Lowest> found;
  int groups_with_means = 0;
  for (const ReportedGroup* group : groups) {
    const ReportedDomain* domain = lowest_domain(*group);
    if (!domain) continue;
    ++groups_with_means;
    auto place = std::find_if(found.begin(), found.end(),
                              [&](const Lowest& other) { return other.domain->name == domain->name; });
    if (place == found.end()) place = found.insert(found.end(), Lowest{domain});
    place->groups += 1;
  }
  if (found.empty()) return "";
  if (groups_with_means == 1) {
    const ReportedDomain& only = *found.front().domain;
    return fmt::format("Lowest mean self-rating: {} ({} %).", only.name.label, tenths_text(only.mean));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Lowest& a, const Lowest& b) { return a.groups > b.groups; });
  std::string list;
  for (const Lowest& lowest : found) {
    list += fmt::format("{}{} in {} {}", list.empty() ? "" : ", ", lowest.domain->name.label, lowest.groups,
                        lowest.groups == 1 ? "group" : "groups");
  }
  return fmt::format("Lowest mean self-rating: {}.", list);
}

std::string groups_sentence(const Report& report) {
  const auto is_shown = [](const ReportedGroup& group) { return group.people.is_shown(); };
  const auto shown = std::count_if(report.groups.begin(), report.groups.end(), is_shown);
  if (static_cast<std::size_t>(shown) == report.groups.size()) return "";
  return fmt::format(
      "Figures are shown for {} of {} groups; the others are too small, or would give a small one away.",
      shown, report.groups.size());
}

std::vector<std::string> make_headline(const Report& report, const ReportSource& source) {
  std::vector<std::string> headline{people_sentence(report)};
  if (source.synthetic_files > 0) {
    headline.push_back(source.synthetic_files == source.files
                           ? "All of them are synthetic: a program made the answers up."
                           : "Some of them are synthetic: a program made their answers up.");
  }
  for (const std::string& condition : source.conditions) {
    headline.push_back(fmt::format("Only records with {} are counted.", condition));
  }
  headline.push_back(groups_sentence(report));
  for (const auto& groups : split_by_bank(report)) {
    const std::string sentence = lowest_sentence(groups);
    const bool is_one_of_many = groups.size() < report.groups.size() && !report.dimensions.empty() &&
                                report.dimensions.front() == "bank";
    headline.push_back(sentence.empty() || !is_one_of_many
                           ? sentence
                           : fmt::format("{}: {}", groups.front()->bank.label, sentence));
  }
  headline.erase(std::remove(headline.begin(), headline.end(), ""), headline.end());
  return headline;
}

bool has_grouped_role(const Report& report) {
  const auto is_grouped = [](const ReportedGroup& group) {
    return std::any_of(group.by.begin(), group.by.end(),
                       [](const Name& name) { return name.id == grouped_role; });
  };
  return std::any_of(report.groups.begin(), report.groups.end(), is_grouped);
}

bool has_repeated_rows(const Report& report) {
  return !report.people_as_of.empty() ||
         std::any_of(report.groups.begin(), report.groups.end(),
                     [](const ReportedGroup& group) { return !group.as_of.empty(); });
}

void add_disclosure_notes(Report& report) {
  const DisclosurePolicy& policy = report.policy;
  if (report.protection == Protection::off) {
    report.notes.emplace_back(
        "Disclosure: these are exact figures. Single people can be worked out of them, so they "
        "must not leave the hands of who made them.");
    return;
  }
  report.notes.push_back(
      fmt::format("Disclosure: a group of fewer than {} people shows nothing. A count below {} shows as *, 0 "
                  "as 0; all other "
                  "counts and totals are rounded to the nearest {}, each on its own, so they need not add "
                  "up. Means need {} people.",
                  policy.minimum_group, policy.suppress_below, policy.round_to, policy.means_from));
  report.notes.emplace_back(
      "Where a withheld group or count could be worked out as the total less the rest, others are withheld "
      "as well, until nobody who knows these rules can tell it within a range of 5.");
  if (has_repeated_rows(report)) {
    report.notes.emplace_back(
        "As of: since the day named, a few people have joined or left that group. Its new figures would tell "
        "of them, so the last ones are shown again.");
  }
  report.notes.emplace_back(
      "Not protected: that everyone in a group chose the same can be seen, and reports that were made "
      "without "
      "the same ledger can be subtracted from each other. Give out reports from one ledger only.");
}

void add_notes(Report& report, const ReportSource& source) {
  report.notes = {
      "Self-reported: people rated themselves. This is not a test, an appraisal or a ranking. Knowledge "
      "means come from "
      "questions with a right answer and are never blended with the ratings.",
      "Method: a group's mean is the mean of its people's percentages, rounded half up to one decimal; SD is "
      "the "
      "standard deviation with n - 1. Each percentage was cut off to one decimal; levels were decided before "
      "that.",
      "Too few answers: people who answered less of a domain than the question bank demands are counted "
      "under \"Too "
      "few answers\", and are in no mean and no level."};
  if (has_grouped_role(report)) {
    report.notes.emplace_back(
        "Smaller roles together (*): people whose role had too few members in their batch to be "
        "named. They are missing from the rows of their own roles.");
  }
  if (source.skipped_files > 0) {
    report.notes.push_back(
        fmt::format("Files left out because of faults in them: {}.", source.skipped_files));
  }
  add_disclosure_notes(report);
}

}  // namespace

void add_texts(Report& report, const ReportSource& source) {
  report.title = "Digital skills: self-assessment report";
  if (report.protection == Protection::off) report.marking = not_for_sharing;
  report.headline = make_headline(report, source);
  report.sections = make_sections(report);
  add_notes(report, source);
}

}  // namespace assessment
