#include "assessment/reporting/csv_figures.hpp"

namespace assessment {
namespace {

// What a figure is of.
struct FigureSubject {
  const std::vector<Name>* by = nullptr;
  std::string_view scope{};
  CsvName name{};
};

CsvName shown(const Name& name) {
  return {name.id, name.label};
}

class FigureList {
 public:
  std::vector<CsvFigure> list(const Report& report) && {
    add_count({.scope = "all"}, "people", {}, report.people);
    add_text({.scope = "all"}, "as_of", report.people_as_of);
    for (const ReportedGroup& group : report.groups) add_group(group);
    return std::move(figures_);
  }

 private:
  void add(const FigureSubject& subject, std::string_view measure, const CsvName& category,
           std::string value) {
    figures_.push_back({.by = subject.by,
                        .scope = subject.scope,
                        .name = subject.name,
                        .measure = measure,
                        .category = category,
                        .value = std::move(value)});
  }

  void add_count(const FigureSubject& subject, std::string_view measure, const CsvName& category,
                 const PublishedFigure& figure) {
    if (figure.visibility == Visibility::absent) return;
    add(subject, measure, category, figure.is_shown() ? std::to_string(figure.figure) : "*");
  }

  void add_text(const FigureSubject& subject, std::string_view measure, const std::string& text) {
    if (!text.empty()) add(subject, measure, {}, text);
  }

  void add_tenths(const FigureSubject& subject, std::string_view measure, const PublishedFigure& figure) {
    if (figure.visibility != Visibility::absent) add(subject, measure, {}, tenths_text(figure));
  }

  void add_domain(const FigureSubject& subject, const ReportedDomain& domain) {
    add_tenths(subject, "self_reported_mean", domain.mean);
    add_tenths(subject, "self_reported_standard_deviation", domain.standard_deviation);
    for (const auto& [name, count] : domain.levels)
      add_count(subject, "self_reported_level", shown(name), count);
    for (const auto& [name, count] : domain.attained) add_count(subject, "attained", shown(name), count);
    add_count(subject, "too_few_answers", {}, domain.too_few_answers);
    add_tenths(subject, "knowledge_mean", domain.knowledge_mean);
  }

  void add_item(const FigureSubject& subject, const ReportedItem& item) {
    for (const auto& [name, count] : item.answers) add_count(subject, "answer", shown(name), count);
    add_count(subject, "without_answer", {}, item.without_answer);
    add_count(subject, "does_not_fit", {}, item.does_not_fit);
    add_text(subject, "changed_in", item.history.changed_in);
    add_text(subject, "retired_in", item.history.retired_in);
  }

  void add_group(const ReportedGroup& group) {
    add_count({.by = &group.by, .scope = "group"}, "people", {}, group.people);
    add_text({.by = &group.by, .scope = "group"}, "as_of", group.as_of);
    if (group.overall) add_domain({.by = &group.by, .scope = "overall"}, *group.overall);
    for (const ReportedDomain& domain : group.domains)
      add_domain({.by = &group.by, .scope = "domain", .name = shown(domain.name)}, domain);
    for (const ReportedItem& item : group.items)
      add_item({.by = &group.by, .scope = "item", .name = shown(item.name)}, item);
  }

  std::vector<CsvFigure> figures_{};
};

}  // namespace

std::vector<CsvFigure> list_figures(const Report& report) {
  return FigureList().list(report);
}

}  // namespace assessment
