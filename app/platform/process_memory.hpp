// What of the process's memory could outlive a visit: core files, the swap, and the stack.
// The heap is the affair of zeroing_heap.cpp.
#pragma once

namespace app::platform {

// No core file, and no other process of the same user may look into this one (root still may).
void refuse_dumps();

// Keeps all memory, now and later, out of the swap. False, and nothing locked, where the limit on locked
// memory (RLIMIT_MEMLOCK) is lower than what the program may come to need.
bool lock_memory();

// Zeroes what returned functions have left below the caller's frame.
void overwrite_stack();

}  // namespace app::platform
