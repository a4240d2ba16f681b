// While the screen is in use, standard error goes to a file: a line of some library's would
// otherwise be written across the screen, and a crash's last words would be lost with it.

#define _GNU_SOURCE 1

#include "Terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_SIZE = 1 << 20 };

static int former = -1;

/// Makes the folder and those above it.
static bool make_folder(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        int made = mkdir(path, 0700);
        *slash = '/';
        if (made != 0 && errno != EEXIST) return false;
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

static int open_log(void) {
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    char folder[PATH_MAX], path[PATH_MAX];
    int length;
    // The XDG rules have a relative path ignored.
    if (state != NULL && state[0] == '/') {
        length = snprintf(folder, sizeof folder, "%s/ses-browser", state);
    } else if (home != NULL && home[0] == '/') {
        length = snprintf(folder, sizeof folder, "%s/.local/state/ses-browser", home);
    } else {
        return -1;
    }
    if (length < 0 || (size_t)length >= sizeof folder || !make_folder(folder)) return -1;
    length = snprintf(path, sizeof path, "%s/crash.log", folder);
    if (length < 0 || (size_t)length >= sizeof path) return -1;
    int flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    int log = open(path, flags, 0600);
    if (log < 0) return -1;
    struct stat status;
    if (fstat(log, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(log);
        return -1;
    }
    if (status.st_size > MAX_SIZE && ftruncate(log, 0) != 0) {
        close(log);
        return -1;
    }
    return log;
}

void crash_log_begin(void) {
    if (former >= 0) return;
    int log = open_log();
    if (log < 0) log = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (log < 0) return;
    fflush(stderr);
    former = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (former >= 0) dup2(log, STDERR_FILENO);
    close(log);
}

void crash_log_end(void) {
    if (former < 0) return;
    fflush(stderr);
    dup2(former, STDERR_FILENO);
    close(former);
    former = -1;
}
