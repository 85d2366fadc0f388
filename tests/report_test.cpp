#include "assessment/reporting/report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/reporting_tables.hpp"

using namespace assessment;

namespace {

Report plain_report(const Aggregate& aggregate, const Grouping& grouping = tests::by_role,
                    const std::vector<QuestionBank>& banks = {tests::ward_basics()},
                    const ReportSource& source = {.files = 3}) {
  return build_report(disclose(aggregate, grouping, {}).value(), banks, source);
}

Report exact_report_of(const Aggregate& aggregate) {
  const auto tables = disclose(aggregate, tests::by_role, {.is_exact = true}, Protection::off).value();
  return build_report(tables, {tests::ward_basics()}, {.files = 3});
}

bool says(const std::vector<std::string>& sentences, std::string_view part) {
  return std::ranges::any_of(sentences,
                             [&](const std::string& text) { return text.find(part) != text.npos; });
}

std::vector<std::string> ids_of(const std::vector<ReportedCount>& counts) {
  std::vector<std::string> ids;
  for (const ReportedCount& count : counts) ids.push_back(count.name.id);
  return ids;
}

}  // namespace

TEST_SUITE("report names") {
  TEST_CASE("come from the bank, in the bank's order") {
    const Report report = plain_report(tests::four_roles(tests::by_role));
    const ReportedGroup& support = report.groups.at(1);
    CHECK(support.by == std::vector{Name{"support", "=Support, \"all\""}});
    CHECK(support.domains.at(0).name == Name{"safety", "Staying safe"});
    CHECK(support.domains.at(1).name.id == "data");  // by id it would come first
    CHECK(ids_of(support.domains.at(0).levels) == std::vector<std::string>{"developing", "capable"});
    CHECK(support.domains.at(0).levels.at(1).count == PublishedFigure{Visibility::shown, 0});
  }

  TEST_CASE("are the ids where no bank is known, and the order is theirs") {
    const Report report = plain_report(tests::four_roles(tests::by_role), tests::by_role, {});
    const ReportedGroup& support = report.groups.at(3);
    CHECK(support.by == std::vector{Name{"support", "support"}});
    CHECK(support.domains.at(0).name == Name{"data", "data"});
  }

  TEST_CASE("of roles stand in the order of the bank, then those it does not know, grouped ones last") {
    std::vector<std::string> roles;
    for (const ReportedGroup& group : plain_report(tests::four_roles(tests::by_role)).groups) {
      roles.push_back(group.by.at(0).id);
    }
    CHECK(roles == std::vector<std::string>{"clinical", "support", "porter", "*"});
  }

  TEST_CASE("come from no bank of another major version") {
    QuestionBank other = tests::ward_basics();
    other.version = "2.0.0";
    const Report report = plain_report(tests::four_roles(tests::by_role), tests::by_role, {other});
    CHECK(report.groups.at(3).domains.at(1).name == Name{"safety", "safety"});
  }

  TEST_CASE("of grouped roles say what the star means") {
    const Report report = plain_report(tests::four_roles(tests::by_role));
    CHECK(report.groups.at(3).by == std::vector{Name{"*", "Smaller roles together"}});
    CHECK(says(report.notes, "Smaller roles together (*)"));
  }

  TEST_CASE("lead with the bank where there are several") {
    Aggregate aggregate = tests::four_roles(tests::by_role);
    BatchRecord other = tests::visitor("clinical", 500, 500);
    other.record.bank = "pharmacy@3.1.0";
    tests::add_people(aggregate, tests::by_role, 40, other);
    const Report report = plain_report(aggregate);
    CHECK(report.dimensions == std::vector<std::string>{"bank", "role"});
    CHECK(report.groups.at(0).by ==
          std::vector{Name{"pharmacy@3", "pharmacy@3"}, Name{"clinical", "clinical"}});
    CHECK(report.groups.at(1).by.at(0) == Name{"ward-basics@1", "Ward basics"});
  }

  TEST_CASE("without a bank, of a level that only a hidden group has, betray nothing") {
    Aggregate aggregate;
    tests::add_people(aggregate, tests::by_role, 20, tests::person("clinical", 500, "middling"));
    tests::add_people(aggregate, tests::by_role, 20, tests::person("support", 500, "middling"));
    tests::add_people(aggregate, tests::by_role, 2, tests::person("porter", 990, "outstanding"));
    tests::add_people(aggregate, tests::by_role, 3, tests::person("guard", 990, "outstanding"));
    const Report report = plain_report(aggregate, tests::by_role, {});
    for (const ReportedGroup& group : report.groups) {
      for (const ReportedDomain& domain : group.domains) {
        CHECK(ids_of(domain.levels) == std::vector<std::string>{"middling"});
      }
    }
  }
}

