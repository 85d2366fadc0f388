#include "assessment/reporting/report_words.hpp"

#include <fmt/format.h>

#include "assessment/reporting/report_words_parts.hpp"
#include "assessment/results/calendar.hpp"

namespace assessment {

const ReportWords& report_words(std::string_view language) {
  return language.substr(0, language.find('-')) == "cy" ? welsh_report_words() : english_report_words();
}

std::string date_text(std::string_view iso_day, const ReportWords& words) {
  const auto date = parse_date(iso_day);
  if (!date) return std::string(iso_day);
  return fmt::format("{} {} {}", date->day, words.months[static_cast<std::size_t>(date->month - 1)],
                     date->year);
}

}  // namespace assessment
