// Cells become what curses shows.

#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "Terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <wchar.h>

enum { COLORS_USED = 8, MARKS = 4 };

/// The pair of a foreground and a background, each one more than its number; 0 where not made yet.
static short pairs[COLORS_USED + 1][COLORS_USED + 1];
static short pair_count;
static bool has_color;
static bool has_default_colors;
static int cursor_state = -1;

bool curses_has_color(void) { return has_color; }

void draw_start(CursesColorChoice color) {
    const char *refused = getenv("NO_COLOR");
    bool is_refused = color == CursesColorChoiceNever
        || (color == CursesColorChoiceAuto && refused != NULL && refused[0] != 0);
    has_color = !is_refused && has_colors() && start_color() == OK && COLORS >= COLORS_USED;
    has_default_colors = has_color && use_default_colors() == OK;
}

void draw_end(void) {
    for (int row = 0; row <= COLORS_USED; row++)
        for (int column = 0; column <= COLORS_USED; column++) pairs[row][column] = 0;
    pair_count = 0;
    cursor_state = -1;
    has_color = false;
}

static short clamp(int16_t color) { return color < 0 || color >= COLORS_USED ? -1 : color; }

/// The pair of two colours, made at its first use.
static short pair(int16_t foreground, int16_t background) {
    short front = clamp(foreground), back = clamp(background);
    if (!has_color || (front < 0 && back < 0)) return 0;
    short *place = &pairs[front + 1][back + 1];
    if (*place == 0 && pair_count + 1 < COLOR_PAIRS) {
        if (!has_default_colors && front < 0) front = COLOR_WHITE;
        if (!has_default_colors && back < 0) back = COLOR_BLACK;
        if (init_pair((short)(pair_count + 1), front, back) == OK) *place = ++pair_count;
    }
    return *place;
}

static attr_t attributes(CursesAttributes from) {
    attr_t set = A_NORMAL;
    if (from & CursesAttributesBold) set |= A_BOLD;
    if (from & CursesAttributesReverse) set |= A_REVERSE;
    if (from & CursesAttributesUnderline) set |= A_UNDERLINE;
    return set;
}

/// The terminal's glyph for a box-drawing scalar, or null where it is none.
static const cchar_t *line_glyph(uint32_t scalar) {
    switch (scalar) {
        case 0x2500: return WACS_HLINE;
        case 0x2502: return WACS_VLINE;
        case 0x250C: return WACS_ULCORNER;
        case 0x2510: return WACS_URCORNER;
        case 0x2514: return WACS_LLCORNER;
        case 0x2518: return WACS_LRCORNER;
        case 0x251C: return WACS_LTEE;
        case 0x2524: return WACS_RTEE;
        case 0x252C: return WACS_TTEE;
        case 0x2534: return WACS_BTEE;
        case 0x253C: return WACS_PLUS;
        default: return NULL;
    }
}

static void make_line(cchar_t *made, uint32_t scalar, attr_t attributes, short pair) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    attr_t own = A_NORMAL;
    short unused;
    bool is_plain = locale_has_plain_lines()
        || getcchar(line_glyph(scalar), text, &own, &unused, NULL) != OK || text[0] == 0;
    if (is_plain) text[0] = scalar == 0x2500 ? L'-' : scalar == 0x2502 ? L'|' : L'+';
    setcchar(made, text, attributes | own, pair, NULL);
}

/// Makes a cell of `width` columns; a second one where curses takes the scalar for a narrow one.
///
/// The panes measure by their own tables, curses by the C library's. Where the two differ, all that
/// stands to the right would be shifted, so a mark takes the place of the scalar.
static int make(cchar_t made[2], const CursesCell *cell, int width) {
    attr_t set = attributes(cell->attributes);
    short colors = pair(cell->foreground, cell->background);
    if (cell->attributes & CursesAttributesLine && line_glyph(cell->scalar) != NULL) {
        make_line(&made[0], cell->scalar, set, colors);
        return 1;
    }
    uint32_t scalar = cell->scalar == 0 ? ' ' : cell->scalar;
    bool may_be_sent = scalar < 0x7F || curses_is_utf8();
    int measured = may_be_sent ? wcwidth((wchar_t)scalar) : -1;
    wchar_t text[1 + MARKS + 1] = {(wchar_t)scalar};
    if (measured < 1 || measured > width) {
        text[0] = L'?';
        measured = 1;
    } else if (curses_is_utf8()) {
        const uint32_t marks[MARKS] = {cell->mark0, cell->mark1, cell->mark2, cell->mark3};
        int count = 1;
        for (int i = 0; i < MARKS; i++)
            if (marks[i] != 0 && wcwidth((wchar_t)marks[i]) == 0) text[count++] = (wchar_t)marks[i];
    }
    setcchar(&made[0], text, set, colors, NULL);
    if (measured == width) return 1;
    setcchar(&made[1], L" ", set, colors, NULL);
    return 2;
}

void curses_put_row(int32_t row, const CursesCell *cells, int32_t count) {
    static cchar_t line[MAX_COLUMNS + 1];
    int columns = curses_columns(), used = 0;
    if (row < 0 || row >= curses_rows()) return;
    if (count > columns) count = columns;
    for (int32_t i = 0; i < count;) {
        int width = i + 1 < count && cells[i].scalar != 0 && cells[i + 1].scalar == 0 ? 2 : 1;
        used += make(&line[used], &cells[i], width);
        i += width;
    }
    if (used > 0) mvadd_wchnstr(row, 0, line, used);
}

static void update(void) {
    signals_enter_output();
    wnoutrefresh(stdscr);
    doupdate();
    signals_leave_output();
}

void curses_show(int32_t row, int32_t column, bool cursor_is_seen) {
    if (terminal_is_gone) return;
    bool is_placed = row >= 0 && row < curses_rows() && column >= 0 && column < curses_columns();
    // A cursor that nobody looks for stays where the last change left it and costs nothing.
    leaveok(stdscr, !is_placed);
    if (is_placed) wmove(stdscr, row, column);
    int state = is_placed && cursor_is_seen ? 1 : 0;
    if (state != cursor_state) curs_set(state);
    cursor_state = state;
    update();
}

void curses_redraw(void) {
    if (terminal_is_gone) return;
    clearok(curscr, TRUE);
    update();
}
