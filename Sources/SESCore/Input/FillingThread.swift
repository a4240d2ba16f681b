internal import Glibc

/// A thread of its own that fills a spool: it blocks while it reads and writes.
enum FillingThread {
    /// Runs `body` on a new thread; where the system has no thread left, on this one.
    static func start(_ body: @escaping @Sendable () -> Void) {
        ThreadStarter.plain.start {
            // A file that has reached the limit of its size is an error to tell, not the end of us.
            var blocked = sigset_t()
            unsafe sigemptyset(&blocked)
            unsafe sigaddset(&blocked, SIGXFSZ)
            unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
            body()
        }
    }
}
