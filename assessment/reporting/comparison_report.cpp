#include "assessment/reporting/comparison_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/reporting/report_notes.hpp"

namespace assessment {
namespace {

std::string domain_label(const ComparedSeries& series, const ComparedMeasure& measure,
                         std::string_view language) {
  const auto domain = std::find_if(series.bank->domains.begin(), series.bank->domains.end(),
                                   [&](const Domain& other) { return other.id.text == measure.domain; });
  const std::string label =
      domain == series.bank->domains.end() ? measure.domain : domain->title.in(language);
  return measure.measure == Measure::knowledge ? label + " (knowledge)" : label;
}

std::string tenth(const PublishedStatistic& statistic) {
  return statistic_text(statistic, 1);
}

std::string signed_text(const PublishedStatistic& statistic, int decimals) {
  const std::string text = statistic_text(statistic, decimals);
  return statistic.is_shown() && statistic.value > 0 ? "+" + text : text;
}

std::string percent(const PublishedStatistic& share) {
  return share.is_shown() ? fmt::format("{:.0f}", 100 * share.value) : statistic_text(share, 0);
}

Column right(std::string title) {
  return {std::move(title), Alignment::end};
}

constexpr double reliable = 0.6;

// "(reliability 0.54, under 0.6)" of the least reliable of two cohorts; empty where all is well.
std::string reliability_flag(const ComparedMeasure& measure, const PublishedChange& change) {
  const PublishedStatistic* least = nullptr;
  for (const PublishedCohort& cohort : measure.cohorts) {
    if (cohort.cohort != change.before && cohort.cohort != change.after) continue;
    if (cohort.alpha.is_shown() && (!least || cohort.alpha.value < least->value)) least = &cohort.alpha;
  }
  if (!least || least->value >= reliable) return "";
  return fmt::format(" Reliability {:.2f}, under 0.6: do not lean on it.", least->value);
}

std::string sentence(const std::string& label, const ComparedMeasure& measure,
                     const PublishedChange& change) {
  const std::string what = fmt::format("{}, {} to {}", label, change.before, change.after);
  if (!change.change) return fmt::format("{}: too few people to say.", what);
  return fmt::format("{}: {} ({} points, 95 % {} to {}).{}", what, change_text(change.change),
                     signed_text(change.difference, 1), tenth(change.low), tenth(change.high),
                     reliability_flag(measure, change));
}

// A bar of one character a cohort, from 0 to 100 percent.
std::string trend(const ComparedMeasure& measure) {
  constexpr std::array<const char*, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string text;
  for (const PublishedCohort& cohort : measure.cohorts) {
    const int height = std::clamp(static_cast<int>(cohort.mean.value / 12.5), 0, 7);
    text += cohort.mean.is_shown() ? bars[static_cast<std::size_t>(height)] : "*";
  }
  return text;
}

class ReportWriter {
 public:
  ReportWriter(const CohortComparison& comparison, std::string_view language)
      : comparison_(comparison), language_(language) {}

  Report write() {
    const bool is_exact = comparison_.rules.protection == Protection::off;
    report_.title = fmt::format("Change by {}", to_text(comparison_.by));
    if (is_exact) report_.marking = not_for_sharing;
    report_.policy = comparison_.rules.policy;
    report_.protection = comparison_.rules.protection;
    report_.headline.push_back(fmt::format("Compared: {}.", fmt::join(comparison_.cohorts, ", ")));
    const std::string synthetic = synthetic_sentence(comparison_.synthetic_files, comparison_.files);
    if (!synthetic.empty()) report_.headline.push_back(synthetic);
    for (const ComparedSeries& series : comparison_.series) add_series(series);
    for (const ComparedVersions& versions : comparison_.versions) add_versions(versions);
    if (report_.sections.empty()) {
      report_.headline.push_back(
          fmt::format("Nothing can be compared: these cohorts answered banks that have nothing in common, or "
                      "are fewer than "
                      "{} people in all.",
                      report_.policy.minimum_group));
    }
    add_notes();
    return std::move(report_);
  }

