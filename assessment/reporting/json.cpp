#include "assessment/reporting/json.hpp"

#include <nlohmann/json.hpp>
#include <vector>

namespace assessment {
namespace {

using Json = nlohmann::ordered_json;

// A number or null. Tenths divided by ten are the double nearest to the decimal, and print as it.
Json tenths_json(const PublishedFigure& figure) {
  return figure.is_shown() ? Json(static_cast<double>(figure.figure) / 10.0) : Json(nullptr);
}

Json counts_json(const std::vector<ReportedCount>& counts, const DisclosurePolicy& policy) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[name.id] = count_text(count, policy);
  return json;
}

Json domain_json(const ReportedDomain& domain, const DisclosurePolicy& policy) {
  Json json;
  json["mean"] = tenths_json(domain.mean);
  json["sd"] = tenths_json(domain.standard_deviation);
  json["levels"] = counts_json(domain.levels, policy);
  json["knowledge_mean"] = tenths_json(domain.knowledge_mean);
  json["attained"] = domain.attained.empty() ? Json(nullptr) : counts_json(domain.attained, policy);
  return json;
}

Json items_json(const Report& report, const ReportedGroup& group) {
  if (report.items == ItemCounting::off) return nullptr;
  Json json = Json::object();
  for (const ReportedItem& item : group.items) {
    Json& figures = json[item.name.id];
    figures["answers"] = counts_json(item.answers, report.policy);
    figures["without_answer"] = count_text(item.without_answer, report.policy);
    if (item.does_not_fit.visibility != Visibility::absent)
      figures["does_not_fit"] = count_text(item.does_not_fit, report.policy);
    if (!item.history.changed_in.empty()) figures["changed_in"] = item.history.changed_in;
    if (!item.history.retired_in.empty()) figures["retired_in"] = item.history.retired_in;
  }
  return json;
}

Json group_json(const Report& report, const ReportedGroup& group) {
  Json json;
  json["by"] = Json::object();
  for (std::size_t i = 0; i < group.by.size(); ++i) json["by"][report.dimensions[i]] = group.by[i].id;
  json["n"] = count_text(group.people, report.policy);
  if (!group.as_of.empty()) json["as_of"] = group.as_of;
  json["domains"] = Json::object();
  for (const ReportedDomain& domain : group.domains) {
    json["domains"][domain.name.id] = domain_json(domain, report.policy);
  }
  json["items"] = items_json(report, group);
  return json;
}

Json policy_json(const Report& report) {
  const DisclosurePolicy& policy = report.policy;
  Json json;
  if (!report.marking.empty()) json["marking"] = report.marking;
  json["scores"] = "self-reported";
  json["exact"] = report.protection == Protection::off;
  json["minimum_group"] = policy.minimum_group;
  json["suppress_below"] = policy.suppress_below;
  json["round_to"] = policy.round_to;
  json["means_from"] = policy.means_from;
  json["notes"] = report.notes;
  return json;
}

}  // namespace

std::string render_json(const Report& report) {
  Json json;
  json["policy"] = policy_json(report);
  json["people"] =
      report.people.is_shown() ? Json(report.people.figure) : Json(count_text(report.people, report.policy));
  if (!report.people_as_of.empty()) json["people_as_of"] = report.people_as_of;
  json["groups"] = Json::array();
  for (const ReportedGroup& group : report.groups) json["groups"].push_back(group_json(report, group));
  json["suppressed"] = {{"primary", report.suppressed.primary},
                        {"complementary", report.suppressed.complementary}};
  if (!report.marking.empty()) json["marking"] = report.marking;
  // Ids come from files; what is not UTF-8 in them must not end the program.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace assessment
