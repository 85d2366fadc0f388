#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "assessment/base/csv_text.hpp"
#include "assessment/base/text.hpp"
#include "assessment/reporting/csv.hpp"
#include "assessment/reporting/json.hpp"
#include "assessment/reporting/terminal.hpp"
#include "tests/reporting_tables.hpp"

using namespace assessment;

namespace {

Report role_report(Protection protection = Protection::on) {
  const Grouping grouping{.dimensions = {Dimension::role}, .items = ItemCounting::on};
  const DisclosurePolicy policy{.is_exact = protection == Protection::off};
  const auto tables = disclose(tests::four_roles(grouping), grouping, policy, protection).value();
  return build_report(tables, {tests::ward_basics()}, {.files = 6, .synthetic_files = 6});
}

// Compares with tests/golden/`name`; with KIOSK_WRITE_GOLDEN set, writes it first, for a person to read.
void check_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(SOURCE_ROOT) + "/tests/golden/" + name;
  if (std::getenv("KIOSK_WRITE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  CHECK(text == expected);
}

// A reader of RFC 4180 as strict as the writer: rows of cells, quotes undone.
std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && is_quoted && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[i++];
    } else if (text[i] == '"') {
      is_quoted = !is_quoted;
    } else if (text[i] == ',' && !is_quoted) {
      rows.back().emplace_back();
    } else if (text.substr(i, 2) == "\r\n" && !is_quoted) {
      rows.push_back({""});
      ++i;
    } else {
      rows.back().back() += text[i];
    }
  }
  rows.pop_back();  // after the last line's end
  return rows;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_SUITE("report as a table") {
  TEST_CASE("reads as the golden file") {
    check_golden("report.txt", render_terminal(role_report(), 100));
  }

  TEST_CASE("of exact figures is marked at the top and at the bottom") {
    const auto lines = lines_of(render_terminal(role_report(Protection::off), 100));
    CHECK(lines.front() == "NOT FOR SHARING: exact figures, not protected against disclosure");
    CHECK(lines.back() == lines.front());
  }

  TEST_CASE("keeps within the width, and loses no column") {
    const Report report = role_report();
    for (const std::size_t width : {40U, 60U, 80U, 132U}) {
      const std::string text = render_terminal(report, width);
      for (const std::string& line : lines_of(text)) CHECK(count_characters(line) <= width);
      for (const char* word : {"Overall", "Staying", "Knowledge", "Developing", "answers"}) {
        CHECK(text.find(word) != std::string::npos);
      }
    }
  }

  TEST_CASE("holds nothing that steers a terminal") {
    CHECK(to_printable("a\x1B[31mb\nc\td\x7F") == "a?[31mb c d?");
    CHECK(to_printable("caf\xC3\xA9") == "caf\xC3\xA9");
    CHECK(to_printable("\xE2\x80\xAE"
                       "evil") == "???evil");  // right-to-left override
    CHECK(to_printable("\xFF") == "?");
  }
}

