#include "assessment/results/record_pattern.hpp"

#include <algorithm>
#include <utility>

#include "assessment/results/record_text.hpp"

namespace assessment {
namespace {

// More than a bank can have; only a hostile file has more.
constexpr std::size_t most_items = 8192;

std::string in_quotes(std::string_view text) {
  std::string result;
  append_json_string(result, text);
  return result;
}

std::string key_text(std::string_view name) {
  return in_quotes(name) + ":";
}

// The index of `name`; new ones join the names, and the choices as `piece_text`.
template <class Names, class Index>
std::uint32_t index_of(const std::string& name, Names& names, Index& index, Choices* choices,
                       const std::string& piece_text) {
  const auto [entry, is_new] = index.try_emplace(name, static_cast<std::uint32_t>(names.size()));
  if (is_new) {
    names.push_back(name);
    if (choices != nullptr) choices->add(piece_text, entry->second);
  }
  return entry->second;
}

}  // namespace

Piece::Piece(std::string text) : text_(std::move(text)) {
  const std::size_t size = std::min(text_.size(), sizeof words_);
  std::memcpy(words_.data(), text_.data(), size);
  std::memset(masks_.data(), 0xFF, size);
}

bool Choices::fill_slots(std::uint32_t offset, std::uint32_t multiplier) {
  offset_ = offset;
  multiplier_ = multiplier;
  likely_.fill(most);
  bool is_each_alone = true;
  for (std::size_t i = 0; i < choices_.size(); ++i) {
    std::string followed = choices_[i].piece.text() + R"(,"k)";  // by the next key, nearly always
    followed.resize(std::max(followed.size(), offset + sizeof(std::uint32_t)));
    std::uint8_t& likely = likely_[slot_of(followed.data())];
    if (likely != most) {
      is_each_alone = false;
    } else {
      likely = static_cast<std::uint8_t>(i);
    }
  }
  return is_each_alone;
}

void Choices::add(const std::string& text, std::uint32_t index) {
  if (choices_.size() >= most) return;
  choices_.push_back({Piece(text), index});
  // Knuth's multiplicative hashing, 2^32 by the golden ratio, and odd multiples of it. The first byte is a
  // quote; texts that begin alike differ further on.
  constexpr std::uint32_t first_offset = 1, golden = 2654435769U;
  for (std::uint32_t offset = first_offset; offset < 12 && choices_.size() <= likely_.size(); offset += 4) {
    for (std::uint32_t odd = 1; odd < 16; odd += 2) {
      if (fill_slots(offset, odd * golden)) return;
    }
  }
  fill_slots(first_offset, golden);
}

CompactDomain RecordPattern::learn_domain(const RecordedDomain& domain) {
  CompactDomain compact;
  compact.domain = index_of(domain.id, names.domains, domain_index_, nullptr, "");
  compact.percent_tenths = domain.percent_tenths.value_or(none);
  compact.answered = domain.answered.value_or(none);
  compact.asked = domain.asked.value_or(none);
  compact.knowledge_tenths = domain.knowledge_tenths.value_or(none);
  compact.has_counts = domain.counts.has_value();
  if (domain.level) {
    compact.level = static_cast<int>(
        index_of(*domain.level, names.levels, level_index_, &levels, in_quotes(*domain.level)));
  }
  if (domain.attained) {
    compact.attained = static_cast<int>(
        index_of(*domain.attained, names.attained, attained_index_, &attained, in_quotes(*domain.attained)));
  }
  return compact;
}

// The first line with domains says which ones are expected, and the first with counts their levels.
void RecordPattern::learn_domains(const ResultRecord& record) {
  if (domains.empty()) {
    for (const RecordedDomain& domain : record.domains) {
      domains.push_back({.key = Piece(key_text(domain.id) + R"({"percent":)")});
      domain_order.push_back(domain_index_.at(domain.id));
    }
  }
  if (domains.size() != record.domains.size()) return;
  for (std::size_t i = 0; i < domains.size(); ++i) {
    const auto& counts = record.domains[i].counts;
    if (!counts || !domains[i].count_keys.empty()) continue;
    for (const auto& [level, count] : *counts) domains[i].count_keys.emplace_back(key_text(level));
  }
}

