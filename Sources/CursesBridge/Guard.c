// Gives the terminal back when the program ends in a way that nobody planned.
//
// Everything that runs in a handler here is async-signal-safe: the bytes to write and the setting
// of the terminal are made ready beforehand.

#define _GNU_SOURCE 1

#include "Terminal.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {
    SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT,
};
enum { CRASHES = sizeof crashes / sizeof *crashes };

static const char last_words[] =
    "ses-browser crashed; every decision shown as saved is on disk. See crash.log.\r\n";

static struct sigaction former[CRASHES];
static bool hands_on;
static struct termios saved;
static int saved_descriptor = -1;
static char restore[512];
static size_t restore_count;
static atomic_bool armed;

/// Room for the handler, as the stack that overflowed has none.
static _Alignas(16) char stack[64 * 1024];

bool guard_save(int descriptor) {
    if (tcgetattr(descriptor, &saved) != 0) return false;
    saved_descriptor = descriptor;
    return true;
}

void guard_arm(const char *bytes, size_t count) {
    restore_count = count < sizeof restore ? count : sizeof restore;
    memcpy(restore, bytes, restore_count);
    atomic_store(&armed, true);
}

void guard_disarm(void) { atomic_store(&armed, false); }

void guard_rearm(void) {
    if (restore_count > 0) atomic_store(&armed, true);
}

void guard_restore(void) {
    if (!atomic_exchange(&armed, false) || terminal_is_gone) return;
    // From the background, setting the terminal would stop us in the middle of this.
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGTTOU, &ignore, NULL);
    tcsetattr(saved_descriptor, TCSANOW, &saved);
    ssize_t written = write(STDOUT_FILENO, restore, restore_count);
    (void)written;
}

void curses_run_guarded(void (*body)(void *), void *context) {
    // It lies at the far end of the thread's own stack, so it is there when the rest is used up.
    _Alignas(16) char room[sizeof stack];
    stack_t alternate = {.ss_sp = room, .ss_size = sizeof room};
    sigaltstack(&alternate, NULL);
    body(context);
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
}

static void on_crash(int number) {
    if (atomic_load(&armed)) {
        guard_restore();
        ssize_t written = write(STDOUT_FILENO, last_words, sizeof last_words - 1);
        (void)written;
    }
    struct sigaction next = {.sa_handler = SIG_DFL};
    // Swift's own handler would ask the person for a key, so it is only handed to on request.
    for (int i = 0; hands_on && i < CRASHES; i++)
        if (crashes[i] == number) next = former[i];
    sigaction(number, &next, NULL);
    raise(number);
}

bool guard_install(void) {
    static bool installed;
    if (installed) return true;
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    if (sigaltstack(&alternate, NULL) != 0 || atexit(guard_restore) != 0) return false;
    hands_on = getenv("SWIFT_BACKTRACE") != NULL;
    struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigset_t caught;
    sigemptyset(&action.sa_mask);
    sigemptyset(&caught);
    for (int i = 0; i < CRASHES; i++) {
        sigaction(crashes[i], &action, &former[i]);
        sigaddset(&caught, crashes[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &caught, NULL);
    installed = true;
    return true;
}
