// Any bytes as an answers file for a bank that has every type of item.
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include "assessment/bank/schema.hpp"
#include "assessment/bank/yaml_reader.hpp"
#include "assessment/results/record.hpp"
#include "assessment/scoring/score.hpp"
#include "assessment/session/answers.hpp"

namespace {

const assessment::QuestionBank& every_key() {
  static const assessment::QuestionBank bank = [] {
    std::ifstream file(TESTS_DATA "/schema/every_key.yaml", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return assessment::parse_bank(bytes, "every_key.yaml").value();
  }();
  return bank;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto tree = assessment::read_yaml({reinterpret_cast<const char*>(data), size}, "answers.yaml");
  if (!tree) return 0;
  const auto session = parse_answers(every_key(), *tree);
  if (session) static_cast<void>(make_record(every_key(), *session, score(every_key(), *session)));
  return 0;
}
