// Item statistics as CSV and JSON.
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "assessment/base/csv_text.hpp"
#include "assessment/reporting/figures_data.hpp"
#include "assessment/reporting/item_report.hpp"

namespace assessment {
namespace {

using Json = nlohmann::ordered_json;

// Every statistic by the name that files have for it.
using NamedStatistics = std::vector<std::pair<const char*, const PublishedStatistic*>>;

NamedStatistics statistics_of(const PublishedScale& scale) {
  return {{"highest", &scale.highest},
          {"mean", &scale.mean},
          {"sd", &scale.deviation},
          {"alpha", &scale.alpha},
          {"alpha_low", &scale.alpha_low},
          {"alpha_high", &scale.alpha_high},
          {"standardised_alpha", &scale.standardised_alpha},
          {"omega", &scale.omega},
          {"sem", &scale.error_of_measurement}};
}

NamedStatistics statistics_of(const PublishedItem& item) {
  return {{"facility", &item.facility},
          {"mean", &item.mean},
          {"sd", &item.deviation},
          {"item_rest", &item.item_rest},
          {"alpha_if_dropped", &item.alpha_if_dropped},
          {"discrimination", &item.discrimination},
          {"not_sure", &item.not_sure},
          {"not_applicable", &item.not_applicable}};
}

class CsvWriter {
 public:
  explicit CsvWriter(const ItemReport& report) : report_(report) {}

  std::string write() {
    text_ = std::string(csv_byte_order_mark) + "bank,domain,measure,item,statistic,category,value\r\n";
    add_marking();
    for (const ReportedItems& items : report_.banks) {
      add({items.bank.id}, "people", "", figure_csv(items.people));
      for (const ReportedScale& scale : items.scales) add_scale(scale);
    }
    add_marking();
    return std::move(text_);
  }

 private:
  using Subject = std::array<std::string, 4>;  // bank, domain, measure, item

  void add(const Subject& subject, const char* statistic, std::string_view category,
           const std::string& value) {
    if (value.empty()) return;
    for (const std::string& cell : subject) text_ += csv_text(cell) + ',';
    text_ += std::string(statistic) + ',' + csv_text(category) + ',' + value + "\r\n";
  }

  void add_marking() {
    if (!report_.marking.empty()) add({}, "sharing", "", csv_text(report_.marking));
  }

  void add_scale(const ReportedScale& scale) {
    const Subject subject{scale.bank, scale.domain.id, scale.measure, ""};
    add(subject, "items", "", std::to_string(scale.figures.items));
    add(subject, "people", "", figure_csv(scale.figures.people));
    for (const auto& [name, statistic] : statistics_of(scale.figures))
      add(subject, name, "", statistic_csv(*statistic));
    for (const std::string& remark : scale.remarks) add(subject, "remark", "", csv_text(remark));
    for (std::size_t i = 0; i < scale.figures.of_items.size(); ++i) {
      add_item(scale, scale.figures.of_items[i], scale.item_remarks[i]);
    }
  }

  void add_item(const ReportedScale& scale, const PublishedItem& item,
                const std::vector<std::string>& remarks) {
    const Subject subject{scale.bank, scale.domain.id, scale.measure, item.id};
    add(subject, "people", "", figure_csv(item.people));
    for (const auto& [name, statistic] : statistics_of(item))
      add(subject, name, "", statistic_csv(*statistic));
    for (const PublishedAnswer& answer : item.answers) {
      add(subject, "answer", answer.id, figure_csv(answer.people));
      add(subject, "share", answer.id, statistic_csv(answer.share));
    }
    add(subject, "without_answer", "", figure_csv(item.without_answer));
    add(subject, "does_not_fit", "", figure_csv(item.does_not_fit));
    for (const std::string& remark : remarks) add(subject, "remark", "", csv_text(remark));
  }

  const ItemReport& report_;
  std::string text_;
};

Json item_json(const PublishedItem& item, const std::vector<std::string>& remarks, const ItemReport& report) {
  Json json;
  json["n"] = figure_json(item.people, report.rules);
  for (const auto& [name, statistic] : statistics_of(item)) json[name] = statistic_json(*statistic);
  json["answers"] = Json::object();
  for (const PublishedAnswer& answer : item.answers) {
    json["answers"][answer.id] = {{"n", figure_json(answer.people, report.rules)},
                                  {"share", statistic_json(answer.share)}};
  }
  json["without_answer"] = figure_json(item.without_answer, report.rules);
  json["does_not_fit"] = figure_json(item.does_not_fit, report.rules);
  json["remarks"] = remarks;
  return json;
}

Json scale_json(const ReportedScale& scale, const ItemReport& report) {
  Json json;
  json["domain"] = scale.domain.id.empty() ? Json(nullptr) : Json(scale.domain.id);
  json["measure"] = scale.measure;
  json["k"] = scale.figures.items;
  json["n"] = figure_json(scale.figures.people, report.rules);
  for (const auto& [name, statistic] : statistics_of(scale.figures)) json[name] = statistic_json(*statistic);
  json["remarks"] = scale.remarks;
  json["items"] = Json::object();
  for (std::size_t i = 0; i < scale.figures.of_items.size(); ++i) {
    const PublishedItem& item = scale.figures.of_items[i];
    json["items"][item.id] = item_json(item, scale.item_remarks[i], report);
  }
  return json;
}

}  // namespace

std::string render_csv(const ItemReport& report) {
  return CsvWriter(report).write();
}

std::string render_json(const ItemReport& report) {
  Json json;
  if (!report.marking.empty()) json["marking"] = report.marking;
  json["policy"] = report.is_of_results ? policy_json(report.rules) : Json(nullptr);
  json["notes"] = report.notes;
  json["banks"] = Json::array();
  for (const ReportedItems& items : report.banks) {
    Json bank;
    bank["bank"] = items.bank.id.empty() ? Json(nullptr) : Json(items.bank.id);
    bank["people"] = figure_json(items.people, report.rules);
    bank["scales"] = Json::array();
    for (const ReportedScale& scale : items.scales) bank["scales"].push_back(scale_json(scale, report));
    json["banks"].push_back(std::move(bank));
  }
  if (!report.marking.empty()) json["marking_at_end"] = report.marking;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace assessment
