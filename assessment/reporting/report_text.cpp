#include "assessment/reporting/report_text.hpp"

#include <algorithm>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/report_sections.hpp"

namespace assessment {
namespace {

std::string people_sentence(const Report& report, const ReportWords& words) {
  if (report.people.is_shown()) {
    const bool is_rounded = report.protection == Protection::on && report.people.figure > 0;
    const std::string day =
        report.people_as_of.empty() ? "" : fill(words.headline.as_of, {{"day", report.people_as_of}});
    return fill(is_rounded ? words.headline.about_people : words.headline.people,
                {{"people", std::to_string(report.people.figure)}, {"day", day}});
  }
  if (report.people.visibility == Visibility::hidden) return std::string(words.headline.too_few_to_say);
  return fill(words.headline.fewer_than, {{"minimum", std::to_string(report.policy.minimum_group)}});
}

std::string groups_sentence(const Report& report, const ReportWords& words) {
  const auto is_shown = [](const ReportedGroup& group) { return group.people.is_shown(); };
  const auto shown = std::ranges::count_if(report.groups, is_shown);
  if (static_cast<std::size_t>(shown) == report.groups.size()) return "";
  return fill(words.headline.groups_shown,
              {{"shown", std::to_string(shown)}, {"all", std::to_string(report.groups.size())}});
}

std::vector<std::string> make_headline(const Report& report, const ReportSource& source,
                                       const ReportWords& words) {
  std::vector<std::string> headline{people_sentence(report, words)};
  if (source.synthetic_files > 0) {
    headline.emplace_back(source.synthetic_files == source.files ? words.headline.all_synthetic
                                                                 : words.headline.some_synthetic);
  }
  for (const std::string& condition : source.conditions)
    headline.push_back(fill(words.headline.condition, {{"condition", condition}}));
  headline.push_back(groups_sentence(report, words));
  for (const auto& groups : split_by_bank(report)) {
    const std::string sentence = lowest_sentence(groups, words);
    const bool is_one_of_many = groups.size() < report.groups.size() && !report.dimensions.empty() &&
                                report.dimensions.front() == "bank";
    headline.push_back(
        sentence.empty() || !is_one_of_many
            ? sentence
            : fill(words.headline.of_bank, {{"bank", groups.front()->bank.label}, {"sentence", sentence}}));
  }
  std::erase(headline, "");
  return headline;
}

bool has_grouped_role(const Report& report) {
  return std::ranges::any_of(report.groups, [](const ReportedGroup& group) {
    return std::ranges::any_of(group.by, [](const Name& name) { return name.id == grouped_role; });
  });
}

bool has_repeated_rows(const Report& report) {
  return !report.people_as_of.empty() ||
         std::ranges::any_of(report.groups, [](const ReportedGroup& group) { return !group.as_of.empty(); });
}

void add_disclosure_notes(Report& report, const ReportWords& words) {
  if (report.protection == Protection::off) {
    report.notes.emplace_back(words.notes.exact);
    return;
  }
  const DisclosurePolicy& policy = report.policy;
  report.notes.push_back(fill(words.notes.disclosure, {{"minimum", std::to_string(policy.minimum_group)},
                                                       {"below", std::to_string(policy.suppress_below)},
                                                       {"round", std::to_string(policy.round_to)},
                                                       {"means", std::to_string(policy.means_from)}}));
  report.notes.emplace_back(words.notes.complementary);
  if (has_repeated_rows(report)) report.notes.emplace_back(words.notes.as_of);
  report.notes.emplace_back(words.notes.not_protected);
}

void add_notes(Report& report, const ReportSource& source, const ReportWords& words) {
  report.notes.clear();
  for (const std::string_view note :
       {words.notes.self_reported, words.notes.method, words.notes.too_few_answers})
    report.notes.emplace_back(note);
  if (has_grouped_role(report)) report.notes.emplace_back(words.notes.smaller_roles);
  if (source.skipped_files > 0)
    report.notes.push_back(
        fill(words.notes.skipped_files, {{"files", std::to_string(source.skipped_files)}}));
  add_disclosure_notes(report, words);
}

}  // namespace

void add_texts(Report& report, const ReportSource& source) {
  const ReportWords& words = report_words(report.language);
  report.title = words.title;
  if (report.protection == Protection::off) report.marking = words.not_for_sharing;
  report.headline = make_headline(report, source, words);
  add_notes(report, source, words);
}

}  // namespace assessment
