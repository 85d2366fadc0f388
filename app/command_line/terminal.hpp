// What the terminal and the operating system tell a command-line program. One file per system.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

// True when a person reads what goes to standard error as it comes.
bool is_error_a_terminal();

// True when a person types what comes from standard input.
bool is_input_a_terminal();

// A line typed at the terminal, without its end; nothing of it is shown. Empty at the end of the input.
std::string read_hidden_line(const std::string& prompt);

// Characters a line on standard output: what COLUMNS says, else the terminal's width, else 100; 40 .. 400.
std::size_t output_width();

// How many threads this process can run at once, at least 1.
unsigned processor_count();

// The folder of the running program; empty where the system does not tell.
std::filesystem::path program_folder();

// Becomes another program, with these words after its name. Returns only where that one cannot be started.
void become_program(const std::filesystem::path& program, const std::vector<std::string>& words);

}  // namespace app
