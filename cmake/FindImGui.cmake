# Finds Dear ImGui as Debian packages it: imgui.pc and a folder of backends.
#
# Targets: ImGui::ImGui (no backend: screens and headless tests) and
# ImGui::OpenGL3 (the renderer). Our own platform layer takes the place of the
# GLFW backend: see docs/adr/0007.
include(FindPackageHandleStandardArgs)
find_package(PkgConfig REQUIRED)
pkg_check_modules(PC_IMGUI QUIET IMPORTED_TARGET imgui)
find_path(ImGui_BACKENDS_DIR imgui_impl_opengl3.h HINTS ${PC_IMGUI_INCLUDE_DIRS} PATH_SUFFIXES backends)
find_package_handle_standard_args(ImGui
  REQUIRED_VARS PC_IMGUI_LINK_LIBRARIES ImGui_BACKENDS_DIR VERSION_VAR PC_IMGUI_VERSION)
if(ImGui_FOUND AND NOT TARGET ImGui::ImGui)
  add_library(ImGui::ImGui INTERFACE IMPORTED)
  target_link_libraries(ImGui::ImGui INTERFACE PkgConfig::PC_IMGUI)
  add_library(ImGui::OpenGL3 INTERFACE IMPORTED)
  target_include_directories(ImGui::OpenGL3 INTERFACE "${ImGui_BACKENDS_DIR}")
  target_link_libraries(ImGui::OpenGL3 INTERFACE ImGui::ImGui ${CMAKE_DL_LIBS})
endif()
