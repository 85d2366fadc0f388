// Importing Moodle XML and QTI 2.x and 3.0, and XML that means harm.
#include <doctest/doctest.h>

#include "assessment/bank/exchange/html_text.hpp"
#include "tests/exchange_samples.hpp"
#include "tests/printing.hpp"

using namespace assessment;
using tests::Lines;

namespace {

// A file of tests/data/exchange that makes one question.
ImportedBank qti(const std::string& name) {
  return tests::must_import({{name, tests::exchange_file(name)}}, ImportFormat::qti);
}

Lines moodle(const std::string& text) {
  return tests::remarks(text, ImportFormat::moodle_xml);
}

const std::string true_question =
    R"(<question type="truefalse"><questiontext><text>a</text></questiontext><answer fraction="100"><text>true</text></answer></question>)";

const ImportedBank& quiz() {
  static const ImportedBank bank =
      tests::must_import({{"m.xml", tests::exchange_file("quiz_moodle.xml")}}, ImportFormat::moodle_xml);
  return bank;
}

}  // namespace

TEST_SUITE("moodle xml") {
  TEST_CASE("every type that a bank has is carried, with its category") {
    const auto& questions = quiz().questions;
    REQUIRE(questions.size() == 7);
    CHECK(questions[0].category == "Ward / Safety");
    CHECK(questions[3].category == "Numbers");
    CHECK(questions[0].prompt == "Who really sent it?\nLook & think.");
    CHECK(questions[0].feedback == "The address tells.");
    CHECK(questions[0].weight == 2);
    CHECK(questions[0].is_shuffled);
    CHECK(tests::texts_of(questions[0].options) == Lines{"*The address owner", "The greeting"});
    CHECK(questions[1].kind == ImportedKind::multiple);
    CHECK(questions[1].credit == Credit::partial);
    CHECK(tests::texts_of(questions[1].options) == Lines{"*With me", "*Locked away", "On the desk"});
    CHECK(tests::texts_of(questions[2].options) == Lines{"True", "*False"});
    CHECK(questions[3].kind == ImportedKind::match);
    CHECK(tests::texts_of(questions[3].options) == Lines{"A letter", "A sum"});
    CHECK(tests::texts_of(questions[3].rights) == Lines{"Text program", "Spreadsheet"});
    // 36.8 - 0.7 = 36.1, 36.8 + 0.7 = 37.5
    CHECK(questions[4].accept == std::vector<Interval>{{ratio(361, 10), ratio(375, 10)}});
    CHECK(questions[4].decimals == 1);
    CHECK(questions[4].unit == "°C");
    CHECK(questions[5].kind == ImportedKind::order);
    CHECK(questions[5].credit == Credit::pairs);
    CHECK(tests::texts_of(questions[5].options) == Lines{"Wet", "Soap", "Rinse"});
    CHECK(questions[6].kind == ImportedKind::note);
    CHECK(questions[6].prompt == "Now read.");
    CHECK(tests::checked_bank(quiz()).items.size() == 7);
  }

  TEST_CASE("all else is listed with its place") {
    const Lines expected{
        "m.xml:3:3: warning: the category 'Ward / Safety' becomes one domain: domains stand in a list, not "
        "in a tree",
        "m.xml:7:3: warning: the penalty for further tries is left out: there is one try",
        "m.xml:7:3: warning: hints after a wrong try are left out: there is one try",
        "m.xml:7:3: warning: the feedback of 1 answer is left out: a question of a bank has one for all",
        "m.xml:7:3: warning: the feedback for right, partly right and wrong answers is left out: a question "
        "of a bank "
        "has one for all",
        "m.xml:7:3: warning: a file (mail.png) is left out: texts are plain",
        "m.xml:7:3: warning: an image (mail.png) is left out: texts are plain",
        "m.xml:7:3: warning: formatting (b) is left out: texts are plain",
        "m.xml:49:5: warning: the answer 'Browser', which fits nothing, is left out: every answer of a "
        "bank's pairs has "
        "a partner",
        "m.xml:55:5: warning: the answer 38 for a part of the points is left out: a number is right or wrong",
        "m.xml:68:3: warning: a link (https://example.org/x) is left out: texts are plain",
        "m.xml:72:3: warning: a question of type 'essay' is not carried: no item of a bank takes free text",
        "m.xml:76:3: warning: a question of type 'shortanswer' is not carried: no item of a bank takes free "
        "text",
        "m.xml:81:3: warning: a question of type 'cloze' is not carried: no item of a bank takes free text",
        "m.xml:84:3: warning: a question of type 'ddwtos' is not carried: a bank has no such item",
        "m.xml:88:3: warning: a question of type 'random' is not carried: a bank has no such item"};
    CHECK(tests::lines_of(quiz().losses) == expected);
  }

  TEST_CASE("numbers that are none are faults") {
    CHECK(moodle("<quiz><question type='numerical'><questiontext><text>a</text></questiontext><answer "
                 "fraction='100'><text>three</text></answer></question></quiz>") ==
          Lines{"q:1:77: error: 'three' with the tolerance '' is no number"});
    CHECK(moodle("<quiz><question type='multichoice'><answer "
                 "fraction='much'><text>a</text></answer></question></quiz>") ==
          Lines{"q:1:36: error: expected a fraction from -100 to 100 in percent, as fraction=\"50\""});
    CHECK(moodle("<html/>") == Lines{"q:1:1: error: expected <quiz>, found <html>; is this Moodle XML?"});
  }
}

