#include "assessment/results/sealing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <utility>

#include "assessment/base/key_text.hpp"
#include "assessment/results/size_class.hpp"

namespace assessment {
namespace {

// The file: the format's line, the counts of trainers and of doublings, a sealed key for each
// trainer, the stream. All before the stream is its context.
constexpr std::string_view format_name = "skills-sealed/";
constexpr std::string_view format_line = "skills-sealed/1\n";
constexpr std::size_t keys_at = format_line.size() + 2;
constexpr std::size_t sealed_key_size = std::tuple_size_v<SealedKey>;
constexpr unsigned most_doublings = 10;  // of the smallest size class: 64 MiB

// The content: who signed, the signature, the length of the batch, the batch, zeros up to a size class.
constexpr std::string_view signature_name = "skills-batch-signature/1";
constexpr std::size_t signature_at = std::tuple_size_v<PublicKey>;
constexpr std::size_t length_at = signature_at + std::tuple_size_v<Signature>;
constexpr std::size_t lines_at = length_at + 4;

static_assert(smallest_size_class == chunk_size, "a size class is a whole number of chunks");

std::string signed_message(std::string_view lines) {
  std::string message;
  message.reserve(signature_name.size() + 1 + lines.size());
  // The 0 ends the name: no longer name can begin with this one and pass for it.
  return message.append(signature_name).append(1, '\0').append(lines);
}

template <class Bytes>
void append(std::string& text, const Bytes& bytes) {
  text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

template <class Bytes>
Bytes bytes_at(std::string_view text, std::size_t at) {
  Bytes bytes{};
  std::ranges::copy(text.substr(at, bytes.size()), reinterpret_cast<char*>(bytes.data()));
  return bytes;
}

std::string make_content(std::string_view lines, const SigningKey& kiosk) {
  std::string message = signed_message(lines);
  const Signature signature = sign(message, kiosk);
  wipe(message);
  std::string content;
  content.reserve(size_class(lines_at + lines.size()));  // grows no more: what it would leave is not wiped
  append(content, kiosk.public_key());
  append(content, signature);
  for (unsigned shift = 0; shift < 32; shift += 8) content += static_cast<char>(lines.size() >> shift & 0xFF);
  content.append(lines);
  content.resize(size_class(content.size()), '\0');
  return content;
}

Diagnostic sealed_fault(std::string code, const std::string& file, std::string text) {
  return {.code = std::move(code), .file = file, .text = std::move(text)};
}

Diagnostic cut_short(const std::string& file) {
  return sealed_fault("sealed-cut-short", file,
                      "this sealed batch is cut short; copy it again from the kiosk");
}
Diagnostic damaged(const std::string& file) {
  return sealed_fault("sealed-damaged", file, "this sealed batch is damaged; copy it again from the kiosk");
}

// The sealed keys of a file that has the form and the length of a sealed batch.
Expected<std::vector<SealedKey>> read_sealed_keys(std::string_view sealed, const std::string& file) {
  if (sealed.empty())
    return sealed_fault("empty-file", file, "the file is empty; copy it again from the kiosk");
  if (!sealed.starts_with(format_line)) {
    if (format_line.starts_with(sealed)) return cut_short(file);
    if (!sealed.starts_with(format_name)) return sealed_fault("not-sealed", file, "this is no sealed batch");
    return sealed_fault(
        "later-format", file,
        "this sealed batch is of a format that this version does not know; update the program");
  }
  if (sealed.size() < keys_at) return cut_short(file);
  const std::size_t trainers = static_cast<unsigned char>(sealed[keys_at - 2]);
  const unsigned doublings = static_cast<unsigned char>(sealed[keys_at - 1]);
  if (trainers == 0 || trainers > most_trainers || doublings > most_doublings) return damaged(file);
  const std::size_t size = keys_at + trainers * sealed_key_size + stream_header_size +
                           (std::size_t{1} << doublings) * encrypted_chunk_size;
  if (sealed.size() < size) return cut_short(file);
  if (sealed.size() > size) {
    return sealed_fault("sealed-too-long", file,
                        "something follows the end of this sealed batch; copy it again from the kiosk");
  }
  std::vector<SealedKey> keys;
  for (std::size_t i = 0; i < trainers; ++i) {
    keys.push_back(bytes_at<SealedKey>(sealed, keys_at + i * sealed_key_size));
  }
  return keys;
}

std::optional<SecretKey> find_key(const std::vector<SealedKey>& sealed, const SigningKey& trainer) {
  for (const SealedKey& one : sealed) {
    if (const auto key = open_sealed_key(one, trainer)) return key;
  }
  return std::nullopt;
}

// The lines in the content; none when it does not have its form or its signature.
std::optional<std::string> signed_lines(std::string_view content, const PublicKey& kiosk) {
  std::size_t size = 0;
  for (std::size_t i = lines_at; i-- > length_at;) size = size << 8 | static_cast<unsigned char>(content[i]);
  if (size_class(lines_at + size) != content.size()) return std::nullopt;
  const std::string_view lines = content.substr(lines_at, size);
  if (content.find_first_not_of('\0', lines_at + size) != std::string_view::npos) return std::nullopt;
  std::string message = signed_message(lines);
  const bool is_good = is_signed(message, bytes_at<Signature>(content, signature_at), kiosk);
  wipe(message);
  if (!is_good) return std::nullopt;
  return std::string(lines);
}

Expected<std::string> check_content(std::string_view content, const std::string& file,
                                    const std::vector<PublicKey>& trusted) {
  const auto kiosk = bytes_at<PublicKey>(content, 0);
  if (std::ranges::find(trusted, kiosk) == trusted.end()) {
    return sealed_fault(
        "kiosk-not-trusted", file,
        fmt::format("this batch comes from a kiosk that is not trusted here: '{}'; if that is what "
                    "'skills keys show' says at one of your kiosks, add the line to the file of --trust",
                    to_text(kiosk)));
  }
  auto lines = signed_lines(content, kiosk);
  if (lines) return *std::move(lines);
  return sealed_fault(
      "batch-altered", file,
      "this batch is not the one that its kiosk signed: someone who could open it has changed it; copy "
      "it again from the kiosk");
}

}  // namespace

Expected<std::string> seal_batch(std::string_view lines, const SigningKey& kiosk,
                                 const std::vector<PublicKey>& trainers) {
  assert(!trainers.empty() && trainers.size() <= most_trainers);
  if (lines.size() > (smallest_size_class << most_doublings) - lines_at) {
    return sealed_fault("batch-too-large", "", "a batch of more than 64 MiB cannot be sealed; lower 'batch'");
  }
  std::string content = make_content(lines, kiosk);
  std::string sealed(format_line);
  sealed += static_cast<char>(trainers.size());
  sealed += static_cast<char>(std::countr_zero(content.size() / smallest_size_class));
  SecretKey key = system_seed();
  for (const PublicKey& trainer : trainers) append(sealed, seal_key(key, trainer));
  sealed += encrypt_chunks(content, key, sealed);
  wipe(key);
  wipe(content);
  return sealed;
}

Expected<std::string> open_sealed_batch(std::string_view sealed, const std::string& file,
                                        const TrainerKeys& keys) {
  const auto sealed_keys = read_sealed_keys(sealed, file);
  if (!sealed_keys) return sealed_keys.faults();
  auto key = find_key(*sealed_keys, keys.own);
  if (!key) {
    return sealed_fault(
        "not-for-this-key", file,
        "this batch is not sealed to your key, or is damaged; ask for your key to be added to "
        "'trainer_keys' of the campaign, or open it with the key that stands there");
  }
  const std::size_t stream_at = keys_at + sealed_keys->size() * sealed_key_size;
  auto content = decrypt_chunks(sealed.substr(stream_at), *key, sealed.substr(0, stream_at));
  wipe(*key);
  if (!content) return damaged(file);
  auto lines = check_content(*content, file, keys.kiosks);
  wipe(*content);
  return lines;
}

}  // namespace assessment
