// The age at which an English text is read with ease: the Flesch-Kincaid grade, plus five years.
//
//   grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
//
// Source: Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of New Readability Formulas,
// Research Branch Report 8-75, Naval Technical Training Command. Grade 1 is taught at the age of 6.
// The formula was made for English; of any other language it says nothing.
//
// A sentence ends at . ? or ! before white space, a quotation mark, a bracket or the end. A word is
// what stands between white space and has a letter or a digit, without "'s". Its syllables are its
// groups of neighbouring vowels (a e i o u y), at least 1, except that these endings are silent after
// a consonant:
//   e ("make" 1);
//   ed, except after t and d ("opened" 2, "started" 2);
//   es, except after s, x, z, c, g, ch and sh ("makes" 1, "changes" 2);
// but none of the three after an l that itself follows a consonant other than l ("table" 2, "called" 1).
// The parts of "follow-up" count one by one. A number is one syllable. Some words come out wrong
// ("video" is 2): the rule is coarse, and the same for everyone.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "assessment/base/rational.hpp"

namespace assessment {

// Names of medicine and of systems that the readers of a bank meet every day, in small letters.
// Each counts as one syllable, however long it is.
using FamiliarWords = std::set<std::string, std::less<>>;

// The names that every member of staff knows; listed in docs/author.md.
const FamiliarWords& staff_words();

struct ReadingCounts {
  int words = 0, sentences = 0, syllables = 0;

  ReadingCounts& operator+=(const ReadingCounts& other);
  bool operator==(const ReadingCounts&) const = default;
};

// At least 1. Anything but the letters a to z is passed over.
int count_syllables(std::string_view word);

ReadingCounts count_reading(std::string_view text, const FamiliarWords& familiar);

// In years, exact, and below 0 for the very simplest texts. None of a text without words.
std::optional<Rational> reading_age(const ReadingCounts& counts);

}  // namespace assessment
