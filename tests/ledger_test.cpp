#include "assessment/statistics/ledger.hpp"

#include <doctest/doctest.h>

#include "assessment/statistics/disclosure.hpp"
#include "tests/statistics_records.hpp"

using namespace assessment;

namespace {

const Grouping by_role{.dimensions = {Dimension::role}};
const Grouping everyone{};

// People of roles at two sites, as a folder has them on some day.
struct Folder {
  std::vector<BatchRecord> records{};

  Folder& add(int count, const std::string& role, const std::string& site = "North",
              const std::string& level = "high", const std::string& campaign = "autumn") {
    BatchRecord record = tests::person(role, 500, level);
    record.site = site;
    record.campaign = campaign;
    records.insert(records.end(), static_cast<std::size_t>(count), record);
    return *this;
  }
};

Expected<DisclosedTables> report(const Folder& folder, const Grouping& grouping, const std::string& today,
                                 Ledger& ledger, const std::vector<RecordFilter>& filter = {}) {
  DisclosureQuestion question{.grouping = grouping, .filter = filter, .today = today};
  Aggregate aggregate;
  for (const BatchRecord& record : folder.records) {
    question.people[cell_of(record)] += 1;
    if (passes(filter, record)) add(aggregate, grouping, record);
  }
  return disclose(aggregate, question, {}, ledger);
}

// "clinical 20", "clinical 20 as of mon", "clinical *", "clinical fewer": one a group.
std::vector<std::string> rows_of(const DisclosedTables& tables) {
  std::vector<std::string> rows;
  for (const DisclosedGroup& group : tables.groups()) {
    std::string row = group.key.values.empty() ? "everyone" : group.key.values.at(0);
    if (group.people.is_shown()) row += " " + std::to_string(group.people.figure);
    if (group.people.visibility == Visibility::hidden) row += " *";
    if (group.people.visibility == Visibility::under_minimum) row += " fewer";
    if (!group.as_of.empty()) row += " as of " + group.as_of;
    rows.push_back(row);
  }
  return rows;
}

using Rows = std::vector<std::string>;

const RecordFilter only_north{Dimension::site, {"North"}};

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a group that changed by a few people repeats its row, and one by ten does not") {
    Ledger ledger;
    const Folder monday = Folder().add(20, "clinical").add(30, "support");
    CHECK(rows_of(*report(monday, by_role, "mon", ledger)) == Rows{"clinical 20", "support 30"});
    const Folder friday = Folder().add(29, "clinical").add(40, "support");
    const auto tables = report(friday, by_role, "fri", ledger);
    CHECK(rows_of(*tables) == Rows{"clinical 20 as of mon", "support 40"});
    CHECK(tables->people() == PublishedFigure{Visibility::shown, 70});
    CHECK(rows_of(*report(friday, by_role, "sat", ledger)) == Rows{"clinical 20 as of mon", "support 40"});
    const Folder later = Folder().add(30, "clinical").add(40, "support");
    CHECK(rows_of(*report(later, by_role, "sun", ledger)).at(0) == "clinical 30");
  }

  TEST_CASE("everyone is a group like any other") {
    Ledger ledger;
    CHECK(report(Folder().add(50, "clinical"), everyone, "mon", ledger)->people_as_of().empty());
    const auto later = report(Folder().add(53, "clinical"), everyone, "tue", ledger);
    CHECK(later->people() == PublishedFigure{Visibility::shown, 50});
    CHECK(later->people_as_of() == "mon");
  }

  TEST_CASE("no row comes near to any that was published, not only to the last") {
    Ledger ledger;
    CHECK(report(Folder().add(50, "clinical"), everyone, "mon", ledger)->people_as_of().empty());
    CHECK(report(Folder().add(70, "clinical"), everyone, "tue", ledger)->people_as_of().empty());
    const auto shrunk = report(Folder().add(55, "clinical"), everyone, "wed", ledger);
    CHECK(shrunk->people_as_of() == "tue");
  }

  TEST_CASE("as many people who answered otherwise are other people") {
    Ledger ledger;
    REQUIRE(report(Folder().add(20, "clinical").add(20, "support"), by_role, "mon", ledger));
    const Folder swapped =
        Folder().add(10, "clinical").add(10, "clinical", "North", "low").add(20, "support");
    CHECK(rows_of(*report(swapped, by_role, "tue", ledger)) == Rows{"clinical 20 as of mon", "support 20"});
  }

  TEST_CASE("a repeated row has the figures of its day") {
    Ledger ledger;
    REQUIRE(report(Folder().add(20, "clinical").add(20, "support"), by_role, "mon", ledger));
    const auto later =
        report(Folder().add(20, "clinical").add(8, "clinical", "North", "low").add(20, "support"), by_role,
               "tue", ledger);
    const auto& levels = later->groups().at(0).domains.at("safety").levels;
    CHECK(levels.at("high") == PublishedFigure{Visibility::shown, 20});
    CHECK_FALSE(levels.contains("low"));
  }

  TEST_CASE("a filter that carves a few people out of a published group is refused in one sentence") {
    Ledger ledger;
    const Folder folder =
        Folder().add(40, "clinical").add(5, "clinical", "South").add(60, "support", "South");
    REQUIRE(report(folder, by_role, "mon", ledger));
    const Ledger before = ledger;
    const auto refused = report(folder, by_role, "tue", ledger, {only_north});
    REQUIRE_FALSE(refused);
    CHECK(refused.faults().size() == 1);
    CHECK(refused.faults().front().code == "filter-refused");
    CHECK(refused.faults().front().text.find("fewer than 10") != std::string::npos);
    CHECK(refused.faults().front().text.find('\n') == std::string::npos);
    CHECK(ledger == before);
  }

  TEST_CASE("a filter that leaves out a few people is refused even when nothing was published") {
    Ledger ledger;
    const Folder folder = Folder().add(40, "clinical").add(5, "clinical", "South");
    const auto refused = report(folder, everyone, "mon", ledger, {only_north});
    REQUIRE_FALSE(refused);
    CHECK(refused.faults().front().code == "filter-refused");
    CHECK(ledger == Ledger{});
    CHECK(report(Folder().add(40, "clinical").add(10, "clinical", "South"), everyone, "mon", ledger,
                 {only_north}));
  }

  TEST_CASE("without a filter a group that a published one holds, but for a few, is withheld") {
    Ledger ledger;
    const Folder folder =
        Folder().add(40, "clinical").add(4, "clinical", "South").add(50, "support", "South");
    REQUIRE(report(folder, by_role, "mon", ledger));
    const Grouping by_both{.dimensions = {Dimension::role, Dimension::site}};
    const auto tables = report(folder, by_both, "mon", ledger);
    REQUIRE(tables);
    // clinical North (40 of 44), clinical South (4), support South (50)
    CHECK(tables->groups().at(0).people == PublishedFigure{Visibility::hidden, 0});
    CHECK(tables->groups().at(1).people.visibility == Visibility::under_minimum);
    CHECK(tables->groups().at(2).people == PublishedFigure{Visibility::shown, 50});
  }

  TEST_CASE("the audit knows the margins that were published: 64 - 20 - 41 are the 3 at Mid") {
    Ledger ledger;
    const Folder folder = Folder()
                              .add(20, "clinical", "North")
                              .add(41, "clinical", "South")
                              .add(3, "clinical", "Mid")
                              .add(50, "support", "North")
                              .add(50, "support", "South")
                              .add(4, "support", "Mid");
    const DisclosurePolicy exact_totals{.round_to = 1};
    const auto publish_by = [&](const Grouping& grouping) {
      DisclosureQuestion question{.grouping = grouping, .today = "mon"};
      Aggregate aggregate;
      for (const BatchRecord& record : folder.records) {
        question.people[cell_of(record)] += 1;
        add(aggregate, grouping, record);
      }
      return disclose(aggregate, question, exact_totals, ledger).value();
    };
    REQUIRE(rows_of(publish_by(by_role)) == Rows{"clinical 64", "support 104"});
    const auto tables = publish_by({.dimensions = {Dimension::role, Dimension::site}});
    int withheld_clinical = 0, withheld_support = 0;
    for (const DisclosedGroup& group : tables.groups()) {
      if (group.people.is_shown()) continue;
      (group.key.values.at(0) == "clinical" ? withheld_clinical : withheld_support) += 1;
    }
    CHECK(withheld_clinical > 1);
    CHECK(withheld_support > 1);
  }

  TEST_CASE("campaigns with nobody in common do not stand in each other's way") {
    Ledger ledger;
    REQUIRE(report(Folder().add(50, "clinical"), everyone, "mon", ledger));
    const Folder other = Folder().add(53, "clinical", "North", "high", "spring");
    CHECK(report(other, everyone, "tue", ledger)->people_as_of().empty());
  }

  TEST_CASE("nobody at all is published as nobody, whatever was before") {
    Ledger ledger;
    REQUIRE(report(Folder().add(50, "clinical"), everyone, "mon", ledger));
    CHECK(report(Folder{}, everyone, "tue", ledger)->people() == PublishedFigure{Visibility::shown, 0});
  }
}

