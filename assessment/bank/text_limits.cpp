#include "assessment/bank/text_limits.hpp"

namespace assessment {

std::size_t longest_text(TextKind kind) {
  switch (kind) {
    case TextKind::prompt:
      return longest_prompt;
    case TextKind::role_label:
    case TextKind::option_label:
      return longest_label;
    case TextKind::level_label:
      return longest_level;
    case TextKind::section_title:
    case TextKind::domain_title:
    case TextKind::resource_title:
      return longest_heading;
    case TextKind::error:
      return longest_error;
    case TextKind::bank_title:  // stands in for a missing `about`
    case TextKind::about:
    case TextKind::before_you_start:
      return longest_opening;
    case TextKind::after:
    case TextKind::domain_about:
    case TextKind::resource_text:
    case TextKind::hint:
    case TextKind::why:
    case TextKind::feedback:
    case TextKind::note:
    case TextKind::other:
      break;
  }
  return longest_paragraph;
}

}  // namespace assessment
