#include "assessment/reporting/terminal.hpp"

#include <algorithm>
#include <vector>

#include "assessment/base/text.hpp"

namespace assessment {
namespace {

constexpr std::size_t gap = 2;  // spaces between columns
constexpr std::size_t most_title_lines = 3, most_cell_lines = 2;
constexpr std::size_t widest_row_name = 24;  // characters, before a row's name wraps

using Lines = std::vector<std::string>;

// Words in lines of at most `width` characters; a longer word has a line of its own.
Lines wrap(std::string_view text, std::size_t width) {
  Lines lines{""};
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t length = count_characters(word);
    if (used > 0 && used + 1 + length > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += length + (used > 0 ? 1 : 0);
  }
  return lines;
}

std::size_t longest(const Lines& lines) {
  std::size_t most = 0;
  for (const std::string& line : lines) most = std::max(most, count_characters(line));
  return most;
}

std::string pad(const std::string& text, std::size_t width, Alignment alignment) {
  const std::size_t length = count_characters(text);
  const std::string space(width > length ? width - length : 0, ' ');
  return alignment == Alignment::start ? text + space : space + text;
}

// The least width at which `text` takes no more than `lines` lines.
std::size_t width_for(std::string_view text, std::size_t lines) {
  std::size_t width = longest(wrap(text, 1));
  while (wrap(text, width).size() > lines) ++width;
  return width;
}

// Wide enough for a title of three lines and for cells of two; row names wrap where they have to.
std::size_t column_width(const Table& table, std::size_t column) {
  std::size_t most = width_for(to_printable(table.columns[column].title), most_title_lines);
  for (const auto& row : table.rows) {
    const std::string cell = to_printable(row[column]);
    const bool is_row_name = column < table.key_columns;
    most =
        std::max(most, is_row_name ? longest(wrap(cell, widest_row_name)) : width_for(cell, most_cell_lines));
  }
  return most;
}

class TableWriter {
 public:
  TableWriter(const Table& table, std::size_t width) : table_(table), width_(width) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) widths_.push_back(column_width(table, i));
  }

  std::string write() {
    std::size_t next = table_.key_columns;
    do {
      next = write_block(next);
    } while (next < table_.columns.size());
    return std::move(text_);
  }

 private:
  // Writes the row names and as many columns from `first` on as fit, at least one; gives the next column.
  std::size_t write_block(std::size_t first) {
    std::vector<std::size_t> columns;
    std::size_t used = 0;
    for (std::size_t i = 0; i < table_.key_columns; ++i) {
      columns.push_back(i);
      used += widths_[i] + gap;
    }
    std::size_t next = first;
    while (next < widths_.size() && (next == first || used + widths_[next] <= width_)) {
      columns.push_back(next);
      used += widths_[next] + gap;
      ++next;
    }
    if (!text_.empty()) text_ += '\n';
    write_block_rows(columns);
    return next;
  }

  void write_block_rows(const std::vector<std::size_t>& columns) {
    std::vector<Lines> titles;
    for (const std::size_t i : columns)
      titles.push_back(wrap(to_printable(table_.columns[i].title), widths_[i]));
    write_row(columns, titles, Hang::bottom);
    std::vector<Lines> rules;
    for (const std::size_t i : columns) rules.push_back({std::string(widths_[i], '-')});
    write_row(columns, rules, Hang::top);
    for (const auto& row : table_.rows) {
      std::vector<Lines> cells;
      for (const std::size_t i : columns) cells.push_back(wrap(to_printable(row[i]), widths_[i]));
      write_row(columns, cells, Hang::top);
    }
  }

  enum class Hang { top, bottom };  // where a cell of fewer lines than its neighbours stands

  void write_row(const std::vector<std::size_t>& columns, const std::vector<Lines>& cells, Hang hang) {
    std::size_t height = 0;
    for (const Lines& cell : cells) height = std::max(height, cell.size());
    for (std::size_t line = 0; line < height; ++line) {
      std::string out;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const std::size_t above = hang == Hang::bottom ? height - cells[c].size() : 0;
        const bool has_text = line >= above && line - above < cells[c].size();
        const std::size_t column = columns[c];
        out += pad(has_text ? cells[c][line - above] : "", widths_[column], table_.columns[column].alignment);
        out += std::string(gap, ' ');
      }
      text_ += out.substr(0, out.find_last_not_of(' ') + 1) + '\n';
    }
  }

  const Table& table_;
  std::size_t width_;
  std::vector<std::size_t> widths_;
  std::string text_;
};

std::string paragraph(const std::string& text, std::size_t width) {
  std::string out;
  for (const std::string& line : wrap(to_printable(text), width)) out += line + '\n';
  return out;
}

std::string heading(const std::string& text, char rule) {
  const std::string printable = to_printable(text);
  return printable + '\n' + std::string(count_characters(printable), rule) + '\n';
}

}  // namespace

std::string render_terminal(const Report& report, std::size_t width) {
  const std::string marking = report.marking.empty() ? "" : paragraph(report.marking, width);
  std::string out;
  if (!marking.empty()) out += marking + '\n';
  out += heading(report.title, '=') + '\n';
  for (const std::string& sentence : report.headline) out += paragraph(sentence, width);
  for (const ReportSection& section : report.sections) {
    out += '\n' + heading(section.heading, '-');
    for (const std::string& text : section.paragraphs) out += paragraph(text, width);
    for (const Table& table : section.tables) {
      out += '\n' + paragraph(table.caption, width) + '\n' + TableWriter(table, width).write();
    }
  }
  out += '\n' + heading(std::string(report_words(report.language).page.notes), '-');
  for (const std::string& note : report.notes) out += paragraph(note, width) + '\n';
  return marking.empty() ? out.substr(0, out.size() - 1) : out + marking;
}

std::string to_printable(std::string_view text) {
  std::string printable(text);
  for (char& character : printable) {
    if (character == '\t' || character == '\n' || character == '\r') character = ' ';
  }
  while (const auto fault = find_text_fault(printable)) printable[fault->offset] = '?';
  return printable;
}

}  // namespace assessment
