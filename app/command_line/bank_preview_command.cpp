// skills bank preview: the kiosk with one bank, for its author.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/command_line/bank_commands.hpp"
#include "app/command_line/refusals.hpp"
#include "app/command_line/terminal.hpp"

namespace app {
namespace {

struct PreviewOptions {
  std::string bank, window = "1280x800";
};

int preview(const PreviewOptions& options) {
  const auto program = program_folder() / "skills-kiosk";
  become_program(program, {"--preview", "--bank", options.bank, "--window", options.window});
  print({{.code = "cannot-start",
          .file = program.string(),
          .text = "cannot be started: install the kiosk on this computer to preview a bank"}});
  return status_device_failed;
}

}  // namespace

void add_bank_preview_command(CLI::App& bank, int& status) {
  CLI::App* command = bank.add_subcommand(
      "preview", "Show a bank in the kiosk; it follows the file as you save it, and keeps nothing");
  const auto options = std::make_shared<PreviewOptions>();
  command->add_option("FILE", options->bank, "The question bank (YAML)")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("--window", options->window, "Width and height in pixels")->type_name("WxH");
  command->callback([options, &status] { status = preview(*options); });
}

}  // namespace app