TEST_SUITE("people of a row") {
  TEST_CASE("are within others when every condition of these is narrower there") {
    const GroupKey clinical{.series = "b@1", .values = {"clinical"}};
    const PeopleSet all = people_of(nullptr, by_role, {});
    const PeopleSet role = people_of(&clinical, by_role, {});
    const PeopleSet north = people_of(&clinical, by_role, {only_north});
    CHECK(is_within(role, all));
    CHECK(is_within(north, role));
    CHECK(is_within(north, all));
    CHECK_FALSE(is_within(all, role));
    CHECK_FALSE(is_within(role, north));
    CHECK(to_text(all) == "everyone");
    CHECK(to_text(north) == "b@1, role=clinical, site=North");
    CHECK(holds(north, {"clinical", "North", "2026", "autumn", "b@1.2.0"}));
    CHECK_FALSE(holds(north, {"clinical", "South", "2026", "autumn", "b@1.2.0"}));
    CHECK_FALSE(holds(north, {"clinical", "North", "2026", "autumn", "b@2.0.0"}));
  }
}

TEST_SUITE("ledger file") {
  TEST_CASE("comes back as it was written") {
    Ledger ledger;
    REQUIRE(report(Folder().add(20, "clinical").add(3, "porter").add(30, "support"), by_role, "mon", ledger));
    REQUIRE(report(Folder().add(40, "clinical").add(3, "porter").add(30, "support"), by_role, "tue", ledger));
    const auto again = parse_ledger(to_text(ledger), "l");
    REQUIRE(again);
    CHECK(*again == ledger);
    CHECK(parse_ledger(to_text(Ledger{}), "l").value() == Ledger{});
  }

  TEST_CASE("that is none, or damaged, is refused with its line, and never taken for an empty one") {
    Ledger ledger;
    REQUIRE(report(Folder().add(20, "clinical"), everyone, "mon", ledger));
    const std::string text = to_text(ledger);
    const auto refuses = [](const std::string& bytes, int line) {
      const auto refused = parse_ledger(bytes, "l");
      REQUIRE_FALSE(refused);
      CHECK(refused.faults().front().code == "bad-ledger");
      CHECK(refused.faults().front().at.line == line);
    };
    refuses("", 1);
    refuses("\n", 1);
    refuses("{}\n", 1);
    refuses("[1]\n", 1);
    refuses("{\"format\":\"skills-ledger/2\"}\n", 1);
    refuses(text.substr(0, text.size() - 1), static_cast<int>(1 + ledger.rows.size()));
    refuses(text + "{}\n", static_cast<int>(2 + ledger.rows.size()));
    refuses(text + std::string(100'000, '['), static_cast<int>(2 + ledger.rows.size()));
    std::string negative = text;
    negative.replace(negative.find("\"people\":20"), 11, "\"people\":-2");
    refuses(negative, 2);
    for (const char* figure : {"\"many\"", "true", "-5", "2.5", "[20]"}) {
      std::string odd = text;
      const std::size_t shown = odd.find("\"people\":20", odd.find("\"shown\""));
      odd.replace(shown, 11, std::string("\"people\":") + figure);
      CAPTURE(odd);
      refuses(odd, 2);
    }
  }
}
