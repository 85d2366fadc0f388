// From font files to the atlas of glyphs that the screens draw with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/model.hpp"
#include "app/core/strings.hpp"
#include "app/ui/frame.hpp"
#include "assessment/base/expected.hpp"

namespace app::platform {

// A family of two weights, read into memory once.
struct FontFiles {
  std::string regular{}, strong{};  // bytes
  float size_per_em = 1;            // Dear ImGui's size is ascent less descent, not the em
  std::string fallback{};           // bytes of a font for what the family lacks; empty: none
};

// Inter, else Liberation Sans, else DejaVu Sans; `share` is looked through before the system's folders.
// Fault "font-missing" when there is none of them.
assessment::Expected<FontFiles> find_fonts(const std::string& share);

// Every text that the kiosk may have to show, for the choice of glyphs: bank, catalogues, campaign.
std::string texts_in_use(const Setup& setup, const Strings& strings);

// The texts of a bank, and of catalogues.
std::string texts_in_use(const assessment::QuestionBank& bank);
std::string texts_in_use(const Strings& strings);

// Replaces the fonts of the present ImGui context by those of the theme's sizes, with the glyphs of
// `texts` and of the languages that may come (docs/interface.md). The texture is the caller's affair.
// Precondition: `files` outlives the context's use of its fonts; between two frames.
ui::Typeface build_fonts(const FontFiles& files, std::string_view texts, const ui::Theme& theme);

}  // namespace app::platform
