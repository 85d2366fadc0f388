// The command line of skills-kiosk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "app/core/action.hpp"
#include "app/platform/window.hpp"

namespace app::kiosk {

struct Options {
  std::string campaign{};                        // file; empty: the built-in one
  std::string bank{};                            // file; empty: the campaign's, or the shipped one
  std::string data{};                            // folder; empty: the user's own
  std::optional<platform::WindowSize> window{};  // none: full screen
  std::string language{};                        // tag; empty: the campaign's
  std::optional<int> text_size{};
  std::optional<Contrast> contrast{};
  std::optional<bool> is_read_aloud{};
  bool is_preview = false;
  bool is_automated = false;
  bool is_locked_down = false;
  std::optional<std::uint64_t> seed{};
};

// The program is to end now, with this status: --help, --version or wrong usage.
struct Exit {
  int status = 0;
};

// Says on standard error what is wrong with the command line.
std::variant<Options, Exit> parse_options(int count, const char* const* words);

}  // namespace app::kiosk
