#include "assessment/results/record_scanner.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "assessment/base/rational.hpp"
#include "assessment/results/json_fields.hpp"
#include "assessment/results/record_pattern.hpp"
#include "assessment/results/record_text.hpp"

namespace assessment {
namespace {

constexpr std::string_view before_role = R"(,"role":")";

// The bytes of an ended line from the left to the right; its end is a byte that nothing looked for holds.
// Every take_ goes on and says true, or stays and says false.
class Cursor {
 public:
  explicit Cursor(const char* line) : here_(line) {}

  bool is_at(const char* place) const { return here_ == place; }
  bool is_at_digit() const { return *here_ == '-' || is_digit(*here_); }

  bool take(char expected) {
    if (*here_ != expected) return false;
    ++here_;
    return true;
  }

  template <std::size_t n>
  bool take(const char (&text)[n]) {
    constexpr std::size_t size = n - 1;
    if constexpr (size < 8) {
      if (std::memcmp(here_, text, size) != 0) return false;
    } else {
      if (!are_same(here_, text, size)) return false;
    }
    here_ += size;
    return true;
  }

  bool take(const Piece& piece) {
    if (!piece.stands_at(here_)) return false;
    here_ += piece.size();
    return true;
  }

  template <class Index>
  bool take(const Choices& choices, Index& index) {
    const Choice* choice = choices.find(here_);
    if (choice == nullptr) return false;
    here_ += choice->piece.size();
    index = static_cast<Index>(choice->index);
    return true;
  }

  // A whole number of at most nine digits, without leading zeros.
  bool take_count(int& count) {
    const char* digit = here_;
    std::int64_t number = 0;
    while (is_digit(*digit) && digit - here_ < 10) number = 10 * number + (*digit++ - '0');
    const auto digits = digit - here_;
    if (digits == 0 || digits > 9 || (digits > 1 && *here_ == '0')) return false;
    count = static_cast<int>(number);
    here_ = digit;
    return true;
  }

  // "62.5" as tenths, 0 .. 1000, or "null" as none.
  bool take_tenths(int& tenths) {
    if (take("null")) {
      tenths = none;
      return true;
    }
    const char* const start = here_;
    int whole = 0;
    if (take_count(whole) && whole <= 100 && take('.') && is_digit(*here_)) {
      tenths = 10 * whole + (*here_ - '0');
      ++here_;
      if (tenths <= 1000) return true;
    }
    here_ = start;
    return false;
  }

  // A typed number, up to the comma or brace behind it.
  bool take_number() {
    const char* stop = here_;
    while (*stop != ',' && *stop != '}' && *stop != '\n') ++stop;
    const std::string_view token(here_, static_cast<std::size_t>(stop - here_));
    if (token.size() > 24 || !is_shortest_decimal(token)) return false;
    here_ = stop;
    return true;
  }

  bool take_hash() {
    constexpr std::size_t size = 64;
    if (std::memchr(here_, '\n', size) != nullptr || !is_hash({here_, size})) return false;
    here_ += size;
    return true;
  }

 private:
  const char* here_;
};

bool scan_level(Cursor& line, const RecordPattern& pattern, int tenths, int& level) {
  level = none;
  return tenths == none ? line.take("null") : line.take(pattern.levels, level);
}

bool scan_counts(Cursor& line, const std::vector<Piece>& keys) {
  int count = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0 && !line.take(',')) return false;
    if (!line.take(keys[i]) || !line.take_count(count)) return false;
  }
  return line.take('}');
}

// The fields that only some rules give, up to the domain's end.
bool scan_rule_fields(Cursor& line, const RecordPattern& pattern, const DomainPattern& expected,
                      CompactDomain& domain) {
  if (line.take('}')) return true;
  if (line.take(R"(,"attained":)") && !line.take(pattern.attained, domain.attained)) return false;
  int steps = 0;
  if (line.take(R"(,"steps":)") && !line.take_count(steps)) return false;
  if (line.take(R"(,"counts":{)")) {
    if (!scan_counts(line, expected.count_keys)) return false;
    domain.has_counts = true;
  }
  return line.take('}');
}

