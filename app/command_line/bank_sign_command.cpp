// skills bank sign: vouches for a bank without errors, in a file beside it.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/key_files.hpp"
#include "app/command_line/output_file.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/bank/schema.hpp"
#include "assessment/bank/signature.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"
#include "assessment/base/key_text.hpp"

namespace app {
namespace {

struct BankSignOptions {
  std::string bank, key;
};

// The signature is of the very bytes that were checked.
int sign_bank_file(const BankSignOptions& options) {
  const auto key = read_secret_key_file(options.key);
  if (!key) return refuse(key.faults());
  if (is_open_to_others(options.key)) {
    fmt::print(stderr, "{0}: warning: others can read this secret key; say: chmod 600 {0}\n", options.key);
  }
  const auto bytes = assessment::read_file(options.bank, assessment::largest_yaml);
  if (!bytes) return refuse(bytes.faults());
  const auto bank = assessment::parse_bank(*bytes, options.bank);
  if (!bank) {
    const int status = refuse(bank.faults());
    fmt::print(stderr, "{}: not signed: mend the errors first\n", options.bank);
    return status;
  }
  const std::string path = assessment::signature_file(options.bank);
  const auto written = write_output_file(path, assessment::sign_bank(*bytes, *key));
  if (!written) return refuse(written.faults());
  fmt::print("{}: {} is signed with {}; hand out both files together\n", path, bank_name(*bank),
             assessment::to_text(key->public_key()));
  return status_done;
}

}  // namespace

void add_bank_sign_command(CLI::App& bank, int& status) {
  CLI::App* sign = bank.add_subcommand("sign", "Sign a bank without errors: writes BANK.yaml.sig beside it");
  const auto options = std::make_shared<BankSignOptions>();
  sign->add_option("BANK", options->bank, "The question bank (YAML)")->required();
  sign->add_option("--key", options->key, "The secret key, NAME.key, of 'skills keys new'")
      ->required()
      ->type_name("FILE");
  sign->callback([options, &status] { status = sign_bank_file(*options); });
}

}  // namespace app
