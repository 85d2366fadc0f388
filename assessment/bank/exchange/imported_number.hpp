// Numbers of other tools: read exactly, and turned into the ranges a keypad without a minus can answer.
#pragma once

#include <optional>
#include <string_view>

#include "assessment/bank/exchange/imported.hpp"

namespace assessment {

// "17", "-3.50", ".5", "+1", "1e3", to 12 digits before and 12 after the point; anything else is none.
std::optional<Rational> parse_number(std::string_view text);

// The nearest decimal that a bank can hold (six decimals), halves up.
Rational to_bank_decimal(const Rational& value);

// Accepts `from` to `to`, ends included, and gives the keypad the decimals these need, at most six.
// What a keypad cannot type is said: below 0, beyond six decimals.
void accept_range(ImportedQuestion& question, const Rational& from, const Rational& to, ImportNotes& notes);

}  // namespace assessment
