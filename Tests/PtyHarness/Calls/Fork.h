// What starting a program and starting a scene share.

#ifndef FORK_H
#define FORK_H

#include "Pty.h"

enum { MAX_STRINGS = 512 };

/// Points `strings` at strings that lie one after the other.
void split_strings(const char *text, int32_t count, char **strings);

/// Forks with a new terminal at hand; false where that fails. In the child `handle->pid` is 0.
bool fork_on_pty(int32_t rows, int32_t columns, PtyHandle *handle);

/// Makes the terminal the child's own, with default signals; `input` replaces standard input
/// where it is not empty.
void use_terminal(int32_t slave, const char *input);

#endif