TEST_SUITE("report headline") {
  TEST_CASE("says how many took part, what is shown, and where there is most to gain") {
    // Shown are the grouped roles (lowest: data, 0.0) and support (lowest: safety, 20.0).
    const Report report = plain_report(tests::four_roles(tests::by_role));
    CHECK(
        report.headline ==
        std::vector<std::string>{
            "About 55 people took part.",
            "Figures are shown for 2 of 4 groups; the others are too small, or would give a small one away.",
            "Lowest mean self-rating: Staying safe in 1 of 2 groups, -Data, numbers and what they say in "
            "1 of 2 groups."});
  }

  TEST_CASE("of a single group names the figure") {
    const Report report = plain_report(tests::four_roles({}), {});
    // Data: (12 * 61.3 + 16 * 30.5 + 3 * 50 + 22 * 0) / 53 = 1373.6 / 53 = 25.917 -> 25.9
    CHECK(says(report.headline, "Lowest mean self-rating: -Data, numbers and what they say (25.9 %)."));
  }

  TEST_CASE("of too few people says so and nothing else") {
    Aggregate aggregate;
    tests::add_people(aggregate, tests::by_role, 9, tests::visitor("clinical", 500, 500));
    const Report report = plain_report(aggregate);
    CHECK(report.headline.at(0) == "Fewer than 10 people took part: too few to show anything.");
    CHECK_FALSE(says(report.headline, "Lowest"));
  }

  TEST_CASE("names the filter and synthetic answers") {
    const Report report = plain_report(tests::four_roles(tests::by_role), tests::by_role, {},
                                       {.files = 3, .synthetic_files = 3, .conditions = {"site=North"}});
    CHECK(says(report.headline, "Only records with site=North are counted."));
    CHECK(says(report.headline, "All of them are synthetic"));
    const Report mixed = plain_report(tests::four_roles(tests::by_role), tests::by_role, {},
                                      {.files = 3, .synthetic_files = 1});
    CHECK(says(mixed.headline, "Some of them are synthetic"));
  }

  TEST_CASE("of nobody is calm") {
    const Report report = plain_report({});
    CHECK(report.headline == std::vector<std::string>{"0 people took part."});
    CHECK(report.sections.empty());
  }
}

TEST_SUITE("report notes") {
  TEST_CASE("label scores as self-reported, and say what is protected and what is not") {
    const Report report = plain_report(tests::four_roles(tests::by_role));
    for (const char* part : {"Self-reported", "Method", "Too few answers", "Disclosure", "Not protected"}) {
      CAPTURE(part);
      CHECK(says(report.notes, part));
    }
    CHECK(report.marking.empty());
  }

  TEST_CASE("of exact figures claim no protection, and the report is marked") {
    const Report report = exact_report_of(tests::four_roles(tests::by_role));
    CHECK(report.marking == "NOT FOR SHARING: exact figures, not protected against disclosure");
    CHECK_FALSE(says(report.notes, "rounded to the nearest"));
    CHECK(report.headline.at(0) == "56 people took part.");
  }

  TEST_CASE("count the files that were left out") {
    const Report report =
        plain_report(tests::four_roles(tests::by_role), tests::by_role, {}, {.files = 3, .skipped_files = 2});
    CHECK(says(report.notes, "Files left out because of faults in them: 2."));
  }
}

