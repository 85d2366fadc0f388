#include "assessment/reporting/html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "assessment/base/fill.hpp"
#include "assessment/base/markup_text.hpp"
#include "assessment/reporting/html_style.hpp"
#include "assessment/reporting/svg.hpp"

namespace assessment {
namespace {

constexpr ChartSize chart_size{.width = 860, .text_size = 16};

bool is_letter(std::string_view text, std::size_t place) {
  if (place >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[place]);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// What makes a table fit A4.
std::string_view width_class(std::size_t columns) {
  if (columns > 12) return " class=\"many most\"";
  return columns > 7 ? " class=\"many\"" : "";
}

class HtmlWriter {
 public:
  HtmlWriter(const Report& report, const std::optional<OtherLanguage>& other)
      : report_(report), words_(report_words(report.language)), other_(other) {}

  std::string write() {
    write_head();
    write_header();
    add("<main id=\"main\" class=\"column\">\n");
    write_summary();
    write_contents();
    int number = 0;
    for (const ReportSection& section : report_.sections) write_section(section, ++number);
    write_notes();
    add("</main>\n");
    write_footer();
    add("</body>\n</html>\n");
    return std::move(html_);
  }

 private:
  void add(std::string_view markup) { html_ += markup; }

  template <class... Values>
  void add_line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(html_), format, std::forward<Values>(values)...);
    html_ += '\n';
  }

  // Escaped, with what is in another language marked as such. Only whole words count.
  std::string text(std::string_view plain) const {
    for (const ForeignText& foreign : report_.foreign_texts) {
      const std::size_t start = plain.find(foreign.text);
      if (start == std::string_view::npos) continue;
      const std::size_t end = start + foreign.text.size();
      if ((start > 0 && is_letter(plain, start - 1)) || is_letter(plain, end)) continue;
      return fmt::format("{}<span lang=\"{}\">{}</span>{}", text(plain.substr(0, start)), foreign.language,
                         markup_text(foreign.text), text(plain.substr(end)));
    }
    return markup_text(plain);
  }

  void write_head() {
    add("<!DOCTYPE html>\n");
    add_line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{}\">", words_.tag);
    add("<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    add_line("<title>{}</title>", markup_text(report_.title));
    // A style element is text in HTML and markup in XML: what both read alike needs no escapes.
    add_line("<style>{}</style>\n</head>\n<body>", html_style);
  }

  void write_header() {
    add_line("<a class=\"skip\" href=\"#main\">{}</a>", words_.page.skip);
    if (!report_.marking.empty()) {
      add_line("<aside class=\"marking\" aria-label=\"{0}\"><p>{0}</p></aside>",
               markup_text(report_.marking));
    }
    add("<header>\n");
    add_line("<div class=\"column\">\n<h1>{}</h1>", markup_text(report_.title));
    if (!report_.made_on.empty()) {
      add_line("<p>{}</p>",
               markup_text(fill(words_.page.made_on, {{"day", date_text(report_.made_on, words_)}})));
    }
    if (other_) {
      add_line("<p><a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a></p>", markup_text(other_->file),
               other_->language, other_->language, report_words(other_->language).page.other_language);
    }
    add("</div>\n</header>\n");
  }

  void write_summary() {
    add_line("<section class=\"summary\" aria-labelledby=\"summary\">\n<h2 id=\"summary\">{}</h2>\n<ul>",
             words_.page.summary);
    for (const std::string& sentence : report_.headline) add_line("<li>{}</li>", text(sentence));
    add("</ul>\n");
    if (report_.is_of_results)
      add_line("<p>{}</p>\n<p>{}</p>", words_.page.read_with_care, words_.page.started_and_finished);
    add("</section>\n");
  }

  void write_contents() {
    add_line("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ul>", words_.page.contents);
    int number = 0;
    for (const ReportSection& section : report_.sections)
      add_line("<li><a href=\"#section-{}\">{}</a></li>", ++number, text(section.heading));
    add_line("<li><a href=\"#notes\">{}</a></li>\n</ul>\n</nav>", words_.page.notes);
  }