TEST_SUITE("html") {
  TEST_CASE("tags go, text stays") {
    CHECK(html_to_text("a &lt; b &amp;amp; c").text == "a < b &amp; c");
    CHECK(html_to_text("1 < 2 and 3 > 2 <x> <3").text == "1 < 2 and 3 > 2 <x> <3");
    CHECK(html_to_text("<ul><li>a</li>\n<li>b</li></ul>c").text == "- a\n- b\nc");
    CHECK(html_to_text("<p title='>'>a</p><!-- <b> -->b").text == "a\nb");
    CHECK(html_to_text("a<script>alert('<b>')</script>b").text == "ab");
    CHECK(html_to_text("&#65;&#x42;&eacute;&nope;&#xD800;&").text == "ABé&nope;&#xD800;&");
    CHECK(html_to_text("a <b \"c").text == "a <b \"c");
  }
}

TEST_SUITE("qti import") {
  TEST_CASE("a choice of one: identifiers, shuffling, what stands around it") {
    const ImportedBank bank = qti("qti3/choice.xml");
    const ImportedQuestion& question = bank.questions.at(0);
    CHECK(question.kind == ImportedKind::single);
    CHECK(question.name == "choice");
    CHECK(question.prompt == "Look at the sign on the door.\nWhat does it ask of you?");
    CHECK(tests::texts_of(question.options) ==
          Lines{"Come in quietly.", "*Show that you work here.", "Neither of these."});
    CHECK(question.options[1].name == "ChoiceB");
    CHECK(question.is_shuffled);
    CHECK(question.options[2].is_fixed_last);
    CHECK(tests::lines_of(bank.losses) ==
          Lines{"qti3/choice.xml:2:1: warning: formatting (em) is left out: texts are plain",
                "qti3/choice.xml:2:1: warning: an image (door.png) is left out: texts are plain"});
    const QuestionBank read = tests::checked_bank(bank);
    CHECK(options_of(read, read.items[0])[1].id.text == "ChoiceB");
    CHECK(read.items[0].is_shuffled);
  }

  TEST_CASE("a choice of several by mapping: right ones 1 each; Helium's -2 is not what a bank takes away") {
    const ImportedBank bank = qti("qti3/choice_multiple.xml");
    CHECK(tests::texts_of(bank.questions.at(0).options) ==
          Lines{"*Hydrogen", "Helium", "*Oxygen", "Chlorine"});
    CHECK(bank.questions[0].credit == Credit::partial);
    CHECK(tests::lines_of(bank.losses) == Lines{"qti3/choice_multiple.xml:2:1: warning: the weights of wrong "
                                                "answers change: in a bank a wrong choice "
                                                "takes away what a right one gives"});
  }

  TEST_CASE("an order is listed in the right order") {
    const ImportedBank bank = qti("qti3/order.xml");
    CHECK(tests::texts_of(bank.questions.at(0).options) == Lines{"Cai", "Ann", "Ben"});
    CHECK(bank.questions[0].credit == Credit::all);
    CHECK(bank.losses.empty());
  }

  TEST_CASE("pairs; a choice without partner is said") {
    const ImportedBank bank = qti("qti3/match.xml");
    CHECK(tests::texts_of(bank.questions.at(0).options) == Lines{"Capulet", "Prospero"});
    CHECK(tests::texts_of(bank.questions[0].rights) == Lines{"A tragedy", "A storm"});
    CHECK(bank.questions[0].credit == Credit::partial);
    CHECK(tests::lines_of(bank.losses) ==
          Lines{"qti3/match.xml:2:1: warning: choices that fit nothing are left out: "
                "every answer of a bank's pairs has a partner"});
    const ImportedBank associated = qti("qti2/associate.xml");
    CHECK(tests::texts_of(associated.questions.at(0).options) == Lines{"Anna", "Carys"});
    CHECK(tests::texts_of(associated.questions[0].rights) == Lines{"Piers", "Mair"});
  }

  TEST_CASE("a number within its tolerance: 100 - 1.5 to 100 + 0.5") {
    const ImportedBank bank = qti("qti3/text_entry.xml");
    CHECK(bank.questions.at(0).prompt == "Water boils at _____ degrees.");
    CHECK(bank.questions[0].accept == std::vector<Interval>{{ratio(985, 10), ratio(1005, 10)}});
    CHECK(bank.questions[0].decimals == 1);
    CHECK(bank.losses.empty());
  }

  TEST_CASE("places become rectangles in percent of the picture, 200 by 100 pixels") {
    const ImportedBank bank = qti("qti3/hotspot.xml");
    const auto& regions = bank.questions.at(0).options;
    REQUIRE(regions.size() == 3);
    // circle 20,20,10: from 10 to 30 pixels both ways: 5 .. 15 percent of 200, 10 .. 30 percent of 100
    CHECK(regions[0].place == ImportedPlace{5, 10, 10, 20});
    // rect 100,10,150,60: 50 .. 75 percent, 10 .. 60 percent
    CHECK(regions[1].place == ImportedPlace{50, 10, 25, 50});
    // poly: x 160 .. 190, y 70 .. 100: 80 .. 95 percent, 70 .. 100 percent
    CHECK(regions[2].place == ImportedPlace{80, 70, 15, 30});
    CHECK(tests::texts_of(regions) == Lines{"Place 1", "*Door", "Place 2"});
    CHECK(tests::lines_of(bank.losses) ==
          Lines{"qti3/hotspot.xml:2:1: warning: the picture plan.png is left out: its "
                "places stand in an empty scene, as rectangles"});
    CHECK(tests::checked_bank(bank).items.size() == 1);
  }

  TEST_CASE("2.x in camel case: points of a mapping, feedback by answer") {
    const ImportedBank bank = qti("qti2/choice.xml");
    const auto& options = bank.questions.at(0).options;
    CHECK(options[0].score == ratio(1, 2));
    CHECK(options[1].score == 2);
    CHECK(options[2].score == 0);
    CHECK(tests::lines_of(bank.losses) ==
          Lines{"qti2/choice.xml:2:1: warning: negative points become 0: the scores of a bank are 0 or more",
                "qti2/choice.xml:2:1: warning: the feedback of 1 answer is left out: a question of a bank "
                "has one for all",
                "qti2/choice.xml:2:1: warning: feedback within the text is left out: texts are plain"});
  }

  TEST_CASE("free text is not carried, and a file with nothing else is refused") {
    CHECK(tests::remarks(tests::exchange_file("qti2/extended_text.xml"), ImportFormat::qti) ==
          Lines{"q:2:1: warning: an item with a extendedTextInteraction is not carried: no item of a bank "
                "takes free text",
                "q: error: there is no question in it that a bank can ask; is this the right --from?"});
    CHECK(tests::remarks("<quiz/>", ImportFormat::qti) ==
          Lines{"q:1:1: error: expected a QTI item, found <quiz>; is this QTI 2 or 3?"});
  }

  TEST_CASE("a test gives title, sections, order and weights") {
    const std::string test = R"(<assessmentTest title="Both"><testPart><assessmentSection title="Second">
<assessmentItemRef href="items/match.xml"><weight identifier="W" value="3"/></assessmentItemRef>
<assessmentItemRef href="gone.xml"/></assessmentSection></testPart></assessmentTest>)";
    const ImportedBank bank = tests::must_import({{"a/choice.xml", tests::exchange_file("qti3/choice.xml")},
                                                  {"a/match.xml", tests::exchange_file("qti3/match.xml")},
                                                  {"a/test.xml", test}},
                                                 ImportFormat::qti);
    REQUIRE(bank.questions.size() == 2);
    CHECK(bank.title == "Both");
    CHECK(bank.questions[0].name == "match");
    CHECK(bank.questions[0].category == "Second");
    CHECK(bank.questions[0].weight == 3);
    CHECK(bank.questions[1].name == "choice");
    CHECK(tests::lines_of(bank.losses).back() ==
          "a/test.xml:3:1: warning: the item gone.xml is not among the files, or is not carried");
  }
}

