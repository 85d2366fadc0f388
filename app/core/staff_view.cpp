#include "app/core/staff_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/core/update.hpp"

namespace app {
namespace {

std::string whole_seconds(Milliseconds left) {
  return fmt::to_string((left + 999) / 1000);
}

class StaffViewMaker {
 public:
  StaffViewMaker(const Model& model, const StaffPage& page, const Strings& strings)
      : model_(model), page_(page), strings_(strings) {}

  StaffView open() const {
    StaffView view{.part = "open", .title = text("staff.open_title"), .lead = text("staff.open_lead")};
    if (page_.state) view.state = sentences(*page_.state);
    view.clean = text("staff.clean");
    if (!model_.setup.is_locked_down) view.quit = text("staff.quit");
    view.leave = text("staff.leave");
    return view;
  }

  StaffView pin() const {
    StaffView view{.part = "pin", .title = text("staff.title"), .lead = text("staff.lead")};
    std::string dots;
    for (std::size_t i = 0; i < page_.typed.size(); ++i) dots += i == 0 ? "●" : " ●";
    view.entry = {.title = text("staff.pin"),
                  .shown = dots,
                  .spoken = page_.typed.empty()
                                ? text("entry.none")
                                : fill(text("entry.count"), {{"count", fmt::to_string(page_.typed.size())}}),
                  .delete_label = text("question.number.delete")};
    if (page_.fault != EntryFault::none) {
      view.error_title = text("error.title");
      view.error = text(page_.fault == EntryFault::wrong ? "staff.wrong" : "staff.incomplete");
    }
    if (const Milliseconds left = wait_left(model_.pin_tries, model_.now); left > 0)
      view.wait = fill(text("entry.wait"), {{"seconds", whole_seconds(left)}});
    view.next = text("staff.next");
    return view;
  }

 private:
  const std::string& text(std::string_view key) const { return strings_.text(key, model_.comfort.language); }

  std::vector<std::string> sentences(const KioskState& state) const {
    const bool works = state.can_save && model_.setup.bank;
    std::vector<std::string> said{text(works ? "staff.works" : "staff.does_not_work")};
    if (state.outbox == Outbox::reached) said.push_back(text("staff.outbox_reached"));
    if (state.outbox == Outbox::missing) said.push_back(text("staff.outbox_missing"));
    return said;
  }

  const Model& model_;
  const StaffPage& page_;
  const Strings& strings_;
};

}  // namespace

StaffView make_staff_view(const Model& model, const StaffPage& page, const Strings& strings) {
  const StaffViewMaker maker(model, page, strings);
  return page.stage == StaffPage::Stage::open ? maker.open() : maker.pin();
}

CleanView make_clean_view(const Model& model, const CleanPage& page, const Strings& strings) {
  const std::string& language = model.comfort.language;
  const Milliseconds left = std::max<Milliseconds>(0, cleaning_time - (model.now - page.began));
  const std::string count = whole_seconds(left);
  return {.title = strings.text("clean.title", language),
          .lead = strings.text("clean.lead", language),
          .count = count,
          .seconds = fill(strings.text("timeout.seconds", language), {{"seconds", count}})};
}

}  // namespace app
