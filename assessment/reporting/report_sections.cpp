#include "assessment/reporting/report_sections.hpp"

#include <utility>

namespace assessment {

std::vector<ReportSection> make_sections(const Report& report) {
  std::vector<ReportSection> sections;
  for (const GroupsOfBank& groups : split_by_bank(report)) {
    sections.push_back(needs_section(report, groups));
    for (const auto make :
         {periods_section, levels_section, knowledge_section, questions_section, items_section}) {
      ReportSection section = make(report, groups);
      if (!section.heading.empty()) sections.push_back(std::move(section));
    }
  }
  return sections;
}

}  // namespace assessment
