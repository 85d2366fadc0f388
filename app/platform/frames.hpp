// When a window that draws on demand has drawn enough.
#pragma once

namespace app::platform {

inline constexpr int frames_after_input = 2;      // besides the frame of the input itself
inline constexpr int most_frames_to_settle = 30;  // two frames can disagree for ever only by a fault of ours

}  // namespace app::platform
