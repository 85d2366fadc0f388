#include "assessment/bank/changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "assessment/bank/item_changes.hpp"

namespace assessment {
namespace {

// The three numbers of a version.
std::array<int, 3> numbers_of(std::string_view version) {
  std::array<int, 3> numbers{};
  const char* at = version.data();
  const char* const end = version.data() + std::min(version.size(), version.find('-'));
  for (int& number : numbers) {
    at = std::from_chars(at, end, number).ptr;
    if (at != end) ++at;  // the point
  }
  return numbers;
}

void compare_levels(ChangeList& list, const std::string& place, const std::vector<Level>& before,
                    const std::vector<Level>& after) {
  for (const Level& level : after) {
    const auto old = std::ranges::find(before, level.id, &Level::id);
    const std::string where = place + "/level " + level.id.text;
    if (old == before.end()) {
      list.add(VersionStep::major, where, "the level is new");
      continue;
    }
    list.compare(VersionStep::major, where, "threshold", to_decimal(old->from), to_decimal(level.from));
    list.compare(VersionStep::minor, where, "name", old->label, level.label);
  }
  for (const Level& level : before) {
    if (std::ranges::find(after, level.id, &Level::id) == after.end())
      list.add(VersionStep::major, place + "/level " + level.id.text, "the level is gone");
  }
}

void compare_roles(ChangeList& list, const std::vector<Role>& before, const std::vector<Role>& after) {
  for (const Role& role : after) {
    const auto old = std::ranges::find(before, role.id, &Role::id);
    const std::string where = "role " + role.id.text;
    if (old == before.end()) {
      list.add(VersionStep::minor, where, "the role is new");
    } else {
      list.compare(VersionStep::minor, where, "name", old->label, role.label);
    }
  }
  for (const Role& role : before) {
    if (std::ranges::find(after, role.id, &Role::id) == after.end())
      list.add(VersionStep::major, "role " + role.id.text, "the role is gone");
  }
}

// The levels a rule has of its own are compared one by one, so that each is named.
bool differs_but_for_levels(Rule before, Rule after) {
  before.levels.clear();
  after.levels.clear();
  return before != after;
}

void compare_domains(ChangeList& list, const QuestionBank& before, const QuestionBank& after) {
  for (const Domain& domain : after.domains) {
    const std::string& where = domain.id.text;
    const auto old = std::ranges::find(before.domains, domain.id, &Domain::id);
    if (old == before.domains.end()) {
      list.add(VersionStep::minor, where, "the domain is new");
      continue;
    }
    list.compare(VersionStep::patch, where, "title", old->title, domain.title);
    list.compare(VersionStep::patch, where, "text about it", old->about, domain.about);
    list.compare(VersionStep::major, where, "condition", old->only_if.text(), domain.only_if.text());
    if (differs_but_for_levels(old->rule, domain.rule))
      list.add(VersionStep::major, where, "the scoring rule changed");
    compare_levels(list, where, old->rule.levels, domain.rule.levels);
    if (old->resources != domain.resources)
      list.add(VersionStep::patch, where, "the learning resources changed");
  }
  for (const Domain& domain : before.domains) {
    if (std::ranges::find(after.domains, domain.id, &Domain::id) == after.domains.end())
      list.add(VersionStep::major, domain.id.text, "the domain is gone");
  }
}

void compare_whole(ChangeList& list, const QuestionBank& before, const QuestionBank& after) {
  list.compare(VersionStep::patch, "bank", "title", before.title, after.title);
  list.compare(VersionStep::patch, "bank", "text about it", before.about, after.about);
  list.compare(VersionStep::patch, "bank", "words before the start", before.before_you_start,
               after.before_you_start);
  list.compare(VersionStep::patch, "bank", "words at the end", before.after, after.after);
  list.compare(VersionStep::patch, "bank", "minutes", fmt::to_string(before.minutes),
               fmt::to_string(after.minutes));
  list.compare(VersionStep::patch, "bank", "licence", before.licence, after.licence);
  list.compare(VersionStep::patch, "bank", "credits", before.credits, after.credits);
  list.compare(VersionStep::patch, "bank", "audience", before.audience, after.audience);
  list.compare(VersionStep::minor, "bank", "list of languages",
               fmt::format("{}", fmt::join(before.languages, ", ")),
               fmt::format("{}", fmt::join(after.languages, ", ")));
  if (before.unvalidated_languages != after.unvalidated_languages)
    list.add(VersionStep::patch, "bank", "other translations are validated");
  if (before.overall != after.overall)
    list.add(VersionStep::major, "bank", "the rule for the overall score changed");
  if (before.profiles != after.profiles)
    list.add(VersionStep::major, "bank", "the profiles ask for other levels");
  compare_levels(list, "bank", before.levels, after.levels);
  compare_roles(list, before.roles, after.roles);
}

// The order and the conditions in which what both have is asked.
void compare_pages(ChangeList& list, const QuestionBank& before, const QuestionBank& after) {
  const auto shared_order = [](const QuestionBank& bank, const QuestionBank& other) {
    std::vector<std::string> ids;
    for (const std::size_t index : bank.page_order) {
      if (find_item(other, bank.items[index].id)) ids.push_back(bank.items[index].id.text);
    }
    return ids;
  };
  if (shared_order(before, after) != shared_order(after, before))
    list.add(VersionStep::minor, "bank", "the items come in another order");
  for (const Section& section : after.sections) {
    const auto old = std::ranges::find(before.sections, section.id, &Section::id);
    const std::string where = "section " + section.id;
    if (old == before.sections.end()) {
      list.add(section.only_if.is_empty() ? VersionStep::patch : VersionStep::major, where,
               "the section is new");
      continue;
    }
    list.compare(VersionStep::patch, where, "title", old->title, section.title);
    list.compare(VersionStep::major, where, "condition", old->only_if.text(), section.only_if.text());
  }
  for (const Section& section : before.sections) {
    if (std::ranges::find(after.sections, section.id, &Section::id) == after.sections.end())
      list.add(section.only_if.is_empty() ? VersionStep::patch : VersionStep::major, "section " + section.id,
               "the section is gone");
  }
}

}  // namespace

std::string_view to_text(VersionStep step) {
  switch (step) {
    case VersionStep::none:
      return "none";
    case VersionStep::patch:
      return "patch";
    case VersionStep::minor:
      return "minor";
    case VersionStep::major:
      return "major";
  }
  return "";
}

std::vector<Change> changes_between(const QuestionBank& before, const QuestionBank& after) {
  ChangeList list(after.languages.front());
  compare_whole(list, before, after);
  compare_domains(list, before, after);
  compare_pages(list, before, after);
  for (const Item& item : after.items) {
    const auto old = find_item(before, item.id);
    if (old) {
      compare_items(list, {before, before.items[*old]}, {after, item});
    } else {
      list.add(VersionStep::minor, place_of(after, item), "the item is new");
    }
  }
  for (const Item& item : before.items) {
    if (!find_item(after, item.id)) list.add(VersionStep::major, place_of(before, item), "the item is gone");
  }
  return list.take();
}

VersionStep step_asked(const std::vector<Change>& changes) {
  VersionStep most = VersionStep::none;
  for (const Change& change : changes) most = std::max(most, change.step);
  return most;
}

VersionStep step_taken(std::string_view before, std::string_view after) {
  const auto from = numbers_of(before), to = numbers_of(after);
  if (to <= from) return VersionStep::none;
  if (to[0] > from[0]) return VersionStep::major;
  return to[1] > from[1] ? VersionStep::minor : VersionStep::patch;
}

Diagnostics broken_promises(const QuestionBank& before, const QuestionBank& after, const std::string& file) {
  Diagnostics faults;
  const auto report = [&](const char* code, std::string text) {
    faults.push_back({.code = code, .file = file, .text = std::move(text)});
  };
  if (before.id != after.id) {
    report("other-bank",
           fmt::format("'{}' and '{}' are two banks; compare two versions of one", before.id, after.id));
    return faults;
  }
  std::vector<ItemId> once_used = before.retired;
  for (const Item& item : before.items) {
    if (!find_item(after, item.id)) once_used.push_back(item.id);
  }
  for (const ItemId& id : once_used) {
    if (std::ranges::find(after.retired, id) != after.retired.end()) continue;
    report("not-retired",
           fmt::format("'{}' has been an item's id; add it to `retired`, so that it is never used again",
                       id.text));
  }
  return faults;
}

}  // namespace assessment
