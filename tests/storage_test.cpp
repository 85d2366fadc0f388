#include "assessment/results/storage.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "assessment/base/input_file.hpp"
#include "assessment/results/result_files.hpp"
#include "assessment/results/storage_memory.hpp"
#include "tests/storage_contract.hpp"
#include "tests/temporary_folder.hpp"

using namespace assessment;

namespace {

using Names = std::vector<std::string>;

struct stat status_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status;
}

}  // namespace

TEST_SUITE("storage") {
  TEST_CASE("the storage in memory keeps the promises") {
    MemoryStorage storage;
    tests::check_contract(storage);
  }

  TEST_CASE("the storage on disk keeps the promises and leaves no other file") {
    for (const Publishing publishing : {Publishing::best, Publishing::by_rename}) {
      const tests::TemporaryFolder folder;
      auto storage = open_storage(folder.path("data"), publishing);
      REQUIRE(storage);
      tests::check_contract(**storage);
      CHECK((*storage)->list("").value() == Names{"lock", "pool.a"});
    }
  }

  TEST_CASE("a published file has the mode and the time it was given") {
    for (const Publishing publishing : {Publishing::best, Publishing::by_rename}) {
      const tests::TemporaryFolder folder;
      auto storage = open_storage(folder.path(), publishing);
      REQUIRE(storage);
      REQUIRE((*storage)->publish("batches/b", "x", {Access::group_may_read, 1790812800}));
      REQUIRE((*storage)->publish("pool.key", "x", {Access::owner_only, std::nullopt}));
      CHECK((status_of(folder.path("batches/b")).st_mode & 07777) == 0640);
      CHECK(status_of(folder.path("batches/b")).st_mtim.tv_sec == 1790812800);
      CHECK(status_of(folder.path("batches/b")).st_mtim.tv_nsec == 0);
      CHECK((status_of(folder.path("pool.key")).st_mode & 07777) == 0600);
    }
  }

  TEST_CASE("a missing data folder is made and nobody else may enter it") {
    const tests::TemporaryFolder folder;
    REQUIRE(open_storage(folder.path("one/two/")));
    CHECK((status_of(folder.path("one/two")).st_mode & 07007) == 0);
    CHECK(S_ISDIR(status_of(folder.path("one/two/batches")).st_mode));
  }

  TEST_CASE("a second user of the folder is refused until the first has gone") {
    const tests::TemporaryFolder folder;
    {
      auto first = open_storage(folder.path());
      REQUIRE(first);
      const auto second = open_storage(folder.path());
      REQUIRE_FALSE(second);
      CHECK(second.faults().front().code == "folder-in-use");
    }
    CHECK(open_storage(folder.path()));
  }

  TEST_CASE("what a crash left of an unfinished file is gone after the next start") {
    const tests::TemporaryFolder folder;
    folder.write("batches/.growing", "half a bat");
    auto storage = open_storage(folder.path(), Publishing::by_rename);
    REQUIRE(storage);
    CHECK((*storage)->list("batches").value() == Names{});
    CHECK((*storage)->publish("batches/a", "whole", {}));
    CHECK((*storage)->list("batches").value() == Names{"a"});
  }

  TEST_CASE("a place where no folder can be is refused with its path") {
    const tests::TemporaryFolder folder;
    const std::string file = folder.write("file", "x");
    const auto storage = open_storage(file);
    REQUIRE_FALSE(storage);
    CHECK(storage.faults().front().file == file);
    CHECK_FALSE(open_storage(folder.path("file/under")));
    CHECK_FALSE(open_storage(""));
  }

  TEST_CASE("a link or a folder in a file's place is not followed") {
    const tests::TemporaryFolder folder;
    const std::string outside = folder.write("outside", "secret");
    auto storage = open_storage(folder.path("data"));
    REQUIRE(storage);
    std::filesystem::create_symlink(outside, folder.path("data/pool.a"));
    std::filesystem::create_directory(folder.path("data/pool.b"));
    CHECK_FALSE((*storage)->read("pool.a"));
    CHECK_FALSE((*storage)->overwrite("pool.a", "x"));
    CHECK_FALSE((*storage)->read("pool.b"));
    CHECK(read_file(outside).value() == "secret");
  }
}
