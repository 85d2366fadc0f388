#include "assessment/bank/exchange/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "assessment/bank/exchange/source_text.hpp"

namespace assessment {
namespace {

using Words = std::vector<std::string_view>;

const Words line_tags{"p",   "br",      "div",     "ul",         "ol",     "dl", "dd",     "dt",
                      "tr",  "h1",      "h2",      "h3",         "h4",     "h5", "h6",     "hr",
                      "pre", "section", "article", "blockquote", "header", "li", "footer", "figure"};
const Words media_tags{"img", "audio",  "video", "iframe",  "object", "embed",
                       "svg", "canvas", "math",  "picture", "map"};
const Words formatting_tags{"b",   "i",    "u",    "em",  "strong", "sub", "sup",    "small",
                            "big", "code", "tt",   "del", "ins",    "s",   "strike", "mark",
                            "q",   "cite", "abbr", "kbd", "samp",   "var"};
const Words silent_tags{"span",  "font",     "a",          "html",    "body",   "head",   "title", "tbody",
                        "thead", "tfoot",    "td",         "th",      "center", "source", "area",  "param",
                        "track", "label",    "figcaption", "table",   "script", "style",  "wbr",   "bdi",
                        "bdo",   "colgroup", "col",        "caption", "o:p"};

constexpr std::size_t most_lost = 20;  // things named for one text

bool is_in(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

void append_utf8(std::string& text, std::uint32_t c) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6));
    add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | (c >> 18));
    add(0x80 | ((c >> 12) & 0x3F));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

