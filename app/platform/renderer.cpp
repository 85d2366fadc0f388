#include "app/platform/renderer.hpp"

#include <imgui.h>
// glad's functions, not those of the backend's own loader
#include <glad/gl.h>
#include <imgui_impl_opengl3.h>

namespace app::platform {

Renderer::Renderer(const FontFiles& fonts, const std::string& texts) : fonts_(fonts), texts_(texts) {
  ImGui_ImplOpenGL3_Init("#version 330 core");
  ImGui_ImplOpenGL3_CreateDeviceObjects();  // or the first frame does, with a second texture of our fonts
}

Renderer::~Renderer() {
  ImGui_ImplOpenGL3_Shutdown();
}

const ui::Typeface& Renderer::begin(const ui::Theme& theme) {
  if (fitted_ != theme.em) {
    ImGui_ImplOpenGL3_DestroyFontsTexture();  // of its default font
    typeface_ = build_fonts(fonts_, texts_, theme);
    glyphs_.renew();
    fitted_ = theme.em;
  }
  ImGui_ImplOpenGL3_NewFrame();
  return typeface_;
}

void Renderer::finish(const ui::Theme& theme) {
  const ui::Color back = theme.palette.page;
  glViewport(0, 0, theme.screen.width, theme.screen.height);
  glClearColor(static_cast<float>(back.red) / 255, static_cast<float>(back.green) / 255,
               static_cast<float>(back.blue) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace app::platform
