// The kiosk's own key, kiosk.key in the data folder: it signs what is sealed.
#pragma once

#include <string_view>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"
#include "assessment/results/storage.hpp"

namespace assessment {

inline constexpr std::string_view kiosk_key_name = "kiosk.key";

// The key of a data folder, made (mode 0600, in the form of key_text.hpp) where there is none yet. A
// damaged one is never replaced: trainers trust it by its public half.
// Codes of faults, frozen: "kiosk-key-damaged", and those of storage.hpp.
Expected<SigningKey> open_kiosk_key(Storage& storage);

}  // namespace assessment
