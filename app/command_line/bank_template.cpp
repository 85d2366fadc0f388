#include "app/command_line/bank_template.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/command_line/bank_files.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/base/input_file.hpp"

namespace app {
namespace {

constexpr std::string_view placeholder_id = "my-bank";

// True for a text of that language, and for the line that marks its texts as not validated.
bool is_line_of(std::string_view line, std::string_view language) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with(fmt::format("{}: ", language)) ||
         line.starts_with(fmt::format("translations: {{{}:", language));
}

std::string replace_all(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

}  // namespace

const std::vector<std::string_view>& template_languages() {
  static const std::vector<std::string_view> languages{"en", "cy"};
  return languages;
}

assessment::Expected<std::string> read_bank_template() {
  const auto path = share_folder() / "assets" / "templates" / "new_bank.yaml";
  return assessment::read_file(path.string(), assessment::largest_yaml);
}

std::string fill_bank_template(std::string_view bank_template, std::string_view id,
                               const std::vector<std::string>& languages) {
  std::string bank;
  while (!bank_template.empty()) {
    const std::size_t end = std::min(bank_template.find('\n'), bank_template.size() - 1) + 1;
    const std::string_view line = bank_template.substr(0, end);
    bank_template.remove_prefix(end);
    const bool is_left_out = std::ranges::any_of(template_languages(), [&](std::string_view language) {
      return is_line_of(line, language) && std::ranges::find(languages, language) == languages.end();
    });
    if (!is_left_out) bank += line;
  }
  bank = replace_all(std::move(bank), placeholder_id, id);
  return replace_all(std::move(bank), fmt::format("[{}]", fmt::join(template_languages(), ", ")),
                     fmt::format("[{}]", fmt::join(languages, ", ")));
}

}  // namespace app
