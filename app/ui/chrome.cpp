// The bars around every page, and "Show more" while the body does not fit between them.
#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/ui/imgui_compat.hpp"
#include "app/ui/more_strip.hpp"
#include "app/ui/paint.hpp"
#include "app/ui/screens.hpp"
#include "app/ui/touch.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

namespace {

// Back: the brand colour of its band, with an arrow head, as a way out and no offer.
bool back_button(Frame& frame, std::string id, std::string_view label, Point at) {
  const Theme& theme = frame.theme();
  const ButtonColors& colors = theme.palette.button(ButtonKind::brand);
  const TextBlock block = lay_out(frame, TypeRole::strong, label, 100'000);
  const float head = std::round(theme.em_of(TypeRole::strong) * 0.4F);
  const float padding = theme.px(16);
  const Box box{at.x, at.y, block.width + 3 * padding + head, theme.control_target()};
  const Touch state = touch(frame, id, box);
  const Color back = state.is_held ? colors.pressed : state.is_hovered ? colors.hover : colors.fill;
  fill(box, state.has_ring && !state.is_held ? theme.palette.focus : back, theme.px(4));
  const Color ink = state.has_ring && !state.is_held ? theme.palette.focus_text : colors.text;
  outline(box, state.has_ring ? Color{0, 0, 0, 0} : colors.border, theme.px(theme.palette.control_border),
          theme.px(4));
  const float middle = std::round(box.y + box.height / 2);
  const float x = box.x + padding;
  strip({{x + head, middle - head}, {x, middle}, {x + head, middle + head}}, ink,
        std::max(2.0F, theme.px(3)));
  draw_text(frame, TypeRole::strong, block, {x + head + padding * 0.75F, middle - block.height / 2}, ink);
  if (state.has_ring) focus_ring(frame, box);
  frame.note({.id = std::move(id), .role = ItemRole::button, .name = std::string(label), .box = box});
  return state.is_activated;
}

void organisation(Frame& frame, std::string_view name, const Box& bar, float left) {
  const Theme& theme = frame.theme();
  const Column column = frame.wide_column();
  const float right = column.left + column.width;
  const TextBlock block = lay_out(frame, TypeRole::strong, name, right - left);
  const Box box{right - block.width,
                std::round(bar.y + theme.edge_clear() + (theme.control_target() - block.height) / 2),
                block.width, block.height};
  draw_text(frame, TypeRole::strong, block, {box.x, box.y}, theme.palette.text_on_brand);
  frame.note({.id = "bar.organisation", .name = std::string(name), .box = box});
}

// At the right end and as high as a button, unless that would be wider than the room there is.
void logo(Frame& frame, const LoadedPicture& picture, std::string_view name, const Box& bar, float left) {
  const Theme& theme = frame.theme();
  const Column column = frame.wide_column();
  const float right = column.left + column.width;
  const float width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
  const float scale = std::min(theme.control_target() / height, (right - left) / width);
  const Point size{std::max(1.0F, std::floor(width * scale)), std::max(1.0F, std::floor(height * scale))};
  const Box box{right - size.x,
                std::round(bar.y + theme.edge_clear() + (theme.control_target() - size.y) / 2), size.x,
                size.y};
  add_picture(ImGui::GetWindowDrawList(), picture.texture, {box.x, box.y}, {box.right(), box.bottom()});
  frame.note({.id = "bar.organisation", .role = ItemRole::image, .name = std::string(name), .box = box});
}

void preview_button(Frame& frame, std::string_view label, const Box& bar) {
  const Theme& theme = frame.theme();
  const Column column = frame.wide_column();
  const ButtonSpec spec{"bar.preview", std::string(label), ButtonKind::secondary, ButtonSize::control};
  const float width = button_width(frame, spec);
  const Box box{column.left + column.width - width, bar.y + theme.edge_clear(), width,
                theme.control_target()};
  if (button_at(frame, spec, box)) frame.emit(OpenPreview{});
}

void top_bar(Frame& frame, const ChromeView& view, std::string_view page, const Box& bar) {
  const Theme& theme = frame.theme();
  fill(bar, theme.palette.brand);
  if (theme.contrast == Contrast::high) {
    fill({bar.x, bar.bottom() - theme.px(3), bar.width, theme.px(3)}, theme.palette.border_decor);
  }
  float left = frame.wide_column().left;
  if (!view.back.empty()) {
    // Where no border is seen, its arrow stands in line with the page.
    const bool has_border = theme.palette.button(ButtonKind::brand).border.alpha > 0;
    const float x = std::max(theme.edge_clear(), left - (has_border ? 0 : theme.px(16)));
    const Point at{x, bar.y + theme.edge_clear()};
    if (back_button(frame, fmt::format("{}.back", page), view.back, at)) frame.emit(GoBack{});
    left = frame.items().back().box.right() + theme.gap();
  }
  if (!view.preview.empty()) {
    preview_button(frame, view.preview, bar);
    return;
  }
  const auto picture = frame.pictures().find(view.logo);
  if (picture != frame.pictures().end()) {
    logo(frame, picture->second, view.organisation, bar, left);
  } else if (!view.organisation.empty()) {
    organisation(frame, view.organisation, bar, left);
  }
}

// The four places of the bottom bar, each as wide as its label needs and what is left shared out, so that
// each button is where it was on the page before. In the largest letters they are set small rather than
// broken into lines.
struct BottomLook {
  TypeRole text = TypeRole::strong;
  std::array<float, 4> widths{};
  float height = 0, gap = 0;  // height 0: there is no bar
};

std::array<const BarButtonView*, 4> places_of(const ChromeView& view) {
  return {&view.comfort, &view.language, &view.hide, &view.away};
}

// What all widths together leave of the room; less than nothing where they do not fit.
float fit_widths(const Frame& frame, const ChromeView& view, BottomLook& look) {
  const Theme& theme = frame.theme();
  float left = frame.wide_column().width - 3 * look.gap;
  const auto places = places_of(view);
  for (std::size_t index = 0; index < places.size(); ++index) {
    const float label = lay_out(frame, look.text, places[index]->label, 100'000).width;
    look.widths[index] = std::max(theme.control_target(), std::ceil(label) + 2 * theme.px(8));
    left -= look.widths[index];
  }
  return left;
}

BottomLook look_of_bottom(const Frame& frame, const ChromeView& view) {
  const auto places = places_of(view);
  BottomLook look;
  if (!view.has_bars || std::ranges::none_of(places, &BarButtonView::is_there)) return look;
  const Theme& theme = frame.theme();
  look.gap = theme.gap() + theme.px(4);
  float left = fit_widths(frame, view, look);
  if (left < 0) {
    look.text = TypeRole::small;
    left = fit_widths(frame, view, look);
  }
  float height = 0;
  for (std::size_t index = 0; index < places.size(); ++index) {
    look.widths[index] = std::max(theme.control_target(), look.widths[index] + std::floor(left / 4));
    const float inner = look.widths[index] - 2 * theme.px(8) + 1;
    height = std::max(height, lay_out(frame, look.text, places[index]->label, inner).height);
  }
  look.height = std::max(theme.control_target(), height + 2 * theme.px(4));
  return look;
}

void bottom_bar(Frame& frame, const ChromeView& view, const BottomLook& look, const Box& bar) {
  const Theme& theme = frame.theme();
  fill(bar, theme.palette.card);
  const float line = std::max(1.0F, theme.px(theme.contrast == Contrast::high ? 3 : 1));
  fill({bar.x, bar.y, bar.width, line}, theme.palette.border_decor);
  static constexpr std::array ids{"bar.comfort", "bar.language", "bar.hide", "bar.away"};
  const std::array<Action, 4> actions{OpenComfort{}, NextLanguage{}, HideScreen{}, CallAway{}};
  const auto places = places_of(view);
  float x = frame.wide_column().left;
  for (std::size_t index = 0; index < places.size(); ++index) {
    const Box box{x, bar.y + theme.px(16), look.widths[index], look.height};
    x = box.right() + look.gap;
    if (!places[index]->is_there) continue;
    const ButtonSpec spec{.id = ids[index],
                          .label = places[index]->label,
                          .kind = ButtonKind::secondary,
                          .size = ButtonSize::bar,
                          .name = places[index]->name,
                          .text = look.text,
                          .language = places[index]->language};
    if (button_at(frame, spec, box)) frame.emit(actions[index]);
  }
}

}  // namespace

ChromeScope::ChromeScope(Frame& frame, const ChromeView& view, std::string_view page)
    : frame_(frame), view_(view) {
  if (!view.has_bars) return;
  const Theme& theme = frame.theme();
  const Box glass = frame.layout.body;
  const float bar = theme.edge_clear() + theme.control_target() + theme.px(16);
  const float buttons = look_of_bottom(frame, view).height;
  const float bottom = buttons == 0 ? 0 : theme.edge_clear() + buttons + theme.px(16);
  bottom_ = {glass.x, glass.bottom() - bottom, glass.width, bottom};
  Box body{glass.x, glass.y + bar, glass.width, bottom_.y - glass.y - bar};
  // Decided on the height without the strip, or it would come and go.
  if (frame.past().scroll.content_height > body.height + 0.5F) {
    strip_ = take_more_strip(theme, body, bottom == 0 ? theme.edge_clear() : 0);
  }
  top_bar(frame, view, page, {glass.x, glass.y, glass.width, bar});
  frame.layout.body = body;
}

ChromeScope::~ChromeScope() {
  if (strip_.height > 0) more_strip(frame_, {view_.show_more, view_.show_less}, strip_);
  if (bottom_.height > 0) bottom_bar(frame_, view_, look_of_bottom(frame_, view_), bottom_);
}

}  // namespace app::ui
