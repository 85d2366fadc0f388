#include <doctest/doctest.h>

#include <string>

#include "assessment/statistics/score_matrix_csv.hpp"

using namespace assessment;

namespace {

// "LINE:COLUMN CODE" of the first fault; "" where there is none.
std::string fault_in(const std::string& csv) {
  const auto matrix = parse_score_matrix(csv, "test.csv");
  if (matrix) return "";
  const Diagnostic& fault = matrix.faults().front();
  return std::to_string(fault.at.line) + ":" + std::to_string(fault.at.column) + " " + fault.code;
}

}  // namespace

TEST_SUITE("score matrix") {
  TEST_CASE("is read from CSV with gaps, decimals, minus, quotes, byte order mark and either line end") {
    const auto matrix = parse_score_matrix(
        "\xEF\xBB\xBF"
        "a,\"b, too\"\r\n1,\r\n\"2.5\",-0.25\n,3",
        "test.csv");
    REQUIRE(matrix);
    CHECK(matrix->items == std::vector<std::string>{"a", "b, too"});
    CHECK(matrix->people == 3);
    CHECK(matrix->parts == 100);
    CHECK(matrix->columns[0] == std::vector<std::int32_t>{100, 250, no_score});
    CHECK(matrix->columns[1] == std::vector<std::int32_t>{no_score, -25, 300});
  }

  TEST_CASE("of one item takes an empty line for a missing score") {
    CHECK(parse_score_matrix("a\n1\n\n2\n", "test.csv").value().people == 3);
    CHECK(fault_in("a,b\n1,2\n\n3,4\n") == "3:1 wrong-count");
  }

  TEST_CASE("that is faulty is refused with the place of the fault") {
    CHECK(fault_in("") == "1:1 empty-file");
    CHECK(fault_in("\xEF\xBB\xBF") == "1:1 empty-file");
    CHECK(fault_in("\n1\n") == "1:1 no-items");
    CHECK(fault_in("a,b\n") == "1:1 no-people");
    CHECK(fault_in("a,,c\n1,2,3\n") == "1:3 bad-item-name");
    CHECK(fault_in("a,b,a\n1,2,3\n") == "1:5 duplicate-item");
    CHECK(fault_in("a\"b\n1\n") == "1:1 bad-item-name");
    CHECK(fault_in(std::string(121, 'a') + "\n1\n") == "1:1 bad-item-name");
    CHECK(fault_in("a,b\n1,2\n1\n") == "3:1 wrong-count");
    CHECK(fault_in("a,b\n1,2,3\n") == "2:1 wrong-count");
    CHECK(fault_in("a,b\n1,\"2\n") == "2:3 bad-quote");
    CHECK(fault_in("a,b\n1,\"2\"3\n") == "2:3 bad-quote");
    CHECK(fault_in("a\r1\r") == "1:2 bad-line-end");
    CHECK(fault_in("a,b\n1\r,2\n") == "2:2 bad-line-end");
    CHECK(fault_in("\xFF,b\n1,2\n") == "1:1 not-utf-8");
    CHECK(fault_in(std::string("a\0,b\n1,2\n", 9)) == "1:2 not-utf-8");
    CHECK(fault_in("ŵ,b\n1,ŵ\n") == "2:3 not-a-number");
  }

  TEST_CASE("takes nothing for a number but a plain decimal") {
    for (const char* text : {"NA", "nan", "inf", "1e3", "+1", " 1", "1 ", ".5", "5.", "1.2.3", "--1", "-",
                             "0x1", "1,5\"", "=1", "0.1234567", "1234567890123456789", "\xFF", "\t"}) {
      CAPTURE(text);
      CHECK(fault_in(std::string("a\n") + text + "\n") != "");
    }
    CHECK(fault_in(std::string("a\n1\0\n", 5)) == "2:1 not-a-number");
    CHECK(fault_in("a\n007\n-0\n") == "");
  }

  TEST_CASE("refuses scores that cannot be kept exactly") {
    CHECK(fault_in("a\n2000000000\n") == "");
    CHECK(fault_in("a\n2000000001\n") == "2:1 number-too-large");
    CHECK(fault_in("a\n2000000\n0.000001\n") == "3:1 number-too-large");
    CHECK(fault_in("a\n999999999999999999\n") == "2:1 number-too-large");
  }

  TEST_CASE("names at most a hundred faults, and stops") {
    std::string csv = "a\n";
    for (int i = 0; i < 5000; ++i) csv += "x\n";
    CHECK(parse_score_matrix(csv, "test.csv").faults().size() == 100);
    std::string wide = "i0";
    for (int i = 1; i < 3000; ++i) wide += ",i" + std::to_string(i);
    CHECK(fault_in(wide + "\n") == "1:1 too-many-items");
  }

  TEST_CASE("keeps what stands in it when a score does not fit") {
    ScoreMatrix matrix = make_score_matrix({"a"});
    REQUIRE(append_score(matrix, 0, 1, 3));
    const ScoreMatrix before = matrix;
    CHECK_FALSE(append_score(matrix, 0, 1, 1'999'999'973));  // a prime: a third of it has no common part
    CHECK(matrix == before);
    REQUIRE(append_score(matrix, 0, 1, 2));  // sixths
    CHECK(matrix.parts == 6);
    CHECK(matrix.columns[0] == std::vector<std::int32_t>{2, 3});
  }
}
