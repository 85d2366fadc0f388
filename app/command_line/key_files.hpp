// Files of keys: NAME.key (secret, mode 0600) and NAME.pub. One file per operating system, because what
// a secret needs (its mode, no copies in buffers) is not in the standard library.
#pragma once

#include <string>

#include "assessment/base/crypto.hpp"
#include "assessment/base/expected.hpp"

namespace app {

// The key of a .pub or of a .key file. Codes: those of input_file.hpp and of key_text.hpp.
assessment::Expected<assessment::PublicKey> read_public_key_file(const std::string& path);
assessment::Expected<assessment::SigningKey> read_secret_key_file(const std::string& path);

// True when others than its owner may read the file.
bool is_open_to_others(const std::string& path);

// Makes `stem`.key and `stem`.pub, both or neither, whole and on the disk. Never overwrites, whatever else
// happens at the same time. Codes: "key-exists", "cannot-write".
assessment::Outcome write_key_files(const std::string& stem, const assessment::SigningKey& key);

}  // namespace app
