#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cstdint>

#include "app/platform/process_memory.hpp"
#include "assessment/base/crypto.hpp"

namespace app::platform {

namespace {

constexpr std::size_t deepest_stack = 512U * 1024;          // bytes; software OpenGL is the deepest caller
constexpr std::size_t most_memory = 4096ULL * 1024 * 1024;  // bytes of address space, with software OpenGL

}  // namespace

void refuse_dumps() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

bool lock_memory() {
  // On fault: a graphics driver maps much more than it ever touches.
  if (mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) != 0) return false;
  // Tried now, while giving up is possible: a limit on locked memory would later fail the driver.
  void* much = mmap(nullptr, most_memory, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (much == MAP_FAILED) {
    munlockall();
    return false;
  }
  munmap(much, most_memory);
  return true;
}

[[gnu::noinline]] void overwrite_stack() {
  std::array<std::uint8_t, deepest_stack> stale;  // NOLINT(*-member-init): wiped next
  assessment::wipe(stale);
}

}  // namespace app::platform
