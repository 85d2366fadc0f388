#include "app/core/question_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "app/core/answer_text.hpp"
#include "assessment/base/overloaded.hpp"
#include "assessment/scoring/score_lookup.hpp"
#include "assessment/session/progress.hpp"
#include "assessment/session/shown_options.hpp"

namespace app {
namespace {

using assessment::Item;
using assessment::OptionId;
using assessment::Overloaded;
using assessment::QuestionBank;
using assessment::Session;
using assessment::ShownOption;

constexpr std::string_view type_name(const Item& item) {
  return std::visit(Overloaded{
                        [](const assessment::RatingItem&) { return "rating"; },
                        [](const assessment::SingleItem&) { return "single"; },
                        [](const assessment::MultipleItem&) { return "multiple"; },
                        [](const assessment::OrderItem&) { return "order"; },
                        [](const assessment::MatchItem&) { return "match"; },
                        [](const assessment::NumberItem&) { return "number"; },
                        [](const assessment::HotspotItem&) { return "hotspot"; },
                        [](const assessment::TaskItem&) { return "task"; },
                        [](const assessment::NoteItem&) { return "note"; },
                    },
                    item.type);
}

std::string_view key_of(assessment::RegionRole role) {
  switch (role) {
    case assessment::RegionRole::text:
    case assessment::RegionRole::heading:
      break;
    case assessment::RegionRole::link:
      return "question.region.link";
    case assessment::RegionRole::button:
      return "question.region.button";
    case assessment::RegionRole::field:
      return "question.region.field";
    case assessment::RegionRole::icon:
      return "question.region.icon";
  }
  return "";
}

class QuestionViewMaker {
 public:
  QuestionViewMaker(const QuestionBank& bank, const QuestionPage& page, const Strings& strings,
                    std::string_view language)
      : bank_(bank),
        page_(page),
        session_(page.session),
        item_(bank.items[page.session.position]),
        strings_(strings),
        language_(language) {}

  QuestionView make() const {
    QuestionView view{.item = item_.id.text,
                      .caption = caption(),
                      .error_title = page_.is_answer_missing ? text("error.title") : "",
                      .error = page_.is_answer_missing ? error() : "",
                      .or_word = text("question.or"),
                      .next = text("question.next")};
    if (!is_note(item_)) view.mark = text("question.mark");
    view.is_marked = session_.marks[item_.index];
    if (session_.step > 0) view.item += fmt::format("/{}", session_.step);
    if (is_on_sureness(bank_, session_)) {
      add_sureness(view);
    } else {
      add_texts(view);
      add_answers(view);
    }
    return view;
  }

 private:
  const std::string& text(std::string_view key) const { return strings_.text(key, language_); }
  const std::string& in_language(const assessment::LocalizedText& words) const { return words.in(language_); }

  const assessment::TaskStep* task_step() const {
    const auto* task = std::get_if<assessment::TaskItem>(&item_.type);
    return task && session_.step < task->steps.size() ? &task->steps[session_.step] : nullptr;
  }
  bool has_scene() const {
    const assessment::TaskStep* step = task_step();
    return step ? step->scene.has_value() : std::holds_alternative<assessment::HotspotItem>(item_.type);
  }

  // The total only while no answer can change it.
  std::string caption() const {
    if (is_note(item_)) return text("question.note");
    const auto done = progress(bank_, session_, assessment::score_lookup(bank_));
    const std::string question =
        fill(text(done.is_total_final ? "question.caption" : "question.caption_open"),
             {{"number", fmt::to_string(done.number)}, {"total", fmt::to_string(done.total)}});
    if (!task_step()) return question;
    return fill(text("question.step"), {{"question", question},
                                        {"step", fmt::to_string(session_.step + 1)},
                                        {"steps", fmt::to_string(steps_of(item_))}});
  }

  // What to say when a needed answer is missing: the item's own words, else those of its type.
  std::string error() const {
    if (is_on_sureness(bank_, session_)) return text("question.error.sure");
    if (!item_.error.is_empty()) return in_language(item_.error);
    if (task_step()) return text(has_scene() ? "question.error.hotspot" : "question.error.single");
    return is_note(item_) ? "" : text(fmt::format("question.error.{}", type_name(item_)));
  }

