// Starting programs, with or without a terminal, and what they used; a few calls on files.

#ifndef PROCESSES_H
#define PROCESSES_H

#include <stdbool.h>
#include <stdint.h>

/// A program that was started. `master` is the end of its terminal that is typed at, or -1.
typedef struct Child {
    int32_t pid, master;
} Child;

/// How a program ended and what it used.
typedef struct ChildEnd {
    /// Its exit status; 128 and the signal's number where a signal ended it; -1 where it is unknown.
    int32_t status;
    /// The time that processors worked for it, in user and in kernel mode together.
    int64_t processor_microseconds;
    /// The most memory that it had at once, files that it mapped included.
    int64_t peak_kibibytes;
} ChildEnd;

/// Starts a program whose standard output goes to a file, its other streams to nowhere.
///
/// `arguments` are strings that each end with a zero byte, the program first; it is looked for on PATH.
bool child_start(
    const char *_Nonnull arguments, int32_t count, const char *_Nonnull output,
    Child *_Nonnull child);

/// Starts a program on a new terminal.
bool child_start_on_terminal(
    const char *_Nonnull arguments, int32_t count, int32_t rows, int32_t columns,
    Child *_Nonnull child);

/// Waits until a program has ended, and closes its terminal.
ChildEnd child_wait(Child child);

/// Ends a program at once; ``child_wait`` has to follow.
void child_kill(Child child);

/// Reads what a program shows within `milliseconds`: the number of bytes, 0 for none, -1 at the end.
int32_t terminal_read(
    int32_t master, uint8_t *_Nonnull bytes, int32_t capacity, int32_t milliseconds);

/// Opens a file anew for writing: its descriptor, or -1.
int32_t file_create(const char *_Nonnull path);

/// Writes all bytes; false where that fails.
bool file_write(int32_t descriptor, const uint8_t *_Nonnull bytes, int64_t count);

/// Closes a descriptor; false where what was written did not arrive.
bool file_close(int32_t descriptor);

/// The length of a file, or -1 where there is none.
int64_t file_size(const char *_Nonnull path);

/// Reads the beginning of a file: the number of bytes, or -1.
int64_t file_read(const char *_Nonnull path, uint8_t *_Nonnull bytes, int64_t capacity);

#endif
