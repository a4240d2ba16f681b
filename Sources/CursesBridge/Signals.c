// Signals become bytes in a pipe, which the loop waits for together with the keyboard.

#define _GNU_SOURCE 1

#include "Terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>

enum { MAX_DESCRIPTORS = 16 };

/// What `curses_wait` reads, and what `curses_wake` and the handlers write: a signal, or 0.
static _Atomic int pipe_ends[2] = {-1, -1};

static volatile sig_atomic_t stops_by_itself;
static volatile sig_atomic_t ending;

/// True while bytes are on their way to the terminal, and how often that was.
static volatile sig_atomic_t is_in_output;
static volatile sig_atomic_t outputs;

static const int reported[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
static const int ignored[] = {SIGPIPE, SIGXFSZ};

static void write_wake(unsigned char byte) {
    ssize_t written = write(atomic_load(&pipe_ends[1]), &byte, 1);
    (void)written;  // A full pipe wakes the reader as well as one more byte would.
}

void curses_wake(void) { write_wake(0); }

int32_t curses_ending_signal(void) { return ending; }

void signals_enter_output(void) {
    outputs = outputs + 1;
    is_in_output = 1;
}

void signals_leave_output(void) { is_in_output = 0; }

/// Ends the program when it was asked to end and the terminal takes nothing any more.
static void on_alarm(int number) {
    (void)number;
    static volatile sig_atomic_t seen;
    if (is_in_output && outputs == seen) {
        // What is queued will never be read; without it there is room for the restoring bytes.
        tcflush(STDOUT_FILENO, TCOFLUSH);
        guard_restore();
        _exit(128 + ending);
    }
    seen = outputs;
}

static void watch_output(void) {
    struct itimerval often = {{0, 300000}, {0, 300000}};
    setitimer(ITIMER_REAL, &often, NULL);
}

static void on_signal(int number) {
    int saved = errno;
    if (number == SIGINT || number == SIGTERM || number == SIGHUP) {
        ending = number;
        watch_output();
    }
    if (number != SIGCONT || !stops_by_itself) write_wake((unsigned char)number);
    errno = saved;
}

static void handle(int number, void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static bool open_pipe(void) {
    if (atomic_load(&pipe_ends[0]) >= 0) return true;
    int ends[2];
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
    atomic_store(&pipe_ends[0], ends[0]);
    atomic_store(&pipe_ends[1], ends[1]);
    return true;
}

void signals_take_back(void) {
    for (size_t i = 0; i < sizeof reported / sizeof *reported; i++) handle(reported[i], on_signal);
    handle(SIGALRM, on_alarm);
}

bool signals_install(void) {
    if (!open_pipe()) return false;
    sigset_t wanted;
    sigemptyset(&wanted);
    for (size_t i = 0; i < sizeof reported / sizeof *reported; i++)
        sigaddset(&wanted, reported[i]);
    sigaddset(&wanted, SIGALRM);
    sigaddset(&wanted, SIGTTOU);
    sigaddset(&wanted, SIGTTIN);
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) handle(ignored[i], SIG_IGN);
    signals_take_back();
    // A parent may have left them blocked: Foundation's Process on Linux does.
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
    return true;
}

void signals_stop_job(void) {
    stops_by_itself = 1;
    handle(SIGTSTP, SIG_DFL);
    // The whole group, as the terminal does it: else a shell goes on waiting for the rest of it.
    kill(0, SIGTSTP);
    handle(SIGTSTP, on_signal);
    stops_by_itself = 0;
}

/// Takes all that the pipe holds.
static CursesEvents drain(void) {
    CursesEvents events = 0;
    unsigned char bytes[256];
    ssize_t count;
    while ((count = read(atomic_load(&pipe_ends[0]), bytes, sizeof bytes)) > 0) {
        for (ssize_t i = 0; i < count; i++) {
            switch (bytes[i]) {
                case 0: events |= CursesEventsWoken; break;
                case SIGTSTP: events |= CursesEventsStop; break;
                case SIGCONT: events |= CursesEventsContinued; break;
                case SIGWINCH: break;  // The size is looked at after every wait.
                default: events |= CursesEventsEnd;
            }
        }
    }
    return events;
}

CursesEvents curses_wait(int32_t milliseconds, const int32_t *descriptors, int32_t count) {
    struct pollfd sources[2 + MAX_DESCRIPTORS] = {
        {.fd = terminal_keyboard, .events = POLLIN},
        {.fd = atomic_load(&pipe_ends[0]), .events = POLLIN},
    };
    if (count > MAX_DESCRIPTORS) count = MAX_DESCRIPTORS;
    for (int32_t i = 0; i < count; i++)
        sources[2 + i] = (struct pollfd){.fd = descriptors[i], .events = POLLIN};
    // A signal that interrupts this has written to the pipe.
    int ready = poll(sources, (nfds_t)(2 + count), milliseconds);
    CursesEvents events = drain();
    if (ready <= 0) return events;
    if (sources[0].revents & POLLIN) events |= CursesEventsTyped;
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
        terminal_is_gone = true;
        events |= CursesEventsGone;
    }
    for (int32_t i = 0; i < count; i++)
        if (sources[2 + i].revents != 0) events |= CursesEventsWoken;
    if (events & CursesEventsEnd && terminal_check()) events |= CursesEventsGone;
    return events;
}
