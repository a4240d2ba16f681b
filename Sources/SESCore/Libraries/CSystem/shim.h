// Calls of the C library about files and memory that Swift's own module of it leaves out.

#ifndef CSYSTEM_SHIM_H
#define CSYSTEM_SHIM_H

#include <malloc.h>
#include <sys/vfs.h>

/// Gives a file another name; declared in <stdio.h> for GNU programs alone.
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);

#endif
