// Exporting a bank with every type of item: to QTI 3 and back, to GIFT and back, to CSV and to HTML.
#include "assessment/bank/exchange/export.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "assessment/bank/yaml_reader.hpp"
#include "tests/exchange_samples.hpp"
#include "tests/printing.hpp"

using namespace assessment;
using tests::Lines;

namespace {

struct Sample {
  NodeTree tree;
  QuestionBank bank;
};

const Sample& sample() {
  static const Sample read = [] {
    const std::string yaml = tests::exchange_file("exportable.yaml");
    auto tree = read_yaml(yaml, "e.yaml");
    REQUIRE(tree.has_value());
    auto bank = parse_bank(yaml, "e.yaml");
    REQUIRE(bank.has_value());
    return Sample{std::move(tree).value(), std::move(bank).value()};
  }();
  return read;
}

ExportedBank exported(ExportFormat format, std::string_view language = "en") {
  return export_bank(sample().bank, sample().tree, format, language);
}

const Item& item_of(const QuestionBank& bank, const std::string& id) {
  const auto index = find_item(bank, ItemId{id});
  if (!index) throw std::runtime_error("no item " + id);
  return bank.items[*index];
}

// The items as one would compare them in two banks: ids, English texts, worth and settings.
std::string summary(const QuestionBank& bank, const Item& item) {
  std::string text = item.prompt.in("en") + "|" + item.feedback.in("en") + "|" +
                     std::to_string(item.type.index()) + "|" + std::to_string(item.weight) +
                     (item.is_shuffled ? "|shuffled" : "");
  for (const Option& option : options_of(bank, item)) {
    text += "\n" + option.id.text + "|" + option.label.in("en") + "|" + to_decimal(option.score) +
            (option.is_correct ? "|correct" : "") + (option.is_fixed_last ? "|last" : "");
  }
  return text;
}

QuestionBank through_qti() {
  std::vector<SourceFile> files;
  for (const ExportedFile& file : exported(ExportFormat::qti3).files) {
    if (file.name.ends_with(".xml")) files.push_back({file.name, file.bytes});
  }
  return tests::checked_bank(tests::must_import(files, ImportFormat::qti));
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("qti export") {
  TEST_CASE("through QTI 3 and back every exportable item means the same") {
    const QuestionBank& before = sample().bank;
    const QuestionBank after = through_qti();
    CHECK(after.title.in("en") == "Exports & imports");
    for (const std::string id : {"read_me", "stop", "better", "places", "exactly", "steps", "pairs",
                                 "all_pairs", "fever", "dozen", "spot"}) {
      CAPTURE(id);
      const Item& old_item = item_of(before, id);
      const Item& new_item = item_of(after, id);
      CHECK(summary(after, new_item) == summary(before, old_item));
      CHECK(after.domains[new_item.domain].title.in("en") == before.domains[old_item.domain].title.in("en"));
    }
  }

  TEST_CASE("credit, pairs, ranges and rectangles are the same") {
    const QuestionBank& before = sample().bank;
    const QuestionBank after = through_qti();
    for (const std::string id : {"places", "exactly"}) {
      CHECK(std::get<MultipleItem>(item_of(after, id).type).credit ==
            std::get<MultipleItem>(item_of(before, id).type).credit);
    }
    for (const std::string id : {"pairs", "all_pairs"}) {
      const auto& old_match = std::get<MatchItem>(item_of(before, id).type);
      const auto& new_match = std::get<MatchItem>(item_of(after, id).type);
      CHECK(new_match.credit == old_match.credit);
      REQUIRE(new_match.rights.size() == old_match.rights.size());
      for (std::size_t i = 0; i < old_match.rights.size(); ++i) {
        CHECK(new_match.rights[i].id == old_match.rights[i].id);
        CHECK(new_match.rights[i].label.in("en") == old_match.rights[i].label.in("en"));
      }
    }
    for (const std::string id : {"fever", "dozen"})
      CHECK(item_of(after, id).type == item_of(before, id).type);
    const auto& old_scene = std::get<HotspotItem>(item_of(before, "spot").type).scene;
    const auto& new_scene = std::get<HotspotItem>(item_of(after, "spot").type).scene;
    REQUIRE(new_scene.regions.size() == old_scene.regions.size());
    for (std::size_t i = 0; i < old_scene.regions.size(); ++i) {
      // 6.5 percent of 1000 is 65, 4.1 percent of 2000 is 82: whole pixels, hence the same percent again
      CHECK(new_scene.regions[i].at.left == doctest::Approx(old_scene.regions[i].at.left));
      CHECK(new_scene.regions[i].at.top == doctest::Approx(old_scene.regions[i].at.top));
      CHECK(new_scene.regions[i].at.width == doctest::Approx(old_scene.regions[i].at.width));
      CHECK(new_scene.regions[i].at.height == doctest::Approx(old_scene.regions[i].at.height));
    }
  }

  TEST_CASE("what stays behind is named at its item") {
    CHECK(
        tests::lines_of(exported(ExportFormat::qti3).losses) ==
        Lines{"e.yaml:6:12: warning: only the texts in 'en' are written; use --language for others",
              "e.yaml:7:10: warning: `licence` stays behind", "e.yaml:8:10: warning: `minutes` stays behind",
              "e.yaml:10:3: warning: `roles` stays behind", "e.yaml:18:3: warning: `levels` stays behind",
              "e.yaml:20:10: warning: `scoring` stays behind",
              "e.yaml:103:9: warning: spot: its scene is a picture now: the frame around it and the roles of "
              "its "
              "regions stay behind",
              "e.yaml:117:9: warning: lock: a self-rating has no right answer in QTI: it is a choice without "
              "points",
              "e.yaml:117:9: warning: lock: its `show_if` stays behind: it is asked of everyone",
              "e.yaml:117:9: warning: lock: its hint stays behind",
              "e.yaml:117:9: warning: lock: that it is a self-rating stays behind",
              "e.yaml:117:9: warning: lock: that an option is not applicable stays behind: it is an option "
              "like the "
              "others",
              "e.yaml:118:9: warning: work: a task is not written: its pages are several questions in QTI"});
  }

  TEST_CASE("one file for each item, a picture for each scene, and a test") {
    Lines names;
    for (const ExportedFile& file : exported(ExportFormat::qti3).files) names.push_back(file.name);
    CHECK(names.size() == 14);
    CHECK(names.front() == "assessment_test.xml");
    CHECK(std::ranges::count(names, "picture_spot.svg") == 1);
    CHECK(std::ranges::count(names, "item_work.xml") == 0);
  }
}

TEST_SUITE("gift export") {
  TEST_CASE("through GIFT and back choices, pairs and numbers mean the same") {
    const std::string gift = exported(ExportFormat::gift).files.at(0).bytes;
    const QuestionBank after =
        tests::checked_bank(tests::must_import({{"e.gift", gift}}, ImportFormat::gift));
    const auto labels = [](const QuestionBank& bank, const std::string& id) {
      Lines all;
      for (const Option& option : options_of(bank, item_of(bank, id)))
        all.push_back(option.label.in("en") + "|" + to_decimal(option.score));
      return all;
    };
    for (const std::string id : {"stop", "better", "places", "pairs"})
      CHECK(labels(after, id) == labels(sample().bank, id));
    CHECK(item_of(after, "stop").prompt.in("en") == "What tells you to stop?\nLook at \"it\".");
    CHECK(item_of(after, "stop").feedback.in("en") == "The address & nothing else.");
    CHECK(item_of(after, "read_me").prompt.in("en") == "Now some tasks, <please>.");
    CHECK(item_of(after, "fever").prompt.in("en") == "What is normal? (°C)");
    CHECK(std::get<NumberItem>(item_of(after, "fever").type).accept ==
          std::get<NumberItem>(item_of(sample().bank, "fever").type).accept);
    CHECK(after.domains[1].title.in("en") == "Data/figures");
  }

  TEST_CASE("what GIFT cannot ask is named") {
    const Lines lines = tests::lines_of(exported(ExportFormat::gift).losses);
    const auto has = [&](std::string_view part) {
      return std::ranges::any_of(lines, [&](const std::string& line) { return contains(line, part); });
    };
    CHECK(has("steps: an order is not written"));
    CHECK(has("spot: a hotspot is not written"));
    CHECK(has("work: a task is not written"));
    CHECK(has("lock: a self-rating is not written"));
    CHECK(has("exactly: `credit: all` becomes partial credit"));
    CHECK(has("stop: its weight stays behind"));
    CHECK(has("fever: its unit stands in the question's text now"));
  }

  TEST_CASE("thirds are written as Moodle writes them") {
    // three right answers of four: 100 / 3 = 33.33333 each
    CHECK(contains(exported(ExportFormat::gift).files.at(0).bytes, "~%33.33333%With me"));
    CHECK(contains(exported(ExportFormat::gift).files.at(0).bytes, "~%-33.33333%On the desk"));
  }
}

TEST_SUITE("csv export") {
  TEST_CASE("one line for each answer; what a spreadsheet might run is text") {
    const std::string csv = exported(ExportFormat::csv, "en").files.at(0).bytes;
    CHECK(
        csv.starts_with("\xEF\xBB\xBF"
                        "bank,language,domain,domain_title,item,type,"));
    CHECK(contains(csv,
                   "exportable@1.0.0,en,safety,Staying safe,better,single,knowledge,1,Which is "
                   "best?,,,2,fair,Fair,,,0.5,,,,\r\n"));
    CHECK(contains(csv, ",address,'=The {address} ~ #1: a\\b,,,1,true,,,\r\n"));
    CHECK(contains(csv, "\"What tells you to stop?\nLook at \"\"it\"\".\""));
    CHECK(contains(csv, ",fever,number,knowledge,1,What is normal?,,,1,,,,,,,36,37.5,°C\r\n"));
    CHECK(contains(csv, ",pairs,match,knowledge,1,Join them.,,,1,l1,Letter,r1,Text program,,,,,\r\n"));
    CHECK(contains(csv, ",lock,rating,self,1,I lock it.,,,3,not_mine,Not mine,,,not applicable,,,,\r\n"));
    CHECK(contains(csv,
                   ",work,task,knowledge,1,Find the record.,check,What do you check?,1,number,NHS "
                   "number,,,1,true,,,\r\n"));
    // header; note 1, stop 3, better 3, places 4, exactly 3, steps 3, pairs 3, all_pairs 2, fever 2, dozen 1,
    // spot 3, lock 3, work 4
    CHECK(std::ranges::count(csv, '\r') == 1 + 35);
  }
}

TEST_SUITE("printable html") {
  TEST_CASE("a questionnaire in the language that was asked for, without scripts") {
    const std::string html = exported(ExportFormat::printable_html, "cy").files.at(0).bytes;
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"cy\">"));
    CHECK(contains(html, "<h1>Allforio a mewnforio</h1>"));
    CHECK(contains(html, "<h2>Cadw&#39;n ddiogel</h2>"));
    CHECK(contains(html, "Ticiwch un blwch."));
    CHECK(contains(html, "<label><input type=\"radio\" name=\"work.0\">Chwilio (maes)</label>"));
    CHECK_FALSE(contains(html, "<script"));
    CHECK_FALSE(contains(html, "http"));
  }

