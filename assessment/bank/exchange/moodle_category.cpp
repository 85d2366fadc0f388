#include "assessment/bank/exchange/moodle_category.hpp"

#include <fmt/format.h>

#include <vector>

#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {

std::string read_moodle_category(std::string_view path, Position at, ImportNotes& notes) {
  std::vector<std::string> names{""};
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != '/') {
      names.back() += path[i];
    } else if (path.substr(i).starts_with("//")) {
      names.back() += '/';
      ++i;
    } else {
      names.emplace_back();
    }
  }
  std::string category;
  int depth = 0;
  for (const std::string& name : names) {
    const std::string_view plain = trimmed(name);
    if (plain.empty() || plain == "top" || (plain.starts_with('$') && plain.ends_with('$'))) continue;
    category += (depth++ == 0 ? "" : " / ") + std::string(plain);
  }
  if (depth > 1)
    notes.drop(at, fmt::format("the category '{}' becomes one domain: domains stand in a list, not in a tree",
                               category));
  return category;
}

}  // namespace assessment
