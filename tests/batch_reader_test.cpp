#include "assessment/results/batch_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/result_samples.hpp"

using namespace assessment;

namespace {

const std::string hash_a(64, 'a');

std::string header_line(int records) {
  return fmt::format(
      R"({{"format":"skills-results/1","campaign":"spring","site":"A","period":"2026-Q4","bank":{{"id":"b","version":"1.0.0","sha256":"{}"}},"kiosk":"k","sequence":1,"previous":null,"records":{}}})",
      hash_a, records);
}

const std::string good_domains =
    R"({"safety":{"percent":62.5,"level":"capable","answered":7,"asked":8,"knowledge":75.0}})";

std::string record_line(const std::string& role = R"("clinical")", const std::string& domains = good_domains,
                        const std::string& answers = R"({"lock":"alone"})", const std::string& rest = "") {
  return fmt::format(
      R"({{"campaign":"spring","site":"A","period":"2026-Q4","bank":"b@1.0.0","role":{},"domains":{},"overall":{{"percent":61.3,"level":"capable"}},"answers":{}{}}})",
      role, domains, answers, rest);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE_MESSAGE(at != std::string::npos, what);
  return text.replace(at, what.size(), by);
}

struct Reading {
  std::vector<std::string> faults{};  // "LINE code"
  int visited = 0;
};

Reading read(const std::string& bytes) {
  Reading reading;
  const auto header = read_batch(bytes, "a.results.jsonl", [&](const BatchRecord&) { ++reading.visited; });
  if (!header) reading.faults = tests::lines_and_codes(header.faults());
  return reading;
}

using Faults = std::vector<std::string>;

Faults faults_of_record(const std::string& line) {
  return read(header_line(1) + "\n" + line + "\n").faults;
}
Faults faults_of_header(const std::string& line) {
  return read(line + "\n" + record_line() + "\n").faults;
}
Faults faults_of_answers(const std::string& answers) {
  return faults_of_record(record_line(R"("clinical")", good_domains, answers));
}
Faults faults_of_domains(const std::string& domains) {
  return faults_of_record(record_line(R"("clinical")", domains));
}

std::string archive(const std::string& sources, int records = 1) {
  return fmt::format(R"({{"format":"skills-results/1","merged":{},"sources":[{}]}})", records, sources) +
         "\n" + record_line() + "\n";
}

std::string source(char digit) {
  return fmt::format(R"({{"kiosk":"k","sequence":1,"sha256":"{}"}})", std::string(64, digit));
}

}  // namespace