  TEST_CASE("every text is escaped, and every question has a legend") {
    const std::string html = exported(ExportFormat::printable_html).files.at(0).bytes;
    CHECK(contains(html, "<p>Now some tasks, &lt;please&gt;.</p>"));
    CHECK(contains(html, "<legend>1. What tells you to stop?\nLook at &quot;it&quot;.</legend>"));
    CHECK(contains(html, "<p>Think of today.</p>"));
    CHECK(contains(html, "<footer>\n<p>CC-BY-4.0</p>\n<p>exportable@1.0.0</p>\n</footer>"));
    const auto count = [&](std::string_view part) {
      std::size_t found = 0;
      for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++found;
      return found;
    };
    // one of the work groups, twelve questions (13 items without the note), two steps
    CHECK(count("<fieldset>") == 15);
    CHECK(count("<legend>") == 15);
    CHECK(count("<label>") == count("<input"));
  }

  TEST_CASE("the order of the page does not give the answer away") {
    const std::string html = exported(ExportFormat::printable_html).files.at(0).bytes;
    // right: Wet, Soap, Rinse; by the alphabet: Rinse, Soap, Wet
    CHECK(html.find(">Rinse<") < html.find(">Soap<"));
    CHECK(html.find(">Soap<") < html.find(">Wet<"));
    CHECK(contains(html, "<li>A. Spreadsheet</li>\n<li>B. Text program</li>\n<li>C. Viewer</li>"));
  }
}
