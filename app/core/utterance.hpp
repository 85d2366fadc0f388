// One thing to be said.
#pragma once

#include <string>

namespace app {

enum class Urgency { ordinary, important, countdown };  // important: errors and the warning

struct Utterance {
  std::string text{};
  std::string language{};  // tag of the text's own language
  Urgency urgency = Urgency::ordinary;

  bool operator==(const Utterance&) const = default;
};

}  // namespace app
