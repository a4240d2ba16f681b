// What terminfo says of the terminal.

#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "Terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

static const char *stand_in;

const char *curses_stand_in(void) { return stand_in; }

const char *curses_asked_type(void) { return getenv("TERM"); }

/// True where terminfo knows `type`; it is then the current terminal.
static bool is_known(const char *type) {
    int problem = 0;
    return setupterm(type, STDOUT_FILENO, &problem) == OK;
}

const char *type_choose(void) {
    const char *asked = getenv("TERM");
    stand_in = NULL;
    if (asked != NULL && asked[0] != 0 && is_known(asked)) return asked;
    const char *suffix = "256color";
    size_t length = asked == NULL ? 0 : strlen(asked);
    bool has_suffix =
        length >= strlen(suffix) && strcmp(asked + length - strlen(suffix), suffix) == 0;
    if (length > 0 && (strncmp(asked, "xterm", 5) == 0 || has_suffix)
        && is_known("xterm-256color"))
        stand_in = "xterm-256color";
    else if (is_known("vt100"))
        stand_in = "vt100";
    return stand_in;
}

bool type_has(const char *name) {
    const char *value = tigetstr(name);
    return value != NULL && value != (char *)-1 && value[0] != 0;
}

/// Appends what a capability sends, without the padding that only real glass terminals need.
static size_t append(char *bytes, size_t count, size_t capacity, const char *text) {
    if (text == NULL || text == (char *)-1) return count;
    while (*text != 0 && count < capacity) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end != NULL) text = end + 1;
        else bytes[count++] = *text++;
    }
    return count;
}

void type_arm_guard(void) {
    char bytes[512];
    size_t count = 0;
    count = append(bytes, count, sizeof bytes, PASTE_OFF);
    const char *names[] = {"sgr0", "op", "cnorm", "rmkx", "rmcup"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        count = append(bytes, count, sizeof bytes, tigetstr(names[i]));
    count = append(bytes, count, sizeof bytes, "\r\n");
    guard_arm(bytes, count);
}

const char *curses_key_bytes(const char *name) { return type_has(name) ? tigetstr(name) : NULL; }
