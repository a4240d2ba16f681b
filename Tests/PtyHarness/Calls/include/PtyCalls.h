// Everything that the harness calls in C.

#ifndef PTY_CALLS_H
#define PTY_CALLS_H

#include "Pty.h"
#include "Scenes.h"

#endif