 private:
  void add_series(const ComparedSeries& series) {
    const bool is_one = comparison_.series.size() == 1;
    const std::string of_bank = is_one ? "" : ": " + series.series;
    ReportSection words{.heading = "What changed" + of_bank};
    for (const ComparedMeasure& measure : series.measures) {
      const std::string label = domain_label(series, measure, language_);
      for (const PublishedChange& change : measure.changes)
        words.paragraphs.push_back(sentence(label, measure, change));
    }
    report_.sections.push_back(std::move(words));
    ReportSection figures{.heading = "Figures" + of_bank};
    figures.tables = {means(series), changes(series)};
    for (Table table : {levels(series), linked(series)}) {
      if (!table.rows.empty()) figures.tables.push_back(std::move(table));
    }
    report_.sections.push_back(std::move(figures));
  }

  Table means(const ComparedSeries& series) const {
    Table table{.caption = "Means in percent, with the bar of each cohort in order (from 0 to 100 %)",
                .key_columns = 2,
                .columns = {{"Domain"},
                            {"Cohort"},
                            right("People"),
                            right("Mean"),
                            right("95 % from"),
                            right("to"),
                            right("SD"),
                            right("Alpha"),
                            {"Trend"}}};
    for (const ComparedMeasure& measure : series.measures) {
      for (const PublishedCohort& cohort : measure.cohorts) {
        const PublishedFigure& people = cohort.people.is_shown() ? cohort.scored : cohort.people;
        table.rows.push_back({domain_label(series, measure, language_), cohort.cohort,
                              count_text(people, comparison_.rules.policy), tenth(cohort.mean),
                              tenth(cohort.low), tenth(cohort.high), tenth(cohort.deviation),
                              statistic_text(cohort.alpha, 2),
                              &cohort == &measure.cohorts.back() ? trend(measure) : ""});
      }
    }
    return table;
  }

  Table changes(const ComparedSeries& series) const {
    Table table{.caption = "Differences between groups (unpaired), in percentage points",
                .key_columns = 3,
                .columns = {{"Domain"},
                            {"From"},
                            {"To"},
                            right("Change"),
                            right("95 % from"),
                            right("to"),
                            right("Hedges' g"),
                            right("95 % from"),
                            right("to"),
                            {"In words"}}};
    for (const ComparedMeasure& measure : series.measures) {
      for (const PublishedChange& change : measure.changes) {
        table.rows.push_back({domain_label(series, measure, language_), change.before, change.after,
                              signed_text(change.difference, 1), tenth(change.low), tenth(change.high),
                              signed_text(change.g, 2), statistic_text(change.g_low, 2),
                              statistic_text(change.g_high, 2), change_text(change.change)});
      }
    }
    return table;
  }

  // A row a level, a column a cohort.
  Table levels(const ComparedSeries& series) const {
    Table table{.caption = "Levels of self-ratings, percent of each cohort",
                .key_columns = 2,
                .columns = {{"Domain"}, {"Level"}}};
    for (const std::string& cohort : comparison_.cohorts) table.columns.push_back(right(cohort));
    for (const ComparedMeasure& measure : series.measures) {
      const auto with_levels =
          std::find_if(measure.cohorts.begin(), measure.cohorts.end(),
                       [](const PublishedCohort& cohort) { return !cohort.levels.empty(); });
      if (with_levels == measure.cohorts.end()) continue;
      for (std::size_t level = 0; level < with_levels->levels.size(); ++level) {
        std::vector<std::string> row{domain_label(series, measure, language_), with_levels->levels[level].id};
        for (const std::string& name : comparison_.cohorts) {
          const auto cohort =
              std::find_if(measure.cohorts.begin(), measure.cohorts.end(),
                           [&](const PublishedCohort& other) { return other.cohort == name; });
          const bool is_there = cohort != measure.cohorts.end() && level < cohort->levels.size();
          row.push_back(is_there ? percent(cohort->levels[level].share) : "-");
        }
        table.rows.push_back(std::move(row));
      }
    }
    return table;
  }

