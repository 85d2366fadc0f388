// The first page without results, and the one while they are read.
#include <fmt/format.h>

#include "app/core/trainer_pages.hpp"

namespace app {
namespace {

std::string joined(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

NoticePart faults_of(const TrainerText& words) {
  const auto& faults = words.model.faults;
  NoticePart notice{.id = "begin.faults", .title = words.text("begin.faults"), .kind = NoticeKind::problem};
  if (faults.front().code == "cancelled") {
    notice.title = words.text("begin.cancelled");
    notice.kind = NoticeKind::note;
    return notice;
  }
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < faults.size() && i < most; ++i) notice.lines.push_back(to_text(faults[i]));
  if (faults.size() > most)
    notice.lines.push_back(words.text("about.more", {{"number", std::to_string(faults.size() - most)}}));
  return notice;
}

void add_folder(const TrainerText& words, TrainerParts& parts) {
  const FolderListing& listing = words.model.listing;
  parts.push_back(HeadingPart{"begin.pick", words.text("begin.pick")});
  parts.push_back(
      TextPart{"begin.folder", words.text("begin.folder", {{"folder", listing.path}}), TextKind::strong});
  const std::string files =
      listing.is_readable ? words.text("begin.files", {{"number", std::to_string(listing.result_files)}})
                          : words.text("begin.unreadable");
  parts.push_back(TextPart{"begin.files", files, TextKind::hint});
  if (listing.is_readable)
    parts.push_back(ButtonsPart{
        .buttons = {
            {.id = "begin.open", .label = words.text("begin.open"), .action = OpenFolder{listing.path}}}});
  parts.push_back(HeadingPart{"begin.inside", words.text("begin.inside"), HeadingLevel::part});
  if (!listing.parent.empty())
    parts.push_back(LinkPart{"begin.up", words.text("begin.up"), LookInto{listing.parent}});
  for (std::size_t i = 0; i < listing.folders.size(); ++i) {
    parts.push_back(LinkPart{fmt::format("begin.folder.{}", i), listing.folders[i],
                             LookInto{joined(listing.path, listing.folders[i])}});
  }
  if (listing.folders.empty())
    parts.push_back(TextPart{"begin.no_folders", words.text("begin.no_folders"), TextKind::hint});
}

}  // namespace

TrainerParts begin_parts(const TrainerText& words) {
  TrainerParts parts{HeadingPart{"begin.title", words.text("begin.title"), HeadingLevel::page}};
  if (!words.model.faults.empty()) parts.push_back(faults_of(words));
  parts.push_back(TextPart{"begin.lead", words.text("begin.lead")});
  parts.push_back(ListPart{
      "begin.steps",
      {words.text("begin.step.collect"), words.text("begin.step.folder"), words.text("begin.step.open")}});
  if (!words.model.listing.path.empty()) add_folder(words, parts);
  parts.push_back(TextPart{"begin.command", words.text("begin.command"), TextKind::hint});
  return parts;
}

TrainerParts loading_parts(const TrainerText& words) {
  const Reading reading = words.model.reading.value_or(Reading{});
  const std::string text =
      words.text("loading.progress", {{"percent", std::to_string(static_cast<int>(reading.share * 100))},
                                      {"megabytes", std::to_string(reading.bytes / 1'000'000)}});
  return {HeadingPart{"loading.title", words.text("loading.title"), HeadingLevel::page},
          TextPart{"loading.lead", words.text("loading.lead")},
          ProgressPart{"loading.progress", text, reading.share},
          ButtonsPart{.buttons = {{.id = "loading.cancel",
                                   .label = words.text("loading.cancel"),
                                   .weight = ButtonWeight::secondary,
                                   .action = CancelReading{}}}}};
}

}  // namespace app
