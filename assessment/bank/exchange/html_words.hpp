// The words of a printed questionnaire beside those of its bank. Of no use outside of html_export.cpp.
#pragma once

#include <array>
#include <string_view>

namespace assessment {

struct HtmlWords {
  std::string_view minutes, work_group, why, not_sure;
  std::string_view tick_one, tick_any, number_steps, write_letters, write_number, tick_place, in_picture;
  std::array<std::string_view, 6> roles;  // as RegionRole
};

// Welsh for "cy", else English.
const HtmlWords& html_words(std::string_view language);

}  // namespace assessment
