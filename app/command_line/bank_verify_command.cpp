// skills bank verify: says which of the trusted keys signed a bank, or why none did.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/bank_files.hpp"
#include "app/command_line/key_files.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/signature.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/base/key_text.hpp"

namespace app {
namespace {

using assessment::Diagnostics;
using assessment::Expected;
using assessment::PublicKey;

struct BankVerifyOptions {
  std::string bank;
  std::vector<std::string> trusted;
};

Expected<std::vector<PublicKey>> read_trusted_keys(const std::vector<std::string>& paths) {
  std::vector<PublicKey> keys;
  Diagnostics faults;
  for (const std::string& path : paths) {
    const auto key = read_public_key_file(path);
    if (key) {
      keys.push_back(*key);
    } else {
      faults.insert(faults.end(), key.faults().begin(), key.faults().end());
    }
  }
  if (!faults.empty()) return faults;
  return keys;
}

int verify_bank_file(const BankVerifyOptions& options) {
  const auto keys = read_trusted_keys(options.trusted);
  if (!keys) return refuse(keys.faults());
  const auto bytes = assessment::read_file(options.bank, assessment::largest_yaml);
  if (!bytes) return refuse(bytes.faults());
  const auto signature = read_bank_signature(options.bank);
  if (!signature) return refuse(signature.faults());
  const auto signer = assessment::verify_bank(*bytes, *signature, *keys, options.bank);
  if (!signer) return refuse(signer.faults());
  const auto at = static_cast<std::size_t>(std::ranges::find(*keys, *signer) - keys->begin());
  fmt::print("{}: signed with {}, {}\n", options.bank, options.trusted[at], assessment::to_text(*signer));
  return status_done;
}

}  // namespace

void add_bank_verify_command(CLI::App& bank, int& status) {
  CLI::App* verify = bank.add_subcommand("verify", "Say who signed a bank, by BANK.yaml.sig beside it");
  const auto options = std::make_shared<BankVerifyOptions>();
  verify->add_option("BANK", options->bank, "The question bank (YAML)")->required();
  verify->add_option("--trust", options->trusted, "Public keys, NAME.pub, of those whose signature counts")
      ->required()
      ->type_name("FILE...");
  verify->callback([options, &status] { status = verify_bank_file(*options); });
}

}  // namespace app
