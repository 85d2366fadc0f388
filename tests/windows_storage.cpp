// The storage on Windows, tested by itself: tools/check_windows builds it with mingw-w64 and runs it under
// wine.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <cstdint>
#include <filesystem>

#include "tests/storage_contract.hpp"

using namespace assessment;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() { fs::remove_all(path_); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string name() const { return path_.string(); }
  fs::path path(const char* file) const { return path_ / file; }

 private:
  fs::path path_ = fs::temp_directory_path() / "kiosk-test-storage";
};

}  // namespace

TEST_CASE("the storage keeps the promises and leaves no other file") {
  const Folder folder;
  auto storage = open_storage(folder.name());
  REQUIRE(storage);
  tests::check_contract(**storage);
  CHECK((*storage)->list("").value() == std::vector<std::string>{"lock", "pool.a"});
}

TEST_CASE("a second user of the folder is refused until the first has gone") {
  const Folder folder;
  {
    auto first = open_storage(folder.name());
    REQUIRE(first);
    const auto second = open_storage(folder.name());
    REQUIRE_FALSE(second);
    CHECK(second.faults().front().code == "folder-in-use");
  }
  CHECK(open_storage(folder.name()));
}

TEST_CASE("a published file has the time it was given") {
  const Folder folder;
  auto storage = open_storage(folder.name());
  REQUIRE(storage);
  REQUIRE((*storage)->publish("batches/b", "x", {Access::group_may_read, 1790812800}));
  const auto written = fs::last_write_time(folder.path("batches/b")).time_since_epoch();
  // mingw's file clock counts from 2174, as libstdc++'s does everywhere: 6 437 664 000 s after 1970.
  CHECK(std::chrono::duration_cast<std::chrono::seconds>(written).count() == 1790812800 - 6'437'664'000);
}

TEST_CASE("a folder in a file's place is refused") {
  const Folder folder;
  auto storage = open_storage(folder.name());
  REQUIRE(storage);
  fs::create_directory(folder.path("pool.b"));
  CHECK_FALSE((*storage)->read("pool.b"));
  CHECK_FALSE(open_storage(folder.path("lock").string()));
}
