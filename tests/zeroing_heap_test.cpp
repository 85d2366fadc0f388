// The heap of skills-kiosk, in a program without sanitizers: they bring a heap of their own.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr char mark = 'M';

// How many marks stand at an address, whether it belongs to anyone or not. Takes nothing from the heap: it
// might be given the very block that is looked at.
std::ptrdiff_t marks_at(std::uintptr_t address, std::size_t size) {
  static std::array<char, 128 * 1024> bytes;
  const int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  const ssize_t count = pread(memory, bytes.data(), size, static_cast<off_t>(address));
  close(memory);
  REQUIRE(count == static_cast<ssize_t>(size));
  return std::count(bytes.begin(), bytes.begin() + count, mark);
}

// A block full of marks; a second one above it keeps it from melting into the unused memory.
struct Block {
  explicit Block(std::size_t wanted)
      : bytes(static_cast<char*>(std::malloc(wanted))),
        size(malloc_usable_size(bytes)),
        wall(std::malloc(wanted)) {
    std::memset(bytes, mark, size);
    address = reinterpret_cast<std::uintptr_t>(bytes);
  }
  ~Block() { std::free(wall); }
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;

  std::ptrdiff_t marks_left() const { return marks_at(address, size); }

  char* bytes;
  std::size_t size;
  void* wall;
  std::uintptr_t address = 0;
};

}  // namespace

TEST_SUITE("zeroing heap") {
  TEST_CASE("a block that is freed holds none of its bytes, of whatever size") {
    for (const std::size_t size : {1U, 24U, 100U, 1000U, 20'000U, 100'000U}) {
      CAPTURE(size);
      const Block block(size);
      REQUIRE(block.marks_left() == static_cast<std::ptrdiff_t>(block.size));
      std::free(block.bytes);
      // glibc writes its own lists into it; a byte of them may be any, but no row of marks.
      CHECK(block.marks_left() <= 4);
    }
  }

  TEST_CASE("a block that grows or shrinks keeps its bytes, and leaves none behind") {
    for (const std::size_t size : {200U, 2000U, 20U}) {
      CAPTURE(size);
      const Block block(200);
      char* moved = static_cast<char*>(std::realloc(block.bytes, size));
      REQUIRE(moved != block.bytes);
      CHECK(std::count(moved, moved + std::min<std::size_t>(size, 200), mark) ==
            static_cast<std::ptrdiff_t>(std::min<std::size_t>(size, 200)));
      CHECK(block.marks_left() <= 4);
      std::free(moved);
    }
  }

  TEST_CASE("nothing can be freed, grown from, and shrunk to") {
    std::free(nullptr);
    void* grown = std::realloc(nullptr, 10);
    CHECK(grown != nullptr);
    CHECK(std::realloc(grown, 0) == nullptr);
  }

  TEST_CASE("C++ gives its memory back the same way") {
    auto* text = new std::string(3000, mark);
    const auto address = reinterpret_cast<std::uintptr_t>(text->data());
    const Block wall(3000);
    delete text;
    CHECK(marks_at(address, 3000) <= 4);
    std::free(wall.bytes);
  }
}
