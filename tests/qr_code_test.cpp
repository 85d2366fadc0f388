// Codes for phones. That phones read them is for the walk "code", which asks another program.
#include "app/ui/qr_code.hpp"

#include <doctest/doctest.h>

#include <string>

#include "app/core/plan_view.hpp"
#include "tests/headless_ui.hpp"

using namespace app;

TEST_SUITE("code for phones") {
  TEST_CASE("it takes the smallest version that holds the text at level M") {
    // ISO/IEC 18004:2015, table 7, bytes at level M: version 1 holds 14, 2 holds 26, 18 holds 560; the side
    // is 17 + 4 * version. In lower case, so that no denser mode applies.
    CHECK(ui::make_qr_code(std::string(14, 'a'))->side == 21);
    CHECK(ui::make_qr_code(std::string(15, 'a'))->side == 25);
    CHECK(ui::make_qr_code(std::string(26, 'a'))->side == 25);
    CHECK(ui::make_qr_code(std::string(longest_code_text, 'a'))->side == 89);
    CHECK(ui::make_qr_code(std::string(longest_code_text + 1, 'a'))->side == 93);
  }

  TEST_CASE("its three corners are the finder patterns") {
    const auto code = ui::make_qr_code("https://www.learnmyway.com/").value();
    const int last = code.side - 1;
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(last - 6, 0), std::pair(0, last - 6)}) {
      CHECK(code.is_dark(x, y));
      CHECK_FALSE(code.is_dark(x + 1, y + 1));
      CHECK(code.is_dark(x + 3, y + 3));
    }
  }

  TEST_CASE("nothing and too much give no code") {
    CHECK_FALSE(ui::make_qr_code(""));
    CHECK_FALSE(ui::make_qr_code(std::string(2332, 'a')));
  }

  TEST_CASE("a code is made once for all frames that show it, and again for another text") {
    tests::HeadlessUi ui(1024, 768);
    const ui::QrCode* made = nullptr;
    const auto show = [&](const std::string& text) {
      ui.show([&](ui::Frame& frame) { made = &*ui::code_of(frame, text); });
      return made;
    };
    const ui::QrCode* first = show(std::string(14, 'a'));
    CHECK(show(std::string(14, 'a')) == first);
    CHECK(show(std::string(15, 'a'))->side == 25);  // as above
    CHECK(show(std::string(14, 'a'))->side == 21);
  }

  TEST_CASE("on the screen every module is at least 4 pixels, with a quiet zone of 4 modules") {
    for (const std::size_t length : {std::size_t{1}, std::size_t{200}, longest_code_text}) {
      tests::HeadlessUi ui(1024, 768);
      ui.show([&](ui::Frame& frame) {
        const ui::PageScope page(frame);
        ui::draw_qr_code(frame, "code", "Code", ui::make_qr_code(std::string(length, 'a')).value());
      });
      const float side = ui.item("code").box.width;
      const int modules = ui::make_qr_code(std::string(length, 'a'))->side + 8;
      CAPTURE(length);
      CHECK(side >= 4 * static_cast<float>(modules));
      CHECK(side == ui.item("code").box.height);
    }
  }
}
