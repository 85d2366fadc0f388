// Importing GIFT and Aiken: the examples of Moodle's documentation, each worked by hand, and bad files.
#include <doctest/doctest.h>

#include "tests/exchange_samples.hpp"
#include "tests/printing.hpp"

using namespace assessment;
using tests::Lines;

namespace {

Lines gift(const std::string& text) {
  return tests::remarks(text, ImportFormat::gift);
}
Lines aiken(const std::string& text) {
  return tests::remarks(text, ImportFormat::aiken);
}

ImportedQuestion only_question(const std::string& gift_text) {
  const auto bank = tests::must_import({{"q", gift_text}}, ImportFormat::gift);
  REQUIRE(bank.questions.size() == 1);
  return bank.questions.front();
}

// The examples, parsed once for all of the tests on them.
const ImportedBank& examples() {
  static const ImportedBank bank =
      tests::must_import({{"examples.gift", tests::exchange_file("examples.gift")}}, ImportFormat::gift);
  return bank;
}

const ImportedQuestion& example(std::string_view start) {
  for (const ImportedQuestion& question : examples().questions) {
    if (question.prompt.starts_with(start)) return question;
  }
  throw std::runtime_error("no such example");
}

}  // namespace

TEST_SUITE("gift") {
  TEST_CASE("of the 22 examples the 18 that a bank can ask or say are there") {
    CHECK(examples().questions.size() == 18);
  }

  TEST_CASE("true or false becomes a choice of two") {
    const ImportedQuestion& question = example("1+1=2");
    CHECK(question.name == "Q1");
    CHECK(question.kind == ImportedKind::single);
    CHECK(tests::texts_of(question.options) == Lines{"*True", "False"});
    CHECK(tests::texts_of(only_question("x{FALSE}").options) == Lines{"True", "*False"});
    CHECK(tests::texts_of(only_question("x{F#wrong#right}").options) == Lines{"True", "*False"});
  }

  TEST_CASE("one right answer") {
    CHECK(tests::texts_of(example("Who's buried").options) ==
          Lines{"*Grant", "no one", "Napoleon", "Churchill", "Mother Teresa"});
    CHECK(tests::texts_of(example("What's between").options) == Lines{"*yellow", "red", "blue"});
  }

  TEST_CASE("a missing word is a gap in the prompt") {
    CHECK(example("Grant is").prompt == "Grant is _____ in Grant's tomb.");
    CHECK(tests::texts_of(example("Grant is").options) == Lines{"buried", "*entombed", "living"});
    CHECK(example("The American").prompt ==
          "The American holiday of Thanksgiving is celebrated on the _____ Thursday of November.");
    CHECK(tests::texts_of(example("The American").options) == Lines{"second", "third", "*fourth"});
    CHECK(example("Mahatma").prompt == "Mahatma Gandhi's birthday is an Indian holiday on _____ of October.");
    CHECK(example("Since").prompt ==
          "Since _____ the town of Hastings England has been \"famous with visitors\".");
    CHECK(example("Jesus").prompt == "Jesus Christ was from _____.");
  }

  TEST_CASE("numbers: tolerance, range, several, each as intervals with the decimals they need") {
    using Intervals = std::vector<Interval>;
    CHECK(example("When was").accept == Intervals{{1817, 1827}});  // 1822 - 5, 1822 + 5
    CHECK(example("When was").decimals == 0);
    // 3.14159 - 0.0005 = 3.14109, 3.14159 + 0.0005 = 3.14209
    CHECK(example("What is the value").accept == Intervals{{ratio(314109, 100000), ratio(314209, 100000)}});
    CHECK(example("What is the value").decimals == 5);
    CHECK(only_question("x{#3.141..3.142}").accept == Intervals{{ratio(3141, 1000), ratio(3142, 1000)}});
    CHECK(only_question("x{#=5:1 =8}").accept == Intervals{{4, 6}, {8, 8}});
    CHECK(only_question("x{#-2..2}").accept == Intervals{{0, 2}});
    CHECK(only_question("x{#1e2}").accept == Intervals{{100, 100}});
  }

  TEST_CASE("matching, with its general feedback") {
    const ImportedQuestion& question = example("Match the following");
    CHECK(question.kind == ImportedKind::match);
    CHECK(tests::texts_of(question.options) == Lines{"Canada", "Italy", "Japan", "India"});
    CHECK(tests::texts_of(question.rights) == Lines{"Ottawa", "Rome", "Tokyo", "New Delhi"});
    CHECK(question.feedback == "It's good to know the capitals");
    CHECK(question.credit == Credit::partial);
    CHECK(question.category == "Pairs");
  }

  TEST_CASE("several right answers by weight") {
    const ImportedQuestion& question = example("What two people");
    CHECK(question.kind == ImportedKind::multiple);
    CHECK(question.credit == Credit::partial);
    CHECK(tests::texts_of(question.options) == Lines{"No one", "*Grant", "*Grant's wife", "Grant's father"});
  }

  TEST_CASE("a choice of one with partial weights keeps them as scores: percent / 100") {
    const ImportedQuestion& question = example("Jesus");
    CHECK(question.name == "Jesus' hometown");
    REQUIRE(question.options.size() == 4);
    CHECK(question.options[0].score == 0);
    CHECK(question.options[1].score == ratio(1, 4));
    CHECK(question.options[2].score == ratio(1, 2));
    CHECK(question.options[3].score == 1);
    CHECK(tests::texts_of(question.options)[3] == "Nazareth");
  }

  TEST_CASE("escapes, line breaks, formats and entities") {
    const ImportedQuestion& escapes = example("Which of {these}");
    CHECK(escapes.prompt == "Which of {these} is 5 = 2 \\+ 3: true ~ or # not? Second line.");
    CHECK(tests::texts_of(escapes.options) == Lines{"a = b", "*c\\d", "{e}"});
    const ImportedQuestion plain = only_question("[plain]a\\nb <i>c</i> &amp; {T}");
    CHECK(plain.prompt == "a\nb <i>c</i> &amp;");
    CHECK(only_question("[html]3 < 4 & <b>x</b> &lt;i&gt; {T}").prompt == "3 < 4 & x <i>");
  }

  TEST_CASE("a text without answers is a note") {
    CHECK(example("You can use").kind == ImportedKind::note);
  }

  TEST_CASE("what is not carried is listed, question by question") {
    CHECK(
        tests::lines_of(examples().losses) ==
        Lines{"examples.gift:5:1: warning: the feedback of 3 answers is left out: a question of a bank has "
              "one for all",
              "examples.gift:32:1: warning: the category 'Numbers / Easy ones' becomes one domain: domains "
              "stand in a "
              "list, not in a tree",
              "examples.gift:40:1: warning: the answer 1822:2 for a part of the points is left out: a number "
              "is right "
              "or wrong",
              "examples.gift:54:1: warning: the weights of wrong answers change: in a bank a wrong choice "
              "takes away "
              "what a right one gives",
              "examples.gift:64:1: warning: a short answer is not carried: no item of a bank takes free text",
              "examples.gift:66:1: warning: a short answer is not carried: no item of a bank takes free text",
              "examples.gift:68:1: warning: an essay is not carried: no item of a bank takes free text",
              "examples.gift:74:1: warning: an image (drop.png) is left out: texts are plain",
              "examples.gift:74:1: warning: formatting (b, i) is left out: texts are plain",
              "examples.gift:74:1: warning: formatting (sub) is left out: texts are plain",
              "examples.gift:77:1: warning: the feedback of 4 answers is left out: a question of a bank has "
              "one for "
              "all"});
  }

  TEST_CASE("the bank that is written passes the checker and says the same") {
    const QuestionBank bank = tests::checked_bank(examples());
    REQUIRE(bank.items.size() == 18);
    CHECK(bank.domains.size() == 3);
    CHECK(bank.domains[0].id.text == "questions");
    CHECK(bank.domains[1].title.in("en") == "Numbers / Easy ones");
    CHECK(bank.items[0].id.text == "Q1");
    CHECK(bank.items[2].id.text == "whos_buried_in_grants_tomb");
    CHECK(options_of(bank, bank.items[2])[1].id.text == "no_one");
    CHECK(bank.items[2].measure == Measure::knowledge);
  }

  TEST_CASE("broken questions are faults with their place, and nothing is imported") {
    CHECK(gift("a{T}\n\nb {=c ~d\n\ne{F}") ==
          Lines{"q:3:3: error: this { is not closed before the question ends; add a }, or write \\{"});
    CHECK(gift("a } b") == Lines{"q:1:3: error: this } closes nothing; write \\} for the character"});
    CHECK(gift("a {#three}") == Lines{"q:1:5: error: 'three' is no number; write 3.14, 3.14:0.01 or 3..4"});
    CHECK(gift("a {#4..3}") == Lines{"q:1:5: error: the range 4..3 ends before it begins"});
    CHECK(gift("a {~%x%b =c}") == Lines{"q:1:5: error: expected a weight from -100 to 100 such as %50%"});
    CHECK(gift("a {=b -> c =d}") == Lines{"q:1:13: error: this pair has no ->; write =left -> right"});
    CHECK(gift("a {b ~c}") ==
          Lines{"q:1:4: error: text before the first = or ~; put a mark before each answer"});
  }

  TEST_CASE("distractors, double partners and too many pairs are said") {
    CHECK(gift("a{=b->c =d->e = ->f}") == Lines{"q:1:1: warning: the answer 'f', which fits nothing, is left "
                                                "out: every answer of a bank's pairs has a "
                                                "partner"});
    CHECK(gift("n{T}\n\na{=b->c =d->c}") == Lines{"q:3:1: warning: a question is not carried: two pairs "
                                                  "share a text; in a bank each belongs to one other"});
    CHECK(gift("n{T}\n\na{=1->1 =2->2 =3->3 =4->4 =5->5 =6->6 =7->7 =8->8 =9->9}") ==
          Lines{"q:3:1: warning: a question is not carried: it has 9 pairs; a bank takes 2 to 8"});
  }

  TEST_CASE("weights that a bank cannot have are said") {
    CHECK(gift("a{=b ~%-50%c}") ==
          Lines{"q:1:1: warning: negative weights become 0: the scores of a bank are 0 or more"});
    CHECK(gift("a{~%70%b ~%30%c ~%-50%d}") == Lines{"q:1:1: warning: unequal weights of right answers become "
                                                    "equal shares: a bank has one share for each"});
    CHECK(gift("a{~%33.33333%b ~%33.33333%c ~%33.33333%d ~%-33.33333%e}").empty());
    CHECK(gift("n{T}\n\na{~b ~c}") ==
          Lines{"q:3:1: warning: a question is not carried: none of its answers is right"});
  }

  TEST_CASE("control and invisible characters are taken out and said") {
    const auto bank = tests::must_import({{"q", "a\x07 b\u200Bc{T}"}}, ImportFormat::gift);
    CHECK(bank.questions[0].prompt == "a bc");
    CHECK(tests::lines_of(bank.losses) ==
          Lines{"q:1:1: warning: control characters and invisible characters are taken out of its texts"});
  }

  TEST_CASE("files that are no text are refused in one line") {
    CHECK(gift("") == Lines{"q:1:1: error: the file is empty"});
    CHECK(gift("\xEF\xBB\xBF \r\n") == Lines{"q:1:1: error: the file is empty"});
    CHECK(gift("caf\xE9{T}") == Lines{"q:1:4: error: not UTF-8; save the file as UTF-8"});
    CHECK(gift(std::string("\xFF\xFE") + std::string("a\0{\0", 4)) ==
          Lines{"q:1:1: error: this is UTF-16; save the file as UTF-8"});
    CHECK(gift(std::string("a\0{\0T\0}\0", 8)) ==
          Lines{"q:1:1: error: this is UTF-16; save the file as UTF-8"});
    CHECK(gift(std::string("ab\n\0", 4)) ==
          Lines{"q:2:1: error: control character U+0000: this is no text file"});
    CHECK(gift("PK\x03\x04zip") ==
          Lines{"q:1:1: error: this is a zip package; unpack it first and import the files in it"});
    CHECK(gift(std::string(4 * 1024 * 1024 + 1, 'a')) == Lines{"q: error: more than 4194304 bytes"});
    CHECK(gift("only words") ==
          Lines{"q: error: there is no question in it that a bank can ask; is this the right --from?"});
  }

  TEST_CASE("ids are valid, unique and stable") {
    const std::string same =
        "::Same::a{T}\n\n::Same::b{T}\n\n::9 "
        "lives!::c{T}\n\n::role::d{T}\n\n::\u65e5\u672c::\u65e5\u672c{T}\n\n"
        "::not_sure::f{T}\n\n::A title that is rather long, and so it is cut between words::g{T}\n\n";
    const QuestionBank bank = tests::checked_bank(tests::must_import({{"q", same}}, ImportFormat::gift));
    Lines ids;
    for (const Item& item : bank.items) ids.push_back(item.id.text);
    CHECK(ids == Lines{"Same", "Same_2", "question_9_lives", "role", "question_1", "not_sure_question",
                       "a_title_that_is_rather_long_and_so_it_is"});
  }

  TEST_CASE("texts that mean something to YAML come through as they are") {
    for (const std::string text : {"yes", "null", "- a", "a: b", "\"q\" 'q' # c", "%d @x `y` *z &w !v",
                                   "c:\\\\dir\\\\n", "\xF0\x9F\x98\x80 \u2028 x"}) {
      CAPTURE(text);
      const auto bank = tests::must_import({{"q", "[plain]x{~[plain]a =" + std::string("b") + "}\n\n"}},
                                           ImportFormat::gift);
      ImportedBank changed = bank;
      changed.questions[0].prompt = text;
      changed.questions[0].options[0].text = text;
      changed.questions[0].category = text;
      const QuestionBank read = tests::checked_bank(changed);
      CHECK(read.items[0].prompt.in("en") == text);
      CHECK(options_of(read, read.items[0])[0].label.in("en") == text);
      CHECK(read.domains[0].title.in("en") == text);
    }
  }

  TEST_CASE("a MiB of anything ends soon") {
    const std::size_t size = 1024 * 1024;
    for (const std::string& part :
         {std::string("{"), std::string("="), std::string("a{=<b \" }\n\n"), std::string("<svg>"),
          std::string("&#;"), std::string("::"), std::string("\\"), std::string("a{F#"),
          std::string("~%5%x#"), std::string("// c\n"), std::string("same{T}\n\n")}) {
      std::string text = "q{T}\n\n";
      while (text.size() + part.size() < size) text += part;
      CAPTURE(part);
      CHECK_NOTHROW((void)tests::remarks(text, ImportFormat::gift));
    }
  }
}

