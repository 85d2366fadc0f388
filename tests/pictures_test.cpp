// The pictures of a bank: what is refused, and where it is said.
#include "assessment/bank/pictures.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "assessment/bank/schema.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

using Lines = std::vector<std::string>;

// The first 24 bytes of a PNG file (PNG specification, 5.2 and 11.2.1).
std::string png_header(unsigned width, unsigned height) {
  std::string bytes("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
  for (const unsigned side : {width, height}) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(side >> shift & 0xFFU);
  }
  return bytes;
}

Lines faults(const std::map<std::string, std::string>& files) {
  const std::string yaml =
      tests::sample_head + "domains:\n" + tests::domain("safety", tests::ratings("lock", 1) + R"(
      - {id: look, type: rating, scale: confidence, image: a.png, alt: {en: A, cy: A}, prompt: {en: I look., cy: Rwy'n edrych.}}
      - {id: again, type: rating, scale: confidence, image: a.png, alt: {en: A, cy: A}, prompt: {en: I see., cy: Rwy'n gweld.}}
)");
  const auto tree = read_yaml(yaml, "bank.yaml");
  const auto bank = parse_bank(*tree, "");
  Lines lines;
  for (const Diagnostic& fault :
       check_pictures(*bank, *tree, [&](const std::string& file) -> Expected<std::string> {
         const auto found = files.find(file);
         if (found == files.end()) return Diagnostic{.code = "file-missing", .text = "there is no such file"};
         return found->second;
       })) {
    lines.push_back(to_text(fault));
  }
  // The line is that of the item: its place in the sample is of no interest here.
  for (std::string& line : lines) line = line.substr(line.find(" error: ") + 1);
  return lines;
}

}  // namespace

TEST_SUITE("pictures") {
  TEST_CASE("the size stands in the header of a PNG file") {
    CHECK(read_png_size(png_header(640, 300)) == PictureSize{640, 300});
    CHECK(read_png_size(png_header(0, 300)) == std::nullopt);
    CHECK(read_png_size(png_header(640, 300).substr(0, 23)) == std::nullopt);
    CHECK(read_png_size("GIF89a") == std::nullopt);
    CHECK(read_png_size("") == std::nullopt);
  }

  TEST_CASE("a picture within its limits is no fault") {
    CHECK(faults({{"a.png", png_header(4096, 4096)}}) == Lines{});
    std::string longest = png_header(1, 1);
    longest.resize(largest_picture);
    CHECK(faults({{"a.png", longest}}) == Lines{});
  }

  TEST_CASE("each item with a picture that is missing, no PNG, or too large is named") {
    const auto twice = [](const std::string& line) { return Lines{line, line}; };
    CHECK(faults({}) == twice("error: the image 'a.png': there is no such file"));
    CHECK(faults({{"a.png", "GIF89a"}}) == twice("error: the image 'a.png' is not a PNG file"));
    CHECK(faults({{"a.png", png_header(4097, 1)}}) ==
          twice("error: the image 'a.png' has 4097 x 1 pixels; at most 4096 on a side"));
    std::string large = png_header(1, 1);
    large.resize(largest_picture + 1);
    CHECK(faults({{"a.png", large}}) == twice("error: the image 'a.png' has more than 4194304 bytes"));
  }
}