TEST_SUITE("batch reader") {
  TEST_CASE("a batch in order is read and each record visited once") {
    const auto reading = read(header_line(2) + "\n" + record_line() + "\n" + record_line() + "\n");
    CHECK(reading.faults == Faults{});
    CHECK(reading.visited == 2);
  }

  TEST_CASE("a fault names file and line with column 1") {
    const auto header = read_batch(header_line(1) + "\n{}\n", "a.results.jsonl", [](const BatchRecord&) {});
    REQUIRE_FALSE(header);
    CHECK(to_text(header.faults().front()) == "a.results.jsonl:2:1: error: the field 'campaign' is missing");
  }

  TEST_CASE("the faults of all lines are told at once and of many the first hundred") {
    CHECK(read(header_line(3) + "\n{}\n" + record_line() + "\n[]\n").faults ==
          Faults{"2 missing-field", "4 wrong-type"});
    std::string many = header_line(500) + "\n";
    for (int i = 0; i < 500; ++i) many += "{}\n";
    CHECK(read(many).faults.size() == 100);
  }

  TEST_CASE("what is no batch at all is refused at its first line") {
    for (const auto& [bytes, fault] : std::vector<std::pair<std::string, std::string>>{
             {"", "1 empty-file"},
             {"\n", "1 not-json"},
             {"hello\n", "1 wrong-type"},
             {"[]\n", "1 wrong-type"},
             {"null\n", "1 wrong-type"},
             {"{}\n", "1 missing-field"},
             {"{\"format\":\"skills-results/2\"}\n", "1 bad-value"},
             {"{\"format\":7}\n", "1 missing-field"},
             {"{\"format\":\"skills-results/1\"}\n", "1 missing-field"},
             {"{\"format\":\"skills-results/1\",\"a\":\"b\" \"c\"}\n", "1 not-json"},
             {std::string("\0\0\0\0", 4) + "\n", "1 wrong-type"},
             {"\xff\xfe{\0}\0", "1 not-utf-8"},
             {std::string(5000, '{') + "\n", "1 not-json"},
             {std::string(5000, '[') + "\n", "1 wrong-type"},
             {header_line(1), "1 no-line-end"},
         }) {
      CAPTURE(bytes);
      CHECK(read(bytes).faults == Faults{fault});
    }
  }

  TEST_CASE("a first line is refused for each field that is not as it must be") {
    const std::string good = header_line(1);
    REQUIRE(faults_of_header(good) == Faults{});
    for (const auto& [what, by, code] : std::vector<std::array<std::string, 3>>{
             {R"("campaign":"spring",)", "", "missing-field"},
             {R"("campaign":"spring",)", R"("colour":"red","campaign":"spring",)", "unknown-field"},
             {R"("campaign":"spring","site":"A")", R"("site":"A","campaign":"spring")", "missing-field"},
             {R"("site":"A")", R"("campaign":"spring","site":"A")", "duplicate-field"},
             {R"("site":"A")", R"("site":7)", "wrong-type"},
             {R"("site":"A")", R"("site":"")", "bad-value"},
             {R"("site":"A")", R"("site":"A\nB")", "bad-value"},
             {R"("site":"A")", R"("site":"\u001b[2J")", "bad-value"},
             {R"("site":"A")", R"("site":"\ud800")", "not-json"},
             {"2026-Q4", "2026-10-01", "bad-value"},
             {hash_a, "A" + hash_a.substr(1), "bad-value"},
             {R"("sequence":1)", R"("sequence":0)", "bad-value"},
             {R"("sequence":1)", R"("sequence":1.0)", "wrong-type"},
             {R"("sequence":1)", R"("sequence":"1")", "wrong-type"},
             {R"("sequence":1)", R"("sequence":99999999999999999999)", "wrong-type"},
             {R"("previous":null)", R"("previous":"abc")", "bad-value"},
             {R"("previous":null)", R"("previous":nil)", "not-json"},
             {R"("records":1)", R"("records":1,"synthetic":false)", "wrong-type"},
             {R"("records":1)", R"("records":-1)", "wrong-type"},
             {R"("records":1)", R"("records":1,"records":1)", "duplicate-field"},
             {R"("records":1})", R"("records":1}{})", "not-json"},
             {R"("records":1})", R"("records":1)", "not-json"},
         }) {
      const std::string line = replaced(good, what, by);
      CAPTURE(line);
      CHECK(faults_of_header(line) == Faults{"1 " + code});
    }
  }

  TEST_CASE("a record is refused for each field that is not as it must be") {
    const std::string good = record_line();
    REQUIRE(faults_of_record(good) == Faults{});
    for (const auto& [what, by, code] : std::vector<std::array<std::string, 3>>{
             {R"("role":"clinical",)", "", "missing-field"},
             {R"("role":"clinical",)", R"("role":"clinical","role":"clinical",)", "duplicate-field"},
             {R"("role":"clinical",)", R"("role":"clinical","when":"today",)", "unknown-field"},
             {R"("answers":{"lock":"alone"}})", R"("answers":{"lock":"alone"},"id":"7"})", "unknown-field"},
             {R"("campaign":"spring","site":"A")", R"("site":"A","campaign":"spring")", "missing-field"},
             {R"("role":"clinical")", R"("role":null)", "wrong-type"},
             {R"("role":"clinical")", R"("role":"Ward 7")", "bad-value"},
             {R"("campaign":"spring")", R"("campaign":"autumn")", "not-of-this-batch"},
             {R"("site":"A")", R"("site":"B")", "not-of-this-batch"},
             {"2026-Q4", "2026-Q3", "not-of-this-batch"},
             {"b@1.0.0", "b@1.0.1", "not-of-this-batch"},
             {"b@1.0.0", "b", "bad-value"},
             {"61.3", "null", "bad-value"},
             {"61.3", "61.35", "wrong-type"},
             {"61.3", "6.13e1", "wrong-type"},
             {"61.3", "061.3", "wrong-type"},
             {"61.3", "-0.0", "wrong-type"},
             {"61.3", "100.1", "bad-value"},
             {"61.3", R"("61.3")", "wrong-type"},
             {"61.3", "61.3 7", "not-json"},
             {R"("alone"})", R"("alone",})", "not-json"},
             {R"("alone"}})",
              R"("alone"}})"
              " x",
              "not-json"},
             {R"("alone"}})", R"("alone"}}})", "not-json"},
             {R"("alone"}})", R"("alone"})", "not-json"},
             {"alone", "al\xc3(ne", "not-utf-8"},
         }) {
      const std::string line = replaced(good, what, by);
      CAPTURE(line);
      CHECK(faults_of_record(line) == Faults{"2 " + code});
    }
  }

  TEST_CASE("every kind of answer is read and nothing else") {
    for (const char* answers :
         {"{}",
          R"({"a":"x","b":["x","y"],"c":{"l":"r"},"d":12.5,"e.sure":"very","f.flag":true,"g":-3,"h":0})"}) {
      CAPTURE(answers);
      CHECK(faults_of_answers(answers) == Faults{});
    }
    for (const auto& [answers, code] : std::vector<std::pair<std::string, std::string>>{
             {"[]", "wrong-type"},
             {R"({"a":"x","a":"x"})", "duplicate-field"},
             {R"({"a":"Jo Smith, ward 7"})", "bad-value"},
             {R"({"a b":"x"})", "bad-value"},
             {R"({"a.time":"x"})", "bad-value"},
             {R"({"":"x"})", "bad-value"},
             {R"({"a":[]})", "bad-value"},
             {R"({"a":[["x"]]})", "wrong-type"},
             {R"({"a":["x",7]})", "wrong-type"},
             {R"({"a":{}})", "bad-value"},
             {R"({"a":{"l":"r","l":"s"}})", "duplicate-field"},
             {R"({"a":{"l":{}}})", "wrong-type"},
             {R"({"a":1e3})", "bad-value"},
             {R"({"a":1.50})", "bad-value"},
             {R"({"a":010})", "bad-value"},
             {R"({"a":null})", "wrong-type"},
             {R"({"a":true})", "wrong-type"},
             {R"({"a.flag":false})", "wrong-type"},
             {R"({"a.flag":"x"})", "wrong-type"},
         }) {
      CAPTURE(answers);
      CHECK(faults_of_answers(answers) == Faults{"2 " + code});
    }
  }

  TEST_CASE("every figure of a domain is read and nothing else") {
    const std::string start = R"({"d":{"percent":50.0,"level":"x","answered":1,"asked":2,"knowledge":null)";
    for (
        const char* domains :
        {"{}", R"({"d":{"percent":null,"level":null,"answered":0,"asked":2,"knowledge":0.0}})",
         R"({"d":{"percent":50,"level":"x","answered":1,"asked":1,"knowledge":100.0,"attained":"none","steps":0,"counts":{}}})",
         R"({"d":{"percent":50.0,"level":"x","answered":1,"asked":1}})"}) {
      CAPTURE(domains);
      CHECK(faults_of_domains(domains) == Faults{});
    }
    for (const auto& [domains, code] : std::vector<std::pair<std::string, std::string>>{
             {start + R"(},"d":{}})", "missing-field"},
             {start + "}," + start.substr(1) + "}}", "duplicate-field"},
             {start + R"(,"theta":1}})", "unknown-field"},
             {start + R"(,"steps":1,"attained":"none"}})", "misplaced-field"},
             {start + R"(,"steps":-1}})", "wrong-type"},
             {start + R"(,"counts":{"x":1,"x":2}}})", "duplicate-field"},
             {start + R"(,"counts":[1]}})", "wrong-type"},
             {start + R"(,"attained":7}})", "wrong-type"},
             {R"({"d":{"percent":50.0,"level":null,"answered":1,"asked":2,"knowledge":null}})", "bad-value"},
             {R"({"d":{"percent":50.0,"level":"x","answered":3,"asked":2,"knowledge":null}})", "bad-value"},
             {R"({"d":{"percent":50.0,"level":"x","knowledge":null}})", "missing-field"},
             {R"({"d":7})", "wrong-type"},
         }) {
      CAPTURE(domains);
      CHECK(faults_of_domains(domains) == Faults{"2 " + code});
    }
  }

  TEST_CASE("a grouped record has no numbers of answers") {
    const std::string without = R"({"d":{"percent":50.0,"level":"x","knowledge":null}})";
    CHECK(faults_of_record(record_line(R"("*")", without)) == Faults{});
    CHECK(faults_of_record(record_line(R"("*")", good_domains)) == Faults{"2 unknown-field"});
  }

  TEST_CASE("a link stands at the end and is a hash") {
    const auto with = [](const std::string& rest) {
      return faults_of_record(record_line(R"("clinical")", good_domains, "{}", rest));
    };
    CHECK(with(R"(,"link":")" + hash_a + "\"") == Faults{});
    CHECK(with(R"(,"link":"three plain words")") == Faults{"2 bad-value"});
  }

  TEST_CASE("the number of records is what the first line says") {
    CHECK(read(header_line(1) + "\n").faults == Faults{"1 wrong-count"});
    CHECK(read(header_line(3) + "\n" + record_line() + "\n").faults == Faults{"1 wrong-count"});
    CHECK(read(header_line(1) + "\n" + record_line() + "\n" + record_line() + "\n").faults ==
          Faults{"3 wrong-count"});
  }

  TEST_CASE("a batch cut short anywhere is refused") {
    const std::string whole = header_line(2) + "\n" + record_line() + "\n" + record_line() + "\n";
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK_FALSE(read(whole.substr(0, size)).faults.empty());
    }
  }

  TEST_CASE("empty lines and foreign line ends and garbage at the end are refused") {
    const std::string good = header_line(1) + "\n" + record_line() + "\n";
    CHECK(read(good + "\n").faults == Faults{"3 not-json"});
    CHECK(read(good + "garbage\n").faults == Faults{"3 wrong-type"});
    CHECK(read(good + "garbage").faults == Faults{"3 no-line-end"});
    CHECK(read(header_line(1) + "\n" + record_line() + "\r\n").faults == Faults{"2 bad-line-end"});
  }

  TEST_CASE("a line longer than any record can be is refused") {
    const std::string line =
        record_line(R"("clinical")", good_domains, R"({"a":")" + std::string(1'100'000, 'x') + "\"}");
    CHECK(faults_of_record(line) == Faults{"2 line-too-long"});
  }

  TEST_CASE("a record with very many fields is read in time that grows with its length alone") {
    std::string answers = "{";
    for (int i = 0; i < 50'000; ++i) answers += fmt::format("{}\"a{}\":\"x\"", i == 0 ? "" : ",", i);
    CHECK(faults_of_answers(answers + "}") == Faults{});
  }

  TEST_CASE("a merged archive is read like the batches it holds") {
    const auto header = read_batch(archive(source('a') + "," + source('b')), "m", [](const BatchRecord&) {});
    REQUIRE(header);
    const ArchiveHeader expected{1, {{"k", 1, std::string(64, 'a')}, {"k", 1, std::string(64, 'b')}}};
    CHECK(std::get<ArchiveHeader>(*header) == expected);
  }

  TEST_CASE("an archive is refused when its sources or its count are not in order") {
    CHECK(read(archive(source('b') + "," + source('a'))).faults == Faults{"1 bad-value"});
    CHECK(read(archive(source('a') + "," + source('a'))).faults == Faults{"1 bad-value"});
    CHECK(read(archive("")).faults == Faults{"1 bad-value"});
    CHECK(read(archive("7")).faults == Faults{"1 wrong-type"});
    CHECK(read(archive(source('a'), 2)).faults == Faults{"1 wrong-count"});
  }

  TEST_CASE("the first line can be read alone") {
    const auto header = read_header(header_line(12), "a");
    REQUIRE(header);
    CHECK(std::get<BatchHeader>(*header).records == 12);
    CHECK_FALSE(read_header("", "a"));
  }
}
