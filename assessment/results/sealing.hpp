// Batches for their trainers' eyes only: signed by the kiosk, padded, and sealed to each trainer.
//
// docs/result_format.md describes the format "skills-sealed/1" to the byte; it is frozen. From outside a
// sealed batch shows how many trainers can open it and the size class of its content, and nothing else.
//
// Codes of faults, frozen: "empty-file", "not-sealed", "later-format", "sealed-cut-short",
// "sealed-too-long", "not-for-this-key", "sealed-damaged", "kiosk-not-trusted", "batch-altered",
// and of seal_batch "batch-too-large".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"

namespace assessment {

inline constexpr std::string_view sealed_suffix = ".results.sealed";
inline constexpr std::size_t most_trainers = 64;
inline constexpr std::size_t largest_sealed_file = 65 * 1024 * 1024;  // bytes; more than any has

// With what a trainer opens sealed batches. Moves only, as its secret key does.
struct TrainerKeys {
  SigningKey own;
  std::vector<PublicKey> kiosks{};  // whose signature counts
};

// The bytes of a sealed file for the owner of each of `trainers`: other bytes each time.
// `lines` are those of a batch; a kiosk's batch is far below the limit of almost 64 MiB.
// Precondition: 1 .. most_trainers possible keys.
Expected<std::string> seal_batch(std::string_view lines, const SigningKey& kiosk,
                                 const std::vector<PublicKey>& trainers);

// The lines of the batch, exactly as a kiosk that `keys` trusts signed them; the caller wipes them.
// Memory stays within four times the file's size. `file` is for the diagnostic.
Expected<std::string> open_sealed_batch(std::string_view sealed, const std::string& file,
                                        const TrainerKeys& keys);

}  // namespace assessment