bool scan_domain(Cursor& line, const RecordPattern& pattern, const DomainPattern& expected, bool is_grouped,
                 CompactDomain& domain) {
  domain.answered = domain.asked = domain.attained = none;
  domain.has_counts = false;
  if (!line.take(expected.key) || !line.take_tenths(domain.percent_tenths)) return false;
  if (!line.take(R"(,"level":)") || !scan_level(line, pattern, domain.percent_tenths, domain.level))
    return false;
  if (!is_grouped) {
    if (!line.take(R"(,"answered":)") || !line.take_count(domain.answered)) return false;
    if (!line.take(R"(,"asked":)") || !line.take_count(domain.asked)) return false;
    if (domain.answered > domain.asked) return false;
  }
  if (!line.take(R"(,"knowledge":)") || !line.take_tenths(domain.knowledge_tenths)) return false;
  return scan_rule_fields(line, pattern, expected, domain);
}

bool scan_domains(Cursor& line, const RecordPattern& pattern, CompactRecord& record) {
  const std::size_t count = pattern.domains.size();
  if (count == 0) return false;
  const bool is_grouped = pattern.grouped == record.role;
  record.domains.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && !line.take(',')) return false;
    record.domains[i].domain = pattern.domain_order[i];
    if (!scan_domain(line, pattern, pattern.domains[i], is_grouped, record.domains[i])) return false;
  }
  return line.take('}');
}

// The place of the item whose key stands here, at `place` or behind it; the number of items: none.
std::size_t find_item_at(Cursor& line, std::span<const ItemPattern> items, std::size_t place) {
  while (place < items.size() && !line.take(items[place].key)) ++place;
  return place;
}

bool scan_answers(Cursor& line, std::span<ItemPattern> items, CompactRecord& record) {
  record.answers.clear();
  if (line.take('}')) return true;
  std::size_t first_possible = 0, likely = 0;
  ItemPattern* before = nullptr;
  do {
    std::size_t place = likely;
    if (likely >= items.size() || !line.take(items[likely].key)) {
      place = find_item_at(line, items, first_possible);
      if (place == items.size()) return false;
      if (before != nullptr) before->likely_next = static_cast<std::uint32_t>(place);
    }
    ItemPattern& item = items[place];
    std::uint32_t answer = 0;
    if (item.number && line.is_at_digit()) {
      if (!line.take_number()) return false;
      answer = *item.number;
    } else if (!line.take(item.answers, answer)) {
      return false;
    }
    record.answers.push_back(answer);
    before = &item;
    first_possible = place + 1;
    likely = item.likely_next;
  } while (line.take(','));
  return line.take('}');
}

bool scan_end(Cursor& line) {
  if (line.take(R"(,"link":")") && (!line.take_hash() || !line.take('"'))) return false;
  return line.take('}');
}

// All of a line from its role on.
bool scan_record(Cursor& line, RecordPattern& pattern, CompactRecord& record) {
  if (!line.take(pattern.roles, record.role) || !scan_domains(line, pattern, record)) return false;
  if (!line.take(R"(,"overall":{"percent":)") || !line.take_tenths(record.overall_tenths)) return false;
  if (!line.take(R"(,"level":)") || !scan_level(line, pattern, record.overall_tenths, record.overall_level))
    return false;
  if (!line.take(R"(},"answers":{)")) return false;
  return scan_answers(line, pattern.items, record) && scan_end(line);
}

// The bytes of a line up to its role.
std::string head_of(const RecordContext& context) {
  const std::string line = to_line(BatchRecord{.campaign = context.campaign,
                                               .site = context.site,
                                               .period = context.period,
                                               .record = {.bank = context.bank}});
  return line.substr(0, line.find(before_role) + before_role.size());
}

}  // namespace

