// A comparison of cohorts as CSV and JSON.
#include <nlohmann/json.hpp>
#include <utility>

#include "assessment/base/csv_text.hpp"
#include "assessment/reporting/comparison_report.hpp"
#include "assessment/reporting/figures_data.hpp"

namespace assessment {
namespace {

using Json = nlohmann::ordered_json;
using NamedStatistics = std::vector<std::pair<const char*, const PublishedStatistic*>>;
using NamedCounts = std::vector<std::pair<const char*, const PublishedFigure*>>;

const char* measure_name(Measure measure) {
  return measure == Measure::knowledge ? "knowledge" : "self";
}

NamedStatistics statistics_of(const PublishedCohort& cohort) {
  return {{"mean", &cohort.mean},
          {"mean_low", &cohort.low},
          {"mean_high", &cohort.high},
          {"sd", &cohort.deviation},
          {"alpha", &cohort.alpha}};
}

NamedStatistics statistics_of(const PublishedChange& change) {
  return {{"difference", &change.difference},
          {"low", &change.low},
          {"high", &change.high},
          {"hedges_g", &change.g},
          {"g_low", &change.g_low},
          {"g_high", &change.g_high}};
}

NamedCounts counts_of(const PublishedLinked& linked) {
  return {{"pairs", &linked.pairs}, {"up", &linked.up}, {"same", &linked.same}, {"down", &linked.down}};
}

NamedStatistics statistics_of(const PublishedLinked& linked) {
  return {{"share_of_before", &linked.share_of_before},
          {"share_of_after", &linked.share_of_after},
          {"difference", &linked.difference},
          {"low", &linked.low},
          {"high", &linked.high},
          {"gain_of_means", &linked.gain_of_means},
          {"mean_of_gains", &linked.gain_of_people}};
}

NamedStatistics statistics_of(const ComparedItem& item) {
  return {{"before_percent", &item.before},
          {"after_percent", &item.after},
          {"difference", &item.difference},
          {"low", &item.low},
          {"high", &item.high}};
}

// What a line is about: the columns before the figure.
struct Subject {
  std::string_view scope{};
  std::string bank{}, domain{}, measure{}, item{}, cohort{}, before{}, after{};
};

class CsvWriter {
 public:
  explicit CsvWriter(const CohortComparison& comparison) : comparison_(comparison) {}

  std::string write() {
    text_ = std::string(csv_byte_order_mark) +
            "scope,bank,domain,measure,item,cohort,before,after,statistic,category,value\r\n";
    add_marking();
    for (const ComparedSeries& series : comparison_.series) {
      for (const ComparedMeasure& measure : series.measures) add_measure(series, measure);
    }
    for (const ComparedVersions& versions : comparison_.versions) add_versions(versions);
    add_marking();
    return std::move(text_);
  }

 private:
  void add(const Subject& subject, std::string_view statistic, std::string_view category,
           const std::string& value) {
    if (value.empty()) return;
    for (const std::string_view cell :
         {subject.scope, std::string_view(subject.bank), std::string_view(subject.domain),
          std::string_view(subject.measure), std::string_view(subject.item), std::string_view(subject.cohort),
          std::string_view(subject.before), std::string_view(subject.after), statistic, category}) {
      text_ += csv_text(cell) + ',';
    }
    text_ += value + "\r\n";
  }

  template <class Published>
  void add_statistics(const Subject& subject, const Published& published) {
    for (const auto& [name, statistic] : statistics_of(published))
      add(subject, name, "", statistic_csv(*statistic));
  }

  void add_marking() {
    if (comparison_.rules.protection == Protection::off)
      add({.scope = "marking"}, "sharing", "", csv_text(report_words("en").not_for_sharing));
  }

  void add_measure(const ComparedSeries& series, const ComparedMeasure& measure) {
    Subject subject{
        .bank = series.series, .domain = measure.domain, .measure = measure_name(measure.measure)};
    subject.scope = "cohort";
    for (const PublishedCohort& cohort : measure.cohorts) {
      subject.cohort = cohort.cohort;
      add(subject, "people", "", figure_csv(cohort.people));
      add(subject, "scored", "", figure_csv(cohort.scored));
      add_statistics(subject, cohort);
      for (const PublishedLevel& level : cohort.levels) {
        add(subject, "level", level.id, figure_csv(level.people));
        add(subject, "level_share", level.id, statistic_csv(level.share));
      }
    }
    subject.cohort.clear();
    for (const PublishedChange& change : measure.changes) {
      subject.before = change.before;
      subject.after = change.after;
      subject.scope = "change";
      add_statistics(subject, change);
      add(subject, "in_words", "", change_text(change.change));
      if (!change.linked) continue;
      subject.scope = "linked";
      for (const auto& [name, count] : counts_of(*change.linked)) add(subject, name, "", figure_csv(*count));
      add_statistics(subject, *change.linked);
      add(subject, "in_words", "", change_text(change.linked->change));
    }
  }

