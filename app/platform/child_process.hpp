// Another program, run to its end: words in, words out, and never for longer than we are patient.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app::platform {

struct Ran {
  int status = 0;        // of its exit
  std::string output{};  // what it wrote to standard output; the first 64 KiB of it

  bool operator==(const Ran&) const = default;
};

// Runs `words[0]`, found on PATH, with `input` on its standard input: through a socket, never a file. None:
// it could not be started, was killed by a signal, or ran longer than `patience_ms` and was killed by us.
std::optional<Ran> run_program(const std::vector<std::string>& words, std::string_view input,
                               int patience_ms);

}  // namespace app::platform
