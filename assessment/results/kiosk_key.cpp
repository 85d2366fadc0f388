#include "assessment/results/kiosk_key.hpp"

#include <optional>
#include <string>

#include "assessment/base/key_text.hpp"

namespace assessment {
namespace {

Expected<SigningKey> make_key(Storage& storage) {
  SigningKey key = make_signing_key();
  std::string text = to_secret_text(key) + '\n';
  const auto made = storage.publish(std::string(kiosk_key_name), text, {Access::owner_only, std::nullopt});
  wipe(text);
  if (!made) return made.faults();
  return key;
}

}  // namespace

Expected<SigningKey> open_kiosk_key(Storage& storage) {
  auto text = storage.read(std::string(kiosk_key_name));
  if (!text) return text.faults();
  if (!*text) return make_key(storage);
  auto key = parse_secret_key(**text);
  wipe(**text);
  if (key) return key;
  return Diagnostic{.code = "kiosk-key-damaged",
                    .file = std::string(kiosk_key_name),
                    .text =
                        "the kiosk's key is damaged; put back a copy of it, or move it away for a new one "
                        "that trainers must then trust"};
}

}  // namespace assessment
