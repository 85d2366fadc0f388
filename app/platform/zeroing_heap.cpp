// The heap of skills-kiosk: what is freed is zeroed first, whoever frees it.
//
// The C library's own allocator goes on doing the work; free and realloc here stand before its own for the
// whole process: for C++, Dear ImGui, GMP, X11 and Mesa alike. Linked into no other program.
// Source: glibc manual, "Replacing malloc".
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

extern "C" {

#if defined(__SANITIZE_ADDRESS__)

// The sanitizer has a heap of its own, which it zeroes as it is told here.
const char* __asan_default_options();  // NOLINT(bugprone-reserved-identifier,readability-identifier-naming):
                                       // the sanitizer looks for this name
const char* __asan_default_options() {
  return "max_free_fill_size=2147483647:free_fill_byte=0";
}

#else

void __libc_free(
    void* block) noexcept;  // NOLINT(bugprone-reserved-identifier,readability-identifier-naming):
                            // glibc's name

void free(void* block) noexcept {
  if (block == nullptr) return;
  explicit_bzero(block, malloc_usable_size(block));
  __libc_free(block);
}

// glibc's would free the old block by itself, unzeroed.
void* realloc(void* block, std::size_t size) noexcept {
  if (block == nullptr) return malloc(size);
  if (size == 0) {
    free(block);
    return nullptr;
  }
  const std::size_t room = malloc_usable_size(block);
  void* moved = malloc(size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, block, std::min(size, room));
  free(block);
  return moved;
}

#endif
}