TEST_SUITE("hostile xml") {
  TEST_CASE("entities are neither declared nor expanded nor read from files") {
    std::string laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY lol \"lol\">";
    for (int i = 1; i < 10; ++i)
      laughs += "<!ENTITY lol" + std::to_string(i) + " \"&lol" + std::to_string(i - 1) + ";&lol" +
                std::to_string(i - 1) + ";\">";
    laughs += "]>\n<quiz>&lol9;</quiz>";
    const Lines refused{"q:2:1: error: a DOCTYPE is not read; take it out and import again"};
    for (const ImportFormat format : {ImportFormat::moodle_xml, ImportFormat::qti}) {
      CHECK(tests::remarks(laughs, format) == refused);
      CHECK(tests::remarks("<?xml version=\"1.0\"?>\n<!DOCTYPE q [<!ENTITY x SYSTEM "
                           "\"file:///etc/passwd\">]><quiz>&x;</quiz>",
                           format) == refused);
      CHECK(tests::remarks(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz SYSTEM \"http://example.org/quiz.dtd\"><quiz/>",
                format) == refused);
    }
    // Without a DOCTYPE an unknown entity is just its own text.
    std::string unknown = "<quiz>" + true_question + "</quiz>";
    unknown.replace(unknown.find("<text>a"), 7, "<text>a &x;");
    const auto bank = tests::must_import({{"q", unknown}}, ImportFormat::moodle_xml);
    CHECK(bank.questions.at(0).prompt == "a &x;");
  }

  TEST_CASE("depth and number of elements are bounded") {
    std::string deep = "<quiz>";
    for (int i = 0; i < 300'000; ++i) deep += "<a>";
    CHECK(moodle(deep).at(0).find("this is not whole XML") != std::string::npos);
    for (int i = 0; i < 300'000; ++i) deep += "</a>";
    deep += "</quiz>";
    // <quiz> is 1 deep and ends at column 6; the 100th <a> is 101 deep: 7 + 99 * 3 = 304
    CHECK(moodle(deep) == Lines{"q:1:304: error: elements within elements, more than 100 deep"});
    std::string wide = "<quiz>";
    for (int i = 0; i < 200'001; ++i) wide += "<a/>";
    CHECK(moodle(wide + "</quiz>").at(0).find("more than 200000 elements and texts") != std::string::npos);
  }

  TEST_CASE("truncated, of another encoding, empty, with NUL") {
    const std::string whole = tests::exchange_file("qti3/choice.xml");
    for (std::size_t size = 1; size + 2 < whole.size(); size += 97) {
      const Lines lines = tests::remarks(whole.substr(0, size), ImportFormat::qti);
      REQUIRE(lines.size() == 1);
      CHECK(lines[0].find(": error: ") != std::string::npos);
    }
    CHECK(moodle("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><quiz/>") ==
          Lines{"q:1:1: error: the XML says that it is ISO-8859-1; save the file as UTF-8"});
    CHECK(moodle("<quiz>\n caf\xE9</quiz>") == Lines{"q:2:5: error: not UTF-8; save the file as UTF-8"});
    CHECK(moodle(std::string("<quiz>\0</quiz>", 14)) ==
          Lines{"q:1:7: error: control character U+0000: this is no text file"});
    CHECK(moodle(" \n") == Lines{"q:1:1: error: the file is empty"});
    CHECK(moodle("just words") == Lines{"q:1:11: error: this is not whole XML: No document element found"});
  }

  TEST_CASE("no cut or flipped byte does harm") {
    const std::string whole = tests::exchange_file("quiz_moodle.xml");
    for (std::size_t i = 0; i < whole.size(); i += 61) {
      std::string changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ 0x11);
      CHECK_NOTHROW((void)moodle(changed));
      CHECK_NOTHROW((void)tests::remarks(changed, ImportFormat::gift));
    }
  }
}
