#include "assessment/results/telling_text.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace assessment {
namespace {

struct Pattern {
  const char* what;
  std::regex expression;
};

std::regex pattern(const char* text) {
  return std::regex(text, std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
}

// Days with their month in digits stand in either order; a bare number is a day only as YYYYMMDD, and a
// moment only as seconds or milliseconds since 1970 of our time.
const std::array<Pattern, 9>& patterns() {
  static const std::array<Pattern, 9> all{{
      {"a day",
       pattern(R"((^|[^0-9])(19|20)\d\d[-./_ ]?(0[1-9]|1[0-2])[-./_ ]?(0[1-9]|[12]\d|3[01])($|[^0-9]))")},
      {"a day",
       pattern(R"((^|[^0-9])(0?[1-9]|[12]\d|3[01])[-./](0?[1-9]|[12]\d|3[01])[-./](\d\d)?\d\d($|[^0-9]))")},
      {"a day",
       pattern(
           R"((^|[^0-9])(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?[-_ ](jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)($|[^a-z]))")},
      {"a time of day", pattern(R"((^|[^0-9])([01]?\d|2[0-3]):[0-5]\d($|[^0-9]))")},
      {"a time of day", pattern(R"((^|[^0-9])1[6-9]\d{8}(\d{3})?($|[^0-9]))")},
      {"an e-mail address", pattern(R"([^\s@]@[^\s@])")},
      {"an IP address", pattern(R"((^|[^0-9.])(\d{1,3}\.){3}\d{1,3}($|[^0-9.]))")},
      {"an IP address", pattern(R"((^|[^0-9a-z:])([0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}($|[^0-9a-z:]))")},
      {"the name of a machine",
       std::regex(R"((^|[^A-Za-z0-9.])([A-Za-z0-9][A-Za-z0-9-]*\.)+[a-z]{2,24}($|[^A-Za-z0-9.]))",
                  std::regex::optimize)},
  }};
  return all;
}

}  // namespace

std::optional<std::string_view> find_telling(std::string_view text) {
  // Every pattern asks for one of these, and most texts have none.
  if (text.find_first_of("0123456789.:@") == std::string_view::npos) return std::nullopt;
  const auto found = std::ranges::find_if(patterns(), [&](const Pattern& candidate) {
    return std::regex_search(text.begin(), text.end(), candidate.expression);
  });
  if (found == patterns().end()) return std::nullopt;
  return found->what;
}

}  // namespace assessment
