// Taking over the terminal and giving it back.

#define _GNU_SOURCE 1
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "Terminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int terminal_keyboard = -1;
bool terminal_is_gone;

static SCREEN *screen;
static FILE *keyboard;

bool terminal_check(void) {
    struct pollfd source = {.fd = terminal_keyboard, .events = POLLIN};
    if (terminal_keyboard >= 0 && poll(&source, 1, 0) > 0
        && source.revents & (POLLHUP | POLLERR | POLLNVAL))
        terminal_is_gone = true;
    return terminal_is_gone;
}

void terminal_write(const char *bytes, size_t count) {
    signals_enter_output();
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno != EINTR) break;
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
    signals_leave_output();
}

static bool open_keyboard(void) {
    int descriptor = open("/dev/tty", O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return false;
    keyboard = fdopen(descriptor, "r");
    if (keyboard == NULL) {
        close(descriptor);
        return false;
    }
    terminal_keyboard = descriptor;
    return true;
}

static void close_keyboard(void) {
    if (keyboard != NULL) fclose(keyboard);
    keyboard = NULL;
    terminal_keyboard = -1;
}

static CursesOpening open_screen(void) {
    const char *type = type_choose();
    if (type == NULL) return CursesOpeningUnknownTerminal;
    if (!type_has("cup")) return CursesOpeningNoCursorMotion;
    if (!guard_install() || !guard_save(STDOUT_FILENO) || !signals_install())
        return CursesOpeningFailed;
    type_arm_guard();
    screen = newterm(type, stdout, keyboard);
    if (screen == NULL) return CursesOpeningUnknownTerminal;
    return CursesOpeningDone;
}

CursesOpening curses_open(CursesColorChoice color, CursesCharset charset) {
    if (screen != NULL) return CursesOpeningFailed;
    if (!isatty(STDOUT_FILENO)) return CursesOpeningNoTerminal;
    if (!open_keyboard()) return CursesOpeningNoKeyboard;
    terminal_is_gone = false;
    locale_choose(charset);
    CursesOpening opening = open_screen();
    if (opening != CursesOpeningDone) {
        guard_disarm();
        close_keyboard();
        return opening;
    }
    // Curses puts its own handlers in place, which are not safe beside threads.
    signals_take_back();
    crash_log_begin();
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    // Input is ours alone; curses must neither read it nor cut an update short for it.
    typeahead(-1);
    idlok(stdscr, TRUE);
    draw_start(color);
    curses_fit();
    terminal_write(PASTE_ON, sizeof PASTE_ON - 1);
    return CursesOpeningDone;
}

/// Leaves the screen, with the terminal as it was before.
static void leave(void) {
    terminal_write(PASTE_OFF, sizeof PASTE_OFF - 1);
    signals_enter_output();
    endwin();
    signals_leave_output();
    guard_disarm();
}

/// Comes back to the screen and draws it whole.
static void enter(void) {
    guard_rearm();
    // In the background this stops us until the terminal is ours again.
    reset_prog_mode();
    if (terminal_check()) return;
    signals_take_back();
    curses_fit();
    // Curses itself would only think of this at its next read, which never comes.
    keypad(stdscr, TRUE);
    terminal_write(PASTE_ON, sizeof PASTE_ON - 1);
    curses_redraw();
}

void curses_close(void) {
    if (screen == NULL) return;
    if (!terminal_check()) leave();
    guard_disarm();
    delscreen(screen);
    screen = NULL;
    draw_end();
    close_keyboard();
    crash_log_end();
}

void curses_suspend(void) {
    if (screen == NULL || terminal_check()) return;
    leave();
    signals_stop_job();
    if (!terminal_check()) enter();
}

/// Runs the command with a file as its argument, on the terminal, and waits for its end.
static int run_on_terminal(const char *command, const char *path) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, terminal_keyboard, STDIN_FILENO);
    // Our own standard error is the crash log.
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    char *arguments[] = {"sh", "-c", (char *)command, "sh", (char *)path, NULL};
    pid_t child;
    int failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (failure != 0) return -1;
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int32_t curses_edit(const char *command, const char *path) {
    if (screen == NULL || terminal_check()) return -1;
    leave();
    // ^C and ^\ are for the editor; ^Z stops the whole job, as the shell expects.
    struct sigaction ignore = {.sa_handler = SIG_IGN}, stop = {.sa_handler = SIG_DFL}, quit;
    sigaction(SIGINT, &ignore, NULL);
    sigaction(SIGQUIT, &ignore, &quit);
    sigaction(SIGTSTP, &stop, NULL);
    int status = run_on_terminal(command, path);
    sigaction(SIGQUIT, &quit, NULL);
    if (!terminal_check()) enter();
    return status;
}

void curses_resume(void) {
    if (screen == NULL || terminal_check()) return;
    reset_prog_mode();
    if (terminal_check()) return;
    // Whoever had the terminal meanwhile may have left the screen that we were on.
    signals_enter_output();
    endwin();
    signals_leave_output();
    enter();
}

bool curses_fit(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
    int rows = size.ws_row > 0 ? size.ws_row : tigetnum("lines");
    int columns = size.ws_col > 0 ? size.ws_col : tigetnum("cols");
    rows = rows < 1 ? 24 : rows > MAX_ROWS ? MAX_ROWS : rows;
    columns = columns < 1 ? 80 : columns > MAX_COLUMNS ? MAX_COLUMNS : columns;
    if (rows == getmaxy(stdscr) && columns == getmaxx(stdscr)) return false;
    if (resize_term(rows, columns) != OK) return false;
    // Terminals differ in what they keep of the former screen.
    clearok(curscr, TRUE);
    return true;
}

int32_t curses_rows(void) { return screen == NULL ? 1 : getmaxy(stdscr); }

int32_t curses_columns(void) { return screen == NULL ? 1 : getmaxx(stdscr); }

int32_t curses_escape_delay(void) {
    const char *asked = getenv("ESCDELAY");
    if (asked != NULL && asked[0] >= '0' && asked[0] <= '9') {
        long delay = strtol(asked, NULL, 10);
        return delay > 5000 ? 5000 : (int32_t)delay;
    }
    const char *remote = getenv("SSH_CONNECTION");
    return remote != NULL && remote[0] != 0 ? 100 : 50;
}

int32_t curses_read(uint8_t *bytes, int32_t capacity) {
    if (terminal_keyboard < 0) return -1;
    ssize_t count;
    do {
        count = read(terminal_keyboard, bytes, (size_t)capacity);
    } while (count < 0 && errno == EINTR);
    if (count > 0) return (int32_t)count;
    if (count < 0 && errno == EAGAIN) return 0;
    terminal_is_gone = true;
    return -1;
}
