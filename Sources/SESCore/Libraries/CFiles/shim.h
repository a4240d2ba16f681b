// Calls of the C library about files that Swift's own module of it leaves out.

#ifndef CFILES_SHIM_H
#define CFILES_SHIM_H

#include <sys/vfs.h>

/// Gives a file another name; declared in <stdio.h> for GNU programs alone.
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);

#endif
