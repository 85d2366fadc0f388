#include "assessment/bank/item_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <span>

namespace assessment {
namespace {

// Letters and digits only, in small letters: what is left when typing errors of no meaning are gone.
std::string bare(const std::string& text) {
  std::string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte)) letters += static_cast<char>(std::tolower(byte));
  }
  return letters;
}

void compare_options(ChangeList& list, const std::string& place, std::span<const Option> before,
                     std::span<const Option> after) {
  for (const Option& option : after) {
    const auto old = std::ranges::find(before, option.id, &Option::id);
    const std::string where = place + "/option " + option.id.text;
    if (old == before.end()) {
      list.add(VersionStep::major, where, "the option is new");
      continue;
    }
    list.compare(VersionStep::major, where, "label", old->label, option.label);
    list.compare(VersionStep::major, where, "score", to_decimal(old->score), to_decimal(option.score));
    if (old->is_correct != option.is_correct)
      list.add(VersionStep::major, where, option.is_correct ? "it is right now" : "it is right no more");
    if (old->is_not_applicable != option.is_not_applicable || old->is_exclusive != option.is_exclusive)
      list.add(VersionStep::major, where, "it counts in another way");
    if (old->is_fixed_last != option.is_fixed_last)
      list.add(VersionStep::minor, where, "it is shown in another place");
  }
  for (const Option& option : before) {
    if (std::ranges::find(after, option.id, &Option::id) == after.end())
      list.add(VersionStep::major, place + "/option " + option.id.text, "the option is gone");
  }
}

void compare_steps(ChangeList& list, const std::string& place, const TaskItem& before,
                   const TaskItem& after) {
  const auto ids = [](const TaskItem& task) {
    std::vector<std::string> all;
    for (const TaskStep& step : task.steps) all.push_back(step.id);
    return all;
  };
  if (ids(before) != ids(after)) {
    list.add(VersionStep::major, place, "the task has other steps");
    return;
  }
  for (std::size_t i = 0; i < after.steps.size(); ++i) {
    const TaskStep &old = before.steps[i], &step = after.steps[i];
    const std::string where = place + "/step " + step.id;
    list.compare(VersionStep::major, where, "prompt", old.prompt, step.prompt);
    if (old.scene != step.scene) list.add(VersionStep::minor, where, "the scene is drawn in another way");
    compare_options(list, where, old.options, step.options);
  }
}

// What only one type of item has; both items are of the same type.
void compare_own_parts(ChangeList& list, const std::string& place, const ItemIn& before,
                       const ItemIn& after) {
  if (const auto* task = std::get_if<TaskItem>(&after.item.type)) {
    compare_steps(list, place, std::get<TaskItem>(before.item.type), *task);
    return;
  }
  compare_options(list, place, options_of(before.bank, before.item), options_of(after.bank, after.item));
  if (const auto* match = std::get_if<MatchItem>(&after.item.type)) {
    const auto& old = std::get<MatchItem>(before.item.type);
    compare_options(list, place, old.rights, match->rights);
    const auto pairs = [](const MatchItem& of) {
      std::vector<std::pair<std::string, std::string>> all;
      for (std::size_t i = 0; i < of.lefts.size(); ++i)
        all.emplace_back(of.lefts[i].id.text, of.rights[i].id.text);
      std::ranges::sort(all);
      return all;
    };
    if (pairs(old) != pairs(*match) || old.credit != match->credit)
      list.add(VersionStep::major, place, "other pairs are right, or they count in another way");
  } else if (const auto* order = std::get_if<OrderItem>(&after.item.type)) {
    const auto& old = std::get<OrderItem>(before.item.type);
    if (!std::ranges::equal(old.options, order->options, {}, &Option::id, &Option::id) ||
        old.credit != order->credit)
      list.add(VersionStep::major, place, "another order is right, or it counts in another way");
  } else if (const auto* multiple = std::get_if<MultipleItem>(&after.item.type)) {
    if (std::get<MultipleItem>(before.item.type).credit != multiple->credit)
      list.add(VersionStep::major, place, "part of the answer counts in another way");
  } else if (const auto* number = std::get_if<NumberItem>(&after.item.type)) {
    if (std::get<NumberItem>(before.item.type) != *number)
      list.add(VersionStep::major, place, "other numbers are accepted, or asked for in another way");
  } else if (const auto* hotspot = std::get_if<HotspotItem>(&after.item.type)) {
    if (std::get<HotspotItem>(before.item.type).scene != hotspot->scene)
      list.add(VersionStep::minor, place, "the scene is drawn in another way");
  }
}

