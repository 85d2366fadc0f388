// What a person takes along: levels and next steps as text, on the screen, in a code for phones and on paper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/strings.hpp"
#include "app/core/view_model.hpp"
#include "assessment/bank/bank.hpp"

namespace app {

// Bytes that a code of at most 89 modules a side carries at level M. Source: ISO/IEC 18004:2015, table 7,
// version 18.
inline constexpr std::size_t longest_code_text = 560;

// What the code holds: all of it, levels and addresses, addresses only, or as many of these as there is room
// for.
enum class CodeContent { everything, levels_and_addresses, addresses, nothing };
struct CodeText {
  std::string text{};
  CodeContent content = CodeContent::nothing;

  bool operator==(const CodeText&) const = default;
};

// The plan of these results for a code of at most `longest` bytes. Never an id, a role, a site or a time, and
// no address with a parameter.
CodeText code_text(const std::vector<DomainResultView>& domains, std::size_t longest = longest_code_text);

// A public address without what may follow "?" or "#".
std::string plain_address(std::string_view address);

// Precondition: the outcome was made on `bank`.
TakeAwayView make_take_away_view(const assessment::QuestionBank& bank, const TakeAwayPage& page,
                                 bool has_printer, const Strings& strings, std::string_view language);

}  // namespace app
