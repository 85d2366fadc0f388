#include "assessment/reporting/report_sections.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/reporting_tables.hpp"

using namespace assessment;

namespace {

Report report_of(const Aggregate& aggregate, const Grouping& grouping, std::string_view language = "en") {
  return build_report(disclose(aggregate, grouping, {}).value(), {tests::ward_basics()}, {.files = 3},
                      language);
}

const ReportSection* find_section(const Report& report, std::string_view heading) {
  const auto found = std::ranges::find(report.sections, heading, &ReportSection::heading);
  return found == report.sections.end() ? nullptr : &*found;
}

// Clinical staff and grouped roles over two quarters; each of `means` is of 20 people.
struct Quarter {
  std::string period{};
  int clinical = 0, grouped = 0;
};

Aggregate by_quarter(const Grouping& grouping, const std::vector<Quarter>& quarters) {
  Aggregate aggregate;
  for (const Quarter& quarter : quarters) {
    for (const auto& [role, mean] : {std::pair("clinical", quarter.clinical), {"support", quarter.grouped}}) {
      BatchRecord record = tests::visitor(role, mean, mean);
      record.period = quarter.period;
      tests::add_people(aggregate, grouping, 20, record);
    }
  }
  return aggregate;
}

}  // namespace

TEST_SUITE("report charts") {
  TEST_CASE("draw the means of several groups as a map with the table's figures") {
    const Report report = report_of(tests::four_roles(tests::by_role), tests::by_role);
    const Table& table = report.sections.at(0).tables.at(0);
    REQUIRE(table.chart.has_value());
    const Chart& chart = *table.chart;
    CHECK(chart.kind == ChartKind::heat_map);
    CHECK(chart.categories.size() == table.rows.size());
    REQUIRE(chart.series.size() == 3);  // overall and two domains
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const PublishedFigure& value = chart.series[i].cells[row].value;
        const std::string& told = table.rows[row][i + 2];  // behind the role and the people
        CHECK(told == (value.is_shown() ? tenths_text(value) : ""));
      }
    }
  }

  TEST_CASE("hold no figure of a group that is not shown") {
    const Report report = report_of(tests::four_roles(tests::by_role), tests::by_role);
    for (const ReportSection& section : report.sections) {
      for (const Table& table : section.tables) {
        if (!table.chart) continue;
        for (const ChartSeries& series : table.chart->series) {
          CHECK(series.cells.at(0).value == PublishedFigure{Visibility::hidden, 0});         // clinical
          CHECK(series.cells.at(2).value == PublishedFigure{Visibility::under_minimum, 0});  // porters
        }
      }
    }
  }

  TEST_CASE("of a single group are bars of its domains, the lowest first") {
    const Report report = report_of(tests::four_roles({}), {});
    const Chart& chart = report.sections.at(0).tables.at(0).chart.value();
    CHECK(chart.kind == ChartKind::bars);
    // Data 25.9; safety (6 * 40 + 6 * 80 + 19 * 20 + 3 * 50 + 22 * 100) / 56 = 3450 / 56 = 61.6
    CHECK(chart.categories.at(0) == "-Data, numbers and what they say");
    CHECK(chart.series.at(0).cells.at(0).value.figure == 259);
    CHECK(chart.series.at(0).cells.at(1).value.figure == 616);
  }

  TEST_CASE("of levels are shares of rounded counts") {
    // Everyone in safety: below 50 are 6 clinical and 19 support = 25; capable are 6 + 3 + 22 = 31, shown
    // as 30.
    const Report report = report_of(tests::four_roles({}), {});
    const Table& safety = report.sections.at(1).tables.at(1);
    CHECK(safety.caption == "Staying safe");
    const Chart& chart = safety.chart.value();
    CHECK(chart.kind == ChartKind::stacked_bars);
    CHECK(chart.sentence == "Most common level: +Capable.");
    CHECK(chart.series.at(0).cells.at(0).value.figure == 455);  // 25 / 55
    CHECK(chart.series.at(1).cells.at(0).value.figure == 545);
  }
}

TEST_SUITE("report of knowledge") {
  TEST_CASE("stands beside the self-rating, of domains that have both") {
    const Report report = report_of(tests::four_roles(tests::by_role), tests::by_role);
    const ReportSection* section = find_section(report, "Confidence against knowledge");
    REQUIRE(section);
    REQUIRE(section->tables.size() == 1);
    const Table& table = section->tables.at(0);
    CHECK(table.rows.at(3) == std::vector<std::string>{"Smaller roles together", "20", "0.0", "75.0"});
    CHECK(table.chart->sentence == "The self-rating is not above knowledge.");
    CHECK(table.chart->series.size() == 2);
  }
}

