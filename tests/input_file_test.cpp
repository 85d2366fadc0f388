// Reading a file whole; a piece at a time is in line_source_test.
#include "assessment/base/input_file.hpp"

#include <doctest/doctest.h>

#include "tests/temporary_folder.hpp"

using namespace assessment;

TEST_SUITE("input files") {
  TEST_CASE("a file is read whole, byte by byte") {
    const tests::TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xff", 6);
    CHECK(read_file(folder.write("file", bytes)).value() == bytes);
    CHECK(read_file(folder.write("empty", "")).value().empty());
  }

  TEST_CASE("a file over the limit is refused, one at the limit is not") {
    const tests::TemporaryFolder folder;
    const std::string path = folder.write("a", "12345");
    CHECK(read_file(path, 5).value() == "12345");
    CHECK(read_file(path, 16 * 1024 * 1024).value().capacity() < 1024);  // not what there might have been
    const auto fault = read_file(path, 4).faults().front();
    CHECK(fault.code == "too-large");
    CHECK(fault.text == "more than 4 bytes");
  }

  TEST_CASE("what is missing or no file is said so, with its name") {
    const tests::TemporaryFolder folder;
    const auto missing = read_file(folder.path("none")).faults().front();
    CHECK(missing.code == "file-missing");
    CHECK(missing.file == folder.path("none"));
    CHECK(read_file(folder.path()).faults().front().code == "file-unreadable");
    CHECK(read_file("/dev/null").faults().front().code == "file-unreadable");
  }
}
