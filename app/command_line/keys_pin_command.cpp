// skills keys pin: from a PIN to the line that campaign.yaml may hold.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "app/command_line/keys_commands.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/terminal.hpp"
#include "assessment/base/crypto.hpp"

namespace app {
namespace {

constexpr std::size_t shortest_pin = 6;
constexpr std::size_t longest_pin = 12;

// Twice from a terminal, where nobody sees what they type; once from a pipe. None: the two differ.
std::optional<std::string> read_pin() {
  if (!is_input_a_terminal()) {
    std::string line;
    std::getline(std::cin, line);
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }
  std::string first = read_hidden_line("PIN of 6 to 12 digits (it is not shown): ");
  std::string second = read_hidden_line("The same again: ");
  const bool is_same = first == second;
  assessment::wipe(second);
  if (is_same) return first;
  assessment::wipe(first);
  return std::nullopt;
}

int make_pin() {
  auto pin = read_pin();
  if (!pin) {
    fmt::print(stderr, "error: the two PINs differ; start again\n");
    return status_refused;
  }
  const bool is_pin = pin->size() >= shortest_pin && pin->size() <= longest_pin &&
                      std::ranges::all_of(*pin, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_pin) {
    assessment::wipe(*pin);
    fmt::print(stderr, "error: a PIN has 6 to 12 digits and nothing else, as staff enter it on a keypad\n");
    return status_refused;
  }
  const std::string hash = assessment::hash_pin(*pin);
  assessment::wipe(*pin);
  const auto written = write_to_standard_output(hash + "\n");
  if (!written) {
    print(written.faults());
    return status_device_failed;
  }
  if (is_error_a_terminal())
    fmt::print(stderr, "Write it into campaign.yaml:\nkiosk:\n  admin_pin: \"{}\"\n", hash);
  return status_done;
}

}  // namespace

void add_keys_pin_command(CLI::App& keys, int& status) {
  CLI::App* pin = keys.add_subcommand(
      "pin", "Turn the PIN of the staff's door into a line for campaign.yaml that does not show it");
  pin->callback([&status] { status = make_pin(); });
}

}  // namespace app
