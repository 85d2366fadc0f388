#include "assessment/results/font_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

namespace assessment {
namespace {

constexpr std::size_t header_bytes = 12, entry_bytes = 16;
constexpr std::size_t adjustment_at = 8;  // in 'head': counts as zero, for it depends on all the sums

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number = number << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
  return number;
}

int signed_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(number_at(bytes, at, 2));
}

// Of 32-bit numbers, the last one filled up with zeros.
std::uint32_t sum_of(std::string_view table, bool is_head) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < table.size(); at += 4) sum += number_at(table, at, 4);
  return is_head ? sum - number_at(table, adjustment_at, 4) : sum;
}

using Tables = std::map<std::string_view, std::string_view>;

bool holds_all(const Tables& tables) {
  const auto has = [&](std::string_view name) { return tables.contains(name); };
  const std::array always{"cmap", "head", "hhea", "hmtx", "maxp"};
  return std::ranges::all_of(always, has) && ((has("glyf") && has("loca")) || has("CFF "));
}

}  // namespace

Expected<FontMetrics> read_font_metrics(std::string_view bytes, const std::string& file) {
  const auto fault = [&](const char* code, std::string text) {
    return Diagnostic{.code = code, .file = file, .text = std::move(text)};
  };
  const auto damaged = [&] { return fault("font-damaged", "this font is damaged; copy the file again"); };
  if (bytes.size() > largest_font)
    return fault("font-too-large", fmt::format("this font has more than {} bytes", largest_font));
  const std::string_view kind = bytes.substr(0, 4);
  if (kind != std::string_view("\0\1\0\0", 4) && kind != "OTTO" && kind != "true")
    return fault("not-a-font", "this is no font of the kind .ttf or .otf");

  Tables tables;
  const std::size_t count = number_at(bytes, 4, 2);
  if (bytes.size() < header_bytes + count * entry_bytes) return damaged();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = header_bytes + i * entry_bytes;
    const std::size_t begin = number_at(bytes, entry + 8, 4), size = number_at(bytes, entry + 12, 4);
    if (begin > bytes.size() || size > bytes.size() - begin) return damaged();
    const std::string_view name = bytes.substr(entry, 4), table = bytes.substr(begin, size);
    if (sum_of(table, name == "head") != number_at(bytes, entry + 4, 4)) return damaged();
    tables.emplace(name, table);
  }
  if (!holds_all(tables)) return damaged();

  const double units_per_em = number_at(tables["head"], 18, 2);
  const double line = signed_at(tables["hhea"], 4) - signed_at(tables["hhea"], 6);
  if (units_per_em < 16 || line <= 0) return damaged();
  FontMetrics metrics{.em = line / units_per_em};
  const auto windows = tables.find("OS/2");
  if (windows != tables.end() && number_at(windows->second, 0, 2) >= 2)
    metrics.capital = std::max(0, signed_at(windows->second, 88)) / line;
  return metrics;
}

}  // namespace assessment
