// One layout for each kind of chart. Each fills canvas.scene; its height last.
#pragma once

#include "assessment/reporting/chart_canvas.hpp"

namespace assessment {

void lay_out_bars(ChartCanvas& canvas);
void lay_out_stacked_bars(ChartCanvas& canvas);
void lay_out_dot_plot(ChartCanvas& canvas);
void lay_out_heat_map(ChartCanvas& canvas);
void lay_out_trend(ChartCanvas& canvas);

}  // namespace assessment
