#include "app/command_line/page_languages.hpp"

#include <filesystem>

namespace app {

void add_language_option(CLI::App& command, Languages& languages) {
  command
      .add_option("--language", languages,
                  "en (default) or cy; en,cy writes two HTML files that name each other")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"en", "cy"}));
}

void check_languages(const Languages& languages, const std::string& format, const std::string& out) {
  if (languages.size() < 2) return;
  if (format != "html" || out.empty())
    throw CLI::ValidationError("--language", "several languages need '--format html' and '--out FILE'");
  if (languages.size() > 2 || languages.front() == languages.back())
    throw CLI::ValidationError("--language", "name each language once");
}

std::string file_beside(const std::string& file, const std::string& part) {
  const std::filesystem::path path(file);
  const std::string name = path.stem().string() + "." + part + path.extension().string();
  return (path.parent_path() / name).string();
}

std::string file_of_language(const Languages& languages, const std::string& out,
                             const std::string& language) {
  return language == languages.front() ? out : file_beside(out, language);
}

std::optional<assessment::OtherLanguage> other_language(const Languages& languages, const std::string& out,
                                                        const std::string& language) {
  for (const std::string& other : languages) {
    if (other == language) continue;
    const std::filesystem::path path(file_of_language(languages, out, other));
    return assessment::OtherLanguage{.language = other, .file = path.filename().string()};
  }
  return std::nullopt;
}

}  // namespace app
