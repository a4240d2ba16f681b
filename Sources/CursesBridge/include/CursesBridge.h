// The part of ncurses and of the terminal that ses-browser uses, as plain C functions.
//
// No curses header is included here, so none of its macros, globals or platform differences reach
// Swift. Only the thread that opened the terminal may call these functions; `curses_wake` and
// `curses_run_guarded` may be called from any.

#ifndef CURSES_BRIDGE_H
#define CURSES_BRIDGE_H

#include <stdbool.h>
#include <stdint.h>

/// Whether colours are used where the terminal has them.
typedef enum __attribute__((enum_extensibility(closed))) CursesColorChoice : int32_t {
    /// Unless NO_COLOR is set to something.
    CursesColorChoiceAuto,
    CursesColorChoiceNever,
    /// Also where NO_COLOR is set.
    CursesColorChoiceAlways,
} CursesColorChoice;

/// Which characters the terminal is trusted with.
typedef enum __attribute__((enum_extensibility(closed))) CursesCharset : int32_t {
    /// As the locale says, UTF-8 where it says nothing of use.
    CursesCharsetAuto,
    CursesCharsetAscii,
    CursesCharsetUtf8,
} CursesCharset;

/// How opening the terminal went.
typedef enum __attribute__((enum_extensibility(closed))) CursesOpening : int32_t {
    CursesOpeningDone,
    /// Standard output is not a terminal.
    CursesOpeningNoTerminal,
    /// There is no controlling terminal to take keys from.
    CursesOpeningNoKeyboard,
    /// The terminal cannot place its cursor, as TERM=dumb.
    CursesOpeningNoCursorMotion,
    /// Nothing is known of the terminal nor of any stand-in.
    CursesOpeningUnknownTerminal,
    /// The system refused what was needed, or the terminal is open already.
    CursesOpeningFailed,
} CursesOpening;

/// What the locale gave.
typedef enum __attribute__((enum_extensibility(closed))) CursesLocale : int32_t {
    /// It was used as it is.
    CursesLocaleAsAsked,
    /// It named no character set of use; UTF-8 stands in.
    CursesLocaleReplaced,
    /// UTF-8 was wanted and the system has no such locale; ASCII it is.
    CursesLocaleMissing,
} CursesLocale;

/// How a cell is set; combine at will.
typedef enum __attribute__((flag_enum, enum_extensibility(open))) CursesAttributes : uint32_t {
    CursesAttributesBold = 1 << 0,
    CursesAttributesReverse = 1 << 1,
    CursesAttributesUnderline = 1 << 2,
    /// The scalar is one of U+2500, 2502, 250C, 2510, 2514, 2518, 251C, 2524, 252C, 2534 and 253C
    /// and stands for the terminal's own glyph, or for `-`, `|` or `+`.
    CursesAttributesLine = 1 << 3,
} CursesAttributes;

/// What takes a text into the clipboard.
typedef enum __attribute__((enum_extensibility(closed))) CursesClipboard : int32_t {
    /// The terminal, if it knows how to.
    CursesClipboardTerminal,
    CursesClipboardTmux,
    CursesClipboardScreen,
    /// Nothing does.
    CursesClipboardNone,
} CursesClipboard;

/// What ended a wait; several may come together.
typedef enum __attribute__((flag_enum, enum_extensibility(open))) CursesEvents : uint32_t {
    /// Bytes were typed.
    CursesEventsTyped = 1 << 0,
    /// `curses_wake` was called, or one of the caller's descriptors is ready.
    CursesEventsWoken = 1 << 1,
    /// The program was asked to stop from outside.
    CursesEventsStop = 1 << 2,
    /// The program goes on after a stop that it could not see coming.
    CursesEventsContinued = 1 << 3,
    /// The program was asked to end: see `curses_ending_signal`.
    CursesEventsEnd = 1 << 4,
    /// The terminal is gone.
    CursesEventsGone = 1 << 5,
} CursesEvents;

/// One cell of a row; a wide character is followed by a cell with scalar 0.
typedef struct CursesCell {
    uint32_t scalar;
    /// Combining marks, zero where there is none.
    uint32_t mark0, mark1, mark2, mark3;
    CursesAttributes attributes;
    /// Colours by number, -1 for the terminal's own.
    int16_t foreground, background;
} CursesCell;

/// Takes over the terminal; everything but `Done` leaves it as it was.
CursesOpening curses_open(CursesColorChoice color, CursesCharset charset);

/// Gives the terminal back; harmless where it is not open or is gone.
void curses_close(void);

/// True where colours are on.
bool curses_has_color(void);

/// True where any printable scalar may be sent, false where only ASCII may.
bool curses_is_utf8(void);

/// What became of the locale that the environment names.
CursesLocale curses_locale(void);

/// The type that stands in for an unknown TERM, or null where none was needed.
const char *_Nullable curses_stand_in(void);

/// What TERM says, or null where it is not set.
const char *_Nullable curses_asked_type(void);

/// The bytes that a key sends, by the key's name in terminfo, or null where it has none.
const char *_Nullable curses_key_bytes(const char *_Nonnull name);

/// Milliseconds to wait after an ESC for the rest of a sequence.
int32_t curses_escape_delay(void);

/// Rows and columns as the terminal has them now; at least 1.
int32_t curses_rows(void);
int32_t curses_columns(void);

/// Lays out anew after the terminal's size changed; true where it did.
bool curses_fit(void);

/// Puts the cells of a whole row in place; what does not fit is left out.
void curses_put_row(int32_t row, const CursesCell *_Nonnull cells, int32_t count);

/// Sends what changed. The cursor goes to the place named, or where it likes when `row` is negative.
void curses_show(int32_t row, int32_t column, bool cursor_is_seen);

/// Sends everything again, whatever the terminal shows now.
void curses_redraw(void);

/// What takes a text into the clipboard here.
CursesClipboard curses_clipboard(void);

/// Sends bytes that neither show nor move anything, between two updates of the screen.
void curses_send(const uint8_t *_Nonnull bytes, int32_t count);

/// Waits for `milliseconds`, or for ever when negative, until there is something to do.
///
/// `descriptors` are watched for reading besides the terminal.
CursesEvents curses_wait(
    int32_t milliseconds, const int32_t *_Nullable descriptors, int32_t count);

/// The last signal that asked the program to end, 0 where none did.
int32_t curses_ending_signal(void);

/// Takes up to `capacity` bytes that were typed: their number, 0 for none, -1 where the terminal
/// is gone.
int32_t curses_read(uint8_t *_Nonnull bytes, int32_t capacity);

/// Gives the terminal back, stops the job, and takes the terminal again when it goes on.
void curses_suspend(void);

/// Gives the terminal back, has the shell run `command` with `path` as `$1` on it, and takes the terminal again.
///
/// Returns the exit status; -1 where nothing could be run.
int32_t curses_edit(const char *_Nonnull command, const char *_Nonnull path);

/// Takes the terminal again after a stop that could not be seen coming.
void curses_resume(void);

/// Calls `body` on the present thread, with room for the handler of crashes should the thread's
/// stack be used up; from any thread but the first, which has such room.
void curses_run_guarded(
    void (*_Nonnull body)(void *_Nullable), void *_Nullable context);

/// Ends the present wait, or the next one; from any thread.
void curses_wake(void);

#endif
