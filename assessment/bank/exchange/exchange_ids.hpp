// Ids made from the names and texts of other tools.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace assessment {

// Gives out ids that differ from one another. Equal calls in an equal order give equal ids.
class UniqueIdMaker {
 public:
  // `name` itself where it is an id; else one made of the ASCII letters and digits of `name`, or where it
  // has none of `text`: in lower case, words joined by '_', cut between words at 40 characters; else
  // `fallback` with a number. A second one of the same kind ends in _2.
  std::string make(std::string_view name, std::string_view text, std::string_view fallback);

 private:
  std::set<std::string> given_{};
  std::map<std::string, int> last_number_{};  // by what the id begins with
};

// Lower-case words joined by '-': "My quiz (2)" -> "my-quiz-2"; "imported-bank" where nothing is left.
std::string make_bank_id(std::string_view name);

}  // namespace assessment
