// Small programs on the bridge, for what the real program never does: to crash, to recurse without
// end, or to draw cells that disagree with the C library.

#ifndef SCENES_H
#define SCENES_H

#include "Pty.h"

/// What a scene does once it has the terminal.
typedef enum __attribute__((enum_extensibility(closed))) PtyScene : int32_t {
    /// Draws cells of all kinds, waits for a byte and leaves.
    PtySceneDraw,
    /// Writes to a null pointer.
    PtySceneFault,
    /// Calls itself until the stack is used up.
    PtySceneOverflow,
    PtySceneAbort,
    /// Calls `exit` without closing the terminal.
    PtySceneExit,
    /// Executes a trap instruction on a second thread, as a Swift program does that traps.
    PtySceneTrapOnThread,
    /// Calls itself on a second thread until that thread's stack is used up.
    PtySceneOverflowOnThread,
    /// Writes to standard error and leaves; the words must not be seen on the screen.
    PtySceneError,
} PtyScene;

/// Starts a scene on a new terminal, as `pty_start` does a program.
///
/// `color` and `charset` are numbers of the bridge's own choices.
bool pty_start_scene(
    PtyScene scene, int32_t color, int32_t charset, const char *_Nonnull environment, int32_t environment_count, int32_t rows,
    int32_t columns, PtyHandle *_Nonnull handle);

#endif
