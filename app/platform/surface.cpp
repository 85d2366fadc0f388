#include "app/platform/surface.hpp"

#include <imgui.h>
// glad's functions, not those of the backend's own loader
#include <glad/gl.h>
#include <imgui_impl_opengl3.h>

namespace app::platform {

Surface::Surface(const FontFiles& fonts, const std::string& texts, const PictureFiles& pictures)
    : fonts_(fonts), texts_(texts), textures_(pictures) {
  presenter_.set_pictures(textures_.pictures());
  ImGui_ImplOpenGL3_Init("#version 330 core");
  ImGui_ImplOpenGL3_CreateDeviceObjects();  // or the first frame does, with a second texture of our fonts
}

Surface::~Surface() {
  ImGui_ImplOpenGL3_Shutdown();
}

ui::Presented Surface::draw(const View& view, const ui::Screen& screen,
                            const std::optional<ui::InputEvent>& event, Milliseconds now) {
  const ui::Theme theme = ui::make_theme(view.contrast, view.text_size, screen);
  fit_fonts(theme);
  ImGui_ImplOpenGL3_NewFrame();
  ui::Presented presented = presenter_.present(view, theme, typeface_, event, now);
  const ui::Color back = theme.palette.page;
  glViewport(0, 0, screen.width, screen.height);
  glClearColor(static_cast<float>(back.red) / 255, static_cast<float>(back.green) / 255,
               static_cast<float>(back.blue) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  return presented;
}

void Surface::fit_fonts(const ui::Theme& theme) {
  if (fitted_ == theme.em) return;
  ImGui_ImplOpenGL3_DestroyFontsTexture();  // of its default font
  typeface_ = build_fonts(fonts_, texts_, theme);
  glyphs_.renew();
  fitted_ = theme.em;
}

}  // namespace app::platform
