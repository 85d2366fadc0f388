// skills keys: all that is done with keys.
#include "app/command_line/keys_commands.hpp"

namespace app {

void add_keys_command(CLI::App& app, int& status) {
  CLI::App* keys =
      app.add_subcommand(
             "keys", "Make the keys of authors and trainers, show those of kiosks, and hide the staff's PIN")
          ->require_subcommand(1);
  add_keys_new_command(*keys, status);
  add_keys_pin_command(*keys, status);
  add_keys_show_command(*keys, status);
}

}  // namespace app
