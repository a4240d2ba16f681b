#define _GNU_SOURCE 1

#include "Pty.h"

#include "Fork.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

void split_strings(const char *text, int32_t count, char **strings) {
    if (count > MAX_STRINGS - 1) count = MAX_STRINGS - 1;
    for (int32_t i = 0; i < count; i++) {
        strings[i] = (char *)text;
        text += strlen(text) + 1;
    }
    strings[count] = NULL;
}

/// Gives a child the signals as they are by default, whatever its parent made of them.
static void reset_signals(void) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
}

static bool open_pair(PtyHandle *handle) {
    handle->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (handle->master < 0) return false;
    char name[128];
    if (grantpt(handle->master) == 0 && unlockpt(handle->master) == 0
        && ptsname_r(handle->master, name, sizeof name) == 0) {
        handle->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (handle->slave >= 0) return true;
    }
    close(handle->master);
    return false;
}

bool fork_on_pty(int32_t rows, int32_t columns, PtyHandle *handle) {
    if (!open_pair(handle)) return false;
    pty_resize(handle->master, rows, columns);
    handle->pid = fork();
    if (handle->pid >= 0) return true;
    close(handle->master);
    close(handle->slave);
    return false;
}

void use_terminal(int32_t slave, const char *input) {
    reset_signals();
    setsid();
    ioctl(slave, TIOCSCTTY, 0);
    int standard_input = input[0] != 0 ? open(input, O_RDONLY) : slave;
    if (standard_input < 0) _exit(126);
    dup2(standard_input, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
}

bool pty_start(
    const char *arguments, int32_t argument_count, const char *environment,
    int32_t environment_count, const char *input, int32_t rows, int32_t columns,
    bool ignores_hang_up, PtyHandle *handle) {
    char *argv[MAX_STRINGS], *envp[MAX_STRINGS];
    split_strings(arguments, argument_count, argv);
    split_strings(environment, environment_count, envp);
    if (!fork_on_pty(rows, columns, handle)) return false;
    if (handle->pid > 0) return true;
    use_terminal(handle->slave, input);
    if (ignores_hang_up) signal(SIGHUP, SIG_IGN);
    execve(argv[0], argv, envp);
    _exit(127);
}

int32_t pty_read(int32_t master, uint8_t *bytes, int32_t capacity, int32_t milliseconds) {
    struct pollfd source = {.fd = master, .events = POLLIN};
    int ready;
    do {
        ready = poll(&source, 1, milliseconds);
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) return 0;
    ssize_t count = read(master, bytes, (size_t)capacity);
    return count > 0 ? (int32_t)count : -1;
}

bool pty_write(int32_t master, const uint8_t *bytes, int32_t count) {
    while (count > 0) {
        ssize_t written = write(master, bytes, (size_t)count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        count -= (int32_t)written;
    }
    return true;
}

bool pty_resize(int32_t master, int32_t rows, int32_t columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(master, TIOCSWINSZ, &size) == 0;
}

bool pty_signal(int32_t pid, int32_t signal) { return kill(pid, signal) == 0; }

bool pty_signal_other_thread(int32_t pid, int32_t signal) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *threads = opendir(path);
    if (threads == NULL) return false;
    int32_t found = 0;
    for (struct dirent *entry; found == 0 && (entry = readdir(threads)) != NULL;) {
        int32_t thread = (int32_t)strtol(entry->d_name, NULL, 10);
        if (thread > 0 && thread != pid) found = thread;
    }
    closedir(threads);
    return found > 0 && tgkill(pid, found, signal) == 0;
}

void pty_close(int32_t descriptor) { close(descriptor); }

PtyEnd pty_check(int32_t pid) {
    PtyEnd end = {.status = -1};
    int status;
    struct rusage usage;
    if (wait4(pid, &status, WNOHANG, &usage) != pid) return end;
    end.has_ended = true;
    if (WIFEXITED(status)) end.status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
    end.processor_milliseconds =
        (int32_t)((usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
                  + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000);
    return end;
}

bool pty_is_cooked(int32_t slave) {
    struct termios setting;
    if (tcgetattr(slave, &setting) != 0) return false;
    tcflag_t local = ICANON | ECHO | ISIG;
    return (setting.c_lflag & local) == local && (setting.c_oflag & OPOST) != 0
        && (setting.c_iflag & ICRNL) != 0;
}

int32_t pty_run(
    const char *arguments, int32_t argument_count, uint8_t *bytes, int32_t capacity) {
    char *argv[MAX_STRINGS];
    split_strings(arguments, argument_count, argv);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    pid_t pid = fork();
    if (pid == 0) {
        reset_signals();
        dup2(ends[1], STDOUT_FILENO);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(ends[1]);
    int32_t used = 0;
    ssize_t count = pid > 0 ? 1 : 0;
    while (count > 0 && used < capacity) {
        count = read(ends[0], bytes + used, (size_t)(capacity - used));
        if (count > 0) used += (int32_t)count;
    }
    close(ends[0]);
    int status = 0;
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0) return -1;
    return used;
}
