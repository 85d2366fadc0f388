// What the figures are and are not, what they were made from, and the way to keep them.
#include <fmt/format.h>

#include "app/core/trainer_banks.hpp"
#include "app/core/trainer_pages.hpp"

namespace app {
namespace {

constexpr std::size_t most_faults = 20;  // named one by one

ListPart protection(const TrainerText& words) {
  const assessment::DisclosurePolicy& policy = words.groups().policy;
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  return {"about.protection",
          {words.text("about.minimum", {{"number", number(policy.minimum_group)}}),
           words.text("about.small_counts", {{"number", number(policy.suppress_below)}}),
           words.text("about.rounded", {{"number", number(policy.round_to)}}),
           words.text("about.means", {{"number", number(policy.means_from)}}),
           words.text("about.withheld", {{"primary", number(words.groups().suppressed.primary)},
                                         {"other", number(words.groups().suppressed.complementary)}})}};
}

void add_files(const TrainerText& words, TrainerParts& parts) {
  const Contents& contents = *words.model.contents;
  parts.push_back(HeadingPart{"about.files", words.text("about.files")});
  ListPart list{.id = "about.source"};
  for (const std::string& place : words.model.places)
    list.lines.push_back(words.text("about.place", {{"place", place}}));
  for (const assessment::Name& bank : banks_on_show(words.model))
    list.lines.push_back(words.text("about.bank", {{"bank", bank.label}, {"id", bank.id}}));
  list.lines.push_back(words.text("about.counted", {{"number", std::to_string(contents.files)}}));
  if (contents.synthetic_files > 0)
    list.lines.push_back(
        words.text("about.synthetic", {{"number", std::to_string(contents.synthetic_files)}}));
  list.lines.push_back(words.text("about.read_on", {{"day", words.day(contents.read_on)}}));
  parts.push_back(std::move(list));
  if (!contents.skipped.empty()) {
    NoticePart bad{.id = "about.skipped", .title = words.text("about.skipped"), .kind = NoticeKind::problem};
    for (std::size_t i = 0; i < contents.skipped.size() && i < most_faults; ++i)
      bad.lines.push_back(to_text(contents.skipped[i]));
    if (contents.skipped.size() > most_faults)
      bad.lines.push_back(
          words.text("about.more", {{"number", std::to_string(contents.skipped.size() - most_faults)}}));
    parts.push_back(std::move(bad));
  }
  parts.push_back(ButtonsPart{.buttons = {{.id = "about.open",
                                           .label = words.text("about.open"),
                                           .weight = ButtonWeight::secondary,
                                           .action = ShowPage{TrainerPage::begin}}}});
}

}  // namespace

TrainerParts about_parts(const TrainerText& words) {
  TrainerParts parts{
      HeadingPart{"about.title", words.text("about.title"), HeadingLevel::page},
      TextPart{"about.made_on",
               words.text("about.made_on", {{"day", words.day(words.model.figures->made_on)}}),
               TextKind::strong},
      HeadingPart{"about.meaning", words.text("about.meaning")},
      ListPart{"about.means",
               {words.text("about.self_reported"), words.text("about.knowledge"), words.text("about.mean"),
                words.text("about.spread"), words.text("about.level"), words.text("about.points"),
                words.text("about.finished"), words.text("about.limits"), words.text("about.no_rank")}},
      HeadingPart{"about.protected", words.text("about.protected")},
      protection(words)};
  add_files(words, parts);
  return parts;
}

}  // namespace app
