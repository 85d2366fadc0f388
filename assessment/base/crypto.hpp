// The one door to libsodium: hashes, chance, and the pool's encryption.
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

// Overwrites the bytes so that no compiler can leave it out.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);

}  // namespace assessment