// Where the known items of a line stand in another order than before, they change places among themselves.
// All lines of a bank follow one order, of which each shows a part: every such change comes nearer to it.
bool RecordPattern::reorder_known(const ResultRecord& record) {
  std::vector<std::uint32_t> free;
  for (const auto& [item, answer] : record.answers) {
    const auto place = places_.find(item);
    if (place != places_.end()) free.push_back(place->second);
  }
  if (std::ranges::is_sorted(free)) return false;
  std::vector<ItemPattern> moved;
  for (const std::uint32_t place : free) moved.push_back(std::move(items[place]));
  std::ranges::sort(free);
  std::size_t next = 0;
  for (const auto& [item, answer] : record.answers) {
    const auto place = places_.find(item);
    if (place == places_.end()) continue;
    place->second = free[next];
    items[free[next]] = std::move(moved[next]);
    ++next;
  }
  return true;
}

// Items keep one order, so that none can stand twice in a line that is made of known pieces. New ones find
// their place behind the one in front of them.
void RecordPattern::learn_order(const ResultRecord& record) {
  if (items.size() + record.answers.size() > most_items) return;
  bool is_changed = reorder_known(record);
  std::size_t next = 0;
  for (const auto& [item, answer] : record.answers) {
    const auto place = places_.find(item);
    if (place != places_.end()) {
      next = place->second + 1;
      continue;
    }
    for (auto& [name, other] : places_) other += other >= next ? 1 : 0;
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(next),
                 ItemPattern{.key = Piece(key_text(item))});
    places_.emplace(item, static_cast<std::uint32_t>(next));
    ++next;
    is_changed = true;
  }
  if (!is_changed) return;
  for (std::size_t i = 0; i < items.size(); ++i) items[i].likely_next = static_cast<std::uint32_t>(i + 1);
}

std::uint32_t RecordPattern::learn_answer(const std::string& item, const RecordedAnswer& answer) {
  const std::uint32_t item_number = index_of(item, names.items, item_index_, nullptr, "");
  const bool is_number = std::holds_alternative<RecordedNumber>(answer);
  std::string text;
  if (!is_number) append_answer(text, answer);
  const auto [entry, is_new] =
      answer_index_.try_emplace({item_number, text}, static_cast<std::uint32_t>(names.answers.size()));
  if (is_new) names.answers.push_back({item_number, answer});
  const auto place = places_.find(item);
  if (place == places_.end()) return entry->second;
  ItemPattern& pattern = items[place->second];
  if (is_number) {
    pattern.number = entry->second;
  } else if (is_new) {
    pattern.answers.add(text, entry->second);
  }
  return entry->second;
}

void RecordPattern::learn(const ResultRecord& record, CompactRecord& compact) {
  const bool is_grouped = record.role == grouped_role;
  compact.role = index_of(record.role, names.roles, role_index_, &roles, record.role + R"(","domains":{)");
  if (is_grouped) grouped = compact.role;
  compact.domains.clear();
  for (const RecordedDomain& domain : record.domains) compact.domains.push_back(learn_domain(domain));
  learn_domains(record);
  compact.overall_tenths = record.overall_tenths.value_or(none);
  compact.overall_level = none;
  if (record.overall_level) {
    compact.overall_level = static_cast<int>(index_of(*record.overall_level, names.levels, level_index_,
                                                      &levels, in_quotes(*record.overall_level)));
  }
  learn_order(record);
  compact.answers.clear();
  for (const auto& [item, answer] : record.answers) compact.answers.push_back(learn_answer(item, answer));
}

}  // namespace assessment
