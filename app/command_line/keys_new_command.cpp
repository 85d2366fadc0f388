// skills keys new: a key pair, for an author or a trainer. Kiosks make their own.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include "app/command_line/key_files.hpp"
#include "app/command_line/keys_commands.hpp"
#include "app/command_line/refusals.hpp"
#include "assessment/base/key_text.hpp"

namespace app {
namespace {

struct KeysNewOptions {
  std::string name, folder = ".";
};

int make_keys(const KeysNewOptions& options) {
  const std::filesystem::path folder(options.folder);
  const std::string stem = options.folder == "." ? options.name : (folder / options.name).string();
  const auto key = assessment::make_signing_key();
  const auto written = write_key_files(stem, key);
  if (!written) {
    print(written.faults());
    return status_of(written.faults());
  }
  fmt::print(
      "{0}.key  secret: it signs and opens what is sealed to you. Keep it to yourself, with a copy in a safe "
      "place; who has it can sign and read as you.\n"
      "{0}.pub  public: give it to all who are to trust what you sign, or to seal to you.\n"
      "\n"
      "Sign a bank:       skills bank sign BANK.yaml --key {0}.key\n"
      "Check a signature: skills bank verify BANK.yaml --trust {0}.pub\n"
      "Let kiosks run only banks that are signed with it, by a line in campaign.yaml:\n"
      "  bank_keys: [{1}]\n"
      "Let kiosks seal their results to it, as to a trainer, by a line in campaign.yaml:\n"
      "  trainer_keys: [{1}]\n"
      "A kiosk makes its own key when it first starts; say: skills keys show DATA_FOLDER\n",
      stem, assessment::to_text(key.public_key()));
  return status_done;
}

// What is wrong with the name of a key; "": nothing.
std::string check_name(const std::string& name) {
  const auto is_letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const bool is_name = !name.empty() && name.size() <= 64 && is_letter_or_digit(name.front()) &&
                       std::ranges::all_of(name, [&](char c) {
                         return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.';
                       });
  if (!is_name)
    return "a name is of letters, digits, '-', '_' and '.', such as ward-7; a folder goes to --out";
  if (name.ends_with(".key") || name.ends_with(".pub"))
    return "leave .key and .pub away: both files are made";
  return "";
}

}  // namespace

void add_keys_new_command(CLI::App& keys, int& status) {
  CLI::App* command = keys.add_subcommand("new", "Make a key pair: NAME.key (secret) and NAME.pub (public)");
  const auto options = std::make_shared<KeysNewOptions>();
  command->add_option("NAME", options->name, "What the two files are to be called")
      ->required()
      ->check(check_name);
  command->add_option("--out", options->folder, "The folder they go to (this one)")->type_name("FOLDER");
  command->callback([options, &status] { status = make_keys(*options); });
}

}  // namespace app
