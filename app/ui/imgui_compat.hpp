// The differences between Dear ImGui 1.86 and 1.92, in the one file that asks which it is.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>

#include "app/ui/input.hpp"

namespace app::ui {

// Before NewFrame. Nowhere: the finger has left the glass.
void feed_pointer_position(std::optional<Point> at);
enum class PointerButton { up, down };
void feed_pointer_button(PointerButton state);

// The end of the first line of [begin, end) when broken at words to `width` pixels.
const char* find_line_end(ImFont* font, float size, const char* begin, const char* end, float width);

// From the top of a line of that size down to its base line.
float ascent_of(ImFont* font, float size);
float measure_text(ImFont* font, float size, const char* begin, const char* end);

bool has_glyph(ImFont* font, unsigned int code_point);

void add_outline(ImDrawList* list, ImVec2 low, ImVec2 high, ImU32 color, float rounding, float thickness);
void add_line_strip(ImDrawList* list, const ImVec2* points, int count, ImU32 color, float thickness);

// `texture` as the renderer knows it.
void add_picture(ImDrawList* list, std::uint64_t texture, ImVec2 low, ImVec2 high);

}  // namespace app::ui
