#include <sched.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <system_error>

#include "app/command_line/terminal.hpp"

namespace app {
namespace {

// 0 where COLUMNS is not a number.
std::size_t columns_of_environment() {
  const char* columns = std::getenv("COLUMNS");
  if (columns == nullptr) return 0;
  const std::string_view text(columns);
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  return error == std::errc{} && end == text.data() + text.size() ? width : 0;
}

}  // namespace

bool is_error_a_terminal() {
  return isatty(STDERR_FILENO) == 1;
}

bool is_input_a_terminal() {
  return isatty(STDIN_FILENO) == 1;
}

std::string read_hidden_line(const std::string& prompt) {
  termios before{};
  const bool is_known = tcgetattr(STDIN_FILENO, &before) == 0;
  termios hidden = before;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  if (is_known) tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  std::fputs(prompt.c_str(), stderr);  // who types when asked is not shown
  std::string line;
  std::getline(std::cin, line);
  if (is_known) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::fputs("\n", stderr);
  return line;
}

std::size_t output_width() {
  std::size_t width = columns_of_environment();
  winsize size{};
  if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0) width = 100;
  return std::clamp<std::size_t>(width, 40, 400);
}

unsigned processor_count() {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<unsigned>(std::max(1, CPU_COUNT(&allowed)));
}

std::filesystem::path program_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path{} : program.parent_path();
}

void become_program(const std::filesystem::path& program, const std::vector<std::string>& words) {
  std::string name = program.string();
  std::vector<std::string> copies = words;  // execv wants them changeable
  std::vector<char*> pointers{name.data()};
  for (std::string& word : copies) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execv(name.c_str(), pointers.data());
}

}  // namespace app
