// A chart on its white card, with its title above and its sentence below.
#include "app/ui/draw_scene.hpp"
#include "app/ui/trainer_parts.hpp"
#include "app/ui/widgets.hpp"

namespace app::ui {

void draw_part(TrainerFrame& frame, const ChartPart& part) {
  const assessment::Chart& chart = part.chart;
  paragraph(frame, part.id + ".title", chart.title, TypeRole::strong);
  frame.space(8);
  {
    const PanelScope card(frame, Panel::paper);
    const Column column = frame.layout.column;
    const assessment::ChartScene scene =
        layout(chart, {.width = column.width, .text_size = frame.theme().em_of(TypeRole::small)},
               chart_metrics(frame));
    draw_scene(frame, scene, {column.left, frame.layout.pen});
    frame.note({.id = part.id,
                .role = ItemRole::image,
                .name = chart.title + ". " + chart.sentence,
                .box = {column.left, frame.layout.pen, static_cast<float>(scene.width),
                        static_cast<float>(scene.height)}});
    frame.layout.pen += static_cast<float>(scene.height);
  }
  frame.space(12);
  if (!chart.sentence.empty()) paragraph(frame, part.id + ".sentence", chart.sentence);
  frame.space(24);
}

}  // namespace app::ui
