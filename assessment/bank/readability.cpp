#include "assessment/bank/readability.hpp"

#include <algorithm>
#include <cctype>

namespace assessment {
namespace {

constexpr int first_grade_age = 5;  // years more than the number of the grade

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_letter_or_digit(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9');
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

std::string small_letters_of(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    if (is_ascii_letter(c)) letters += c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return letters;
}

bool is_consonant_at(std::string_view word, std::size_t from_the_end) {
  return word.size() >= from_the_end && !is_vowel(word[word.size() - from_the_end]);
}

// The last group of vowels of these words is written and not spoken.
bool has_silent_ending(std::string_view word) {
  std::string_view stem = word;
  if (stem.ends_with("es") || stem.ends_with("ed")) stem.remove_suffix(1);
  if (!stem.ends_with("e")) return false;
  stem.remove_suffix(1);
  const auto follows = [&](std::initializer_list<std::string_view> letters) {
    return std::ranges::any_of(letters, [&](std::string_view one) { return stem.ends_with(one); });
  };
  if (!is_consonant_at(stem, 1)) return false;
  if (stem.ends_with("l") && is_consonant_at(stem, 2) && !stem.ends_with("ll")) return false;
  if (word.ends_with("ed")) return !follows({"t", "d"});
  if (word.ends_with("es")) return !follows({"s", "x", "z", "c", "g", "ch", "sh"});
  return true;
}

int syllables_of_part(std::string_view part) {
  const std::string word = small_letters_of(part);
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    groups += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1]));
  if (groups > 1 && has_silent_ending(word)) --groups;
  return std::max(groups, 1);
}

// Without punctuation around it, and without "'s".
std::string_view bare_word(std::string_view word) {
  while (!word.empty() && !is_letter_or_digit(word.front())) word.remove_prefix(1);
  while (!word.empty() && !is_letter_or_digit(word.back())) word.remove_suffix(1);
  for (const std::string_view possessive : {"'s", "\u2019s"}) {
    if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
  }
  return word;
}

bool ends_sentence(std::string_view word) {
  while (!word.empty() && std::string_view("'\")]").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  if (word.ends_with("\u2019") || word.ends_with("\u201d")) word.remove_suffix(3);
  return !word.empty() && std::string_view(".?!").find(word.back()) != std::string_view::npos;
}

}  // namespace

const FamiliarWords& staff_words() {
  static const FamiliarWords words{"allergies",  "allergy",    "appointment", "appointments", "computer",
                                   "computers",  "email",      "emails",      "hospital",     "hospitals",
                                   "medication", "medicine",   "medicines",   "password",     "passwords",
                                   "smartcard",  "smartcards", "telephone",   "telephones"};
  return words;
}

ReadingCounts& ReadingCounts::operator+=(const ReadingCounts& other) {
  words += other.words;
  sentences += other.sentences;
  syllables += other.syllables;
  return *this;
}

int count_syllables(std::string_view word) {
  int syllables = 0;
  for (std::size_t dash = word.find('-'); dash != std::string_view::npos; dash = word.find('-')) {
    if (dash > 0) syllables += syllables_of_part(word.substr(0, dash));
    word.remove_prefix(dash + 1);
  }
  if (!word.empty()) syllables += syllables_of_part(word);
  return std::max(syllables, 1);
}

ReadingCounts count_reading(std::string_view text, const FamiliarWords& familiar) {
  ReadingCounts counts;
  bool is_inside_sentence = false;
  while (!text.empty()) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if(text, is_space) - text.begin());
    const std::string_view token = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view word = bare_word(token);
    if (!word.empty()) {
      ++counts.words;
      counts.syllables += familiar.contains(small_letters_of(word)) ? 1 : count_syllables(word);
      is_inside_sentence = true;
    }
    if (is_inside_sentence && ends_sentence(token)) {
      ++counts.sentences;
      is_inside_sentence = false;
    }
  }
  counts.sentences += is_inside_sentence;
  return counts;
}

std::optional<Rational> reading_age(const ReadingCounts& counts) {
  if (counts.words == 0 || counts.sentences == 0) return std::nullopt;
  const Rational grade = ratio(39, 100) * ratio(counts.words, counts.sentences) +
                         ratio(118, 10) * ratio(counts.syllables, counts.words) - ratio(1559, 100);
  return Rational(grade + first_grade_age);
}

}  // namespace assessment
