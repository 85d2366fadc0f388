#include "app/core/trainer_view.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "app/core/comfort_steps.hpp"
#include "app/core/trainer_pages.hpp"
#include "app/core/trainer_update.hpp"

namespace app {
namespace {

using enum TrainerPage;

constexpr std::array tabs{needs, levels, knowledge, questions, change, about};

std::vector<TrainerTab> tabs_of(const TrainerText& words) {
  const TrainerModel& model = words.model;
  if (!model.figures || model.page == loading || model.page == begin) return {};
  const bool is_over = model.page == group || model.page == filters;
  std::vector<TrainerTab> all;
  for (const TrainerPage tab : tabs) {
    all.push_back({fmt::format("tab.{}", page_id(tab)), words.text(fmt::format("tab.{}", page_id(tab))),
                   tab == (is_over ? model.before : model.page), ShowPage{tab}});
  }
  return all;
}

// Why the figures asked for are not shown, in the words of the rule that refuses them.
NoticePart refusal(const TrainerText& words) {
  NoticePart notice{.id = "page.refused", .title = words.text("refused.title"), .kind = NoticeKind::problem};
  for (const assessment::Diagnostic& fault : words.model.refusal) {
    if (fault.code == "filter-refused") notice.lines.push_back(words.text("refused.filter"));
    notice.lines.push_back(fault.text);
  }
  return notice;
}

void add_saved(const TrainerText& words, TrainerParts& parts) {
  if (!words.model.saved) return;
  const SavedFile& saved = *words.model.saved;
  NoticePart notice{.id = "page.saved",
                    .title = words.text(saved.path.empty() ? "save.failed" : "save.done"),
                    .kind = saved.path.empty() ? NoticeKind::problem : NoticeKind::success};
  if (!saved.path.empty()) notice.lines.push_back(saved.path);
  for (const assessment::Diagnostic& fault : saved.faults) notice.lines.push_back(to_text(fault));
  parts.push_back(std::move(notice));
}

// What stands on top of every page of figures: whom they are of.
void add_furniture(const TrainerText& words, TrainerParts& parts) {
  const TrainerModel& model = words.model;
  if (!model.refusal.empty()) parts.push_back(refusal(words));
  if (model.page == filters || !model.figures) return;
  if (model.page != about && model.page != group) {
    if (auto banks = which_bank(words)) parts.push_back(*std::move(banks));
  }
  if (!words.groups().marking.empty())
    parts.push_back(TextPart{"page.marking", words.text("page.marking"), TextKind::strong});
  if (model.reading) parts.push_back(TextPart{"page.reading", words.text("page.reading"), TextKind::hint});
  if (model.wanted) parts.push_back(TextPart{"page.working", words.text("page.working"), TextKind::hint});
  std::vector<ButtonPart> buttons{{.id = "page.filters",
                                   .label = words.text("page.filters"),
                                   .weight = ButtonWeight::secondary,
                                   .action = ShowPage{filters}}};
  if (!model.figures->choice.filter.empty())
    buttons.push_back({.id = "page.clear",
                       .label = words.text("filters.clear"),
                       .weight = ButtonWeight::secondary,
                       .action = ClearFilters{}});
  std::string shown = words.conditions();
  if (model.contents->synthetic_files > 0) shown += ". " + words.text("page.synthetic");
  parts.push_back(ButtonsPart{.buttons = std::move(buttons),
                              .lead = TextPart{"page.conditions", std::move(shown), TextKind::strong}});
}

// At the end of every page of figures: the way to keep them.
void add_saving(const TrainerText& words, TrainerParts& parts) {
  if (words.model.page == filters || !words.model.figures) return;
  parts.push_back(HeadingPart{"page.save", words.text("save.title")});
  std::vector<ButtonPart> buttons;
  for (const auto& [format, key] :
       {std::pair(ExportFormat::csv, "csv"), std::pair(ExportFormat::html, "html"),
        std::pair(ExportFormat::json, "json")}) {
    buttons.push_back({.id = fmt::format("page.save.{}", key),
                       .label = words.text(fmt::format("save.{}", key)),
                       .name = words.text(fmt::format("save.{}.name", key)),
                       .weight = ButtonWeight::secondary,
                       .action = SaveFigures{format}});
  }
  parts.push_back(ButtonsPart{.buttons = std::move(buttons)});
  add_saved(words, parts);
}

TrainerParts page_parts(const TrainerText& words) {
  const TrainerModel& model = words.model;
  if (model.page == begin) return begin_parts(words);
  if (model.page == loading) return loading_parts(words);
  if (!model.figures) {
    TrainerParts parts{HeadingPart{"needs.title", words.text("needs.title"), HeadingLevel::page}};
    if (model.wanted) parts.push_back(TextPart{"page.working", words.text("page.working")});
    parts.push_back(ButtonsPart{.buttons = {{.id = "about.open",
                                             .label = words.text("about.open"),
                                             .weight = ButtonWeight::secondary,
                                             .action = ShowPage{begin}}}});
    return parts;
  }
  switch (model.page) {
    case levels:
      return levels_parts(words);
    case knowledge:
      return knowledge_parts(words);
    case questions:
      return questions_parts(words);
    case change:
      return change_parts(words);
    case about:
      return about_parts(words);
    case group:
      return group_parts(words);
    case filters:
      return filter_parts(words);
    default:
      return needs_parts(words);
  }
}

}  // namespace

TrainerView make_view(const TrainerModel& model, const Strings& strings) {
  const TrainerText words(model, strings);
  const std::string other_tag = after(model.setup.languages, model.comfort.language);
  TrainerView view{
      .id = std::string(page_id(model.page)),
      .language = model.comfort.language,
      .text_size = model.comfort.text_size,
      .contrast = model.comfort.contrast,
      .product = words.text("bar.product"),
      .text_size_label = words.text("bar.text_size", {{"percent", std::to_string(model.comfort.text_size)}}),
      .contrast_label = words.text(model.comfort.contrast == Contrast::normal ? "bar.contrast.high"
                                                                              : "bar.contrast.normal"),
      .language_label = strings.text("language_name", other_tag),
      .other_language = other_tag,
      .tabs = tabs_of(words),
      .show_more = words.text("bar.show_more"),
      .show_less = words.text("bar.show_less")};
  const bool is_over = model.page == group || model.page == filters || model.page == begin;
  if (is_over && model.figures) view.back = words.text("bar.back");
  TrainerParts page = page_parts(words);
  view.window_title = words.text("window_title", {{"page", std::get<HeadingPart>(page.front()).text}});
  if (model.page != begin && model.page != loading) {
    TrainerParts furniture;
    add_furniture(words, furniture);
    page.insert(std::next(page.begin()), std::make_move_iterator(furniture.begin()),
                std::make_move_iterator(furniture.end()));
    add_saving(words, page);
  }
  view.parts = std::move(page);
  return view;
}

}  // namespace app
