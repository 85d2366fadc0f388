#include "assessment/reporting/svg.hpp"

#include <fmt/format.h>

#include <array>

#include "assessment/base/markup_text.hpp"

namespace assessment {
namespace {

// Thousandths of an em, from U+0020 to U+007E. Source: the advance widths of Liberation Sans 2.1.5.
constexpr std::array<int, 95> widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

// Of a byte: those that continue a character have none. A character beyond ASCII is taken for the widest.
int width_of(unsigned char byte) {
  if (byte >= 0x20 && byte < 0x7F) return widths[byte - 0x20U];
  if (byte >= 0x80 && byte < 0xC0) return 0;
  return 1000;
}

std::string color_text(Color color) {
  return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

// With at most two decimals, without trailing zeros.
std::string number(double value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string to_element(const SceneRectangle& r) {
  const std::string border =
      r.border ? fmt::format(" stroke=\"{}\" stroke-width=\"1\"", color_text(*r.border)) : "";
  return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{}/>\n", number(r.x),
                     number(r.y), number(r.width), number(r.height), r.fill ? color_text(*r.fill) : "none",
                     border);
}

std::string to_element(const SceneLine& line) {
  return fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
                     number(line.from.x), number(line.from.y), number(line.to.x), number(line.to.y),
                     color_text(line.color), number(line.width));
}

std::string to_element(const SceneDot& dot) {
  return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>\n", number(dot.center.x),
                     number(dot.center.y), number(dot.radius), color_text(dot.fill));
}

std::string to_element(const SceneText& text) {
  constexpr std::array anchors{"start", "middle", "end"};
  return fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\" text-anchor=\"{}\"{}>{}</text>\n",
                     number(text.at.x), number(text.at.y), number(text.size), color_text(text.color),
                     anchors[static_cast<std::size_t>(text.anchor)],
                     text.weight == Weight::strong ? " font-weight=\"bold\"" : "", markup_text(text.text));
}

template <class Part>
std::string to_elements(const std::vector<Part>& parts) {
  std::string elements;
  for (const Part& part : parts) elements += to_element(part);
  return elements;
}

}  // namespace

FontMetrics svg_font_metrics() {
  return {[](std::string_view text, double size, Weight weight) {
    constexpr std::string_view no_break_space = "\u00A0";
    int width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.substr(i).starts_with(no_break_space)) {
        width += widths.front();
        ++i;
      } else {
        width += width_of(static_cast<unsigned char>(text[i]));
      }
    }
    return size * width / 1000 * (weight == Weight::strong ? 1.1 : 1.0);
  }};
}

std::string to_svg(const ChartScene& scene, const std::string& name, const std::string& title,
                   const std::string& description) {
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-title {0}-desc\" "
      "viewBox=\"-1 -1 {1} {2}\" width=\"{1}\" height=\"{2}\" font-family=\"Arial, Liberation Sans, "
      "sans-serif\">\n"
      "<title id=\"{0}-title\">{3}</title>\n<desc id=\"{0}-desc\">{4}</desc>\n",
      name, number(scene.width + 2), number(scene.height + 2), markup_text(title), markup_text(description));
  svg += to_elements(scene.rectangles) + to_elements(scene.lines) + to_elements(scene.dots) +
         to_elements(scene.texts);
  return svg + "</svg>\n";
}

}  // namespace assessment