TEST_SUITE("report as CSV") {
  TEST_CASE("reads as the golden file") {
    check_golden("report.csv", render_csv(role_report()));
  }

  TEST_CASE("begins with a byte order mark, ends every line with CRLF, and has one width") {
    const std::string text = render_csv(role_report());
    CHECK(text.starts_with("\xEF\xBB\xBFrole,scope,"));
    CHECK(text.ends_with("\r\n"));
    const auto rows = parse_csv(std::string_view(text).substr(3));
    for (const auto& row : rows) CHECK(row.size() == rows.front().size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') CHECK(text[i - 1] == '\r');
    }
  }

  TEST_CASE("cannot be run as a formula, and comes back whole") {
    const std::vector<std::string> starts{"=", "+", "-", "@", "\t", "\r", "\n", std::string(1, '\0')};
    for (const std::string& start : starts) {
      const std::string text = start + "1+2, \"three\"";
      CHECK(parse_csv(csv_text(text) + "\r\n") == std::vector<std::vector<std::string>>{{"'" + text}});
    }
    CHECK(csv_text("a=b") == "a=b");
    CHECK(csv_text("1,5") == "\"1,5\"");
    CHECK(csv_text("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(csv_text("") == "");
  }

  TEST_CASE("guards the labels of a bank that begin with such characters") {
    const std::string text = render_csv(role_report());
    for (const auto& row : parse_csv(std::string_view(text).substr(3))) {
      for (const std::string& cell : row) {
        CAPTURE(cell);
        const bool is_safe = cell.empty() || std::string("=+-@\t\r\n").find(cell[0]) == std::string::npos;
        CHECK(is_safe);
      }
    }
    CHECK(text.find(",\"'-Data, numbers and what they say\",") != std::string::npos);
    CHECK(text.find(",'+Capable,") != std::string::npos);
    CHECK(text.find(",'@I read charts.,") != std::string::npos);
  }

  TEST_CASE("of exact figures is marked in its first and last line") {
    const std::string text = render_csv(role_report(Protection::off));
    const auto rows = parse_csv(std::string_view(text).substr(3));
    CHECK(rows.at(1).at(1) == "marking");
    CHECK(rows.at(1).back() == "NOT FOR SHARING: exact figures, not protected against disclosure");
    CHECK(rows.back() == rows.at(1));
  }
}

TEST_SUITE("report as wide CSV") {
  TEST_CASE("has a line for everyone and one a group, and every figure of the long form once") {
    const Report report = role_report();
    const std::string wide = render_wide_csv(report), tidy = render_csv(report);
    const auto rows = parse_csv(std::string_view(wide).substr(3));
    REQUIRE(rows.size() == 6);  // headings, everyone, four roles
    CHECK(rows.at(0).at(0) == "role");
    CHECK(rows.at(0).at(1) == "people");
    CHECK(rows.at(0).back() == "sharing");
    const auto cell = [&](std::size_t row, const std::string& heading) {
      const auto column = std::ranges::find(rows[0], heading) - rows[0].begin();
      return rows.at(row).at(static_cast<std::size_t>(column));
    };
    CHECK(cell(1, "people") == "55");
    CHECK(cell(3, "safety.self_reported_mean") == "20.0");  // support
    CHECK(cell(3, "overall.self_reported_level.developing") == "20");
    CHECK(cell(2, "safety.self_reported_mean").empty());  // clinical staff are withheld
    CHECK(cell(5, "lock_screen.answer.alone") == "20");   // grouped roles
    std::size_t figures = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) {
      CHECK(rows[row].size() == rows[0].size());
      figures += static_cast<std::size_t>(std::ranges::count_if(rows[row].begin() + 1, rows[row].end(),
                                                                [](const auto& c) { return !c.empty(); }));
    }
    CHECK(figures == parse_csv(std::string_view(tidy).substr(3)).size() - 1);
  }

  TEST_CASE("of exact figures is marked in every line") {
    const std::string text = render_wide_csv(role_report(Protection::off));
    const auto rows = parse_csv(std::string_view(text).substr(3));
    for (std::size_t row = 1; row < rows.size(); ++row)
      CHECK(rows[row].back().starts_with("NOT FOR SHARING"));
  }
}

TEST_SUITE("dictionary of CSV") {
  TEST_CASE("explains every column, measure, scope and id of the file") {
    const Report report = role_report(Protection::off);
    const std::string text = render_csv(report), dictionary_text = render_csv_dictionary(report);
    const auto rows = parse_csv(std::string_view(text).substr(3));
    const auto dictionary = parse_csv(std::string_view(dictionary_text).substr(3));
    const auto explains = [&](const std::string& column, const std::string& value) {
      return std::ranges::any_of(dictionary, [&](const auto& row) {
        return row.at(0) == column && row.at(1) == value && !row.at(2).empty();
      });
    };
    for (std::size_t column = 0; column < rows[0].size(); ++column) {
      CAPTURE(rows[0][column]);
      CHECK(explains(rows[0][column], ""));
      const bool is_of_ids = rows[0][column] != "value" && !rows[0][column].ends_with("label");
      for (std::size_t row = 1; is_of_ids && row < rows.size(); ++row) {
        CAPTURE(rows[row][column]);
        CHECK(explains(rows[0][column], rows[row][column]));
      }
    }
  }
}

TEST_SUITE("report as JSON") {
  TEST_CASE("reads as the golden file") {
    check_golden("report.json", render_json(role_report()));
  }

  TEST_CASE("writes tenths as they are printed everywhere else") {
    const auto json = nlohmann::ordered_json::parse(render_json(role_report()));
    CHECK(json["people"] == 55);
    CHECK(json["groups"][2]["n"] == "fewer than 10");
    CHECK(json["groups"][2]["domains"].empty());
    CHECK(json["groups"][1]["domains"]["data"]["mean"].dump() == "30.5");
    CHECK(json["groups"][3]["domains"]["data"]["knowledge_mean"].dump() == "75.0");
    CHECK(json["groups"][1]["domains"]["data"]["attained"].is_null());
  }

  TEST_CASE("of exact figures is marked at the top and at the bottom") {
    const auto lines = lines_of(render_json(role_report(Protection::off)));
    CHECK(lines.at(2).find("NOT FOR SHARING") != std::string::npos);
    CHECK(lines.at(lines.size() - 2).find("NOT FOR SHARING") != std::string::npos);
  }

  TEST_CASE("of too few people says so in place of a number") {
    Aggregate aggregate;
    tests::add_people(aggregate, tests::by_role, 3, tests::visitor("clinical", 500, 500));
    const auto tables = disclose(aggregate, tests::by_role, {}).value();
    const auto json = nlohmann::ordered_json::parse(render_json(build_report(tables, {}, {})));
    CHECK(json["people"] == "fewer than 10");
  }
}
