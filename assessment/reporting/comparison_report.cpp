#include "assessment/reporting/comparison_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/foreign_texts.hpp"
#include "assessment/reporting/report_notes.hpp"

namespace assessment {
namespace {

std::string domain_label(const ComparedSeries& series, const ComparedMeasure& measure,
                         const ReportWords& words) {
  const auto domain = std::find_if(series.bank->domains.begin(), series.bank->domains.end(),
                                   [&](const Domain& other) { return other.id.text == measure.domain; });
  const bool is_known = domain != series.bank->domains.end();
  return measure_label(is_known ? domain->title.in(words.tag) : measure.domain, measure.measure, words);
}

std::string level_label(const ComparedSeries& series, const std::string& id, std::string_view language) {
  const auto level = std::ranges::find(series.bank->levels, LevelId{id}, &Level::id);
  return level == series.bank->levels.end() ? id : level->label.in(language);
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

Column start_column(std::string_view title) {
  return {std::string(title)};
}

Column figure_column(std::string_view title) {
  return {std::string(title), Alignment::end};
}

constexpr double reliable = 0.6;

// " Reliability 0.54, under 0.6: do not lean on it." of the least reliable of two cohorts; empty where all is
// well.
std::string reliability_flag(const ComparedMeasure& measure, const PublishedChange& change,
                             const ReportWords& words) {
  const PublishedStatistic* least = nullptr;
  for (const PublishedCohort& cohort : measure.cohorts) {
    if (cohort.cohort != change.before && cohort.cohort != change.after) continue;
    if (cohort.alpha.is_shown() && (!least || cohort.alpha.value < least->value)) least = &cohort.alpha;
  }
  if (!least || least->value >= reliable) return "";
  return " " + fill(words.comparison.reliability, {{"alpha", fmt::format("{:.2f}", least->value)}});
}

std::string sentence(const std::string& label, const ComparedMeasure& measure, const PublishedChange& change,
                     const ReportWords& words) {
  const std::string what =
      fill(words.comparison.from_to, {{"domain", label}, {"before", change.before}, {"after", change.after}});
  if (!change.change) return fill(words.comparison.too_few, {{"what", what}});
  return fill(words.comparison.sentence, {{"what", what},
                                          {"change", change_text(change.change, words)},
                                          {"difference", signed_text(change.difference, 1)},
                                          {"low", tenth(change.low)},
                                          {"high", tenth(change.high)}}) +
         reliability_flag(measure, change, words);
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
      : comparison_(comparison), words_(report_words(language)), own_(words_.comparison) {}

  Report write() {
    const bool is_exact = comparison_.rules.protection == Protection::off;
    report_.language = words_.tag;
    report_.title = fill(
        own_.title, {{"dimension", std::string(own_.dimensions[static_cast<std::size_t>(comparison_.by)])}});
    if (is_exact) report_.marking = words_.not_for_sharing;
    report_.foreign_texts = foreign_texts();
    report_.policy = comparison_.rules.policy;
    report_.protection = comparison_.rules.protection;
    report_.headline.push_back(
        fill(own_.compared, {{"cohorts", fmt::format("{}", fmt::join(comparison_.cohorts, ", "))}}));
    const std::string synthetic = synthetic_sentence(comparison_.synthetic_files, comparison_.files, words_);
    if (!synthetic.empty()) report_.headline.push_back(synthetic);
    for (const ComparedSeries& series : comparison_.series) add_series(series);
    for (const ComparedVersions& versions : comparison_.versions) add_versions(versions);
    if (report_.sections.empty()) {
      report_.headline.push_back(
          fill(own_.nothing, {{"minimum", std::to_string(report_.policy.minimum_group)}}));
    }
    add_notes();
    return std::move(report_);
  }

 private:
  std::vector<ForeignText> foreign_texts() const {
    std::vector<QuestionBank> banks;
    for (const ComparedSeries& series : comparison_.series) banks.push_back(*series.bank);
    return find_foreign_texts(banks, words_.tag);
  }

  void add_series(const ComparedSeries& series) {
    const bool is_one = comparison_.series.size() == 1;
    const std::string of_bank = is_one ? "" : ": " + series.series;
    ReportSection told{.heading = std::string(own_.changed) + of_bank};
    for (const ComparedMeasure& measure : series.measures) {
      const std::string label = domain_label(series, measure, words_);
      for (const PublishedChange& change : measure.changes)
        told.paragraphs.push_back(sentence(label, measure, change, words_));
    }
    report_.sections.push_back(std::move(told));
    ReportSection figures{.heading = std::string(words_.statistics.figures) + of_bank};
    figures.tables = {means(series), changes(series)};
    for (Table table : {levels(series), linked(series)}) {
      if (!table.rows.empty()) figures.tables.push_back(std::move(table));
    }
    report_.sections.push_back(std::move(figures));
  }

  Table means(const ComparedSeries& series) const {
    Table table{
        .caption = std::string(own_.means),
        .key_columns = 2,
        .columns = {start_column(words_.statistics.domain), start_column(own_.cohort),
                    figure_column(words_.columns.people), figure_column(words_.columns.mean),
                    figure_column(words_.statistics.interval_from),
                    figure_column(words_.statistics.interval_to), figure_column(words_.columns.deviation),
                    figure_column(words_.statistics.alpha), start_column(own_.trend)}};
    for (const ComparedMeasure& measure : series.measures) {
      for (const PublishedCohort& cohort : measure.cohorts) {
        const PublishedFigure& people = cohort.people.is_shown() ? cohort.scored : cohort.people;
        table.rows.push_back({domain_label(series, measure, words_), cohort.cohort,
                              count_text(people, comparison_.rules.policy, words_), tenth(cohort.mean),
                              tenth(cohort.low), tenth(cohort.high), tenth(cohort.deviation),
                              statistic_text(cohort.alpha, 2),
                              &cohort == &measure.cohorts.back() ? trend(measure) : ""});
      }
    }
    return table;
  }

  Table changes(const ComparedSeries& series) const {
    Table table{
        .caption = std::string(own_.differences),
        .key_columns = 3,
        .columns = {start_column(words_.statistics.domain), start_column(own_.from), start_column(own_.to),
                    figure_column(own_.change), figure_column(words_.statistics.interval_from),
                    figure_column(words_.statistics.interval_to), figure_column(own_.effect),
                    figure_column(words_.statistics.interval_from),
                    figure_column(words_.statistics.interval_to), start_column(own_.in_words)}};
    for (const ComparedMeasure& measure : series.measures) {
      for (const PublishedChange& change : measure.changes) {
        table.rows.push_back({domain_label(series, measure, words_), change.before, change.after,
                              signed_text(change.difference, 1), tenth(change.low), tenth(change.high),
                              signed_text(change.g, 2), statistic_text(change.g_low, 2),
                              statistic_text(change.g_high, 2), change_text(change.change, words_)});
      }
    }
    return table;
  }

  // A row a level, a column a cohort.
  Table levels(const ComparedSeries& series) const {
    Table table{.caption = std::string(own_.levels),
                .key_columns = 2,
                .columns = {start_column(words_.statistics.domain), start_column(own_.level)}};
    for (const std::string& cohort : comparison_.cohorts) table.columns.push_back(figure_column(cohort));
    for (const ComparedMeasure& measure : series.measures) {
      const auto with_levels =
          std::find_if(measure.cohorts.begin(), measure.cohorts.end(),
                       [](const PublishedCohort& cohort) { return !cohort.levels.empty(); });
      if (with_levels == measure.cohorts.end()) continue;
      for (std::size_t level = 0; level < with_levels->levels.size(); ++level) {
        std::vector<std::string> row{domain_label(series, measure, words_),
                                     level_label(series, with_levels->levels[level].id, words_.tag)};
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
    Table table{
        .caption = std::string(own_.linked),
        .key_columns = 3,
        .columns = {start_column(words_.statistics.domain), start_column(own_.from), start_column(own_.to),
                    figure_column(own_.pairs), figure_column(own_.of_first), figure_column(own_.of_second),
                    figure_column(own_.change), figure_column(words_.statistics.interval_from),
                    figure_column(words_.statistics.interval_to), start_column(own_.in_words),
                    figure_column(own_.up), figure_column(own_.same), figure_column(own_.down),
                    figure_column(own_.gain_of_means), figure_column(own_.mean_of_gains)}};
    for (const ComparedMeasure& measure : series.measures) {
      for (const PublishedChange& change : measure.changes) {
        if (!change.linked) continue;
        const PublishedLinked& l = *change.linked;
        table.rows.push_back({domain_label(series, measure, words_), change.before, change.after,
                              count_text(l.pairs, policy, words_), percent(l.share_of_before),
                              percent(l.share_of_after), signed_text(l.difference, 1), tenth(l.low),
                              tenth(l.high), change_text(l.change, words_), count_text(l.up, policy, words_),
                              count_text(l.same, policy, words_), count_text(l.down, policy, words_),
                              statistic_text(l.gain_of_means, 2), statistic_text(l.gain_of_people, 2)});
      }
    }
    return table;
  }

  void add_versions(const ComparedVersions& versions) {
    ReportSection section{.heading =
                              fill(own_.versions, {{"before", versions.before}, {"after", versions.after}})};
    section.paragraphs.push_back(fill(own_.about_versions, {{"before", versions.before},
                                                            {"before_bank", versions.before_series},
                                                            {"after", versions.after},
                                                            {"after_bank", versions.after_series}}));
    if (versions.items.empty()) section.paragraphs.emplace_back(own_.no_items);
    Table table{
        .caption = std::string(own_.items_caption),
        .columns = {start_column(words_.statistics.item), figure_column(own_.people_before),
                    figure_column(own_.people_after), figure_column(own_.before), figure_column(own_.after),
                    figure_column(own_.change), figure_column(words_.statistics.interval_from),
                    figure_column(words_.statistics.interval_to), start_column(own_.in_words)}};
    for (const ComparedItem& item : versions.items) {
      table.rows.push_back({item.id, count_text(item.before_people, comparison_.rules.policy, words_),
                            count_text(item.after_people, comparison_.rules.policy, words_),
                            statistic_text(item.before, 0), statistic_text(item.after, 0),
                            signed_text(item.difference, 0), statistic_text(item.low, 0),
                            statistic_text(item.high, 0), change_text(item.change, words_)});
    }
    if (!table.rows.empty()) section.tables.push_back(std::move(table));
    report_.sections.push_back(std::move(section));
  }

  void add_notes() {
    for (const std::string_view note : {own_.self_reported, own_.unpaired, own_.about_effect, own_.paired})
      report_.notes.emplace_back(note);
    report_.notes.push_back(disclosure_note(comparison_.rules, words_));
  }

  const CohortComparison& comparison_;
  const ReportWords& words_;
  const ReportWords::Comparison& own_;
  Report report_;
};

}  // namespace

std::string change_text(const std::optional<Change>& change, const ReportWords& words) {
  return change ? std::string(words.comparison.changes[static_cast<std::size_t>(*change)]) : "";
}

Report to_report(const CohortComparison& comparison, std::string_view language) {
  return ReportWriter(comparison, language).write();
}

}  // namespace assessment
