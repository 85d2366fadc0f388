// The pieces of text that the lines of one bank are made of; of no use but to RecordScanner.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/results/compact_record.hpp"

namespace assessment {

// A text that is compared eight bytes at a time.
class Piece {
 public:
  Piece() = default;
  explicit Piece(std::string text);

  std::size_t size() const { return text_.size(); }

  // Whether the bytes from `here` on begin with this text. Precondition: eight bytes can be read from `end`.
  bool stands_at(const char* here, const char* end) const {
    const std::size_t size = text_.size();
    if (static_cast<std::size_t>(end - here) < size || ((load(here) ^ head_) & mask_) != 0) return false;
    if (size <= 8) return true;
    const char* text = text_.data();
    for (std::size_t i = 8; i + 8 < size; i += 8) {
      if (load(here + i) != load(text + i)) return false;
    }
    return load(here + size - 8) == load(text + size - 8);
  }

 private:
  static std::uint64_t load(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
  }

  std::string text_{};
  std::uint64_t head_ = 0, mask_ = 0;
};

// One of the texts that can stand somewhere, and the index it means.
struct Choice {
  Piece piece{};
  std::uint32_t index = 0;
};

struct DomainPattern {
  Piece key{};                      // "safety":{"percent":
  std::vector<Piece> count_keys{};  // "alone":
};

struct ItemPattern {
  Piece key{};                            // "lock_screen":
  std::vector<Choice> answers{};          // "alone", ["a","b"], true
  std::optional<std::uint32_t> number{};  // where a number was typed: the one entry for all
  std::uint32_t likely_next = 0;          // place of the item that followed last time
};

// What is known of the lines of one bank. Indices are those of `names`.
struct RecordPattern {
  BankNames names{};
  std::vector<Choice> roles{};             // clinical","domains":{
  std::optional<std::uint32_t> grouped{};  // index of the role "*"
  std::vector<Choice> levels{};            // "capable"
  std::vector<Choice> attained{};
  std::vector<DomainPattern> domains{};       // in the order of the lines; empty: none read yet
  std::vector<std::uint32_t> domain_order{};  // their indices
  std::vector<ItemPattern> items{};           // in the order of the lines

  // Takes in what a line holds, and gives it in numbers; context and role excepted.
  void learn(const ResultRecord& record, CompactRecord& compact);

 private:
  using Index = std::map<std::string, std::uint32_t, std::less<>>;

  CompactDomain learn_domain(const RecordedDomain& domain);
  void learn_domains(const ResultRecord& record);
  bool reorder_known(const ResultRecord& record);
  void learn_order(const ResultRecord& record);
  std::uint32_t learn_answer(const std::string& item, const RecordedAnswer& answer);

  Index role_index_{}, domain_index_{}, level_index_{}, attained_index_{}, item_index_{};
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> answer_index_{};  // by item and text
  std::map<std::string, std::uint32_t, std::less<>> places_{};                     // of items in `items`
};

}  // namespace assessment
