// The texts of the interface: one catalogue per language in assets/strings.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assessment/base/expected.hpp"
#include "assessment/base/fill.hpp"

namespace app {

// One language's texts by key. Keys are never shown.
struct Catalogue {
  std::string language{};
  std::map<std::string, std::string, std::less<>> texts{};

  bool operator==(const Catalogue&) const = default;
};

// Reads a catalogue: a flat YAML map from key to text, with `language` and `language_name` among
// the keys. Errors as for a bank: all of them, with file, line and column.
assessment::Expected<Catalogue> parse_catalogue(std::string_view yaml, std::string file);

using assessment::fill;
using assessment::Fill;

class Strings {
 public:
  // Precondition: at least one catalogue, and all have the same keys (check_catalogues says).
  explicit Strings(std::vector<Catalogue> catalogues) : catalogues_(std::move(catalogues)) {}

  // The text of `key` in `language`, else in the first language. Precondition: the key exists.
  const std::string& text(std::string_view key, std::string_view language) const;

  const std::vector<Catalogue>& catalogues() const { return catalogues_; }

 private:
  std::vector<Catalogue> catalogues_;
};

// What differs between the catalogues: missing and superfluous keys, other places, empty texts.
assessment::Diagnostics check_catalogues(const std::vector<Catalogue>& catalogues);

}  // namespace app