  // How this type is worked; rating, single and note need no words for it.
  std::string instruction() const {
    if (has_scene()) return text("question.hotspot.hint");
    if (std::holds_alternative<assessment::MultipleItem>(item_.type)) return text("question.several");
    if (std::holds_alternative<assessment::OrderItem>(item_.type)) return text("question.order.hint");
    if (std::holds_alternative<assessment::MatchItem>(item_.type))
      return text("question.match.hint") + " " + text("question.match.undo");
    return "";
  }

  void add_texts(QuestionView& view) const {
    view.prompt = in_language(item_.prompt);
    view.hint = in_language(item_.hint);
    if (const assessment::TaskStep* step = task_step()) {
      view.step_prompt = in_language(step->prompt);
      view.step_hint = instruction();
    } else if (const std::string how = instruction(); !how.empty()) {
      view.hint += (view.hint.empty() ? "" : " ") + how;
    }
    view.why_title = item_.why.is_empty() ? "" : text("question.why");
    view.why = in_language(item_.why);
    if (item_.image) view.image = {item_.image->file, in_language(item_.image->alt)};
  }

  void add_sureness(QuestionView& view) const {
    view.prompt = text("question.sure.title");
    view.hint = fill(text("question.sure.answer"),
                     {{"answer", answer_text(bank_, session_, item_, strings_, language_)}});
    for (const OptionId& sure : assessment::sureness_options) {
      view.options.push_back({fmt::to_string(view.options.size()), text("question.sure." + sure.text),
                              session_.sureness[item_.index] == sure});
    }
  }

  void add_answers(QuestionView& view) const {
    if (is_note(item_)) return;
    const auto shown = shown_options(bank_, item_, session_.seed, session_.step);
    if (has_scene()) {
      view.work = scene(shown);
    } else if (std::holds_alternative<assessment::OrderItem>(item_.type)) {
      view.work = order(shown);
    } else if (std::holds_alternative<assessment::MatchItem>(item_.type)) {
      view.work = match(shown);
    } else if (const auto* typed = std::get_if<assessment::NumberItem>(&item_.type)) {
      view.work = number(*typed);
    } else {
      view.kind = std::holds_alternative<assessment::MultipleItem>(item_.type) ? ChoiceKind::several
                                                                               : ChoiceKind::one;
    }
    const bool has_rows = std::holds_alternative<std::monostate>(view.work);
    for (std::size_t index = 0; index < shown.size(); ++index) {
      if (!has_rows && shown[index].option) continue;  // shown already, in its own way
      if (shown[index].is_way_out && !view.or_before) view.or_before = view.options.size();
      view.options.push_back(
          {fmt::to_string(index), label_of(shown[index], strings_, language_), is_selected(shown[index].id)});
    }
  }

  bool is_selected(const OptionId& id) const {
    return task_step() ? is_chosen_in_step(session_, item_, session_.step, id)
                       : is_chosen(session_, item_, id);
  }

  SceneView scene(const std::vector<ShownOption>& shown) const {
    const assessment::TaskStep* step = task_step();
    const assessment::Scene& source =
        step ? *step->scene : std::get<assessment::HotspotItem>(item_.type).scene;
    SceneView view{.kind = source.kind, .title = in_language(source.title)};
    // The regions stand beside the options in file order, which is the reading order of the scene.
    const auto options = options_of(bank_, item_, session_.step);
    for (std::size_t place = 0; place < options.size(); ++place) {
      const auto found = std::ranges::find(shown, options[place].id, &ShownOption::id);
      const std::string& label = in_language(options[place].label);
      const assessment::Region& region = source.regions[place];
      const std::string_view key = key_of(region.role);
      view.regions.push_back({.choice = static_cast<int>(found - shown.begin()),
                              .label = label,
                              .name = key.empty() ? label : fill(text(key), {{"text", label}}),
                              .role = region.role,
                              .at = region.at,
                              .is_selected = is_selected(options[place].id)});
    }
    return view;
  }