TEST_SUITE("report items") {
  const Grouping by_item{.dimensions = {Dimension::role}, .items = ItemCounting::on};

  Aggregate marked_people() {
    Aggregate aggregate;
    BatchRecord plain = tests::visitor("clinical", 500, 500), marked = plain;
    marked.record.answers = {{"lock_screen", "alone"}, {"lock_screen.flag", true}, {"read_chart.flag", true}};
    tests::add_people(aggregate, by_item, 20, plain);
    tests::add_people(aggregate, by_item, 12, marked);
    return aggregate;
  }

  TEST_CASE("count beside each item who marked it as not fitting the job") {
    const Report report = plain_report(marked_people(), by_item);
    REQUIRE(report.groups.at(0).items.size() == 2);
    const ReportedItem& lock = report.groups.at(0).items.at(0);
    CHECK(lock.name.id == "lock_screen");
    CHECK(lock.does_not_fit == PublishedFigure{Visibility::shown, 10});  // 12
    CHECK(report.groups.at(0).items.at(1).does_not_fit == PublishedFigure{Visibility::shown, 10});
    CHECK(says(report.notes, "Disclosure"));
  }

  TEST_CASE("have no such count where nobody of the bank marked anything") {
    const Report report = plain_report(tests::four_roles(by_item), by_item);
    CHECK(report.groups.at(3).items.at(0).does_not_fit == PublishedFigure{});
  }

  void retire_last_item(QuestionBank & bank) {
    const std::size_t last = bank.items.size() - 1;
    bank.retired.push_back(bank.items.back().id);
    bank.items.pop_back();
    std::erase(bank.id_order, last);
    std::erase(bank.page_order, last);
  }

  // The sample bank, another version.
  QuestionBank version(const std::string& number, const std::string& prompt) {
    QuestionBank bank = tests::ward_basics();
    bank.version = number;
    bank.items[0].prompt.by_language[0].second = prompt;
    return bank;
  }

  TEST_CASE("are followed through versions: changed ones are marked, retired ones stay") {
    QuestionBank without = version("1.2.0", "I lock the screen when I go.");
    retire_last_item(without);
    const auto history = find_item_history(
        {without, version("1.0.0", "I lock it."), version("1.1.0", "I lock the screen when I go.")},
        "ward-basics@1");
    CHECK(history == std::map<std::string, ItemHistory>{{"lock_screen", {.changed_in = "1.1.0"}},
                                                        {"read_chart", {.retired_in = "1.2.0"}}});
    const Report report =
        plain_report(marked_people(), by_item, {without, version("1.1.0", "I lock the screen when I go.")});
    const auto& items = report.groups.at(0).items;
    REQUIRE(items.size() == 2);
    CHECK(items.at(1).name == Name{"read_chart", "@I read charts."});
    CHECK(history_text(items.at(1).history) == "retired in 1.2.0");
  }

  TEST_CASE("of another major version are told apart, and marked there") {
    const std::vector<QuestionBank> banks{version("1.0.0", "I lock it."),
                                          version("2.0.0", "I never lock it.")};
    CHECK(find_item_history(banks, "ward-basics@1").empty());
    CHECK(find_item_history(banks, "ward-basics@2").at("lock_screen").changed_in == "2.0.0");
    CHECK(find_item_history({}, "ward-basics@2").empty());
    CHECK(find_item_history({banks[0], banks[0]}, "ward-basics@1").empty());
  }
}

TEST_SUITE("report tables") {
  TEST_CASE("have as many cells in each row as columns, and empty ones for groups that show nothing") {
    Grouping grouping{.dimensions = {Dimension::role}, .items = ItemCounting::on};
    const Report report = plain_report(tests::four_roles(grouping), grouping);
    CHECK(report.sections.size() == 5);  // means, domains, knowledge, questions that may not work, items
    for (const ReportSection& section : report.sections) {
      for (const Table& table : section.tables) {
        REQUIRE(table.rows.size() == 4);
        for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
      }
    }
    const auto& means = report.sections.at(0).tables.at(0);
    CHECK(means.rows.at(0) == std::vector<std::string>{"Clinical", "*", "", "", ""});
    CHECK(means.rows.at(2) == std::vector<std::string>{"porter", "fewer than 10", "", "", ""});
  }
}

TEST_SUITE("figures as text") {
  TEST_CASE("counts and tenths, withheld and absent") {
    CHECK(count_text({Visibility::shown, 35}, {}) == "35");
    CHECK(count_text({Visibility::hidden, 0}, {}) == "*");
    CHECK(count_text({Visibility::under_minimum, 0}, {}) == "fewer than 10");
    CHECK(count_text({}, {}) == "-");
    CHECK(tenths_text({Visibility::shown, 613}) == "61.3");
    CHECK(tenths_text({Visibility::shown, 5}) == "0.5");
    CHECK(tenths_text({Visibility::shown, 1000}) == "100.0");
    CHECK(tenths_text({Visibility::hidden, 0}) == "*");
    CHECK(tenths_text({}) == "-");
  }
}
