#include "assessment/results/font_file.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace assessment;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
const std::string liberation = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf";

std::string fault_of(std::string_view bytes) {
  const auto metrics = read_font_metrics(bytes, "site.otf");
  return metrics ? "" : to_text(metrics.faults().front());
}

}  // namespace

TEST_SUITE("font file") {
  // Inter 4.0 beta 7: 2816 units to the em, ascender 2728, descender -680, capitals 2048 units high.
  // Liberation Sans 2.1.5: 2048, 1854, -434, 1409.
  TEST_CASE("gives the em and the height of capitals as shares of the line") {
    const auto of_inter = read_font_metrics(bytes_of(inter), inter);
    REQUIRE(of_inter);
    CHECK(of_inter->em == doctest::Approx(3408.0 / 2816).epsilon(1e-12));
    CHECK(of_inter->capital == doctest::Approx(2048.0 / 3408).epsilon(1e-12));
    const auto of_liberation = read_font_metrics(bytes_of(liberation), liberation);
    REQUIRE(of_liberation);
    CHECK(of_liberation->em == doctest::Approx(2288.0 / 2048).epsilon(1e-12));
    CHECK(of_liberation->capital == doctest::Approx(1409.0 / 2288).epsilon(1e-12));
  }

  TEST_CASE("a font that was cut off anywhere is damaged") {
    const std::string whole = bytes_of(inter);
    for (std::size_t part = 1; part < 64; ++part) {
      const std::string cut = whole.substr(0, whole.size() * part / 64);
      CHECK(fault_of(cut) == "site.otf: error: this font is damaged; copy the file again");
    }
    for (std::size_t size = 4; size < 300; ++size) CHECK_FALSE(fault_of(whole.substr(0, size)).empty());
  }

  // The first table in the directory begins behind it, and tables follow each other with at most three bytes
  // between: two neighbouring bytes in every thousand meet one.
  TEST_CASE("a font in which bytes were changed is damaged") {
    const std::string whole = bytes_of(inter);
    for (std::size_t at = 1000; at + 4 < whole.size(); at += 1013) {
      std::string changed = whole;
      for (std::size_t i = 0; i < 4; ++i) changed[at + i] = static_cast<char>(changed[at + i] ^ 0x55);
      CAPTURE(at);
      CHECK_FALSE(fault_of(changed).empty());
    }
  }

  TEST_CASE("what is no font of one face is told as such") {
    const std::string no_font = "site.otf: error: this is no font of the kind .ttf or .otf";
    CHECK(fault_of("") == no_font);
    CHECK(fault_of("OTT") == no_font);
    CHECK(fault_of("ttcf" + bytes_of(inter).substr(4)) == no_font);
    CHECK(fault_of("wOF2" + bytes_of(inter).substr(4)) == no_font);
    CHECK(fault_of(std::string(largest_font + 1, 'x')) ==
          "site.otf: error: this font has more than 16777216 bytes");
  }

  TEST_CASE("a font without the tables that drawing needs is damaged") {
    std::string without = bytes_of(inter);
    without.replace(without.find("CFF "), 4, "CFX ");
    CHECK(fault_of(without) == "site.otf: error: this font is damaged; copy the file again");
    CHECK(fault_of(std::string("OTTO\0\0\0\0\0\0\0\0", 12)) ==
          "site.otf: error: this font is damaged; copy the file again");
  }
}