  void add_versions(const ComparedVersions& versions) {
    for (const ComparedItem& item : versions.items) {
      const Subject subject{.scope = "item",
                            .bank = versions.after_series,
                            .item = item.id,
                            .before = versions.before,
                            .after = versions.after};
      add(subject, "people_before", "", figure_csv(item.before_people));
      add(subject, "people_after", "", figure_csv(item.after_people));
      add_statistics(subject, item);
      add(subject, "in_words", "", change_text(item.change));
    }
  }

  const CohortComparison& comparison_;
  std::string text_;
};

template <class Published>
void add_statistics(Json& json, const Published& published) {
  for (const auto& [name, statistic] : statistics_of(published)) json[name] = statistic_json(*statistic);
}

Json change_json(const std::optional<Change>& change) {
  return change ? Json(change_text(change)) : Json(nullptr);
}

Json cohort_json(const PublishedCohort& cohort, const FigureRules& rules) {
  Json json;
  json["cohort"] = cohort.cohort;
  json["people"] = figure_json(cohort.people, rules);
  json["n"] = figure_json(cohort.scored, rules);
  add_statistics(json, cohort);
  json["levels"] = Json::object();
  for (const PublishedLevel& level : cohort.levels) {
    json["levels"][level.id] = {{"n", figure_json(level.people, rules)},
                                {"share", statistic_json(level.share)}};
  }
  return json;
}

Json linked_json(const PublishedLinked& linked, const FigureRules& rules) {
  Json json;
  for (const auto& [name, count] : counts_of(linked)) json[name] = figure_json(*count, rules);
  add_statistics(json, linked);
  json["in_words"] = change_json(linked.change);
  return json;
}

Json measure_json(const ComparedMeasure& measure, const FigureRules& rules) {
  Json json;
  json["domain"] = measure.domain;
  json["measure"] = measure_name(measure.measure);
  json["cohorts"] = Json::array();
  for (const PublishedCohort& cohort : measure.cohorts) json["cohorts"].push_back(cohort_json(cohort, rules));
  json["changes"] = Json::array();
  for (const PublishedChange& change : measure.changes) {
    Json entry{{"before", change.before}, {"after", change.after}, {"design", "unpaired"}};
    add_statistics(entry, change);
    entry["in_words"] = change_json(change.change);
    entry["linked"] = change.linked ? linked_json(*change.linked, rules) : Json(nullptr);
    json["changes"].push_back(std::move(entry));
  }
  return json;
}

Json versions_json(const ComparedVersions& versions, const FigureRules& rules) {
  Json json{{"before", versions.before},
            {"after", versions.after},
            {"before_bank", versions.before_series},
            {"after_bank", versions.after_series},
            {"items", Json::object()}};
  for (const ComparedItem& item : versions.items) {
    Json& entry = json["items"][item.id];
    entry["n_before"] = figure_json(item.before_people, rules);
    entry["n_after"] = figure_json(item.after_people, rules);
    add_statistics(entry, item);
    entry["in_words"] = change_json(item.change);
  }
  return json;
}

}  // namespace

std::string render_csv(const CohortComparison& comparison) {
  return CsvWriter(comparison).write();
}

std::string render_json(const CohortComparison& comparison) {
  const FigureRules& rules = comparison.rules;
  const bool is_exact = rules.protection == Protection::off;
  Json json;
  if (is_exact) json["marking"] = report_words("en").not_for_sharing;
  json["policy"] = policy_json(rules);
  json["by"] = to_text(comparison.by);
  json["cohorts"] = comparison.cohorts;
  json["banks"] = Json::array();
  for (const ComparedSeries& series : comparison.series) {
    Json bank{{"bank", series.series}, {"measures", Json::array()}};
    for (const ComparedMeasure& measure : series.measures)
      bank["measures"].push_back(measure_json(measure, rules));
    json["banks"].push_back(std::move(bank));
  }
  json["versions"] = Json::array();
  for (const ComparedVersions& versions : comparison.versions)
    json["versions"].push_back(versions_json(versions, rules));
  if (is_exact) json["marking_at_end"] = report_words("en").not_for_sharing;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace assessment
