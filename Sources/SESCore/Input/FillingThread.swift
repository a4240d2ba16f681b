internal import Glibc

/// A thread of its own that fills a spool: it blocks while it reads and writes.
enum FillingThread {
    /// Runs `body` on a new thread; where the system has no thread left, on this one.
    static func start(_ body: @escaping @Sendable () -> Void) {
        let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
        var thread = pthread_t()
        let status = unsafe pthread_create(&thread, nil, run, work)
        if status == 0 {
            pthread_detach(thread)
        } else {
            unsafe perform(work)
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

private func run(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    // A file that has reached the limit of its size is an error to tell, not the end of us.
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    unsafe sigaddset(&blocked, SIGXFSZ)
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
    if let work = unsafe work { unsafe FillingThread.perform(work) }
    return nil
}

extension FillingThread {
    fileprivate static func perform(_ work: UnsafeMutableRawPointer) {
        unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
    }
}