void compare_texts(ChangeList& list, const std::string& place, const Item& before, const Item& after) {
  list.compare(VersionStep::major, place, "prompt", before.prompt, after.prompt);
  list.compare(VersionStep::minor, place, "hint", before.hint, after.hint);
  list.compare(VersionStep::patch, place, "reason for asking", before.why, after.why);
  list.compare(VersionStep::patch, place, "error", before.error, after.error);
  list.compare(VersionStep::patch, place, "feedback", before.feedback, after.feedback);
  const auto file = [](const Item& item) { return item.image ? item.image->file : "none"; };
  list.compare(VersionStep::minor, place, "image", file(before), file(after));
  if (before.image && after.image)
    list.compare(VersionStep::patch, place, "description of the image", before.image->alt, after.image->alt);
}

void compare_scoring(ChangeList& list, const std::string& place, const ItemIn& before, const ItemIn& after) {
  const Item &old = before.item, &item = after.item;
  list.compare(VersionStep::major, place, "domain", before.bank.domains[old.domain].id.text,
               after.bank.domains[item.domain].id.text);
  list.compare(VersionStep::major, place, "weight", fmt::to_string(old.weight), fmt::to_string(item.weight));
  list.compare(VersionStep::major, place, "group", old.group, item.group);
  list.compare(VersionStep::major, place, "condition", old.show_if.text(), item.show_if.text());
  if (old.measure != item.measure) list.add(VersionStep::major, place, "it measures something else");
  if (old.is_required != item.is_required)
    list.add(VersionStep::major, place,
             item.is_required ? "an answer is required now" : "it may be passed over now");
  if (old.has_not_sure != item.has_not_sure)
    list.add(VersionStep::major, place,
             item.has_not_sure ? "'not sure' is an answer now" : "'not sure' is gone");
  if (old.asks_sureness != item.asks_sureness)
    list.add(VersionStep::minor, place, "the question how sure one is has come or gone");
  if (old.is_shuffled != item.is_shuffled)
    list.add(VersionStep::minor, place, "its options come in another order");
  if (old.tags != item.tags) list.add(VersionStep::patch, place, "its tags changed");
}

}  // namespace

void ChangeList::add(VersionStep step, std::string place, std::string text) {
  changes_.push_back({step, std::move(place), std::move(text)});
}

void ChangeList::compare(VersionStep step, const std::string& place, std::string_view what,
                         const std::string& before, const std::string& after) {
  if (before == after) return;
  if (before.empty()) {
    add(step, place, fmt::format("there is a {} now: '{}'", what, after));
  } else if (after.empty()) {
    add(step, place, fmt::format("the {} is gone: '{}'", what, before));
  } else {
    add(step, place, fmt::format("the {} changed: '{}' is now '{}'", what, before, after));
  }
}

void ChangeList::compare(VersionStep step, const std::string& place, std::string_view what,
                         const LocalizedText& before, const LocalizedText& after) {
  const std::string &old = before.in(fallback_), &now = after.in(fallback_);
  compare(bare(old) == bare(now) ? VersionStep::patch : step, place, what, old, now);
  for (const auto& entry : after.by_language) {
    const auto same =
        std::ranges::find(before.by_language, entry.first, &std::pair<std::string, std::string>::first);
    if (entry.first == fallback_ || same == before.by_language.end()) continue;
    compare(VersionStep::patch, place, fmt::format("{} ({})", what, entry.first), same->second, entry.second);
  }
}

std::string place_of(const QuestionBank& bank, const Item& item) {
  return bank.domains[item.domain].id.text + "/" + item.id.text;
}

void compare_items(ChangeList& list, const ItemIn& before, const ItemIn& after) {
  const std::string place = place_of(after.bank, after.item);
  compare_texts(list, place, before.item, after.item);
  compare_scoring(list, place, before, after);
  if (before.item.type.index() != after.item.type.index()) {
    list.add(VersionStep::major, place, "it is of another type; give another question another id");
  } else {
    compare_own_parts(list, place, before, after);
  }
}

}  // namespace assessment
