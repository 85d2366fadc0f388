// One group and one domain: what lies behind a cell of the heat map.
#include <fmt/format.h>

#include <algorithm>

#include "app/core/trainer_banks.hpp"
#include "app/core/trainer_pages.hpp"

namespace app {

using assessment::ReportedDomain;
using assessment::ReportedGroup;

TrainerParts group_parts(const TrainerText& words) {
  const ReportedGroup* group = words.chosen_group();
  TrainerParts parts;
  if (group == nullptr) return parts;
  const auto domain = std::ranges::find(group->domains, words.model.domain,
                                        [](const ReportedDomain& each) { return each.name.id; });
  parts.push_back(HeadingPart{"group.title", words.group_name(*group), HeadingLevel::page});
  parts.push_back(TextPart{"group.people", words.people(*group), TextKind::strong});
  if (banks_on_show(words.model).size() > 1)
    parts.push_back(TextPart{"group.bank", words.text("group.bank", {{"bank", group->bank.label}})});
  if (domain != group->domains.end()) {
    parts.push_back(HeadingPart{"group.domain", domain->name.label});
    parts.push_back(
        ListPart{"group.figures",
                 {words.text("group.mean", {{"mean", tenths_text(domain->mean)}}),
                  words.text("group.spread", {{"spread", tenths_text(domain->standard_deviation)}}),
                  words.text("group.knowledge", {{"mean", tenths_text(domain->knowledge_mean)}})}});
    parts.push_back(question_table(words, *group, "group", domain->name.id));
  }
  parts.push_back(HeadingPart{"group.domains", words.text("group.all_domains")});
  parts.push_back(level_table(words, *group, "group"));
  return parts;
}

}  // namespace app