  void write_section(const ReportSection& section, int number) {
    add_line("<section aria-labelledby=\"section-{0}\">\n<h2 id=\"section-{0}\">{1}</h2>", number,
             text(section.heading));
    for (const std::string& paragraph : section.paragraphs) add_line("<p>{}</p>", text(paragraph));
    for (const Table& table : section.tables) {
      // A heading to find it by; the caption then says the same, and only to who goes from table to table.
      const bool is_one_of_many = section.tables.size() > 1;
      if (is_one_of_many) add_line("<h3>{}</h3>", text(table.caption));
      if (table.chart) write_chart(*table.chart);
      write_table(table, is_one_of_many ? " class=\"unseen\"" : "");
    }
    add("</section>\n");
  }

  // The box of what may be wider than the screen: it scrolls by itself, by keyboard too.
  void begin_wide(std::string_view name, std::string_view title) {
    add_line("<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">",
             markup_text(fill(name, {{"title", std::string(title)}})));
  }

  void write_chart(const Chart& chart) {
    add_line("<p class=\"says\">{}</p>", text(chart.sentence));
    begin_wide(words_.page.chart_of, chart.title);
    const std::string name = fmt::format("chart-{}", ++charts_);
    add(to_svg(layout(chart, chart_size, svg_font_metrics()), name, chart.title, chart.sentence));
    add("</div>\n");
    for (const std::string& note : chart.notes) add_line("<p class=\"hint\">{}</p>", text(note));
  }

  void write_cells(const Table& table, const std::vector<std::string>& row) {
    add("<tr>");
    for (std::size_t i = 0; i < row.size(); ++i) {
      const char* side = table.columns[i].alignment == Alignment::end ? " class=\"figure\"" : "";
      const bool is_name = i < table.key_columns;
      html_ += is_name ? fmt::format("<th scope=\"row\"{}>{}</th>", side, text(row[i]))
                       : fmt::format("<td{}>{}</td>", side, text(row[i]));
    }
    add("</tr>\n");
  }

  void write_table(const Table& table, std::string_view caption_class) {
    begin_wide(words_.page.table_of, table.caption);
    add_line("<table{}>\n<caption{}>{}</caption>\n<thead>\n<tr>", width_class(table.columns.size()),
             caption_class, text(table.caption));
    for (const Column& column : table.columns) {
      add_line("<th scope=\"col\"{}>{}</th>", column.alignment == Alignment::end ? " class=\"figure\"" : "",
               text(column.title));
    }
    add("</tr>\n</thead>\n<tbody>\n");
    for (const auto& row : table.rows) write_cells(table, row);
    add("</tbody>\n</table>\n</div>\n");
  }

  void write_notes() {
    add_line("<section aria-labelledby=\"notes\">\n<h2 id=\"notes\">{}</h2>", words_.page.notes);
    add_line("<p>{}</p>", words_.page.withheld);
    for (const std::string& note : report_.notes) add_line("<p>{}</p>", text(note));
    if (charts_ > 0) add_line("<p>{}</p>", words_.notes.charts);
    add("</section>\n");
  }

  void write_footer() {
    add("<footer>\n");
    if (!report_.made_on.empty()) {
      add_line("<p class=\"column\">{}</p>",
               markup_text(fill(words_.page.made_on, {{"day", date_text(report_.made_on, words_)}})));
    }
    if (!report_.marking.empty()) add_line("<p class=\"marking last\">{}</p>", markup_text(report_.marking));
    add("</footer>\n");
  }

  const Report& report_;
  const ReportWords& words_;
  const std::optional<OtherLanguage>& other_;
  std::string html_;
  int charts_ = 0;
};

}  // namespace

std::string render_html(const Report& report, const std::optional<OtherLanguage>& other) {
  return HtmlWriter(report, other).write();
}

}  // namespace assessment
