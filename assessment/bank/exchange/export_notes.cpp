#include "assessment/bank/exchange/export_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace assessment {
namespace {

struct PartCheck {
  ItemPart part;
  bool (*has)(const QuestionBank&, const Item&);
  std::string_view text;
};

template <bool Option::*flag>
bool any_option(const QuestionBank& bank, const Item& item) {
  for (std::size_t step = 0; step < steps_of(item); ++step) {
    if (std::ranges::any_of(options_of(bank, item, step), flag)) return true;
  }
  return false;
}

const std::vector<PartCheck>& part_checks() {
  using Bank = const QuestionBank&;
  static const std::vector<PartCheck> checks{
      {ItemPart::show_if, [](Bank, const Item& i) { return !i.show_if.is_empty(); },
       "its `show_if` stays behind: it is asked of everyone"},
      {ItemPart::hint, [](Bank, const Item& i) { return !i.hint.is_empty(); }, "its hint stays behind"},
      {ItemPart::why, [](Bank, const Item& i) { return !i.why.is_empty(); }, "why we ask stays behind"},
      {ItemPart::error, [](Bank, const Item& i) { return !i.error.is_empty(); },
       "its error sentence stays behind"},
      {ItemPart::feedback, [](Bank, const Item& i) { return !i.feedback.is_empty(); },
       "its feedback stays behind"},
      {ItemPart::image, [](Bank, const Item& i) { return i.image.has_value(); }, "its image stays behind"},
      {ItemPart::weight, [](Bank, const Item& i) { return i.weight != 1; }, "its weight stays behind"},
      {ItemPart::group, [](Bank, const Item& i) { return !i.group.empty(); }, "its group stays behind"},
      {ItemPart::tags, [](Bank, const Item& i) { return !i.tags.empty(); }, "its tags stay behind"},
      {ItemPart::sureness, [](Bank, const Item& i) { return i.asks_sureness; },
       "the question how sure the answer is stays behind"},
      {ItemPart::not_sure, [](Bank, const Item& i) { return i.has_not_sure; },
       "the answer \"I am not sure\" stays behind"},
      {ItemPart::may_be_skipped, [](Bank, const Item& i) { return !i.is_required; },
       "that it may be left without an answer stays behind"},
      {ItemPart::shuffle, [](Bank, const Item& i) { return i.is_shuffled; },
       "that its options are shuffled stays behind"},
      {ItemPart::self_measure, [](Bank, const Item& i) { return i.measure == Measure::self && !is_note(i); },
       "that it is a self-rating stays behind"},
      {ItemPart::exclusive, any_option<&Option::is_exclusive>,
       "that an option excludes the others stays behind"},
      {ItemPart::not_applicable, any_option<&Option::is_not_applicable>,
       "that an option is not applicable stays behind: it is an option like the others"},
  };
  return checks;
}

}  // namespace

ExportNotes::ExportNotes(const QuestionBank& bank, const NodeTree& tree) : bank_(bank), root_(tree.root()) {
  for (const Node& domain : root_.find("domains")->elements()) {
    for (const Node& item : domain.find("items")->elements()) items_.push_back(item);
  }
}

void ExportNotes::add(const Item& item, std::string code, std::string text) {
  const auto index = static_cast<std::size_t>(&item - bank_.items.data());
  losses_.push_back(items_[index].warning(std::move(code), fmt::format("{}: {}", item.id.text, text)));
}

void ExportNotes::drop_parts(const Item& item, const std::vector<ItemPart>& carried) {
  for (const PartCheck& check : part_checks()) {
    if (std::ranges::find(carried, check.part) == carried.end() && check.has(bank_, item))
      drop(item, std::string(check.text));
  }
}

void ExportNotes::drop_bank_parts(std::string_view language,
                                  const std::vector<std::string_view>& carried_keys) {
  const auto drop_key = [&](Node map, std::string_view key, std::string text) {
    if (std::ranges::find(carried_keys, key) != carried_keys.end()) return;
    if (const auto value = map.find(key))
      losses_.push_back(value->warning("part-not-carried", std::move(text)));
  };
  if (bank_.languages.size() > 1)
    drop_key(root_, "languages",
             fmt::format("only the texts in '{}' are written; use --language for others", language));
  for (const std::string_view key :
       {"licence", "credits", "audience", "minutes", "about", "before_you_start", "after", "retired", "roles",
        "levels", "scoring", "sections", "profiles"})
    drop_key(root_, key, fmt::format("`{}` stays behind", key));
  for (const Node& domain : root_.find("domains")->elements()) {
    for (const std::string_view key : {"about", "only_if", "scoring", "resources"})
      drop_key(domain, key, fmt::format("the domain's `{}` stays behind", key));
  }
}

}  // namespace assessment
