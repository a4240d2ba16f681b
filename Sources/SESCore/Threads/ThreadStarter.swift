internal import Glibc

/// Starts work on a thread of its own.
///
/// The pool that runs tasks is not for work that blocks in `pread`, which would hold one of its few
/// threads. The program hands in a starter that guards the thread against crashes.
public struct ThreadStarter: Sendable {
    /// Runs work on another thread.
    public let start: @Sendable (@escaping @Sendable () -> Void) -> Void

    /// A starter that runs the work it is given on another thread.
    public init(_ start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
        self.start = start
    }

    /// A thread and nothing else; where the system has none left, the work is done at once.
    public static let plain = ThreadStarter { body in
        let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
        var thread = pthread_t()
        if unsafe pthread_create(&thread, nil, run, work) == 0 {
            pthread_detach(thread)
        } else {
            _ = unsafe run(work)
        }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
            work in
            if let work = unsafe work {
                unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
            }
            return nil
        }
}
