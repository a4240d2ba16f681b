// Which characters the terminal is trusted with.
//
// Over SSH the locale is often empty, or one that this machine does not have. The C library then
// knows no wide characters and every letter beyond ASCII would be a blank; since the terminals
// that people use understand UTF-8, UTF-8 is taken unless somebody asked for C by name.

#define _GNU_SOURCE 1

#include "Terminal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static CursesLocale outcome;
static bool is_utf8;
static bool has_plain_lines;

CursesLocale curses_locale(void) { return outcome; }

bool curses_is_utf8(void) { return is_utf8; }

bool locale_has_plain_lines(void) { return has_plain_lines; }

static bool codeset_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/// True where the variable that decides says C.
static bool asks_for_c(void) {
    const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value == NULL || value[0] == 0) continue;
        return strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0;
    }
    return false;
}

static bool use_utf8(void) {
    const char *names[] = {"C.UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (setlocale(LC_CTYPE, names[i]) != NULL && codeset_is_utf8()) return true;
    return false;
}

void locale_choose(CursesCharset charset) {
    bool found = setlocale(LC_CTYPE, "") != NULL;
    outcome = CursesLocaleAsAsked;
    is_utf8 = found && codeset_is_utf8();
    bool wanted = charset == CursesCharsetUtf8
        || (charset == CursesCharsetAuto && !(found && asks_for_c()));
    if (wanted && !is_utf8) {
        is_utf8 = use_utf8();
        if (!is_utf8) outcome = CursesLocaleMissing;
        else if (charset == CursesCharsetAuto) outcome = CursesLocaleReplaced;
    }
    has_plain_lines = charset == CursesCharsetAscii;
    if (has_plain_lines) is_utf8 = false;
}
