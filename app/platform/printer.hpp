// The printer beside the kiosk: a queue of CUPS that keeps no jobs, reached by its own program `lp`.
//
// The page goes to lp through a socket and is nowhere a file of ours. What CUPS does with it is up to its
// settings: docs/administrator.md says which. A queue that is seen to keep jobs is not used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/action.hpp"

namespace app::platform {

class Printer {
 public:
  // `queue` as in the campaign: letters, digits, ".", "_" and "-", not beginning with "-".
  explicit Printer(std::string queue) : queue_(std::move(queue)) {}

  // No queue of that name, or no CUPS.
  bool is_there() const;
  // Jobs that are done are still listed: whoever looks at the queue learns who was here, and when.
  bool keeps_jobs() const;

  // True when the queue has taken the page. Waits for that, at most 10 seconds.
  bool print(std::string_view text, PrintSize size) const;

 private:
  std::string queue_;
};

// What lp is told besides the text: for tests.
std::vector<std::string> lp_words(const std::string& queue, PrintSize size);

}  // namespace app::platform
