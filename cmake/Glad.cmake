# kiosk_glad: the OpenGL 3.3 core loader, generated offline and reproducibly by glad 2.
find_program(GLAD_PROGRAM glad REQUIRED)  # Debian's /usr/bin/glad runs Debian's python3
set(glad_dir "${PROJECT_BINARY_DIR}/generated/glad")
add_custom_command(
  OUTPUT "${glad_dir}/src/gl.c" "${glad_dir}/include/glad/gl.h" "${glad_dir}/include/KHR/khrplatform.h"
  COMMAND "${GLAD_PROGRAM}" --quiet --reproducible --api gl:core=3.3 --extensions "" --out-path "${glad_dir}" c
  VERBATIM)
add_library(kiosk_glad STATIC "${glad_dir}/src/gl.c")
target_include_directories(kiosk_glad SYSTEM PUBLIC "${glad_dir}/include")
