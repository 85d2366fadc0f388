#include "assessment/reporting/csv.hpp"

#include <vector>

#include "assessment/base/csv_text.hpp"

namespace assessment {
namespace {

// What a line says about, before its figure.
struct Subject {
  const std::vector<Name>* by = nullptr;  // null: of no group
  std::string_view scope{};
  Name name{};
};

class CsvWriter {
 public:
  explicit CsvWriter(const Report& report) : report_(report) {
    text_ = csv_byte_order_mark;
    for (const std::string& dimension : report.dimensions) text_ += csv_text(dimension) + ',';
    text_ += "scope,id,label,measure,category,category_label,value\r\n";
  }

  std::string write() {
    add_marking();
    add_count({.scope = "all"}, "people", {}, report_.people);
    add_text({.scope = "all"}, "as_of", report_.people_as_of);
    for (const ReportedGroup& group : report_.groups) add_group(group);
    add_marking();
    return std::move(text_);
  }

 private:
  void add_line(const Subject& subject, std::string_view measure, const Name& category,
                std::string_view value) {
    for (std::size_t i = 0; i < report_.dimensions.size(); ++i) {
      text_ += (subject.by ? csv_text((*subject.by)[i].id) : "") + ',';
    }
    for (const std::string_view cell :
         {subject.scope, std::string_view(subject.name.id), std::string_view(subject.name.label), measure,
          std::string_view(category.id), std::string_view(category.label)}) {
      text_ += csv_text(cell) + ',';
    }
    text_ += value;
    text_ += "\r\n";
  }

  void add_marking() {
    if (!report_.marking.empty()) add_line({.scope = "marking"}, "sharing", {}, csv_text(report_.marking));
  }

  void add_count(const Subject& subject, std::string_view measure, const Name& category,
                 const PublishedFigure& figure) {
    if (figure.visibility == Visibility::absent) return;
    add_line(subject, measure, category, figure.is_shown() ? std::to_string(figure.figure) : "*");
  }

  void add_text(const Subject& subject, std::string_view measure, const std::string& text) {
    if (!text.empty()) add_line(subject, measure, {}, csv_text(text));
  }

  void add_tenths(const Subject& subject, std::string_view measure, const PublishedFigure& figure) {
    if (figure.visibility == Visibility::absent) return;
    add_line(subject, measure, {}, tenths_text(figure));
  }

  void add_domain(const Subject& subject, const ReportedDomain& domain) {
    add_tenths(subject, "self_reported_mean", domain.mean);
    add_tenths(subject, "self_reported_standard_deviation", domain.standard_deviation);
    for (const auto& [name, count] : domain.levels) add_count(subject, "self_reported_level", name, count);
    for (const auto& [name, count] : domain.attained) add_count(subject, "attained", name, count);
    add_count(subject, "too_few_answers", {}, domain.too_few_answers);
    add_tenths(subject, "knowledge_mean", domain.knowledge_mean);
  }

  void add_group(const ReportedGroup& group) {
    add_count({.by = &group.by, .scope = "group"}, "people", {}, group.people);
    add_text({.by = &group.by, .scope = "group"}, "as_of", group.as_of);
    if (group.overall) add_domain({.by = &group.by, .scope = "overall"}, *group.overall);
    for (const ReportedDomain& domain : group.domains) {
      add_domain({.by = &group.by, .scope = "domain", .name = domain.name}, domain);
    }
    for (const ReportedItem& item : group.items) {
      const Subject subject{.by = &group.by, .scope = "item", .name = item.name};
      for (const auto& [name, count] : item.answers) add_count(subject, "answer", name, count);
      add_count(subject, "without_answer", {}, item.without_answer);
      add_count(subject, "does_not_fit", {}, item.does_not_fit);
      add_text(subject, "changed_in", item.history.changed_in);
      add_text(subject, "retired_in", item.history.retired_in);
    }
  }

  const Report& report_;
  std::string text_;
};

}  // namespace

std::string render_csv(const Report& report) {
  return CsvWriter(report).write();
}

}  // namespace assessment
