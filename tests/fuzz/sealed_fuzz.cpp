// Any bytes as a sealed batch; and, where these begin with 'c', the rest as a content that a trainer with
// ill will has sealed.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "assessment/results/sealing.hpp"

namespace {

using namespace assessment;

const TrainerKeys& keys() {
  // The kiosk of the corpus is pair 1 of RFC 8032, section 7.1.
  static const TrainerKeys keys = [] {
    SecretKey secret{};
    read_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", secret);
    const SigningKey kiosk(secret);
    return TrainerKeys{SigningKey(secret), {kiosk.public_key()}};
  }();
  return keys;
}

std::string sealed_around(std::string content) {
  content.resize(chunk_size, '\0');
  const SecretKey key{};
  const SealedKey sealed = seal_key(key, keys().own.public_key());
  std::string file("skills-sealed/1\n\1\0", 18);
  file.append(reinterpret_cast<const char*>(sealed.data()), sealed.size());
  return file + encrypt_chunks(content, key, file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string file =
      bytes.starts_with('c') ? sealed_around(std::string(bytes.substr(1))) : std::string(bytes);
  static_cast<void>(open_sealed_batch(file, "b.results.sealed", keys()));
  return 0;
}
