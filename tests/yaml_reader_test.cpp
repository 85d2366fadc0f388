// Every way in which a YAML text may not be what a strict reader accepts.
#include "assessment/bank/yaml_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/printing.hpp"

using namespace assessment;

namespace {

std::vector<std::string> faults_of(std::string_view text) {
  std::vector<std::string> lines;
  const auto tree = read_yaml(text, "f");
  if (!tree) {
    for (const Diagnostic& fault : tree.faults()) lines.push_back(to_text(fault));
  }
  return lines;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("yaml reader") {
  TEST_CASE("every node knows its line and column, in characters") {
    const auto tree = read_yaml("a: 1\nb:\nc: [1, \"x\", {d: é, e: 2}]\n", "f");
    REQUIRE(tree);
    const auto pairs = tree->root().pairs();
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0].value.at() == Position{1, 4});
    CHECK(pairs[0].value.text() == "1");
    CHECK_FALSE(pairs[0].value.is_quoted());
    CHECK(pairs[1].value.is_null());
    CHECK(pairs[1].value.at() == Position{2, 1});  // the key's place
    const auto elements = pairs[2].value.elements();
    REQUIRE(elements.size() == 3);
    CHECK(elements[1].is_quoted());
    CHECK(elements[2].pairs()[1].key.at() == Position{3, 20});  // é is one character, two bytes
  }

  TEST_CASE("a leading byte order mark is passed over and not counted") {
    const auto tree = read_yaml(
        "\xEF\xBB\xBF"
        "a: 1",
        "f");
    REQUIRE(tree);
    CHECK(tree->root().pairs()[0].value.at() == Position{1, 5});  // the mark is a character of line 1
  }

  TEST_CASE("text is kept in normal form C") {
    const auto tree = read_yaml("a: w\xCC\x82", "f");
    REQUIRE(tree);
    CHECK(tree->root().pairs()[0].value.text() == "\xC5\xB5");
  }

  TEST_CASE("the one-byte file , is refused at 1:1 at once") {
    const auto lines = faults_of(",");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].starts_with("f:1:1: error: "));
  }

  TEST_CASE("nothing at all is refused") {
    CHECK(faults_of("") == Lines{"f:1:1: error: the file is empty"});
    CHECK(faults_of("# only a comment\n") == Lines{"f:1:1: error: the file is empty"});
  }

  TEST_CASE("everything that is not plain YAML is reported at once, each with its place") {
    CHECK(faults_of("a: 1\nä: &x 2\nä: *x\n<<: {}\n? [a]\n: 2\nz: !!str 3\n") ==
          Lines{"f:2:4: error: an anchor (&name); write the text out wherever it is needed",
                "f:3:1: error: the key 'ä' stands here a second time",
                "f:3:4: error: an alias (*name); write the text out instead",
                "f:4:1: error: a merge key (<<); write the keys out instead",
                "f:5:3: error: a key that is not a plain word",
                "f:7:4: error: an explicit tag (tag:yaml.org,2002:str); leave it out"});
  }

  TEST_CASE("a second document is refused where it begins") {
    CHECK(faults_of("a: 1\n---\nb: 2\n") == Lines{"f:2:1: error: a second document; keep everything in one"});
    CHECK(faults_of("a: 1\n...\nfoo\n") == Lines{"f:3:1: error: a second document; keep everything in one"});
  }

  TEST_CASE("what is no YAML is refused with the place the library gives") {
    CHECK(faults_of("a: [1, 2").size() == 1);
    CHECK(faults_of("a: \"x\nb: 2").front().starts_with("f:2:5: error: this is not YAML: "));
  }

  TEST_CASE("bytes that nobody can see are refused") {
    CHECK(faults_of("a: \x01") == Lines{"f:1:4: error: control character U+0001"});
    CHECK(faults_of("a: é\xFF") == Lines{"f:1:5: error: not UTF-8"});
    CHECK(faults_of("a: \xE2\x80\xAE") == Lines{"f:1:4: error: invisible character U+202E"});
    CHECK(faults_of(std::string_view("a\0b", 3)) == Lines{"f:1:2: error: control character U+0000"});
  }

  TEST_CASE("limits hold: depth, nodes, scalars, bytes") {
    CHECK_FALSE(faults_of(repeat("- ", 17) + "x").empty());
    CHECK(faults_of(repeat("- ", 16) + "x").empty());
    CHECK(faults_of("a: " + repeat("x", 16 * 1024)).empty());
    CHECK(faults_of("a: " + repeat("x", 16 * 1024 + 1)) ==
          Lines{"f:1:4: error: a text of 16385 bytes; at most 16384 are allowed"});
    CHECK(faults_of(repeat("- x\n", 199'999)).empty());  // and the list itself
    CHECK(faults_of(repeat("- x\n", 200'000)).size() == 1);
    CHECK(faults_of(repeat("#", 4 * 1024 * 1024 + 1)) ==
          Lines{"f: error: 4194305 bytes; at most 4194304 are allowed"});
  }

  TEST_CASE("no more than a hundred faults are listed") {
    CHECK(faults_of(repeat("a: 1\n", 300)).size() == 100);
  }
}
