// Files, clocks and fonts.
#include <doctest/doctest.h>

#include <string>

#include "app/platform/clock.hpp"
#include "app/platform/files.hpp"
#include "app/platform/fonts.hpp"
#include "app/platform/png.hpp"
#include "app/platform/window_size.hpp"
#include "assessment/base/input_file.hpp"
#include "tests/shipped.hpp"

using namespace app::platform;

TEST_SUITE("files") {
  TEST_CASE("a path is as seen from the file that names it, unless it is absolute") {
    CHECK(beside("/sites/ward/campaign.yaml", "banks/a.yaml") == "/sites/ward/banks/a.yaml");
    CHECK(beside("campaign.yaml", "a.yaml") == "a.yaml");
    CHECK(beside("/sites/campaign.yaml", "/banks/a.yaml") == "/banks/a.yaml");
  }

  TEST_CASE("the build tree has its data beside the programs") {
    const auto share = find_share_folder();
    REQUIRE(share.has_value());
    CHECK(is_file(*share + "/assets/strings/en.yaml"));
  }
}

TEST_SUITE("window size") {
  TEST_CASE("is two numbers of pixels with an x between, and nothing else") {
    const auto size = parse_window_size("1280x720");
    REQUIRE(size);
    CHECK(size->width == 1280);
    CHECK(size->height == 720);
    CHECK(parse_window_size("16384x1"));
    for (const char* text :
         {"", "x", "1280", "1280x", "x720", "1280x720 ", " 1280x720", "1280X720", "0x720", "1280x0",
          "-1280x720", "16385x720", "1e3x720", "99999999999x720", "1280x720x1"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_window_size(text));
    }
  }
}

TEST_SUITE("clock") {
  TEST_CASE("a stepped clock stands still, never goes back, and takes the date along") {
    SteppedClock clock({2026, 12, 31});
    CHECK(clock.now() == 0);
    clock.advance_to(86'399'999);
    CHECK(clock.today() == assessment::Date{2026, 12, 31});
    clock.advance_to(86'400'000);
    CHECK(clock.today() == assessment::Date{2027, 1, 1});
    clock.advance_to(5);
    CHECK(clock.now() == 86'400'000);
  }

  TEST_CASE("the system's clock begins near nothing and grows") {
    const SystemClock clock;
    const auto first = clock.now();
    CHECK(first >= 0);
    CHECK(first < 10'000);
    CHECK(clock.now() >= first);
    CHECK(clock.today().year >= 2024);
  }
}

TEST_SUITE("fonts") {
  TEST_CASE("the texts in use are those of the bank, the interface and the site, in every language") {
    const std::string texts = texts_in_use(tests::shipped_setup(), tests::shipped_strings());
    for (const char* part : {"Check your digital skills", "Gwiriwch eich sgiliau digidol",
                             "Llanfair Community", "extension 4321"}) {
      CHECK(texts.find(part) != std::string::npos);
    }
    const auto& item = tests::shipped_setup().bank->items.back();
    CHECK(texts.find(item.prompt.in("cy")) != std::string::npos);
  }

  TEST_CASE("a PNG file becomes pixels, a damaged one a fault") {
    const std::string bytes = assessment::read_file(TESTS_DATA "/smartcard.png").value();
    const auto picture = decode_png(bytes);
    REQUIRE(picture.has_value());
    CHECK(picture->width == 640);
    CHECK(picture->height == 300);
    CHECK(picture->rgba.size() == std::size_t{640} * 300 * 4);
    CHECK(picture->rgba[3] == 255);  // nothing in it is transparent
    const auto damaged = decode_png(std::string_view(bytes).substr(0, bytes.size() / 2));
    REQUIRE_FALSE(damaged.has_value());
    CHECK(damaged.faults().front().code == "image-damaged");
    CHECK_FALSE(decode_png("").has_value());
  }

  TEST_CASE("a font is found") {
    CHECK(find_fonts("").value().regular.size() > 10'000);
  }
}