TEST_SUITE("report over periods") {
  TEST_CASE("draws one line, and names the first and the last mean") {
    const Grouping grouping{.dimensions = {Dimension::period}};
    const Report report =
        report_of(by_quarter(grouping, {{"2026-Q4", 400, 600}, {"2027-Q1", 600, 700}}), grouping);
    const ReportSection* section = find_section(report, "Change over periods");
    REQUIRE(section);
    REQUIRE(section->tables.size() == 2);  // one a domain
    const Chart& chart = section->tables.at(0).chart.value();
    CHECK(chart.kind == ChartKind::trend);
    CHECK(chart.categories == std::vector<std::string>{"2026-Q4", "2027-Q1"});
    CHECK(chart.sentence == "The mean was 50.0 % in 2026-Q4 and 65.0 % in 2027-Q1.");
    CHECK(section->tables.at(0).rows ==
          std::vector<std::vector<std::string>>{{"Everyone", "50.0 (n = 40)", "65.0 (n = 40)"}});
  }

  TEST_CASE("of several groups is a map with a column for each period") {
    const Grouping grouping{.dimensions = {Dimension::role, Dimension::period}};
    const Report report =
        report_of(by_quarter(grouping, {{"2026-Q4", 400, 600}, {"2027-Q1", 500, 550}}), grouping);
    const ReportSection* section = find_section(report, "Change over periods");
    REQUIRE(section);
    const Table& table = section->tables.at(0);
    CHECK(table.rows.at(0) == std::vector<std::string>{"Clinical", "40.0 (n = 20)", "50.0 (n = 20)"});
    CHECK(table.chart->kind == ChartKind::heat_map);
    CHECK(table.chart->sentence ==
          "From the first period shown to the last, the mean is higher in 1, lower in 1, of 2 groups.");
  }

  TEST_CASE("has nothing to say of a single period") {
    const Grouping grouping{.dimensions = {Dimension::period}};
    CHECK(find_section(report_of(by_quarter(grouping, {{"2026-Q4", 400, 600}}), grouping),
                       "Change over periods") == nullptr);
  }
}

TEST_SUITE("report of weak questions") {
  const Grouping by_item{.dimensions = {Dimension::role}, .items = ItemCounting::on};

  // Of 40 people, `marked` say that locking the screen does not fit their job.
  Report marked_by(int marked) {
    Aggregate aggregate;
    BatchRecord plain = tests::visitor("clinical", 500, 500), mark = plain;
    mark.record.answers = {{"lock_screen", "alone"}, {"lock_screen.flag", true}};
    tests::add_people(aggregate, by_item, 40 - marked, plain);
    tests::add_people(aggregate, by_item, marked, mark);
    return report_of(aggregate, by_item);
  }

  TEST_CASE("names those that many marked as not fitting their job") {
    const Report report = marked_by(12);  // shown as 10 of 40: a quarter
    const ReportSection* section = find_section(report, "Questions that may not work");
    REQUIRE(section);
    REQUIRE(section->tables.size() == 1);
    CHECK(section->tables.at(0).rows ==
          std::vector<std::vector<std::string>>{
              {"I lock the screen.", "Clinical", "does not fit the job: 10 of 40"}});
  }

  TEST_CASE("is silent about few marks, which are withheld") {
    const Report report = marked_by(5);
    const ReportSection* section = find_section(report, "Questions that may not work");
    REQUIRE(section);
    CHECK(section->tables.empty());
    CHECK(section->paragraphs.back() == "No question stands out.");
  }
}

TEST_SUITE("report in Welsh") {
  TEST_CASE("takes its own words and those of the bank, and the same figures") {
    const Report english = report_of(tests::four_roles(tests::by_role), tests::by_role);
    const Report welsh = report_of(tests::four_roles(tests::by_role), tests::by_role, "cy");
    CHECK(welsh.language == "cy");
    CHECK(welsh.headline.at(0) == "Cymerodd tua 55 o bobl ran.");
    CHECK(welsh.sections.at(0).heading == "Pwy sydd angen beth");
    CHECK(welsh.groups.at(0).by.at(0).label == "Clinigol");
    REQUIRE(welsh.sections.size() == english.sections.size());
    for (std::size_t i = 0; i < welsh.sections.size(); ++i)
      CHECK(welsh.sections[i].tables.size() == english.sections[i].tables.size());
    CHECK(welsh.foreign_texts.empty());
  }

  TEST_CASE("knows which texts of a bank are in another language, the longest first") {
    const Report polish = report_of(tests::four_roles(tests::by_role), tests::by_role, "pl");
    REQUIRE(polish.foreign_texts.size() > 2);
    CHECK(polish.foreign_texts.front() == ForeignText{"-Data, numbers and what they say", "en"});
  }
}
