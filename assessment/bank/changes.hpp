// What changed from one version of a bank to the next, and which step of its version that asks for.
//
// The bank's fallback language carries the meaning: a changed prompt or option in it is another question.
// Only results of one major version are comparable as a whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/bank.hpp"

namespace assessment {

// Ordered: a later one asks for more.
enum class VersionStep { none, patch, minor, major };

std::string_view to_text(VersionStep step);

struct Change {
  VersionStep step = VersionStep::none;
  std::string place{};  // "safety/lock_screen/option alone", or "bank"
  std::string text{};   // "the prompt changed: 'I lock it.' is now 'I lock my screen.'"

  bool operator==(const Change&) const = default;
};

// Every change, in the order of the new bank; items that are gone come last.
std::vector<Change> changes_between(const QuestionBank& before, const QuestionBank& after);

// The highest step that one of them asks for.
VersionStep step_asked(const std::vector<Change>& changes);

// The step from one version to a higher one; none when `after` is not higher. Pre-releases of a version
// ("1.1.0-beta") count as that version. Precondition: both are SemVer, as a bank's version is.
VersionStep step_taken(std::string_view before, std::string_view after);

// What no version step can mend: another bank's id, an item that is gone without its id being retired, and an
// id that is retired no more. Codes: "other-bank", "not-retired". `file` is that of the new bank.
Diagnostics broken_promises(const QuestionBank& before, const QuestionBank& after, const std::string& file);

}  // namespace assessment
