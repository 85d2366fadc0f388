#include "app/ui/imgui_compat.hpp"

#include <cfloat>

namespace app::ui {

void feed_pointer_position(std::optional<Point> at) {
  const Point point = at.value_or(Point{-FLT_MAX, -FLT_MAX});
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().AddMousePosEvent(point.x, point.y);
#else
  ImGui::GetIO().MousePos = {point.x, point.y};
#endif
}

void feed_pointer_button(PointerButton state) {
#if IMGUI_VERSION_NUM >= 18700
  ImGui::GetIO().ConfigInputTrickleEventQueue = false;  // we trickle ourselves: one event a frame
  ImGui::GetIO().AddMouseButtonEvent(0, state == PointerButton::down);
#else
  ImGui::GetIO().MouseDown[0] = state == PointerButton::down;
#endif
}

const char* find_line_end(ImFont* font, float size, const char* begin, const char* end, float width) {
#if IMGUI_VERSION_NUM >= 19200
  return font->CalcWordWrapPosition(size, begin, end, width);
#else
  return font->CalcWordWrapPositionA(size / font->FontSize, begin, end, width);
#endif
}

float measure_text(ImFont* font, float size, const char* begin, const char* end) {
  return font->CalcTextSizeA(size, FLT_MAX, 0, begin, end).x;
}

float ascent_of(ImFont* font, float size) {
#if IMGUI_VERSION_NUM >= 19200
  return font->GetFontBaked(size)->Ascent;
#else
  return font->Ascent * size / font->FontSize;
#endif
}

bool has_glyph(ImFont* font, unsigned int code_point) {
#if IMGUI_VERSION_NUM >= 19200
  return font->IsGlyphInFont(static_cast<ImWchar>(code_point));
#else
  return code_point <= 0xFFFF && font->FindGlyphNoFallback(static_cast<ImWchar>(code_point)) != nullptr;
#endif
}

void add_outline(ImDrawList* list, ImVec2 low, ImVec2 high, ImU32 color, float rounding, float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddRect(low, high, color, rounding, thickness, 0);
#else
  list->AddRect(low, high, color, rounding, 0, thickness);
#endif
}

void add_line_strip(ImDrawList* list, const ImVec2* points, int count, ImU32 color, float thickness) {
#if IMGUI_VERSION_NUM >= 19280
  list->AddPolyline(points, count, color, thickness, 0);
#else
  list->AddPolyline(points, count, color, 0, thickness);
#endif
}

void add_picture(ImDrawList* list, std::uint64_t texture, ImVec2 low, ImVec2 high) {
#if IMGUI_VERSION_NUM >= 19140
  list->AddImage(static_cast<ImTextureID>(texture), low, high);
#else
  list->AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), low, high);  // NOLINT
#endif
}

}  // namespace app::ui
