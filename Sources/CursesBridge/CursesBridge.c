#include "CursesBridge.h"
