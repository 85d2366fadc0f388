#include "assessment/statistics/aggregate.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <utility>

namespace assessment {
namespace {

constexpr std::array<std::pair<Dimension, std::string_view>, 5> dimension_names{{
    {Dimension::role, "role"},
    {Dimension::site, "site"},
    {Dimension::period, "period"},
    {Dimension::campaign, "campaign"},
    {Dimension::bank_version, "bank_version"},
}};

void add_percent(Moments& moments, int tenths) {
  assert(0 <= tenths && tenths <= 1000);
  moments.people += 1;
  moments.sum += tenths;
  moments.sum_of_squares += std::int64_t{tenths} * tenths;
}

// A domain of knowledge items alone asks for no self-rating. Records of grouped roles do not say what was
// asked; among them, whoever has a knowledge figure is taken to have been asked nothing else.
bool was_asked(const RecordedDomain& domain) {
  return domain.asked ? *domain.asked > 0 : !domain.knowledge_tenths.has_value();
}

void add_domain(DomainFigures& figures, const RecordedDomain& domain) {
  if (domain.percent_tenths) add_percent(figures.self, *domain.percent_tenths);
  if (domain.knowledge_tenths) add_percent(figures.knowledge, *domain.knowledge_tenths);
  if (domain.level) figures.levels[*domain.level] += 1;
  if (domain.attained) figures.attained[*domain.attained] += 1;
  // Rules that give no percentage by design still give a result.
  const bool has_result = domain.percent_tenths || domain.level || domain.attained || domain.counts;
  if (!has_result && was_asked(domain)) figures.too_few_answers += 1;
}

void add_overall(DomainFigures& figures, const ResultRecord& record) {
  if (record.overall_tenths) add_percent(figures.self, *record.overall_tenths);
  if (record.overall_level) figures.levels[*record.overall_level] += 1;
  if (!record.overall_tenths && !record.overall_level) figures.too_few_answers += 1;
}

void merge(CountsById& into, const CountsById& other) {
  for (const auto& [id, count] : other) into[id] += count;
}

void merge(Moments& into, const Moments& other) {
  into.people += other.people;
  into.sum += other.sum;
  into.sum_of_squares += other.sum_of_squares;
}

void merge(DomainFigures& into, const DomainFigures& other) {
  merge(into.self, other.self);
  merge(into.knowledge, other.knowledge);
  merge(into.levels, other.levels);
  merge(into.attained, other.attained);
  into.too_few_answers += other.too_few_answers;
}

void merge(ItemFigures& into, const ItemFigures& other) {
  into.people += other.people;
  into.several += other.several;
  merge(into.answers, other.answers);
}

void merge(GroupFigures& into, const GroupFigures& other) {
  into.people += other.people;
  merge(into.overall, other.overall);
  for (const auto& [id, domain] : other.domains) merge(into.domains[id], domain);
  for (const auto& [id, item] : other.items) merge(into.items[id], item);
}

void add_parts(ItemFigures& figures, const std::set<std::string>& parts, std::int64_t times) {
  figures.several += times;
  for (const std::string& part : parts) figures.answers[part] += times;
}

}  // namespace

std::string_view to_text(Dimension dimension) {
  for (const auto& [known, name] : dimension_names) {
    if (known == dimension) return name;
  }
  assert(false);
  return "";
}

std::optional<Dimension> parse_dimension(std::string_view text) {
  for (const auto& [known, name] : dimension_names) {
    if (name == text) return known;
  }
  return std::nullopt;
}

const std::string& value_of(Dimension dimension, const BatchRecord& record) {
  switch (dimension) {
    case Dimension::role:
      return record.record.role;
    case Dimension::site:
      return record.site;
    case Dimension::period:
      return record.period;
    case Dimension::campaign:
      return record.campaign;
    case Dimension::bank_version:
      return record.record.bank;
  }
  assert(false);
  return record.record.role;
}

bool passes(const std::vector<RecordFilter>& filter, const PeopleCell& cell) {
  return std::all_of(filter.begin(), filter.end(), [&](const RecordFilter& condition) {
    const std::string& value = cell[static_cast<std::size_t>(condition.dimension)];
    return std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
  });
}

bool passes(const std::vector<RecordFilter>& filter, const BatchRecord& record) {
  return filter.empty() || passes(filter, cell_of(record));
}

std::string series_of(std::string_view bank_name) {
  const std::size_t at = bank_name.rfind('@');
  if (at == std::string_view::npos) return std::string(bank_name);
  return std::string(bank_name.substr(0, bank_name.find('.', at)));
}

GroupKey key_of(const Grouping& grouping, const BatchRecord& record) {
  GroupKey key{.series = series_of(record.record.bank)};
  key.values.reserve(grouping.dimensions.size());
  for (const Dimension dimension : grouping.dimensions) {
    key.values.push_back(value_of(dimension, record));
  }
  return key;
}

GroupKey key_of(const Grouping& grouping, const PeopleCell& cell) {
  GroupKey key{.series = series_of(cell[static_cast<std::size_t>(Dimension::bank_version)])};
  for (const Dimension dimension : grouping.dimensions) {
    key.values.push_back(cell[static_cast<std::size_t>(dimension)]);
  }
  return key;
}

PeopleCell cell_of(const BatchRecord& record) {
  PeopleCell cell;
  for (const auto& [dimension, name] : dimension_names) {
    cell[static_cast<std::size_t>(dimension)] = value_of(dimension, record);
  }
  return cell;
}

void add_answer(ItemFigures& figures, const RecordedAnswer& answer, std::int64_t times) {
  figures.people += times;
  if (const auto* option = std::get_if<std::string>(&answer)) {
    figures.answers[*option] += times;
  } else if (const auto* ids = std::get_if<IdList>(&answer)) {
    add_parts(figures, {ids->begin(), ids->end()}, times);
  } else if (const auto* pairs = std::get_if<IdMap>(&answer)) {
    std::set<std::string> parts;
    for (const auto& [left, right] : *pairs) parts.insert(std::string(left).append("=").append(right));
    add_parts(figures, parts, times);
  } else if (const auto* mark = std::get_if<bool>(&answer)) {
    figures.answers[*mark ? "true" : "false"] += times;
  }
}

void add(Aggregate& aggregate, const Grouping& grouping, const BatchRecord& record) {
  GroupFigures& group = aggregate.groups[key_of(grouping, record)];
  group.people += 1;
  add_overall(group.overall, record.record);
  for (const RecordedDomain& domain : record.record.domains) add_domain(group.domains[domain.id], domain);
  if (grouping.items == ItemCounting::off) return;
  for (const auto& [id, answer] : record.record.answers) add_answer(group.items[id], answer, 1);
}

void merge(Aggregate& into, const Aggregate& other) {
  for (const auto& [key, group] : other.groups) merge(into.groups[key], group);
}

Grouping finest_grouping() {
  Grouping grouping{.items = ItemCounting::on};
  for (const auto& [dimension, name] : dimension_names) grouping.dimensions.push_back(dimension);
  return grouping;
}

Aggregate regroup(const Aggregate& finest, const Grouping& grouping,
                  const std::vector<RecordFilter>& filter) {
  Aggregate coarse;
  for (const auto& [key, figures] : finest.groups) {
    PeopleCell cell;
    assert(key.values.size() == cell.size());
    std::ranges::copy(key.values, cell.begin());
    if (!passes(filter, cell)) continue;
    GroupFigures& group = coarse.groups[key_of(grouping, cell)];
    merge(group, figures);
    if (grouping.items == ItemCounting::off) group.items.clear();
  }
  return coarse;
}

std::int64_t count_people(const Aggregate& aggregate) {
  std::int64_t people = 0;
  for (const auto& [key, group] : aggregate.groups) people += group.people;
  return people;
}

}  // namespace assessment