class RecordScanner::Parts {
 public:
  const CompactRecord* scan(const Line& line) {
    const bool is_plain = line.is_ended && line.text.size() <= longest_record;
    if (is_plain && line.rest >= Piece::readable_behind && scan_fast(line.text)) return &record_;
    return scan_slowly(line);
  }

  std::uint32_t find_context(const RecordContext& context) {
    const auto index = static_cast<std::uint32_t>(contexts.size());
    const auto [place, is_new] = indices_.try_emplace(context, index);
    if (!is_new) return place->second;
    const auto bank = bank_index_.try_emplace(context.bank, static_cast<std::uint32_t>(patterns.size()));
    if (bank.second) {
      patterns.emplace_back();
      patterns.back().names.bank = context.bank;
    }
    contexts.push_back(context);
    banks.push_back(bank.first->second);
    head_texts_.push_back(head_of(context));
    heads_.emplace(head_texts_.back(), index);
    return index;
  }

  RecordLineReader reader{};
  std::vector<RecordContext> contexts{};
  std::vector<std::uint32_t> banks{};  // of the contexts
  std::vector<RecordPattern> patterns{};
  std::int64_t slow_lines = 0;

 private:
  bool find_head(std::string_view line) {
    if (here_ < head_texts_.size() && line.starts_with(head_texts_[here_])) return true;
    // In a text the quotes would have a backslash in front.
    const std::size_t end = line.find(before_role);
    if (end == std::string_view::npos) return false;
    const auto found = heads_.find(line.substr(0, end + before_role.size()));
    if (found == heads_.end()) return false;
    here_ = found->second;
    return true;
  }

  bool scan_fast(std::string_view line) {
    if (!find_head(line)) return false;
    record_.context = here_;
    Cursor cursor(line.data() + head_texts_[here_].size());
    return scan_record(cursor, patterns[banks[here_]], record_) && cursor.is_at(line.data() + line.size());
  }

  const CompactRecord* scan_slowly(const Line& line) {
    ++slow_lines;
    const auto found = reader.record(line, "", 0);
    if (!found) return nullptr;
    record_.context = find_context({found->campaign, found->site, found->period, found->record.bank});
    patterns[banks[record_.context]].learn(found->record, record_);
    return &record_;
  }

  std::map<RecordContext, std::uint32_t> indices_{};
  std::vector<std::string> head_texts_{};                      // of the contexts
  std::map<std::string, std::uint32_t, std::less<>> heads_{};  // these texts, to their contexts
  std::map<std::string, std::uint32_t, std::less<>> bank_index_{};
  std::uint32_t here_ = 0;  // the context of the line before
  CompactRecord record_{};
};

RecordScanner::RecordScanner() : parts_(std::make_unique<Parts>()) {}
RecordScanner::RecordScanner(RecordScanner&&) noexcept = default;
RecordScanner::~RecordScanner() = default;

const CompactRecord* RecordScanner::scan(const Line& line) {
  return parts_->scan(line);
}

Expected<ResultHeader> RecordScanner::header(const Line& line, const std::string& file) {
  return parts_->reader.header(line, file);
}

std::uint32_t RecordScanner::context_of(const BatchHeader& header) {
  return parts_->find_context({header.campaign, header.site, header.period, bank_name(header.bank)});
}

const std::vector<RecordContext>& RecordScanner::contexts() const {
  return parts_->contexts;
}

std::uint32_t RecordScanner::bank_of(std::uint32_t context) const {
  return parts_->banks[context];
}

std::uint32_t RecordScanner::bank_count() const {
  return static_cast<std::uint32_t>(parts_->patterns.size());
}

const BankNames& RecordScanner::names(std::uint32_t bank) const {
  return parts_->patterns[bank].names;
}

std::int64_t RecordScanner::read_slowly() const {
  return parts_->slow_lines;
}

}  // namespace assessment