  Table linked(const ComparedSeries& series) const {
    const DisclosurePolicy& policy = comparison_.rules.policy;
    Table table{.caption = "Linked people alone (paired), in percentage points",
                .key_columns = 3,
                .columns = {{"Domain"},
                            {"From"},
                            {"To"},
                            right("Pairs"),
                            right("% of the first"),
                            right("% of the second"),
                            right("Change"),
                            right("95 % from"),
                            right("to"),
                            {"In words"},
                            right("Up a level"),
                            right("Same"),
                            right("Down"),
                            right("Gain of the means"),
                            right("Mean of the gains")}};
    for (const ComparedMeasure& measure : series.measures) {
      for (const PublishedChange& change : measure.changes) {
        if (!change.linked) continue;
        const PublishedLinked& l = *change.linked;
        table.rows.push_back({domain_label(series, measure, language_), change.before, change.after,
                              count_text(l.pairs, policy), percent(l.share_of_before),
                              percent(l.share_of_after), signed_text(l.difference, 1), tenth(l.low),
                              tenth(l.high), change_text(l.change), count_text(l.up, policy),
                              count_text(l.same, policy), count_text(l.down, policy),
                              statistic_text(l.gain_of_means, 2), statistic_text(l.gain_of_people, 2)});
      }
    }
    return table;
  }

  void add_versions(const ComparedVersions& versions) {
    ReportSection section{.heading = fmt::format("Item by item: {} to {}", versions.before, versions.after)};
    section.paragraphs.push_back(
        fmt::format("{} answered {}, {} answered {}: these major versions differ, so their domains are not "
                    "compared. Only items with one id in both are, and their wording may have changed.",
                    versions.before, versions.before_series, versions.after, versions.after_series));
    if (versions.items.empty()) section.paragraphs.emplace_back("There is no such item, or too few people.");
    Table table{.caption = "Mean score in percent of the highest",
                .columns = {{"Item"},
                            right("People before"),
                            right("after"),
                            right("Before"),
                            right("After"),
                            right("Change"),
                            right("95 % from"),
                            right("to"),
                            {"In words"}}};
    for (const ComparedItem& item : versions.items) {
      table.rows.push_back({item.id, count_text(item.before_people, comparison_.rules.policy),
                            count_text(item.after_people, comparison_.rules.policy),
                            statistic_text(item.before, 0), statistic_text(item.after, 0),
                            signed_text(item.difference, 0), statistic_text(item.low, 0),
                            statistic_text(item.high, 0), change_text(item.change)});
    }
    if (!table.rows.empty()) section.tables.push_back(std::move(table));
    report_.sections.push_back(std::move(section));
  }

  void add_notes() {
    report_.notes = {
        "Self-reported: people rated themselves. Knowledge comes from questions with a right answer, and is "
        "never "
        "blended with the ratings.",
        "Unpaired: two groups at two times, not the same people. Who came or left changes the means as well "
        "as "
        "learning does. The interval is Welch's, 95 %; where it holds 0 there is no clear change. With many "
        "comparisons one in twenty looks clear by chance alone.",
        "Hedges' g is the difference in standard deviations: 0.2 is small, 0.5 middling, 0.8 large.",
        "Paired figures are of people who took their three words along, and of nobody else: they may differ "
        "from "
        "those who did not. Normalised gain is of knowledge alone; the gain of the means and the mean of "
        "people's "
        "gains are two different figures.",
        disclosure_note(comparison_.rules)};
  }

  const CohortComparison& comparison_;
  std::string_view language_;
  Report report_;
};

}  // namespace

std::string change_text(const std::optional<Change>& change) {
  if (!change) return "";
  if (*change == Change::no_clear_change) return "no clear change";
  return *change == Change::rise ? "rise" : "fall";
}

Report to_report(const CohortComparison& comparison, std::string_view language) {
  return ReportWriter(comparison, language).write();
}

}  // namespace assessment
