#include "assessment/results/line_source.hpp"

#include <doctest/doctest.h>

#include "tests/temporary_folder.hpp"

using namespace assessment;

namespace {

constexpr std::size_t longest = 1000;  // bytes

using Lines = std::vector<std::string>;

// The lines of a slice; an unended one has "..." behind it.
Lines lines_in(const InputFile& file, LineBuffer& buffer, std::uint64_t begin, std::uint64_t end) {
  FileLines source(file, buffer, begin, end);
  Lines lines;
  Line line;
  while (source.next(line, longest)) lines.push_back(std::string(line.text) + (line.is_ended ? "" : "..."));
  CHECK_FALSE(source.fault());
  return lines;
}

std::unique_ptr<InputFile> file_of(const tests::TemporaryFolder& folder, const std::string& bytes) {
  return open_input_file(folder.write("lines", bytes)).value();
}

}  // namespace

TEST_SUITE("lines of a file") {
  TEST_CASE("are those of its bytes, with and without an end to the last") {
    const tests::TemporaryFolder folder;
    LineBuffer buffer;
    CHECK(lines_in(*file_of(folder, "one\n\ntwo\n"), buffer, 0, 100) == Lines{"one", "", "two"});
    CHECK(lines_in(*file_of(folder, "one\ntw"), buffer, 0, 100) == Lines{"one", "tw..."});
    CHECK(lines_in(*file_of(folder, ""), buffer, 0, 100).empty());
    CHECK(lines_in(*file_of(folder, "\n"), buffer, 0, 100) == Lines{""});
  }

  TEST_CASE("belong to one slice each, wherever the cuts are") {
    const tests::TemporaryFolder folder;
    const auto file = file_of(folder, "a\nbcd\n\nefgh\ni\n");
    LineBuffer buffer;
    const Lines all = lines_in(*file, buffer, 0, 100);
    for (std::uint64_t one = 0; one <= 15; ++one) {
      for (std::uint64_t two = one; two <= 15; ++two) {
        Lines lines;
        for (const auto& [begin, end] :
             std::vector<std::pair<std::uint64_t, std::uint64_t>>{{0, one}, {one, two}, {two, 100}}) {
          const Lines slice = lines_in(*file, buffer, begin, end);
          lines.insert(lines.end(), slice.begin(), slice.end());
        }
        CAPTURE(one);
        CAPTURE(two);
        CHECK(lines == all);
      }
    }
  }

  TEST_CASE("may be longer than a piece, and are passed over when they are too long") {
    const tests::TemporaryFolder folder;
    const std::string huge(700'000, 'x');
    const auto file = file_of(folder, "a\n" + huge + "\nb\n");
    LineBuffer buffer;
    FileLines source(*file, buffer);
    Line line;
    REQUIRE(source.next(line, 1'000'000));
    REQUIRE(source.next(line, 1'000'000));
    CHECK(line.text == huge);
    FileLines strict(*file, buffer);
    REQUIRE(strict.next(line, longest));
    REQUIRE(strict.next(line, longest));
    CHECK(line.text.size() > longest);
    REQUIRE(strict.next(line, longest));
    CHECK(line.text == "b");
    CHECK_FALSE(strict.next(line, longest));
  }
}
