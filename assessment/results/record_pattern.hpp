// The pieces of text that the lines of one bank are made of; of no use but to RecordScanner.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/results/compact_record.hpp"

namespace assessment {

inline std::uint64_t eight_bytes(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Of eight bytes or more each: quicker than a call of memcmp.
inline bool are_same(const char* a, const char* b, std::size_t size) {
  for (std::size_t i = 0; i + 8 < size; i += 8) {
    if (eight_bytes(a + i) != eight_bytes(b + i)) return false;
  }
  return eight_bytes(a + size - 8) == eight_bytes(b + size - 8);
}

// A text that is compared sixteen bytes at once: nearly all are shorter, and no branch asks how long they
// are. It holds no line end, so that no comparison goes on behind that of a line.
class Piece {
 public:
  // How many bytes behind the end of a line must be readable, whatever they are.
  static constexpr std::size_t readable_behind = 16;

  Piece() = default;
  explicit Piece(std::string text);

  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }

  // Whether the bytes from `here` on, in an ended line, begin with this text.
  bool stands_at(const char* here) const {
    const std::uint64_t difference =
        ((eight_bytes(here) ^ words_[0]) & masks_[0]) | ((eight_bytes(here + 8) ^ words_[1]) & masks_[1]);
    return difference == 0 && (text_.size() <= 16 || are_same(here, text_.data(), text_.size()));
  }

 private:
  std::string text_{};
  std::array<std::uint64_t, 2> words_{}, masks_{};  // the first sixteen bytes, and which of them count
};

// One of the texts that can stand somewhere, and the index it means.
struct Choice {
  Piece piece{};
  std::uint32_t index = 0;
};

// The texts that can stand somewhere. Four bytes of a line say which to try first, for people's answers
// follow each other in no order that could be foreseen. Which four is learnt: those that tell the texts
// apart.
class Choices {
 public:
  Choices() { likely_.fill(most); }

  // Beyond `most` nothing is added: looking through more is slower than reading properly.
  void add(const std::string& text, std::uint32_t index);

  // The choice that stands at `here` in an ended line, if any does.
  const Choice* find(const char* here) const {
    const std::size_t place = likely_[slot_of(here)];
    if (place != most && choices_[place].piece.stands_at(here)) return &choices_[place];
    for (const Choice& choice : choices_) {
      if (choice.piece.stands_at(here)) return &choice;
    }
    return nullptr;
  }

 private:
  static constexpr std::uint8_t most = 48;
  static constexpr unsigned slot_bits = 5;

  std::size_t slot_of(const char* bytes) const {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes + offset_, sizeof word);
    return (word * multiplier_) >> (32 - slot_bits);
  }
  // Whether all texts have a slot each.
  bool fill_slots(std::uint32_t offset, std::uint32_t multiplier);

  std::vector<Choice> choices_{};
  std::array<std::uint8_t, 1U << slot_bits> likely_{};
  std::uint32_t offset_ = 0, multiplier_ = 0;
};

struct DomainPattern {
  Piece key{};                      // "safety":{"percent":
  std::vector<Piece> count_keys{};  // "alone":
};

struct ItemPattern {
  Piece key{};                            // "lock_screen":
  Choices answers{};                      // "alone", ["a","b"], true
  std::optional<std::uint32_t> number{};  // where a number was typed: the one entry for all
  std::uint32_t likely_next = 0;          // place of the item that followed last time
};

// What is known of the lines of one bank. Indices are those of `names`.
struct RecordPattern {
  BankNames names{};
  Choices roles{};                         // clinical","domains":{
  std::optional<std::uint32_t> grouped{};  // index of the role "*"
  Choices levels{};                        // "capable"
  Choices attained{};
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
