// What each type of item refuses: one clear line, at the place of the fault.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "assessment/bank/schema.hpp"
#include "tests/printing.hpp"
#include "tests/sample_banks.hpp"

using namespace assessment;

namespace {

using Lines = std::vector<std::string>;

// All that is wrong with an item written in one line. A '^' in it marks the place where the fault is
// expected; a fault that is reported there reads "^ TEXT", any other "LINE:COLUMN TEXT".
Lines item_faults(std::string item) {
  const std::size_t mark = item.find('^');
  if (mark != std::string::npos) item.erase(mark, 1);
  const std::string before = tests::sample_head + "domains:\n" + tests::domain("safety", "      - {");
  const auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  const auto column = static_cast<int>(std::string("      - {").size() + mark) + 1;
  const auto bank = parse_bank(before + item + "}\n" + tests::domain("data", tests::ratings("data", 4)), "b");
  Lines lines;
  for (const Diagnostic& fault : bank ? Diagnostics{} : bank.faults()) {
    const bool is_marked = mark != std::string::npos && fault.at == Position{line, column};
    lines.push_back((is_marked ? "^" : fmt::format("{}:{}", fault.at.line, fault.at.column)) + " " +
                    fault.text);
  }
  return lines;
}

const std::string knowledge = "id: x, measures: knowledge, prompt: {en: A, cy: B}, type: ";
const std::string label = "label: {en: A, cy: B}";

std::string region(const char* id, const char* at, const char* more) {
  return fmt::format("{{id: {}, role: text, at: {}, {} text: {{en: A, cy: B}}}}", id, at, more);
}
std::string marked_hotspot(const std::string& regions) {
  return knowledge + "hotspot, scene: {kind: message, title: {en: A, cy: B}, regions: ^[" + regions + "]}";
}
std::string hotspot(const std::string& regions) {
  return knowledge + "hotspot, scene: {kind: message, title: {en: A, cy: B}, regions: [" + regions + "]}";
}

}  // namespace

TEST_CASE("a note asks nothing, so nothing about an answer can be said of it") {
  CHECK(item_faults("id: x, type: note, prompt: {en: A, cy: B}, ^required: true") ==
        Lines{"^ unknown key 'required'"});
}

TEST_CASE("order and match have a length that two hands can put right") {
  CHECK(item_faults(knowledge + "order, options: ^[{id: a, " + label + "}]") ==
        Lines{"^ a choice needs at least two options", "^ expected 2 to 10 options, not 1"});
  CHECK(item_faults(knowledge + "order, options: [{id: a, ^score: 1, " + label + "}, {id: b, " + label +
                    "}]") == Lines{"^ unknown key 'score'"});
  CHECK(item_faults(knowledge + "match, pairs: ^[{left: {id: a, " + label + "}, right: {id: b, " + label +
                    "}}]") == Lines{"^ expected 2 to 8 pairs, not 1"});
  CHECK(item_faults(knowledge + "match, pairs: [{left: {id: a, " + label + "}, right: {id: b, " + label +
                    "}}, {left: {id: ^a, " + label + "}, right: {id: c, " + label + "}}]") ==
        Lines{"^ the left id 'a' stands here a second time"});
  CHECK(item_faults(knowledge + "order, credit: ^partial, options: [{id: a, " + label + "}, {id: b, " +
                    label + "}]") == Lines{"^ credit cannot be 'partial'; use all, pairs"});
}

TEST_CASE("number: ranges are numbers, the right way round") {
  CHECK(item_faults(knowledge + "number, accept: [{from: 38, to: ^36}]") == Lines{"^ `to` is below `from`"});
  CHECK(item_faults(knowledge + "number, accept: [{^from: 36}]") == Lines{"^ the key 'to' is missing"});
  CHECK(item_faults(knowledge + "number, accept: ^[]") == Lines{"^ expected at least one of accept"});
  CHECK(item_faults(knowledge + "number, decimals: ^7, accept: [{from: 1, to: 2}]") ==
        Lines{"^ expected a whole number from 0 to 6"});
}

TEST_CASE("hotspot: regions lie inside the scene, apart from each other, and one is right") {
  CHECK(item_faults(hotspot(region("a", "[0, 0, 50, 10]", "correct: true,") + ", " +
                            region("b", "[50, 0, 50, 10]", "")))
            .empty());
  CHECK(item_faults(hotspot(region("a", "[0, 0, 50, 10]", "correct: true,") + ", " +
                            region("b", "^[40, 5, 50, 10]", ""))) ==
        Lines{"^ the regions 'a' and 'b' overlap"});
  CHECK(item_faults(hotspot(region("a", "[0, 0, 50, 10]", "correct: true,") + ", " +
                            region("b", "^[60, 0, 50, 10]", ""))) ==
        Lines{"^ the region reaches beyond the scene"});
  CHECK(item_faults(hotspot(region("a", "[0, 0, 50, 10]", "correct: true,") + ", " +
                            region("b", "^[50, 0, 50]", ""))) ==
        Lines{"^ expected [left, top, width, height] in percent"});
  CHECK(item_faults(
            marked_hotspot(region("a", "[0, 0, 50, 10]", "") + ", " + region("b", "[50, 0, 50, 10]", ""))) ==
        Lines{"^ none of the regions is correct"});
}

TEST_CASE("task: a step is a scene or options, and their worth is said once") {
  const std::string options = "options: [{id: a, correct: true, " + label + "}, {id: b, " + label + "}]";
  const std::string scored = "options: [{id: a, score: 1, " + label + "}, {id: b, score: 0, " + label + "}]";
  const auto task = [](const std::string& step) {
    return knowledge + "task, steps: [{" + (step.empty() ? "^" : "") + "id: s, prompt: {en: A, cy: B}" +
           step + "}]";
  };
  CHECK(item_faults(task(", " + options)).empty());
  CHECK(item_faults(task("")) == Lines{"^ the key 'scene' is missing"});
  CHECK(item_faults(task(", score: ^2, " + scored)) ==
        Lines{"^ the options of this step have scores of their own"});
  CHECK(item_faults(task(", score: 0, " + options)).size() == 1);
}

TEST_CASE("confidence, image and the keys of later versions") {
  CHECK(item_faults("id: x, type: rating, scale: confidence, confidence: ^true, prompt: {en: A, cy: B}") ==
        Lines{"^ only a knowledge item asks how sure its answer is; add `measures: knowledge`"});
  CHECK(item_faults("id: x, type: rating, scale: confidence, image: ^../a.png, alt: {en: A, cy: B}, prompt: "
                    "{en: A, cy: B}") ==
        Lines{"^ an image is the name of a PNG file in the bank's own folder: picture.png"});
  CHECK(item_faults("^id: x, type: rating, scale: confidence, image: a.png, prompt: {en: A, cy: B}") ==
        Lines{"^ the key 'alt' is missing"});
  CHECK(item_faults("id: x, type: rating, scale: confidence, alt: ^{en: A, cy: B}, prompt: {en: A, cy: B}") ==
        Lines{"^ `alt` describes an `image`, and there is none"});
  CHECK(
      item_faults(
          "id: x, type: rating, scale: confidence, irt: ^{model: 2pl, a: 1, b: 0}, prompt: {en: A, cy: B}") ==
      Lines{"^ the key 'irt' is not supported yet"});
  CHECK(item_faults("id: x, type: ^oder, prompt: {en: A, cy: B}") ==
        Lines{"^ type cannot be 'oder'; did you mean 'order'?"});
}
