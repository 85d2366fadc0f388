// The dashboard's screen and its parts: state in, wishes out. One function a part, drawn at the pen.
#pragma once

#include "app/core/trainer_view.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

using TrainerFrame = BasicFrame<TrainerAction>;

// Of the words in tables and heat maps.
inline constexpr TypeRole table_type = TypeRole::small;

// The whole page: the brand band with the program's name and comfort, the tabs, and the parts below each
// other.
void draw_trainer(TrainerFrame& frame, const TrainerView& view);

// text_parts.cpp
// Strong words left of what is `width` x `height` pixels, in the middle of its height, where both fit in one
// row of the column. Returns by how much that is to move right; 0: they do not fit, and nothing is drawn.
float draw_aside(TrainerFrame& frame, FrameItem words, float width, float height);
void draw_part(TrainerFrame& frame, const HeadingPart& part);
void draw_part(TrainerFrame& frame, const TextPart& part);
void draw_part(TrainerFrame& frame, const ListPart& part);
void draw_part(TrainerFrame& frame, const NoticePart& part);
void draw_part(TrainerFrame& frame, const ButtonsPart& part);
void draw_part(TrainerFrame& frame, const LinkPart& part);
void draw_part(TrainerFrame& frame, const ProgressPart& part);

void draw_part(TrainerFrame& frame, const ChoicesPart& part);  // choices_part.cpp
void draw_part(TrainerFrame& frame, const TablePart& part);    // table_part.cpp
void draw_part(TrainerFrame& frame, const HeatMapPart& part);  // heat_map_part.cpp
void draw_part(TrainerFrame& frame, const ChartPart& part);    // chart_part.cpp

}  // namespace app::ui
