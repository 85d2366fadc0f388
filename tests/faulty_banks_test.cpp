// Thousands of banks with something wrong: each is refused with a place, and the place is right.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/bank/schema.hpp"
#include "assessment/base/random.hpp"
#include "assessment/base/text.hpp"

using namespace assessment;

namespace {

std::string every_key() {
  std::ifstream file(std::string(TESTS_DATA) + "/schema/every_key.yaml", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Where a key stands in the text, and its value.
struct KeyPlace {
  std::size_t key = 0, key_length = 0, value = 0;  // offsets in bytes
  bool is_in_flow = false;                         // inside { }
};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// Every "key: value" outside of quotes and comments, with a value on the same line.
std::vector<KeyPlace> keys_of(const std::string& text) {
  std::vector<KeyPlace> keys;
  int depth = 0;
  bool is_quoted = false, is_comment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') is_comment = false;
    if (text[i] == '#' && !is_quoted && (i == 0 || text[i - 1] == '\n')) is_comment = true;
    if (is_comment) continue;
    if (text[i] == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    if (text[i] != ':' || i + 2 >= text.size() || text[i + 1] != ' ') continue;
    std::size_t begin = i;
    while (begin > 0 && is_word(text[begin - 1])) --begin;
    const char before = begin == 0 ? '\n' : text[begin - 1];
    if (begin == i || (before != ' ' && before != '{' && before != '\n')) continue;
    keys.push_back({begin, i - begin, i + 2, depth > 0});
  }
  return keys;
}

Position position_at(const std::string& text, std::size_t offset) {
  const std::size_t start = text.rfind('\n', offset == 0 ? 0 : offset - 1);
  const std::size_t line_start = offset == 0 || start == std::string::npos ? 0 : start + 1;
  return {
      static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n')) +
          1,
      static_cast<int>(count_characters(std::string_view(text).substr(line_start, offset - line_start))) + 1};
}

struct Tally {
  int cases = 0, right_line = 0, right_column = 0;
  std::vector<std::string> wrong{};

  // Parses the text, which has its one fault at `offset`.
  void add(const std::string& text, std::size_t offset, std::string_view what) {
    ++cases;
    const Position at = position_at(text, offset);
    const auto bank = parse_bank(text, "b");
    const Diagnostics faults = bank ? Diagnostics{} : bank.faults();
    const auto on_line = [&](const Diagnostic& fault) { return fault.at.line == at.line; };
    const auto in_column = [&](const Diagnostic& fault) { return fault.at == at; };
    right_line += std::ranges::any_of(faults, on_line);
    if (std::ranges::any_of(faults, in_column)) {
      ++right_column;
    } else if (wrong.size() < 20) {
      wrong.push_back(fmt::format("{} at {}:{}, reported: {}", what, at.line, at.column,
                                  faults.empty() ? "nothing" : to_text(faults.front())));
    }
  }
};

std::string inserted(std::string text, std::size_t at, std::string_view what) {
  return text.insert(at, what);
}

}  // namespace

TEST_CASE("one fault in a bank is reported where it is") {
  const std::string text = every_key();
  REQUIRE(parse_bank(text, "b").has_value());
  Tally tally;
  for (const KeyPlace& place : keys_of(text)) {
    const std::string key = text.substr(place.key, place.key_length);
    tally.add(inserted(text, place.key + place.key_length, "q"), place.key, "unknown key");
    tally.add(inserted(text, place.value, "&a "), place.value, "anchor");
    tally.add(inserted(text, place.value, "!t "), place.value, "tag");
    tally.add(inserted(text, place.value, "\x01"), place.value, "control character");
    if (place.is_in_flow) {
      const std::string twice = key + ": 1, ";
      tally.add(inserted(text, place.key, twice), place.key + twice.size(), "duplicate key");
    }
    const char first = text[place.value];
    if (is_word(first)) {
      const std::size_t end = text.find_first_of(",}\n", place.value);
      std::string without = text;
      without.replace(place.value, end - place.value, "[]");
      tally.add(without, place.value, "empty list for a value");
    }
  }
  MESSAGE(tally.cases, " faults, right line ", tally.right_line, ", right column ", tally.right_column);
  for (const std::string& wrong : tally.wrong) MESSAGE(wrong);
  CHECK(tally.cases >= 2000);
  CHECK(tally.right_line * 100 >= tally.cases * 99);
  CHECK(tally.right_column * 100 >= tally.cases * 95);
}

namespace {

// The text with something random done to it, as a slip or a broken disk would.
std::string mutated(std::string text, const std::vector<std::string>& scraps, Random& chance) {
  const auto place = [&] { return static_cast<std::size_t>(chance.below(text.size())); };
  const auto changes = 1 + chance.below(4);
  for (std::uint64_t i = 0; i < changes && text.size() > 2; ++i) {
    const std::size_t at = place();
    const auto length = static_cast<std::size_t>(chance.below(40));
    switch (chance.below(6)) {
      case 0:
        text[at] = static_cast<char>(chance.below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, scraps[static_cast<std::size_t>(chance.below(scraps.size()))]);
        break;
      case 3:
        text.insert(place(), text.substr(at, length));
        break;
      case 4:
        text.resize(at + 1);
        break;
      default:
        std::swap(text[at], text[place()]);
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("1,500 mutated banks: refused with a place, quickly, or still good") {
  const std::string text = every_key();
  const std::vector<std::string> scraps{": ",
                                        "- ",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        "\"",
                                        "'",
                                        "\t",
                                        "\n",
                                        "\n---\n",
                                        "&a",
                                        "*a",
                                        "!!x ",
                                        "? ",
                                        "|\n",
                                        ">",
                                        "#",
                                        ",",
                                        "1e9",
                                        "-1",
                                        "0x1F",
                                        ".inf",
                                        "~",
                                        "null",
                                        "\xFF\xFE",
                                        "\xE2\x80\xAE",
                                        "99999999999999999999",
                                        "[[[[[[[[[[[[[[[[[[[[",
                                        "{a: {a: {a: {a: {a: ",
                                        "<<: *a\n"};
  Random chance(2026);
  int refused = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string faulty = mutated(text, scraps, chance);
    const auto begin = std::chrono::steady_clock::now();
    const auto bank = parse_bank(faulty, "b.yaml");
    // Sanitizers make everything several times slower: the limit is 0.5 s without them.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
    if (bank) continue;
    ++refused;
    for (const Diagnostic& fault : bank.faults()) {
      CHECK(fault.at.line >= 1);
      CHECK(fault.at.column >= 1);
      CHECK_FALSE(fault.text.empty());
      CHECK_FALSE(find_text_fault(fault.text).has_value());  // nothing hostile is repeated in a message
    }
  }
  MESSAGE(refused, " of 1,500 were refused");
  CHECK(refused >= 1000);
}
