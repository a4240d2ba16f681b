import SESCore
import Synchronization

/// The thread that picks, sorts, counts and searches the rows of the list, one question at a time.
///
/// A new question cancels one of its rank and interrupts those of a lower one, which are taken up again
/// behind it. What was read again for a question is kept for the next.
final class SelectionWorker: Sendable {
    private struct Waiting {
        /// At most one of each rank.
        var questions: [Question] = []
        var isAtWork = false
        /// The question at work is to be given up for good.
        var isCancelled = false
        var atWork: Int?
    }

    private let waiting = Mutex(Waiting())
    private let selector = Mutex(Selector())
    private let threads: ThreadStarter
    private let post: @Sendable (Message) -> Void

    /// A worker that posts its answers by the given call.
    init(threads: ThreadStarter, post: @escaping @Sendable (Message) -> Void) {
        self.threads = threads
        self.post = post
    }
}

extension SelectionWorker {
    /// Asks a question; an older one of its rank needs no answer any more.
    func ask(_ question: Question) {
        let isAtWork = waiting.withLock { waiting in
            waiting.questions.removeAll { $0.rank == question.rank }
            waiting.questions.append(question)
            if waiting.atWork == question.rank { waiting.isCancelled = true }
            let isAtWork = waiting.isAtWork
            waiting.isAtWork = true
            return isAtWork
        }
        guard !isAtWork else { return }
        threads.start { self.work() }
    }

    /// Stops the question at work and drops those that wait.
    func stop() {
        waiting.withLock { waiting in
            waiting.questions = []
            waiting.isCancelled = true
        }
    }

    private func work() {
        while let question = next() {
            let isAnswered = selector.withLock { selector in
                question.answer(
                    with: &selector, while: { self.wants(question.rank) }, self.post)
            }
            if !isAnswered { takeUpAgain(question) }
        }
    }

    private func next() -> Question? {
        waiting.withLock { waiting in
            let first = waiting.questions.indices.min {
                waiting.questions[$0].rank < waiting.questions[$1].rank
            }
            guard let first else {
                waiting.isAtWork = false
                waiting.atWork = nil
                return nil
            }
            let question = waiting.questions.remove(at: first)
            waiting.atWork = question.rank
            waiting.isCancelled = false
            return question
        }
    }

    private func wants(_ rank: Int) -> Bool {
        waiting.withLock { waiting in
            !waiting.isCancelled && !waiting.questions.contains { $0.rank < rank }
        }
    }

    private func takeUpAgain(_ question: Question) {
        waiting.withLock { waiting in
            guard !waiting.isCancelled else { return }
            waiting.questions.append(question)
        }
    }
}
