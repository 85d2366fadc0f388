#include "assessment/reporting/scene.hpp"

#include "assessment/reporting/scene_layouts.hpp"

namespace assessment {

ChartScene layout(const Chart& chart, const ChartSize& size, const FontMetrics& metrics) {
  ChartCanvas canvas(chart, size, metrics);
  if (chart.categories.empty() || chart.series.empty()) return canvas.scene;
  switch (chart.kind) {
    case ChartKind::bars:
      lay_out_bars(canvas);
      break;
    case ChartKind::stacked_bars:
      lay_out_stacked_bars(canvas);
      break;
    case ChartKind::dot_plot:
      lay_out_dot_plot(canvas);
      break;
    case ChartKind::heat_map:
      lay_out_heat_map(canvas);
      break;
    case ChartKind::trend:
      lay_out_trend(canvas);
      break;
  }
  return canvas.scene;
}

}  // namespace assessment
