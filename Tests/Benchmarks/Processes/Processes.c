#define _GNU_SOURCE 1

#include "Processes.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { MAX_ARGUMENTS = 64 };

/// The strings of a text, each of which ends with a zero byte.
static void split(const char *text, int32_t count, char **strings) {
    if (count > MAX_ARGUMENTS - 1) count = MAX_ARGUMENTS - 1;
    for (int32_t i = 0; i < count; i++) {
        strings[i] = (char *)text;
        text += strlen(text) + 1;
    }
    strings[count] = NULL;
}

bool child_start(const char *arguments, int32_t count, const char *output, Child *child) {
    char *argv[MAX_ARGUMENTS];
    split(arguments, count, argv);
    child->master = -1;
    child->pid = fork();
    if (child->pid != 0) return child->pid > 0;
    int null = open("/dev/null", O_RDWR);
    int out = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (null < 0 || out < 0) _exit(126);
    dup2(null, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(null, STDERR_FILENO);
    close(null);
    close(out);
    execvp(argv[0], argv);
    _exit(127);
}

/// Makes the terminal the standard streams of this process and the one that controls it.
static bool use_terminal(const char *name) {
    setsid();
    int slave = open(name, O_RDWR);
    if (slave < 0 || ioctl(slave, TIOCSCTTY, 0) != 0) return false;
    dup2(slave, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    if (slave > STDERR_FILENO) close(slave);
    return true;
}

bool child_start_on_terminal(
    const char *arguments, int32_t count, int32_t rows, int32_t columns, Child *child) {
    char *argv[MAX_ARGUMENTS];
    char name[128];
    split(arguments, count, argv);
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (master < 0) return false;
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    bool is_ready = grantpt(master) == 0 && unlockpt(master) == 0
        && ptsname_r(master, name, sizeof name) == 0 && ioctl(master, TIOCSWINSZ, &size) == 0;
    child->master = master;
    child->pid = is_ready ? fork() : -1;
    if (child->pid < 0) close(master);
    if (child->pid != 0) return child->pid > 0;
    if (!use_terminal(name)) _exit(126);
    setenv("TERM", "xterm-256color", 1);
    setenv("LANG", "C.UTF-8", 1);
    unsetenv("LC_ALL");
    execvp(argv[0], argv);
    _exit(127);
}

ChildEnd child_wait(Child child) {
    ChildEnd end = {.status = -1};
    int status;
    struct rusage usage;
    pid_t found;
    do {
        found = wait4(child.pid, &status, 0, &usage);
    } while (found < 0 && errno == EINTR);
    if (child.master >= 0) close(child.master);
    if (found != child.pid) return end;
    end.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    end.processor_microseconds =
        (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000
        + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
    end.peak_kibibytes = usage.ru_maxrss;
    return end;
}

void child_kill(Child child) { kill(child.pid, SIGKILL); }

int32_t terminal_read(int32_t master, uint8_t *bytes, int32_t capacity, int32_t milliseconds) {
    struct pollfd source = {.fd = master, .events = POLLIN};
    int ready;
    do {
        ready = poll(&source, 1, milliseconds);
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) return 0;
    ssize_t count = read(master, bytes, (size_t)capacity);
    return count > 0 ? (int32_t)count : -1;
}

int32_t file_create(const char *path) {
    return open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

bool file_write(int32_t descriptor, const uint8_t *bytes, int64_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, (size_t)count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        count -= written;
    }
    return true;
}

bool file_close(int32_t descriptor) { return close(descriptor) == 0; }

int64_t file_size(const char *path) {
    struct stat about;
    return stat(path, &about) == 0 ? (int64_t)about.st_size : -1;
}

int64_t file_read(const char *path, uint8_t *bytes, int64_t capacity) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    int64_t used = 0;
    ssize_t count = 1;
    while (count > 0 && used < capacity) {
        count = read(descriptor, bytes + used, (size_t)(capacity - used));
        if (count > 0) used += count;
    }
    close(descriptor);
    return count < 0 ? -1 : used;
}
