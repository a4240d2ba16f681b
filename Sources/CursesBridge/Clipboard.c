// What stands between the program and the terminal, as far as a clipboard is concerned.

#include "Terminal.h"

#include <stdlib.h>
#include <string.h>

static bool is_set(const char *name) {
    const char *value = getenv(name);
    return value != NULL && value[0] != 0;
}

CursesClipboard curses_clipboard(void) {
    const char *type = getenv("TERM");
    if (is_set("TMUX")) return CursesClipboardTmux;
    if (is_set("STY")) return CursesClipboardScreen;
    if (type != NULL && strcmp(type, "linux") == 0) return CursesClipboardNone;
    return CursesClipboardTerminal;
}

void curses_send(const uint8_t *bytes, int32_t count) {
    if (count > 0 && !terminal_check()) terminal_write((const char *)bytes, (size_t)count);
}
