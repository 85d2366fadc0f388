#include "assessment/statistics/score_matrix_csv.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "assessment/base/csv_text.hpp"
#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t most_faults = 100;
constexpr int most_decimals = 6;

// One cell as it stands in the file, without its quotes.
struct Cell {
  std::string_view text{};
  std::size_t offset = 0;  // of its first byte, in the line
};

struct Decimal {
  std::int64_t digits = 0;  // the number without its point
  std::int64_t parts = 1;   // 10 to the number of decimals
};

// An optional minus, digits, at most six decimals. None: something else, or over 18 digits.
std::optional<Decimal> parse_score(std::string_view text) {
  Decimal decimal;
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 18 || text.front() == '.' || text.back() == '.') return std::nullopt;
  bool has_point = false;
  int decimals = 0;
  for (const char character : text) {
    if (character == '.' && !has_point) {
      has_point = true;
      continue;
    }
    if (character < '0' || character > '9') return std::nullopt;
    decimal.digits = 10 * decimal.digits + (character - '0');
    if (has_point) {
      decimal.parts *= 10;
      ++decimals;
    }
  }
  if (decimals > most_decimals) return std::nullopt;
  if (is_negative) decimal.digits = -decimal.digits;
  return decimal;
}

class MatrixReader {
 public:
  MatrixReader(std::string_view bytes, const std::string& file) : rest_(bytes), file_(file) {}

  Expected<ScoreMatrix> read() {
    if (rest_.starts_with(csv_byte_order_mark)) rest_.remove_prefix(csv_byte_order_mark.size());
    if (rest_.empty()) return Diagnostic{Severity::error, "empty-file", file_, {1, 1}, "the file is empty"};
    if (next_line()) read_items();
    while (faults_.size() < most_faults && !is_stopped_ && next_line()) read_person();
    if (faults_.empty() && matrix_.people == 0) add_fault("no-people", 0, "there is no line below the names");
    if (!faults_.empty()) return std::move(faults_);
    return std::move(matrix_);
  }

 private:
  void add_fault(const char* code, std::size_t offset, std::string text) {
    const int column = 1 + static_cast<int>(count_start_bytes(line_.substr(0, offset)));
    faults_.push_back({Severity::error, code, file_, {line_number_, column}, std::move(text)});
  }

  // Characters, also of text that is not UTF-8.
  static std::size_t count_start_bytes(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
  }

  // The next line without its end; false at the end of the file.
  bool next_line() {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++line_number_;
    if (end != std::string_view::npos && line_.ends_with('\r')) line_.remove_suffix(1);
    return true;
  }

  // False after a fault.
  bool split_line() {
    cells_.clear();
    std::size_t at = 0;
    while (true) {
      if (at < line_.size() && line_[at] == '"') {
        const std::size_t end = line_.find('"', at + 1);
        const bool is_closed =
            end != std::string_view::npos && (end + 1 == line_.size() || line_[end + 1] == ',');
        if (!is_closed) {
          add_fault("bad-quote", at, "a quoted cell must end on its line, and have no quotes in it");
          return false;
        }
        cells_.push_back({line_.substr(at + 1, end - at - 1), at});
        at = end + 1;
      } else {
        const std::size_t end = std::min(line_.find(',', at), line_.size());
        cells_.push_back({line_.substr(at, end - at), at});
        at = end;
      }
      if (at == line_.size()) return true;
      ++at;
    }
  }

  void read_items() {
    is_stopped_ = true;  // without names there is nothing to say of the lines below
    if (line_.empty()) return add_fault("no-items", 0, "the first line must name the items");
    if (!check_text() || !split_line()) return;
    if (cells_.size() > most_matrix_items) {
      return add_fault("too-many-items", 0,
                       fmt::format("{} items; at most {} can be analysed", cells_.size(), most_matrix_items));
    }
    std::set<std::string_view> names;
    for (const Cell& cell : cells_) {
      if (cell.text.empty() || count_characters(cell.text) > longest_item_name ||
          cell.text.find('"') != std::string_view::npos) {
        add_fault(
            "bad-item-name", cell.offset,
            fmt::format("an item's name must have 1 to {} characters, none of them '\"'", longest_item_name));
      } else if (!names.insert(cell.text).second) {
        add_fault("duplicate-item", cell.offset, fmt::format("'{}' names two items", cell.text));
      }
    }
    if (!faults_.empty()) return;
    is_stopped_ = false;
    std::vector<std::string> items;
    for (const Cell& cell : cells_) items.emplace_back(cell.text);
    matrix_ = make_score_matrix(std::move(items));
  }

  // False after a fault. Lines of scores need no such check: what is no number is refused there.
  bool check_text() {
    const auto fault = find_text_fault(line_);
    if (!fault) return true;
    const bool is_line_end = line_[fault->offset] == '\r';
    add_fault(is_line_end ? "bad-line-end" : "not-utf-8", fault->offset,
              is_line_end ? "lines must end with LF or CR LF" : fault->text + " in the names of the items");
    return false;
  }

  void read_person() {
    if (line_.find('\r') != std::string_view::npos) {
      return add_fault("bad-line-end", line_.find('\r'), "lines must end with LF or CR LF");
    }
    if (!split_line()) return;
    if (cells_.size() != matrix_.items.size()) {
      return add_fault(
          "wrong-count", 0,
          fmt::format("{} cells, but the first line names {} items", cells_.size(), matrix_.items.size()));
    }
    for (std::size_t item = 0; item < cells_.size(); ++item) read_cell(item, cells_[item]);
    ++matrix_.people;
  }

  void read_cell(std::size_t item, const Cell& cell) {
    if (cell.text.empty()) return append_missing(matrix_, item);
    const auto score = parse_score(cell.text);
    if (!score) {
      add_fault("not-a-number", cell.offset,
                fmt::format("'{}' is not a number as 2 or 2.5 (at most {} decimals); a missing score is an "
                            "empty cell",
                            shown(cell.text), most_decimals));
    } else if (!append_score(matrix_, item, score->digits, score->parts)) {
      add_fault("number-too-large", cell.offset,
                fmt::format("'{}' is too large beside the other scores, or has too many decimals",
                            shown(cell.text)));
    }
  }

  // What of a cell goes into a message.
  static std::string shown(std::string_view text) {
    std::string shown = without_forbidden_characters(text.substr(0, 40));
    return text.size() > 40 ? shown + "…" : shown;
  }

  std::string_view rest_;
  const std::string& file_;
  std::string_view line_{};
  int line_number_ = 0;
  bool is_stopped_ = false;
  std::vector<Cell> cells_{};
  ScoreMatrix matrix_{};
  Diagnostics faults_{};
};

}  // namespace

Expected<ScoreMatrix> parse_score_matrix(std::string_view bytes, const std::string& file) {
  return MatrixReader(bytes, file).read();
}

}  // namespace assessment
