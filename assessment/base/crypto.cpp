#include "assessment/base/crypto.hpp"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <stdexcept>

namespace assessment {
namespace {

void start_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start: the system gives no randomness");
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

// libsodium's own form of a secret key, so that no signature mixes two pairs. The caller wipes it.
std::array<unsigned char, crypto_sign_SECRETKEYBYTES> both_halves(const SigningKey& key) {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> both{};
  std::ranges::copy(key.secret_key(), both.begin());
  std::ranges::copy(key.public_key(), both.begin() + crypto_sign_SEEDBYTES);
  return both;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), bytes_of(bytes), bytes.size());
  return to_hex(hash);
}

std::string blake2b_hex(std::string_view bytes) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
  return to_hex(hash);
}

std::string keyed_blake2b_hex(std::string_view bytes, const SecretKey& key) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(bytes), bytes.size(), key.data(), key.size());
  return to_hex(hash);
}

Seed system_seed() {
  start_sodium();
  Seed seed{};
  randombytes_buf(seed.data(), seed.size());
  return seed;
}

void keystream(const Seed& seed, std::uint64_t block, std::span<std::uint8_t> out) {
  start_sodium();  // or it takes the slow way, which every processor knows
  assert(out.size() % 64 == 0);
  static constexpr std::array<std::uint8_t, crypto_stream_chacha20_NONCEBYTES> nonce{};
  std::fill(out.begin(), out.end(), std::uint8_t{0});
  crypto_stream_chacha20_xor_ic(out.data(), out.data(), out.size(), nonce.data(), block * (out.size() / 64),
                                seed.data());
}

std::string encrypt(std::string_view plain, const SecretKey& key, std::string_view context) {
  start_sodium();
  constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  std::string sealed(nonce_size + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
  randombytes_buf(sealed.data(), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + nonce_size, nullptr, bytes_of(plain),
                                             plain.size(), bytes_of(context), context.size(), nullptr,
                                             bytes_of(sealed), key.data());
  return sealed;
}

std::optional<std::string> decrypt(std::string_view sealed, const SecretKey& key, std::string_view context) {
  constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (sealed.size() < nonce_size + tag_size) return std::nullopt;
  std::string plain(sealed.size() - nonce_size - tag_size, '\0');
  const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytes_of(plain), nullptr, nullptr, bytes_of(sealed) + nonce_size, sealed.size() - nonce_size,
      bytes_of(context), context.size(), bytes_of(sealed), key.data());
  if (refused != 0) return std::nullopt;
  return plain;
}

SigningKey::SigningKey(const SecretKey& secret) : secret_(secret) {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> both{};
  crypto_sign_seed_keypair(public_.data(), both.data(), secret_.data());
  wipe(both);
}

SigningKey::SigningKey(SigningKey&& other) noexcept : secret_(other.secret_), public_(other.public_) {
  wipe(other.secret_);
}

SigningKey& SigningKey::operator=(SigningKey&& other) noexcept {
  if (this == &other) return *this;
  secret_ = other.secret_;
  public_ = other.public_;
  wipe(other.secret_);
  return *this;
}

SigningKey::~SigningKey() {
  wipe(secret_);
}

SigningKey make_signing_key() {
  SecretKey secret = system_seed();
  SigningKey key(secret);
  wipe(secret);
  return key;
}

Signature sign(std::string_view message, const SigningKey& key) {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> both = both_halves(key);
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), both.data());
  wipe(both);
  return signature;
}

bool is_signed(std::string_view message, const Signature& signature, const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), key.data()) == 0;
}

bool is_possible_key(const PublicKey& key) {
  return crypto_core_ed25519_is_valid_point(key.data()) == 1;
}

SealedKey seal_key(const SecretKey& key, const PublicKey& reader) {
  start_sodium();
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_key{};
  SealedKey sealed{};
  static_assert(sealed.size() == std::tuple_size_v<SecretKey> + crypto_box_SEALBYTES);
  const bool is_sealed = crypto_sign_ed25519_pk_to_curve25519(box_key.data(), reader.data()) == 0 &&
                         crypto_box_seal(sealed.data(), key.data(), key.size(), box_key.data()) == 0;
  if (!is_sealed) throw std::logic_error("sealing to what is no key");  // never the key of nobody instead
  return sealed;
}

std::optional<SecretKey> open_sealed_key(const SealedKey& sealed, const SigningKey& reader) {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> both = both_halves(reader);
  std::array<unsigned char, crypto_box_SECRETKEYBYTES> box_secret{};
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> box_key{};
  SecretKey key{};
  const bool is_open =
      crypto_sign_ed25519_sk_to_curve25519(box_secret.data(), both.data()) == 0 &&
      crypto_scalarmult_base(box_key.data(), box_secret.data()) == 0 &&
      crypto_box_seal_open(key.data(), sealed.data(), sealed.size(), box_key.data(), box_secret.data()) == 0;
  wipe(both);
  wipe(box_secret);
  if (!is_open) return std::nullopt;
  return key;
}

