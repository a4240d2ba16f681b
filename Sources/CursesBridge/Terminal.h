// What the files of this target share with each other and with nobody else.

#ifndef TERMINAL_H
#define TERMINAL_H

#include "CursesBridge.h"

#include <stddef.h>

/// The size beyond which a terminal is not believed.
enum { MAX_ROWS = 1000, MAX_COLUMNS = 2000 };

/// The terminal's own input, or -1 while it is not open.
extern int terminal_keyboard;

/// True once the terminal was seen to be gone: nothing is written to it any more.
extern bool terminal_is_gone;

/// Looks whether the terminal is gone and remembers it.
bool terminal_check(void);

/// Writes all of `bytes` to standard output as far as it can.
void terminal_write(const char *bytes, size_t count);

/// What turns bracketed paste on and off; terminals that know nothing of it ignore both.
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

// Type.c

/// The type to use: TERM, or what comes closest to it among those that are known; null for none.
///
/// The type chosen is then the one that the functions below speak of.
const char *type_choose(void);

/// True where the type has a string capability of this name.
bool type_has(const char *name);

/// Makes ready what restores this type of terminal.
void type_arm_guard(void);

// Locale.c

/// Sets the locale by the rule of `CursesCharset`.
void locale_choose(CursesCharset charset);

/// True where lines are to be drawn with `- | +` although the terminal may have better.
bool locale_has_plain_lines(void);

// Draw.c

/// Prepares colours; after `newterm`.
void draw_start(CursesColorChoice color);

/// Forgets all that belongs to the terminal that was closed.
void draw_end(void);

// Signals.c

/// Makes the pipe once and puts all handlers in place.
bool signals_install(void);

/// Puts those handlers in place again that curses may have replaced.
void signals_take_back(void);

/// Begin and end of a stretch in which the terminal may hold us up.
void signals_enter_output(void);
void signals_leave_output(void);

/// Stops the whole job as the terminal's own ^Z would, and returns when it goes on.
void signals_stop_job(void);

// Guard.c

/// Catches crashes and `exit` from now on.
bool guard_install(void);

/// Remembers how the terminal was set up; before curses changes it.
bool guard_save(int descriptor);

/// Has the terminal restored by `bytes` and the saved setting on every unforeseen way out.
void guard_arm(const char *bytes, size_t count);
void guard_disarm(void);
void guard_rearm(void);

/// Restores the terminal at once, where armed; async-signal-safe.
void guard_restore(void);

// CrashLog.c

/// Sends standard error to the crash log, and back to where it went before.
void crash_log_begin(void);
void crash_log_end(void);

#endif
