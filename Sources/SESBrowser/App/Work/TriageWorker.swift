import SESCore
import Synchronization

/// The thread that keeps decisions, one request after the other; it alone touches the store.
///
/// It ends when there is nothing more to do, so a browser at rest has no thread for it.
final class TriageWorker: Sendable {
    private struct Waiting {
        var requests: [TriageRequest] = []
        var isAtWork = false
    }

    private let waiting = Mutex(Waiting())
    private let desk: Mutex<TriageDesk>
    private let threads: ThreadStarter

    /// A worker for a store, which posts its news by the given call.
    init(
        _ location: StoreLocation, as author: Author, threads: ThreadStarter,
        post: @escaping @Sendable (TriageNews) -> Void
    ) {
        desk = Mutex(TriageDesk(location, as: author, post: post))
        self.threads = threads
    }
}

extension TriageWorker {
    /// Asks for something; of several requests to mark rows, to look at what others wrote or to describe
    /// a mail only the last one counts.
    func ask(_ request: TriageRequest) {
        let isAtWork = waiting.withLock { waiting in
            if [.mark, .refresh].contains(request.task) {
                waiting.requests.removeAll { $0.task == request.task }
            }
            if request.task.describes { waiting.requests.removeAll { $0.task.describes } }
            waiting.requests.append(request)
            defer { waiting.isAtWork = true }
            return waiting.isAtWork
        }
        if !isAtWork { threads.start { self.work() } }
    }

    /// Does on the calling thread what is left to do; the store is at rest then.
    func finish(with last: TriageRequest) {
        waiting.withLock { $0.requests.append(last) }
        work()
    }

    private func work() {
        desk.withLock { desk in
            while let request = next() {
                if !desk.answer(request, while: { waiting.withLock { $0.requests.isEmpty } }) {
                    takeUpAgain(request)
                }
            }
        }
    }

    /// Puts work off that others should not wait for; one of its kind that was asked since replaces it.
    private func takeUpAgain(_ request: TriageRequest) {
        waiting.withLock { waiting in
            let isReplaced = waiting.requests.contains {
                if case .describe = $0.task { true } else { false }
            }
            if !isReplaced { waiting.requests.append(request) }
        }
    }

    private func next() -> TriageRequest? {
        waiting.withLock { waiting in
            guard !waiting.requests.isEmpty else {
                waiting.isAtWork = false
                return nil
            }
            // Whoever reads about a mail can wait; a decision goes to the disk.
            let first = waiting.requests.firstIndex { !$0.task.describes } ?? 0
            return waiting.requests.remove(at: first)
        }
    }
}

extension TriageTask {
    /// True for the one that only tells about a mail.
    fileprivate var describes: Bool {
        if case .describe = self { true } else { false }
    }
}
