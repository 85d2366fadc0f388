#include "app/core/pause_view.hpp"

#include <fmt/format.h>

namespace app {
namespace {

std::string spaced(const std::string& code) {
  std::string text;
  for (const char digit : code) text += text.empty() ? std::string(1, digit) : fmt::format(" {}", digit);
  return text;
}

std::string whole_seconds(Milliseconds left) {
  return fmt::to_string((left + 999) / 1000);
}

}  // namespace

CurtainView make_curtain_view(const Strings& strings, std::string_view language) {
  return {.title = strings.text("curtain.title", language), .show = strings.text("curtain.show", language)};
}

AwayView make_away_view(const Model& model, const AwayPage& page, const Strings& strings) {
  const auto text = [&](std::string_view key) { return strings.text(key, model.comfort.language); };
  AwayView view{.part = "asking", .title = text("away.title"), .back = text("away.stay")};
  const auto minutes = [](Milliseconds length) { return fmt::to_string(length / 60'000); };
  if (!page.code.empty()) {
    view.part = "code";
    view.title = text("away.code_title");
    view.lead = text("away.code_lead");
    view.code = spaced(page.code);
    view.notes = {fill(text("away.until"), {{"minutes", minutes(page.length)}}), text("away.forgets")};
    view.next = text("away.next");
    return view;
  }
  if (page.length == 0 && model.paused.size() >= most_paused) {
    view.lead = text("away.full");
    return view;
  }
  view.lead = text("away.lead");
  for (const int length : pause_lengths) {
    if (length > model.setup.pause_minutes) continue;
    const std::string label = fill(text("away.minutes"), {{"minutes", fmt::to_string(length)}});
    view.lengths.push_back({fmt::to_string(length), label, false});
  }
  return view;
}

ResumeView make_resume_view(const Model& model, const ResumePage& page, const Strings& strings) {
  const auto text = [&](std::string_view key) { return strings.text(key, model.comfort.language); };
  ResumeView view{.title = text("resume.title"),
                  .lead = text("resume.lead"),
                  .entry = {.title = text("resume.code"),
                            .shown = spaced(page.typed),
                            .spoken = page.typed.empty() ? text("entry.none") : spaced(page.typed),
                            .delete_label = text("question.number.delete")},
                  .next = text("resume.next"),
                  .afresh = text("resume.afresh")};
  if (page.fault != EntryFault::none) {
    view.error_title = text("error.title");
    view.error = text(page.fault == EntryFault::wrong ? "resume.wrong" : "resume.incomplete");
  }
  if (const Milliseconds left = wait_left(model.code_tries, model.now); left > 0)
    view.wait = fill(text("entry.wait"), {{"seconds", whole_seconds(left)}});
  return view;
}

}  // namespace app
