#ifndef CURSES_BRIDGE_H
#define CURSES_BRIDGE_H

#endif