TEST_SUITE("aiken") {
  TEST_CASE("the two examples of Moodle's documentation") {
    const auto bank =
        tests::must_import({{"a", tests::exchange_file("examples.aiken")}}, ImportFormat::aiken);
    REQUIRE(bank.questions.size() == 2);
    CHECK(bank.losses.empty());
    CHECK(bank.questions[0].prompt == "What is the correct answer to this question?");
    CHECK(tests::texts_of(bank.questions[0].options) ==
          Lines{"Is it this one?", "Maybe this answer?", "Possibly this one?", "*Must be this one!"});
    CHECK(bank.questions[1].prompt == "Which LMS has the most quiz import formats?");
    CHECK(tests::texts_of(bank.questions[1].options) ==
          Lines{"*Moodle", "ATutor", "Claroline", "Blackboard", "WebCT", "Ilias"});
    CHECK(tests::checked_bank(bank).items.size() == 2);
  }

  TEST_CASE("what belongs together is said with its line") {
    CHECK(aiken("What?\nA. a\nB. b\nANSWER: C\n") ==
          Lines{"q:4:1: error: there is no answer 'C'; name one of the letters above"});
    CHECK(aiken("What?\nA. a\nB. b\n") ==
          Lines{"q:1:1: error: this question has no line ANSWER: LETTER after its answers"});
    CHECK(aiken("What?\nA. a\nA. b\nANSWER: A\n") ==
          Lines{"q:3:1: error: a second answer A; give each its own letter"});
    CHECK(aiken("ANSWER: A\n") == Lines{"q:1:1: error: an ANSWER line without a question above it"});
    CHECK(aiken("One\nA. a\nB. b\nTwo\nA. a\nB. b\nANSWER: A") ==
          Lines{"q:1:1: error: this question has no line ANSWER: LETTER after its answers"});
    CHECK(aiken("One\nA. a\nANSWER: A") ==
          Lines{"q:1:1: warning: a question is not carried: it has fewer than two answers to choose from",
                "q: error: there is no question in it that a bank can ask; is this the right --from?"});
  }
}
