#include "assessment/reporting/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "assessment/base/fill.hpp"
#include "assessment/reporting/foreign_texts.hpp"
#include "assessment/reporting/report_sections.hpp"
#include "assessment/reporting/report_text.hpp"

namespace assessment {
namespace {

// What one bank calls things. Without the bank every id is its own name.
class Names {
 public:
  Names(const std::string& series, const std::vector<QuestionBank>& banks, std::string_view language)
      : series_(series), language_(language), words_(report_words(language)) {
    const auto found = std::find_if(banks.begin(), banks.end(), [&](const QuestionBank& bank) {
      return series_of(bank_name(bank)) == series;
    });
    if (found == banks.end()) return;
    bank_ = &*found;
    for (const QuestionBank& bank : banks) {
      if (&bank != bank_ && series_of(bank_name(bank)) == series) others_.push_back(&bank);
    }
  }

  Name bank() const { return name(series_, bank_ ? &bank_->title : nullptr); }

  Name value(Dimension dimension, const std::string& id) const {
    if (dimension != Dimension::role) return {id, id};
    if (id == grouped_role) return {id, std::string(words_.cells.smaller_roles)};
    const Role* role = bank_ ? find_role(*bank_, RoleId{id}) : nullptr;
    return name(id, role ? &role->label : nullptr);
  }

  // Where a value stands among its like: roles in the order of the bank, grouped ones last.
  std::pair<std::size_t, std::string> rank(Dimension dimension, const std::string& id) const {
    if (dimension != Dimension::role || !bank_) return {0, id};
    const auto role = std::ranges::find(bank_->roles, RoleId{id}, &Role::id);
    const auto index = static_cast<std::size_t>(role - bank_->roles.begin());
    return {id == grouped_role ? index + 1 : index, id};
  }

  Name overall() const { return {"overall", std::string(words_.columns.overall)}; }

  std::vector<Name> attained(const std::set<std::string>& ids) const {
    std::vector<Name> names;
    for (const std::string& id : ids) {
      std::string label = id;
      for (std::size_t i = 0; i < words_.attained.size(); ++i) {
        if (id == to_text(static_cast<Attainment>(i))) label = words_.attained[i];
      }
      names.push_back({id, std::move(label)});
    }
    return names;
  }

  std::vector<Name> domains() const {
    std::vector<Name> names;
    if (!bank_) return names;
    for (const Domain& domain : bank_->domains) names.push_back(name(domain.id.text, &domain.title));
    return names;
  }

  std::vector<Name> levels() const {
    std::vector<Name> names;
    if (!bank_) return names;
    for (const Level& level : bank_->levels) names.push_back(name(level.id.text, &level.label));
    return names;
  }

  // Of every item, and of how sure people were of it.
  std::vector<Name> items() const {
    std::vector<Name> names;
    for (const QuestionBank* bank : versions()) {
      for (const Item& item : bank->items) {
        const Name prompt = name(item.id.text, &item.prompt);
        if (std::ranges::find(names, prompt.id, &Name::id) != names.end()) continue;
        names.push_back(prompt);
        names.push_back({prompt.id + ".sure", fill(words_.cells.how_sure, {{"question", prompt.label}})});
      }
    }
    return names;
  }

  std::vector<Name> answers(const std::string& item) const {
    std::vector<Name> names;
    for (const QuestionBank* bank : versions()) {
      const auto index = find_item(*bank, ItemId{item});
      if (!index) continue;
      for (const Option& option : options_of(*bank, bank->items[*index])) {
        const Name label = name(option.id.text, &option.label);
        if (std::ranges::find(names, label.id, &Name::id) == names.end()) names.push_back(label);
      }
      const Name not_sure{not_sure_option.text, std::string(words_.cells.not_sure)};
      if (bank->items[*index].has_not_sure && std::ranges::find(names, not_sure) == names.end())
        names.push_back(not_sure);
    }
    return names;
  }

 private:
  Name name(const std::string& id, const LocalizedText* text) const {
    if (!text || text->is_empty()) return {id, id};
    return {id, text->in(language_)};
  }

  // The bank that names things, then the other versions of its series.
  std::vector<const QuestionBank*> versions() const {
    std::vector<const QuestionBank*> all;
    if (bank_) all.push_back(bank_);
    all.insert(all.end(), others_.begin(), others_.end());
    return all;
  }