std::string encrypt_chunks(std::string_view plain, const SecretKey& key, std::string_view context) {
  assert(!plain.empty() && plain.size() % chunk_size == 0);
  static_assert(stream_header_size == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  static_assert(encrypted_chunk_size == chunk_size + crypto_secretstream_xchacha20poly1305_ABYTES);
  start_sodium();
  crypto_secretstream_xchacha20poly1305_state state;
  std::string stream(stream_header_size + plain.size() / chunk_size * encrypted_chunk_size, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&state, bytes_of(stream), key.data());
  std::string first_data = std::string(context) + stream.substr(0, stream_header_size);
  unsigned char* out = bytes_of(stream) + stream_header_size;
  for (std::size_t at = 0; at < plain.size(); at += chunk_size, out += encrypted_chunk_size) {
    const bool is_last = at + chunk_size == plain.size();
    crypto_secretstream_xchacha20poly1305_push(&state, out, nullptr, bytes_of(plain) + at, chunk_size,
                                               bytes_of(first_data), first_data.size(),
                                               is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                       : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    first_data.clear();
  }
  sodium_memzero(&state, sizeof state);
  return stream;
}

std::optional<std::string> decrypt_chunks(std::string_view stream, const SecretKey& key,
                                          std::string_view context) {
  if (stream.size() <= stream_header_size) return std::nullopt;
  std::string_view chunks = stream.substr(stream_header_size);
  if (chunks.size() % encrypted_chunk_size != 0) return std::nullopt;
  std::string plain(chunks.size() / encrypted_chunk_size * chunk_size, '\0');
  crypto_secretstream_xchacha20poly1305_state state;
  bool is_good = crypto_secretstream_xchacha20poly1305_init_pull(&state, bytes_of(stream), key.data()) == 0;
  std::string first_data = std::string(context) + std::string(stream.substr(0, stream_header_size));
  for (unsigned char* out = bytes_of(plain); is_good && !chunks.empty(); out += chunk_size) {
    unsigned char tag = 0;
    const unsigned char wanted = chunks.size() == encrypted_chunk_size
                                     ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                     : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    is_good = crypto_secretstream_xchacha20poly1305_pull(&state, out, nullptr, &tag, bytes_of(chunks),
                                                         encrypted_chunk_size, bytes_of(first_data),
                                                         first_data.size()) == 0 &&
              tag == wanted;
    first_data.clear();
    chunks.remove_prefix(encrypted_chunk_size);
  }
  sodium_memzero(&state, sizeof state);
  if (is_good) return plain;
  wipe(plain);
  return std::nullopt;
}

std::string hash_pin(std::string_view pin) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int refused =
      crypto_pwhash_str_alg(text.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  if (refused != 0) throw std::runtime_error("there is not enough memory to hash a PIN");
  return text.data();
}

bool is_pin_hash(const std::string& text) {
  constexpr std::string_view start = "$argon2id$v=19$m=";
  constexpr unsigned long most_kib = 256UL * 1024;
  constexpr unsigned long most_rounds = 10;
  if (!text.starts_with(start) || text.size() >= crypto_pwhash_STRBYTES) return false;
  // Reads the string whole and says -1 of anything that is none.
  const int outcome = crypto_pwhash_str_needs_rehash(text.c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                                     crypto_pwhash_MEMLIMIT_INTERACTIVE);
  if (outcome == -1) return false;
  const unsigned long kib = std::strtoul(text.c_str() + start.size(), nullptr, 10);
  const std::size_t rounds_at = text.find(",t=");
  const unsigned long rounds =
      rounds_at == std::string::npos ? 0 : std::strtoul(text.c_str() + rounds_at + 3, nullptr, 10);
  return kib <= most_kib && rounds >= 1 && rounds <= most_rounds;
}

bool is_pin(std::string_view pin, const std::string& hash) {
  start_sodium();
  return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  hex.pop_back();
  return hex;
}

bool read_hex(std::string_view digits, std::span<std::uint8_t> bytes) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  wipe(bytes);
  return digits.size() == bytes.size() * 2 && std::ranges::all_of(digits, is_digit) &&
         sodium_hex2bin(bytes.data(), bytes.size(), digits.data(), digits.size(), nullptr, nullptr,
                        nullptr) == 0;
}

void wipe(std::span<std::uint8_t> bytes) {
  sodium_memzero(bytes.data(), bytes.size());
}
void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace assessment
