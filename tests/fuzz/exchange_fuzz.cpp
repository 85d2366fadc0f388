// Any bytes as questions of another tool. The first byte picks the format. What is taken becomes YAML that
// our own reader can read, whatever it then finds wrong with the bank.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "assessment/bank/exchange/bank_yaml.hpp"
#include "assessment/bank/exchange/import.hpp"
#include "assessment/bank/yaml_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using assessment::ImportFormat;
  constexpr ImportFormat formats[] = {ImportFormat::gift, ImportFormat::aiken, ImportFormat::moodle_xml,
                                      ImportFormat::qti};
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto words = assessment::import_words("en");
  const auto imported = assessment::import_questions({{"input", bytes}}, formats[data[0] % 4], words);
  if (!imported) return 0;
  if (!assessment::read_yaml(to_bank_yaml(*imported, "imported", words), "imported.yaml")) std::abort();
  return 0;
}
