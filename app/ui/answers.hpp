// The answers that are more than rows to choose from; each stands at the pen, in the wide column.
#pragma once

#include "app/core/question_view.hpp"
#include "app/ui/frame.hpp"

namespace app::ui {

// Steps placed so far, with Move up and Move down, and those still to be placed. Ids: question.option.N,
// question.up.N and question.down.N, N being the step's place as shown at first.
void draw_order(Frame& frame, const OrderView& view);

// Two lists whose items are joined: side by side where they fit. Ids: question.left.N, question.right.N.
void draw_match(Frame& frame, const MatchView& view);

// What is typed, and a keypad. Ids: question.typed, question.key.0 to .9, .point and .delete.
void draw_number(Frame& frame, const NumberView& view);

// A drawn mock-up whose regions are chosen. Ids: question.scene, question.option.N.
void draw_scene(Frame& frame, const SceneView& view);

}  // namespace app::ui
