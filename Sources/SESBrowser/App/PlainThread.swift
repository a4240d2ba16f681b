internal import Glibc

/// A thread of its own for work that blocks, such as reading files.
///
/// The pool that runs tasks is not for that: a blocked `read` would hold one of its few threads.
enum PlainThread {
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
    unsafe CursesCalls.runGuarded(
        { work in if let work = unsafe work { unsafe PlainThread.perform(work) } }, work)
    return nil
}

extension PlainThread {
    fileprivate static func perform(_ work: UnsafeMutableRawPointer) {
        unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
    }
}
