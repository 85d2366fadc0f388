// The one door to libsodium: hashes, chance, the pool's encryption, signatures, and sealing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace assessment {

using Seed = std::array<std::uint8_t, 32>;
using SecretKey = std::array<std::uint8_t, 32>;

// Hashes in lower-case hexadecimal, 64 digits.
std::string sha256_hex(std::string_view bytes);
std::string blake2b_hex(std::string_view bytes);  // BLAKE2b-256
std::string keyed_blake2b_hex(std::string_view bytes, const SecretKey& key);

// 32 bytes from the operating system's generator: for keys and for seeding Random.
Seed system_seed();

// Fills `out` with bytes `block` * out.size() and onwards of the ChaCha20 keystream of `seed`.
// Precondition: out.size() is a multiple of 64.
void keystream(const Seed& seed, std::uint64_t block, std::span<std::uint8_t> out);

// XChaCha20-Poly1305 with a fresh nonce from the system, which leads the result.
// `context` is authenticated and not contained. Output: 24 + plain.size() + 16 bytes.
std::string encrypt(std::string_view plain, const SecretKey& key, std::string_view context);

// The plain bytes, or none when key, context or any bit differs.
std::optional<std::string> decrypt(std::string_view sealed, const SecretKey& key, std::string_view context);

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

// An Ed25519 key pair (RFC 8032, section 5.1). A class so that the secret half is in one place only:
// it can be moved, not copied, compared or printed, and is wiped where it ends.
class SigningKey {
 public:
  // The pair of a private key as RFC 8032 has it. The caller wipes `secret`.
  explicit SigningKey(const SecretKey& secret);
  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&& other) noexcept;
  SigningKey(const SigningKey&) = delete;
  SigningKey& operator=(const SigningKey&) = delete;
  ~SigningKey();

  const PublicKey& public_key() const { return public_; }
  // Only for writing it to the owner's file; who copies it wipes the copy.
  const SecretKey& secret_key() const { return secret_; }

 private:
  SecretKey secret_{};
  PublicKey public_{};
};

// A new pair, from the operating system's generator.
SigningKey make_signing_key();

// The detached Ed25519 signature of `message`: equal for equal key and message.
Signature sign(std::string_view message, const SigningKey& key);

// True when the owner of `key` signed exactly these bytes.
bool is_signed(std::string_view message, const Signature& signature, const PublicKey& key);

// True for a point that can be a public key: on the curve, in its main group, in its one encoding.
// Fifteen of sixteen mistyped keys are none.
bool is_possible_key(const PublicKey& key);

using SealedKey = std::array<std::uint8_t, 80>;

// `key` for the owner of `reader` alone, by crypto_box_seal on the X25519 form of the Ed25519 keys.
// It is another each time, and neither names the reader nor tells who sealed it.
// Precondition: is_possible_key(reader).
SealedKey seal_key(const SecretKey& key, const PublicKey& reader);

// The sealed key, which the caller wipes; none when it was sealed to another or any bit differs.
std::optional<SecretKey> open_sealed_key(const SealedKey& sealed, const SigningKey& reader);

inline constexpr std::size_t chunk_size = 64U * 1024;  // of encrypt_chunks, before encryption
inline constexpr std::size_t encrypted_chunk_size = chunk_size + 17;
inline constexpr std::size_t stream_header_size = 24;

// `plain` as a stream of crypto_secretstream_xchacha20poly1305: its header, then the chunks, the last of
// them with the tag FINAL. `context` and the header are authenticated with the first chunk.
// Precondition: plain.size() is a multiple of chunk_size, and not 0.
std::string encrypt_chunks(std::string_view plain, const SecretKey& key, std::string_view context);

// The plain bytes, which the caller wipes; none when key, context, order, end or any bit differs.
std::optional<std::string> decrypt_chunks(std::string_view stream, const SecretKey& key,
                                          std::string_view context);

// An Argon2id string of `pin` with a fresh salt, made to take about a tenth of a second and 64 MiB.
// Throws std::runtime_error when there is not that much memory.
std::string hash_pin(std::string_view pin);

// True for an Argon2id string that takes at most 256 MiB and 10 rounds to check.
bool is_pin_hash(const std::string& text);

// True when `hash` was made of `pin`. Precondition: is_pin_hash(hash).
bool is_pin(std::string_view pin, const std::string& hash);

// Lower-case hexadecimal, two digits a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);

// Fills `bytes` from exactly as many lower-case digits; false, and zeros, for anything else.
bool read_hex(std::string_view digits, std::span<std::uint8_t> bytes);

// Overwrites the bytes so that no compiler can leave it out.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);

}  // namespace assessment