  OrderView order(const std::vector<ShownOption>& shown) const {
    OrderView view{.placed_title = text("question.order.placed"),
                   .unplaced_title = text("question.order.unplaced"),
                   .up = text("question.order.up"),
                   .down = text("question.order.down")};
    const auto row_of = [&](std::size_t index) {
      const std::string label = label_of(shown[index], strings_, language_);
      return OrderRowView{
          .option = shown[index].id, .choice = static_cast<int>(index), .label = label, .name = label};
    };
    const assessment::Answer* answer = answer_to(session_, item_);
    for (std::size_t place = 0; answer && place < answer->chosen.size(); ++place) {
      const auto found = std::ranges::find(shown, answer->chosen[place], &ShownOption::id);
      if (!found->option) continue;  // "not sure"
      OrderRowView row = row_of(static_cast<std::size_t>(found - shown.begin()));
      row.number = static_cast<int>(place) + 1;
      row.name =
          fill(text("question.order.name"), {{"number", fmt::to_string(row.number)}, {"step", row.label}});
      if (place > 0) row.up_name = fill(text("question.order.up_name"), {{"step", row.label}});
      if (place + 1 < answer->chosen.size())
        row.down_name = fill(text("question.order.down_name"), {{"step", row.label}});
      view.placed.push_back(std::move(row));
    }
    for (std::size_t index = 0; index < shown.size(); ++index) {
      if (shown[index].option && !is_selected(shown[index].id)) view.unplaced.push_back(row_of(index));
    }
    if (view.placed.empty()) view.none_placed = text("question.order.none");
    return view;
  }

  // A pair has the number of its left side's place, so that other pairs leave it as it is.
  MatchView match(const std::vector<ShownOption>& lefts) const {
    MatchView view{.lefts_title = text("question.match.lefts"),
                   .rights_title = text("question.match.rights")};
    const assessment::Answer* answer = answer_to(session_, item_);
    const auto joined = answer ? answer->joined : std::vector<assessment::Join>{};
    const auto row_of = [&](const ShownOption& side, int number) {
      const std::string label = label_of(side, strings_, language_);
      const auto fills = {Fill{"label", label}, Fill{"number", fmt::to_string(number)}};
      return MatchRowView{.option = side.id,
                          .label = label,
                          .name = number == 0 ? label : fill(text("question.match.name"), fills),
                          .number = number};
    };
    for (const ShownOption& left : lefts) {
      if (!left.option) continue;  // "not sure"
      const bool is_joined = std::ranges::find(joined, left.id, &assessment::Join::left) != joined.end();
      view.lefts.push_back(row_of(left, is_joined ? static_cast<int>(view.lefts.size()) + 1 : 0));
      view.lefts.back().is_picked = left.id == page_.picked_left;
    }
    for (const ShownOption& right : shown_rights(item_, session_.seed)) {
      const auto pair = std::ranges::find(joined, right.id, &assessment::Join::right);
      const auto left = pair == joined.end()
                            ? view.lefts.end()
                            : std::ranges::find(view.lefts, pair->left, &MatchRowView::option);
      view.rights.push_back(row_of(right, left == view.lefts.end() ? 0 : left->number));
    }
    return view;
  }

  NumberView number(const assessment::NumberItem& number) const {
    const assessment::Answer* answer = answer_to(session_, item_);
    NumberView view{.title = text("question.number.title"),
                    .typed = answer ? answer->typed : "",
                    .unit = number.unit,
                    .delete_label = text("question.number.delete")};
    view.spoken = view.typed.empty() ? text("question.number.none") : number_text(number, view.typed);
    if (number.decimals > 0) view.point = text("question.number.point");
    return view;
  }

  const QuestionBank& bank_;
  const QuestionPage& page_;
  const Session& session_;
  const Item& item_;
  const Strings& strings_;
  std::string_view language_;
};

}  // namespace

QuestionView make_question_view(const QuestionBank& bank, const QuestionPage& page, const Strings& strings,
                                std::string_view language) {
  return QuestionViewMaker(bank, page, strings, language).make();
}

}  // namespace app
