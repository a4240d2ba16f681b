// The whole of zlib; found where the compiler finds system headers.

#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

#endif
