// Core files and the stack.
#include "app/platform/process_memory.hpp"

#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <string>

namespace {

constexpr std::size_t width = 64;
// No inlining: the marks must be in a frame that is gone when they are looked for.
[[gnu::noinline]] std::uintptr_t leave_marks() {
  std::array<volatile char, 16 * 1024> marks;
  for (volatile char& mark : marks) mark = 'M';
  return reinterpret_cast<std::uintptr_t>(&marks[marks.size() / 2]);
}

std::string memory_at(std::uintptr_t address) {
  std::ifstream memory("/proc/self/mem", std::ios::binary);
  std::string bytes(width, '\0');
  memory.seekg(static_cast<std::streamoff>(address));
  memory.read(bytes.data(), width);
  return bytes;
}

}  // namespace

TEST_SUITE("process memory") {
  TEST_CASE("what a function that has returned left on the stack is overwritten") {
    app::platform::overwrite_stack();
    const std::uintptr_t address = leave_marks();
    app::platform::overwrite_stack();
    CHECK(memory_at(address) == std::string(width, '\0'));
  }

  TEST_CASE("no core file is written, and nobody else may look in") {
    app::platform::refuse_dumps();
    rlimit core{1, 1};
    REQUIRE(getrlimit(RLIMIT_CORE, &core) == 0);
    CHECK(core.rlim_cur == 0);
    CHECK(core.rlim_max == 0);
    CHECK(prctl(PR_GET_DUMPABLE) == 0);
  }
}
