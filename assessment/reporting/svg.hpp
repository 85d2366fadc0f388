// A laid-out chart as SVG for the inside of an HTML page.
#pragma once

#include <string>

#include "assessment/reporting/scene.hpp"

namespace assessment {

// Widths of Arial and its twins (Liberation Sans, Helvetica), of other characters a wide guess: no text is
// wider.
FontMetrics svg_font_metrics();

// An image to assistive tools: `name` (unique in the page) is what its ids begin with, `title` says what it
// shows, `description` what it says. Its texts are set in the font of svg_font_metrics().
std::string to_svg(const ChartScene& scene, const std::string& name, const std::string& title,
                   const std::string& description);

}  // namespace assessment