// The named references that office programs and editors write.
std::uint32_t named_character(std::string_view name) {
  static const std::vector<std::pair<std::string_view, std::uint32_t>> names{
      {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
      {"nbsp", ' '},      {"ensp", ' '},     {"emsp", ' '},     {"thinsp", ' '},   {"shy", 0xAD},
      {"hellip", 0x2026}, {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
      {"sbquo", 0x201A},  {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"laquo", 0xAB},
      {"raquo", 0xBB},    {"bull", 0x2022},  {"middot", 0xB7},  {"deg", 0xB0},     {"plusmn", 0xB1},
      {"times", 0xD7},    {"divide", 0xF7},  {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},
      {"sup2", 0xB2},     {"sup3", 0xB3},    {"micro", 0xB5},   {"pound", 0xA3},   {"euro", 0x20AC},
      {"cent", 0xA2},     {"yen", 0xA5},     {"copy", 0xA9},    {"reg", 0xAE},     {"trade", 0x2122},
      {"sect", 0xA7},     {"para", 0xB6},    {"rarr", 0x2192},  {"larr", 0x2190},  {"uarr", 0x2191},
      {"darr", 0x2193},   {"le", 0x2264},    {"ge", 0x2265},    {"ne", 0x2260},    {"asymp", 0x2248},
      {"minus", 0x2212},  {"infin", 0x221E}, {"radic", 0x221A}, {"sum", 0x2211},   {"pi", 0x3C0},
      {"alpha", 0x3B1},   {"beta", 0x3B2},   {"gamma", 0x3B3},  {"delta", 0x3B4},  {"Omega", 0x3A9},
      {"iexcl", 0xA1},    {"iquest", 0xBF},  {"ordm", 0xBA},    {"ordf", 0xAA},    {"szlig", 0xDF},
      {"Agrave", 0xC0},   {"Aacute", 0xC1},  {"Acirc", 0xC2},   {"Atilde", 0xC3},  {"Auml", 0xC4},
      {"Aring", 0xC5},    {"AElig", 0xC6},   {"Ccedil", 0xC7},  {"Egrave", 0xC8},  {"Eacute", 0xC9},
      {"Ecirc", 0xCA},    {"Euml", 0xCB},    {"Iacute", 0xCD},  {"Ntilde", 0xD1},  {"Oacute", 0xD3},
      {"Ocirc", 0xD4},    {"Ouml", 0xD6},    {"Oslash", 0xD8},  {"Uacute", 0xDA},  {"Uuml", 0xDC},
      {"agrave", 0xE0},   {"aacute", 0xE1},  {"acirc", 0xE2},   {"atilde", 0xE3},  {"auml", 0xE4},
      {"aring", 0xE5},    {"aelig", 0xE6},   {"ccedil", 0xE7},  {"egrave", 0xE8},  {"eacute", 0xE9},
      {"ecirc", 0xEA},    {"euml", 0xEB},    {"igrave", 0xEC},  {"iacute", 0xED},  {"icirc", 0xEE},
      {"iuml", 0xEF},     {"ntilde", 0xF1},  {"ograve", 0xF2},  {"oacute", 0xF3},  {"ocirc", 0xF4},
      {"otilde", 0xF5},   {"ouml", 0xF6},    {"oslash", 0xF8},  {"ugrave", 0xF9},  {"uacute", 0xFA},
      {"ucirc", 0xFB},    {"uuml", 0xFC},    {"yacute", 0xFD},  {"wcirc", 0x175},  {"ycirc", 0x177},
  };
  const auto found = std::ranges::find(names, name, &std::pair<std::string_view, std::uint32_t>::first);
  return found == names.end() ? 0 : found->second;
}

// One tag as it stands in the text.
struct Tag {
  std::string name{};
  std::string_view attributes{};
  bool is_end = false;
  bool is_unclosed = false;
  std::size_t length = 0;  // 0: this `<` begins no tag
};

// Where the tag that begins at the start of `html` ends; quotes may hold a `>`.
std::size_t tag_length(std::string_view html) {
  char quote = 0;
  for (std::size_t i = 1; i < html.size(); ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return 0;
}

Tag read_tag(std::string_view html) {
  Tag tag;
  if (html.starts_with("<!--")) {
    const std::size_t end = html.find("-->");
    tag.length = end == std::string_view::npos ? html.size() : end + 3;
    return tag;
  }
  std::size_t at = 1;
  tag.is_end = html.size() > 1 && html[1] == '/';
  at += tag.is_end;
  const std::size_t name_end = std::min(html.find_first_of(" \t\n/>", at), html.size());
  if (name_end - at > 12) return tag;
  tag.name = lowered(html.substr(at, name_end - at));
  if (meaning_of_tag(tag.name) == TagMeaning::unknown) return tag;
  tag.length = tag_length(html);
  tag.is_unclosed = tag.length == 0;
  if (tag.length > name_end) tag.attributes = html.substr(name_end, tag.length - name_end - 1);
  return tag;
}

// The value of name="…" or name='…'.
std::string_view attribute(std::string_view attributes, std::string_view name) {
  const std::size_t at = attributes.find(name);
  if (at == std::string_view::npos) return {};
  std::string_view rest = attributes.substr(at + name.size());
  if (rest.size() < 2 || (rest[0] != '"' && rest[0] != '\'')) return {};
  const std::size_t end = rest.find(rest[0], 1);
  return end == std::string_view::npos ? std::string_view{} : rest.substr(1, end - 1);
}

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : rest_(html) {}

  PlainText read() && {
    while (!rest_.empty()) {
      if (rest_[0] == '<' && !is_unclosed_) {
        read_markup();
      } else if (rest_[0] == '&') {
        read_reference();
      } else {
        add(rest_[0]);
        rest_.remove_prefix(1);
      }
    }
    if (!formatting_.empty()) lose(fmt::format("formatting ({})", fmt::join(formatting_, ", ")));
    result_.text = std::string(trimmed(result_.text));
    return std::move(result_);
  }

 private:
  // White space runs together, as it does on a page.
  void add(char c) {
    std::string& text = result_.text;
    if (c != ' ' && c != '\t' && c != '\n') {
      text += c;
    } else if (!text.empty() && text.back() != ' ' && text.back() != '\n') {
      text += ' ';
    }
  }

  void end_line() {
    std::string& text = result_.text;
    while (text.ends_with(' ')) text.pop_back();
    if (!text.empty() && text.back() != '\n') text += '\n';
  }

  void lose(std::string what) {
    if (result_.lost.size() >= most_lost) return;
    if (result_.lost.size() + 1 == most_lost) what = "and more";
    if (std::ranges::find(result_.lost, what) == result_.lost.end()) result_.lost.push_back(std::move(what));
  }

  void read_markup() {
    const Tag tag = read_tag(rest_);
    is_unclosed_ = tag.is_unclosed;
    if (tag.length == 0) {
      add('<');
      rest_.remove_prefix(1);
      return;
    }
    rest_.remove_prefix(tag.length);
    if (is_in(line_tags, tag.name)) end_line();
    if (tag.is_end) return;
    if (tag.name == "li") result_.text += "- ";
    if (tag.name == "td" || tag.name == "th") add(' ');
    note_loss(tag);
    if (tag.name == "script" || tag.name == "style" || tag.name == "svg" || tag.name == "math")
      skip_past_end_of(tag.name);
  }

  void note_loss(const Tag& tag) {
    if (is_in(formatting_tags, tag.name)) {
      if (std::ranges::find(formatting_, tag.name) == formatting_.end()) formatting_.push_back(tag.name);
    } else if (tag.name == "img") {
      const std::string_view file = attribute(tag.attributes, "src=");
      lose(file.empty() ? "an image"
                        : fmt::format("an image ({})",
                                      file.substr(file.starts_with("data:") ? 0 : file.rfind('/') + 1, 60)));
    } else if (is_in(media_tags, tag.name)) {
      lose(fmt::format("<{}>", tag.name));
    } else if (tag.name == "table" || tag.name == "script") {
      lose(tag.name == "table" ? "the rows and columns of a table" : "a script");
    } else if (tag.name == "a" && !attribute(tag.attributes, "href=").empty()) {
      lose(fmt::format("a link ({})", attribute(tag.attributes, "href=").substr(0, 120)));
    }
  }

  void skip_past_end_of(std::string_view name) {
    const std::string closing = fmt::format("</{}", name);
    const auto is_same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
    const auto at = std::search(rest_.begin(), rest_.end(), closing.begin(), closing.end(), is_same);
    const std::size_t end = rest_.find('>', static_cast<std::size_t>(at - rest_.begin()));
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  }

  void read_reference() {
    std::size_t length = 1;
    const std::string character = decode_reference(rest_, length);
    if (character.size() == 1) {
      add(character[0]);
    } else {
      result_.text += character.empty() ? "&" : character;
    }
    rest_.remove_prefix(character.empty() ? 1 : length);
  }

  std::string_view rest_;
  PlainText result_{};
  std::vector<std::string> formatting_{};
  bool is_unclosed_ = false;  // a tag never ends: what follows is text, and is not searched again
};

}  // namespace

std::string decode_reference(std::string_view text, std::size_t& length) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  std::string_view name = text.substr(1, end - 1);
  std::uint32_t c = 0;
  if (name[0] == '#') {
    const bool is_hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(is_hexadecimal ? 2 : 1);
    const auto [stop, error] =
        std::from_chars(name.data(), name.data() + name.size(), c, is_hexadecimal ? 16 : 10);
    if (error != std::errc{} || stop != name.data() + name.size()) return {};
    if (c == 0xA0) c = ' ';
  } else {
    c = named_character(name);
  }
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return {};
  length = end + 1;
  std::string character;
  append_utf8(character, c);
  return character;
}

TagMeaning meaning_of_tag(std::string_view name) {
  if (is_in(line_tags, name)) return TagMeaning::line;
  if (is_in(media_tags, name)) return TagMeaning::media;
  if (is_in(formatting_tags, name)) return TagMeaning::formatting;
  return is_in(silent_tags, name) ? TagMeaning::silent : TagMeaning::unknown;
}

PlainText html_to_text(std::string_view html) {
  return HtmlReader(html).read();
}

}  // namespace assessment