  const std::string& series_;
  std::string_view language_;
  const ReportWords& words_;
  const QuestionBank* bank_ = nullptr;
  std::vector<const QuestionBank*> others_{};
};

// `known` first, then every other of `ids` by id.
std::vector<Name> in_order(std::vector<Name> known, std::set<std::string> ids) {
  for (const Name& name : known) ids.erase(name.id);
  for (const std::string& id : ids) known.push_back({id, id});
  return known;
}

template <class Value>
std::set<std::string> ids_of(const std::map<std::string, Value>& by_id) {
  std::set<std::string> ids;
  for (const auto& [id, value] : by_id) ids.insert(id);
  return ids;
}

// A count for each name: what the table lacks, nobody chose.
std::vector<ReportedCount> count_all(const std::vector<Name>& names, const PublishedCounts& counts) {
  std::vector<ReportedCount> reported;
  for (const Name& name : names) {
    const auto found = counts.find(name.id);
    reported.push_back({name, found == counts.end() ? PublishedFigure{Visibility::shown, 0} : found->second});
  }
  return reported;
}

// The levels and attained values that occur in a domain of any group, so that all its rows have the same
// cells. Groups that show nothing have no domains and so betray nothing here.
struct Categories {
  std::set<std::string> levels{}, attained{};

  void add(const DisclosedDomain& domain) {
    levels.merge(ids_of(domain.levels));
    attained.merge(ids_of(domain.attained));
  }
};

struct SeriesCategories {
  Categories overall{};
  std::map<std::string, Categories> domains{};
  std::map<std::string, std::set<std::string>> answers{};  // by item
  std::map<std::string, ItemHistory> history{};            // by item
};

constexpr std::string_view flag_suffix = ".flag";

// Items are counted with the marks beside them; these are told with their item.
std::set<std::string> item_ids(const DisclosedGroup& group) {
  std::set<std::string> ids;
  for (const auto& [id, item] : group.items) {
    const bool is_flag = id.ends_with(flag_suffix);
    ids.insert(is_flag ? id.substr(0, id.size() - flag_suffix.size()) : id);
  }
  return ids;
}

PublishedFigure count_flags(const DisclosedGroup& group, const SeriesCategories& categories,
                            const std::string& id) {
  const std::string flag = id + std::string(flag_suffix);
  if (!categories.answers.contains(flag)) return {};
  const auto item = group.items.find(flag);
  if (item == group.items.end()) return {Visibility::shown, 0};
  const auto count = item->second.answers.find("true");
  return count == item->second.answers.end() ? PublishedFigure{Visibility::shown, 0} : count->second;
}

std::map<std::string, SeriesCategories> find_categories(const DisclosedTables& tables,
                                                        const std::vector<QuestionBank>& banks) {
  std::map<std::string, SeriesCategories> by_series;
  for (const DisclosedGroup& group : tables.groups()) {
    const auto [entry, is_new] = by_series.try_emplace(group.key.series);
    SeriesCategories& series = entry->second;
    if (is_new) series.history = find_item_history(banks, group.key.series);
    if (group.overall) series.overall.add(*group.overall);
    for (const auto& [id, domain] : group.domains) series.domains[id].add(domain);
    for (const auto& [id, item] : group.items) series.answers[id].merge(ids_of(item.answers));
  }
  return by_series;
}

ReportedDomain report_domain(Name name, const DisclosedDomain& domain, const Categories& categories,
                             const Names& names) {
  // A domain without any level (a rule that gives none) lists none of the bank's either.
  const bool has_levels = !categories.levels.empty();
  return {.name = std::move(name),
          .mean = domain.mean,
          .standard_deviation = domain.standard_deviation,
          .knowledge_mean = domain.knowledge_mean,
          .levels = has_levels ? count_all(in_order(names.levels(), categories.levels), domain.levels)
                               : std::vector<ReportedCount>{},
          .attained = count_all(names.attained(categories.attained), domain.attained),
          .too_few_answers = domain.too_few_answers};
}

// None: nobody of the group answered the item or marked it.
std::optional<ReportedItem> report_item(Name name, const DisclosedGroup& group,
                                        const SeriesCategories& categories, const Names& names) {
  const auto item = group.items.find(name.id);
  if (item == group.items.end() && !group.items.contains(name.id + std::string(flag_suffix)))
    return std::nullopt;
  ReportedItem reported{.without_answer = group.people,
                        .does_not_fit = count_flags(group, categories, name.id)};
  if (item != group.items.end()) {
    const auto options = in_order(names.answers(name.id), categories.answers.at(name.id));
    reported.answers = count_all(options, item->second.answers);
    reported.without_answer = item->second.without_answer;
  }
  const auto history = categories.history.find(name.id);
  if (history != categories.history.end()) reported.history = history->second;
  reported.name = std::move(name);
  return reported;
}

ReportedGroup report_group(const DisclosedGroup& group, const DisclosedTables& tables,
                           const SeriesCategories& categories, const Names& names) {
  ReportedGroup reported{.bank = names.bank(), .people = group.people, .as_of = group.as_of};
  for (std::size_t i = 0; i < group.key.values.size(); ++i) {
    reported.by.push_back(names.value(tables.grouping().dimensions[i], group.key.values[i]));
  }
  if (group.overall) {
    reported.overall = report_domain(names.overall(), *group.overall, categories.overall, names);
  }
  for (Name& name : in_order(names.domains(), ids_of(group.domains))) {
    const auto domain = group.domains.find(name.id);
    if (domain == group.domains.end()) continue;
    const Categories& known = categories.domains.at(name.id);
    reported.domains.push_back(report_domain(std::move(name), domain->second, known, names));
  }
  for (Name& name : in_order(names.items(), item_ids(group))) {
    auto item = report_item(std::move(name), group, categories, names);
    if (item) reported.items.push_back(*std::move(item));
  }
  return reported;
}

// The groups as they are to be read: by bank, then by their values.
std::vector<const DisclosedGroup*> sort_groups(const DisclosedTables& tables,
                                               const std::vector<QuestionBank>& banks,
                                               std::string_view language) {
  const auto place_of = [&](const DisclosedGroup* group) {
    const Names names(group->key.series, banks, language);
    std::vector<std::pair<std::size_t, std::string>> ranks;
    for (std::size_t i = 0; i < group->key.values.size(); ++i) {
      ranks.push_back(names.rank(tables.grouping().dimensions[i], group->key.values[i]));
    }
    return std::pair(group->key.series, ranks);
  };
  std::vector<const DisclosedGroup*> groups;
  for (const DisclosedGroup& group : tables.groups()) groups.push_back(&group);
  std::ranges::sort(groups, std::less<>(), place_of);
  return groups;
}

std::vector<ReportedGroup> report_groups(const DisclosedTables& tables,
                                         const std::vector<QuestionBank>& banks, std::string_view language) {
  const auto categories = find_categories(tables, banks);
  std::vector<ReportedGroup> groups;
  for (const DisclosedGroup* group : sort_groups(tables, banks, language)) {
    const Names names(group->key.series, banks, language);
    groups.push_back(report_group(*group, tables, categories.at(group->key.series), names));
    if (categories.size() > 1) groups.back().by.insert(groups.back().by.begin(), groups.back().bank);
  }
  return groups;
}

std::vector<std::string> name_dimensions(const DisclosedTables& tables) {
  std::vector<std::string> names;
  std::set<std::string> series;
  for (const DisclosedGroup& group : tables.groups()) series.insert(group.key.series);
  if (series.size() > 1) names.push_back("bank");
  for (const Dimension dimension : tables.grouping().dimensions) names.emplace_back(to_text(dimension));
  return names;
}

}  // namespace

Report build_report(const DisclosedTables& tables, const std::vector<QuestionBank>& banks,
                    const ReportSource& source, std::string_view language, Sections sections) {
  Report report{.language = std::string(report_words(language).tag),
                .made_on = source.made_on,
                .foreign_texts = find_foreign_texts(banks, language),
                .policy = tables.policy(),
                .protection = tables.protection(),
                .items = tables.grouping().items,
                .dimensions = name_dimensions(tables),
                .people = tables.people(),
                .people_as_of = tables.people_as_of(),
                .groups = report_groups(tables, banks, language),
                .suppressed = tables.suppressed()};
  add_texts(report, source);
  if (sections == Sections::made) report.sections = make_sections(report);
  return report;
}

std::string count_text(const PublishedFigure& figure, const DisclosurePolicy& policy,
                       const ReportWords& words) {
  switch (figure.visibility) {
    case Visibility::shown:
      return std::to_string(figure.figure);
    case Visibility::hidden:
      return "*";
    case Visibility::under_minimum:
      return fill(words.cells.fewer_than, {{"minimum", std::to_string(policy.minimum_group)}});
    case Visibility::absent:
      break;
  }
  return "-";
}

std::string people_text(const PublishedFigure& figure, const DisclosurePolicy& policy,
                        const std::string& as_of, const ReportWords& words) {
  const std::string count = count_text(figure, policy, words);
  return as_of.empty() ? count : fill(words.cells.as_of, {{"count", count}, {"day", as_of}});
}

std::string history_text(const ItemHistory& history, const ReportWords& words) {
  std::string text;
  if (!history.changed_in.empty()) text = fill(words.cells.changed_in, {{"version", history.changed_in}});
  if (history.retired_in.empty()) return text;
  if (!text.empty()) text += ", ";
  return text + fill(words.cells.retired_in, {{"version", history.retired_in}});
}

std::string tenths_text(const PublishedFigure& figure) {
  if (figure.is_shown()) return fmt::format("{}.{}", figure.figure / 10, figure.figure % 10);
  return figure.visibility == Visibility::absent ? "-" : "*";
}

}  // namespace assessment
