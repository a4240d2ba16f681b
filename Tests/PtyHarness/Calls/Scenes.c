#define _GNU_SOURCE 1

#include "Scenes.h"

#include "CursesBridge.h"
#include "Fork.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static CursesCell cell(uint32_t scalar) {
    return (CursesCell){.scalar = scalar, .foreground = -1, .background = -1};
}

static CursesCell line(uint32_t scalar) {
    CursesCell made = cell(scalar);
    made.attributes = CursesAttributesLine;
    return made;
}

/// Rows whose right ends line up only if each cell takes the room that it was given.
static void draw(void) {
    CursesCell marked = cell('e');
    marked.mark0 = 0x301;
    marked.mark1 = 0x323;
    CursesCell red = cell('R');
    red.foreground = 1;
    red.background = 4;
    red.attributes = CursesAttributesBold | CursesAttributesUnderline;
    const CursesCell rows[][6] = {
        // Wide, with its right half given as 0.
        {cell(0x6F22), cell(0), cell(0x5B57), cell(0), cell('a'), cell('|')},
        // Wide for the C library only, narrow for the C library only.
        {cell(0x6F22), cell('x'), cell('n'), cell(0), cell('b'), cell('|')},
        // A control, a mark without a base, a right half without a left one.
        {cell(0x1B), cell(0x301), cell(0), cell(0x9B), cell('c'), cell('|')},
        {marked, red, cell(0xE9), cell(' '), cell('d'), cell('|')},
        {line(0x250C), line(0x2500), line(0x2510), line(0x2502), cell('e'), cell('|')},
        // Cut at the edge: a wide one that has no room.
        {cell('1'), cell('2'), cell('3'), cell('4'), cell('5'), cell(0x6F22)},
    };
    for (int32_t row = 0; row < 6; row++) curses_put_row(row, rows[row], 6);
    curses_put_row(100, rows[0], 6);
    curses_show(5, 5, true);
    while (!(curses_wait(-1, NULL, 0) & CursesEventsTyped)) {}
    curses_close();
}

static int recurse(volatile int depth) {
    volatile char room[4096];
    room[0] = (char)depth;
    if (depth < 0) return 0;
    return recurse(depth + 1) + room[0];
}

static void *trap(void *unused) {
    (void)unused;
    __builtin_trap();
    return NULL;
}

static void recurse_guarded(void *unused) {
    (void)unused;
    _exit(recurse(0));
}

static void *overflow(void *unused) {
    curses_run_guarded(recurse_guarded, unused);
    return NULL;
}

static void act(PtyScene scene) {
    pthread_t thread;
    switch (scene) {
        case PtySceneDraw: draw(); break;
        case PtySceneFault: *(volatile int *)8 = 1; break;
        case PtySceneOverflow: _exit(recurse(0)); break;
        case PtySceneAbort: abort();
        case PtySceneExit: exit(3);
        case PtySceneTrapOnThread:
            pthread_create(&thread, NULL, trap, NULL);
            pthread_join(thread, NULL);
            break;
        case PtySceneOverflowOnThread:
            pthread_create(&thread, NULL, overflow, NULL);
            pthread_join(thread, NULL);
            break;
        case PtySceneError:
            fprintf(stderr, "words of a library\n");
            curses_close();
            fprintf(stderr, "words after all\n");
            break;
    }
}

bool pty_start_scene(
    PtyScene scene, int32_t color, int32_t charset, const char *environment, int32_t environment_count, int32_t rows,
    int32_t columns, PtyHandle *handle) {
    char *variables[MAX_STRINGS];
    split_strings(environment, environment_count, variables);
    if (!fork_on_pty(rows, columns, handle)) return false;
    if (handle->pid > 0) return true;
    use_terminal(handle->slave, "");
    environ = variables;
    CursesOpening opening = curses_open((CursesColorChoice)color, (CursesCharset)charset);
    if (opening != CursesOpeningDone) _exit(120);
    curses_show(-1, -1, false);
    act(scene);
    _exit(0);
}
