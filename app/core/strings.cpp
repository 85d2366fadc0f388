#include "app/core/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <set>

#include "assessment/bank/fields.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/text.hpp"

namespace app {
namespace {

using assessment::Diagnostics;
using assessment::Severity;

// The names between braces: {"number", "total"}.
std::set<std::string> places_in(std::string_view text) {
  std::set<std::string> places;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    places.emplace(text.substr(open + 1, close - open - 1));
  }
  return places;
}

}  // namespace

assessment::Expected<Catalogue> parse_catalogue(std::string_view yaml, std::string file) {
  const auto tree = assessment::read_yaml(yaml, std::move(file));
  if (!tree) return tree.faults();
  const assessment::Node root = tree->root();
  if (!root.is_map()) return root.error("wrong-type", "expected a map from key to text");

  Diagnostics faults;
  Catalogue catalogue;
  for (const assessment::Node::Pair& pair : root.pairs()) {
    const auto text = read_text(pair.value, "a text", faults);
    if (text) catalogue.texts.emplace(pair.key.text(), *text);
  }
  for (const char* needed : {"language", "language_name"}) {
    if (!catalogue.texts.contains(needed)) {
      faults.push_back(root.error("missing-key", fmt::format("the key '{}' is missing", needed)));
    }
  }
  if (!faults.empty()) return faults;
  catalogue.language = catalogue.texts.at("language");
  return catalogue;
}

const std::string& Strings::text(std::string_view key, std::string_view language) const {
  const auto wanted = std::ranges::find(catalogues_, language, &Catalogue::language);
  const Catalogue& catalogue = wanted == catalogues_.end() ? catalogues_.front() : *wanted;
  const auto found = catalogue.texts.find(key);
  assert(found != catalogue.texts.end());
  return found->second;
}

Diagnostics check_catalogues(const std::vector<Catalogue>& catalogues) {
  Diagnostics faults;
  const auto report = [&](const Catalogue& catalogue, const char* code, std::string text) {
    faults.push_back({Severity::error, code, catalogue.language, {}, std::move(text)});
  };
  std::vector<std::string_view> known;
  if (!catalogues.empty()) {
    for (const auto& [key, text] : catalogues.front().texts) known.push_back(key);
  }
  for (const Catalogue& catalogue : catalogues) {
    for (const auto& [key, text] : catalogues.front().texts) {
      const auto found = catalogue.texts.find(key);
      if (found == catalogue.texts.end()) {
        report(catalogue, "missing-key", fmt::format("the key '{}' is missing", key));
      } else if (places_in(found->second) != places_in(text)) {
        report(catalogue, "other-places", fmt::format("'{}' has other places in braces", key));
      }
    }
    for (const auto& [key, text] : catalogue.texts) {
      if (!catalogues.front().texts.contains(key)) {
        report(catalogue, "unknown-key",
               fmt::format("unknown key '{}'{}", key, assessment::did_you_mean(key, known)));
      }
    }
  }
  return faults;
}

}  // namespace app
