// Starting programs in terminals of their own; what Swift cannot do between fork and exec.

#ifndef PTY_H
#define PTY_H

#include <stdbool.h>
#include <stdint.h>

/// A program in a terminal. The slave stays open here, so that nothing it wrote is lost when it
/// ends and the terminal's setting can be looked at afterwards.
typedef struct PtyHandle {
    int32_t pid, master, slave;
} PtyHandle;

/// How a program ended and what it used.
typedef struct PtyEnd {
    bool has_ended;
    /// Its exit status, or -1 where a signal ended it.
    int32_t status;
    /// The signal that ended it, or 0.
    int32_t signal;
    int32_t processor_milliseconds;
} PtyEnd;

/// Starts a program as the leader of a session on a new terminal; false where that fails.
///
/// `arguments` and `environment` are strings that each end with a zero byte, the program's path
/// first. `input` is opened as standard input where it is not empty, else the terminal is.
bool pty_start(
    const char *_Nonnull arguments, int32_t argument_count, const char *_Nonnull environment,
    int32_t environment_count, const char *_Nonnull input, int32_t rows, int32_t columns,
    bool ignores_hang_up, PtyHandle *_Nonnull handle);

/// Reads what comes within `milliseconds`: the number of bytes, 0 for none, -1 at the end.
int32_t pty_read(
    int32_t master, uint8_t *_Nonnull bytes, int32_t capacity, int32_t milliseconds);

/// Types bytes, all of them.
bool pty_write(int32_t master, const uint8_t *_Nonnull bytes, int32_t count);

bool pty_resize(int32_t master, int32_t rows, int32_t columns);
bool pty_signal(int32_t pid, int32_t signal);

/// Sends a signal to one thread of a process, any but its first; false where there is none.
bool pty_signal_other_thread(int32_t pid, int32_t signal);

void pty_close(int32_t descriptor);

/// Looks whether a program has ended.
PtyEnd pty_check(int32_t pid);

/// True where lines are collected and echoed, as a shell wants its terminal.
bool pty_is_cooked(int32_t slave);

/// Runs a program to its end and collects its standard output: the number of bytes, or -1.
int32_t pty_run(
    const char *_Nonnull arguments, int32_t argument_count, uint8_t *_Nonnull bytes,
    int32_t capacity);

#endif
