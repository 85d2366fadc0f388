#include "assessment/results/campaign_kiosk.hpp"

#include <array>
#include <string_view>

#include "assessment/base/crypto.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr int minutes_of_a_day = 24 * 60;
constexpr int shortest_quiet = 120;  // minutes
constexpr std::size_t longest_monitor = 80;

// "20:05" as minutes since midnight; none where it is no time of day.
std::optional<int> minute_of_day(std::string_view text) {
  constexpr std::string_view shape = "00:00";
  if (text.size() != shape.size() || text[2] != ':') return std::nullopt;
  const auto digit = [&text](std::size_t place) {
    return text[place] >= '0' && text[place] <= '9' ? text[place] - '0' : minutes_of_a_day;
  };
  const int hour = 10 * digit(0) + digit(1);
  const int minute = 10 * digit(3) + digit(4);
  return hour < 24 && minute < 60 ? std::optional(60 * hour + minute) : std::nullopt;
}

}  // namespace

bool contains(const QuietHours& hours, int minute) {
  if (hours.from < hours.to) return minute >= hours.from && minute < hours.to;
  return minute >= hours.from || minute < hours.to;
}

std::optional<QuietHours> read_quiet_hours(const Fields& kiosk) {
  const auto node = kiosk.optional("quiet_hours");
  const auto text = node ? read_text(*node, "hours such as 20:00-06:00", kiosk.faults()) : std::nullopt;
  if (!text) return std::nullopt;
  const std::size_t dash = text->find('-');
  const auto from = minute_of_day(std::string_view(*text).substr(0, dash));
  const auto to =
      dash == std::string::npos ? std::nullopt : minute_of_day(std::string_view(*text).substr(dash + 1));
  if (!from || !to) {
    kiosk.faults().push_back(node->error("bad-hours", "expected two times of day such as 20:00-06:00"));
    return std::nullopt;
  }
  if ((*to - *from + minutes_of_a_day) % minutes_of_a_day < shortest_quiet) {
    kiosk.faults().push_back(
        node->error("out-of-range", "quiet hours must last at least 2 hours, or no batch may ever leave"));
  }
  return QuietHours{*from, *to};
}

std::string read_admin_pin(const Fields& kiosk) {
  const auto node = kiosk.optional("admin_pin");
  const auto text = node ? read_text(*node, "what 'skills keys pin' prints", kiosk.faults()) : std::nullopt;
  if (!text) return "";
  if (is_pin_hash(*text)) return *text;
  // Not repeated: it may be the PIN itself.
  kiosk.faults().push_back(
      node->error("not-a-pin", "this is not what 'skills keys pin' prints; never write the PIN itself here"));
  return "";
}

std::string read_monitor(const Fields& kiosk) {
  const auto node = kiosk.optional("monitor");
  const auto text = node ? read_text(*node, "a monitor", kiosk.faults()) : std::nullopt;
  if (!text || *text == "primary") return "";
  if (count_characters(*text) > longest_monitor)
    kiosk.faults().push_back(node->error("too-long", "the name of a monitor has at most 80 characters"));
  return *text;
}

}  // namespace assessment
