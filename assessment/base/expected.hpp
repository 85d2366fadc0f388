// A result that is either a value or the list of everything that was wrong.
//
// Bad input is normal: a reader answers with Expected<T> and all its
// diagnostics, never with the first fault alone and never with an exception.
#pragma once

#include <cassert>
#include <compare>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace assessment {

// A place in a text. Both count from 1, columns in characters; 0 means "no place".
struct Position {
  int line = 0;
  int column = 0;

  auto operator<=>(const Position&) const = default;
};

enum class Severity { error, warning };

// One fault, worded for the person who can mend it.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code{};  // frozen, kebab-case: "unknown-key"; tests and editors rely on it
  std::string file{};  // as the caller named it; empty where there is none
  Position at{};
  std::string text{};  // one sentence, no full stop; says what to do where that is not plain

  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// "FILE:LINE:COL: error: TEXT"; without a place "FILE: error: TEXT", without a file "error: TEXT".
std::string to_text(const Diagnostic& diagnostic);

// Orders by file, then place; faults at one place keep their order.
void sort_by_position(Diagnostics& diagnostics);

// True when one of them is an error and not just a warning.
bool has_error(const Diagnostics& diagnostics);

template <class T>
class [[nodiscard]] Expected {
 public:
  Expected(T value) : content_(std::move(value)) {}  // NOLINT: a value is an Expected without ceremony
  Expected(Diagnostics faults) : content_(std::move(faults)) { assert(!this->faults().empty()); }  // NOLINT
  Expected(Diagnostic fault) : content_(Diagnostics{std::move(fault)}) {}                          // NOLINT

  bool has_value() const { return std::holds_alternative<T>(content_); }
  explicit operator bool() const { return has_value(); }

  // Precondition: has_value().
  const T& value() const& { return std::get<T>(content_); }
  T& value() & { return std::get<T>(content_); }
  T value() && { return std::get<T>(std::move(content_)); }  // by value: a loop over f().value() is safe
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  // Precondition: !has_value(). Never empty.
  const Diagnostics& faults() const { return std::get<Diagnostics>(content_); }

 private:
  std::variant<T, Diagnostics> content_;
};

// For work that gives nothing back but can fail.
struct Done {
  bool operator==(const Done&) const = default;
};
using Outcome = Expected<Done>;

}  // namespace assessment
