import Foundation
import Synchronization

@testable import SESBrowser
@testable import SESCore

/// The desk of the program on a store of the test, answering at once.
final class TestDesk {
    private var desk: TriageDesk
    private let told: Told
    /// A moment to be told of each decision, so that screens do not depend on the clock.
    private let moment: Timestamp?

    private final class Told: Sendable {
        let news = Mutex<[TriageNews]>([])
    }

    init(_ location: StoreLocation, as author: Author = .ann, moment: Timestamp? = nil) {
        let told = Told()
        self.told = told
        self.moment = moment
        desk = TriageDesk(location, as: author) { news in
            told.news.withLock { $0.append(news) }
        }
    }

    /// What it tells when it is asked something.
    func answer(_ request: TriageRequest) -> [TriageNews] {
        _ = desk.answer(request)
        let news = told.news.withLock { news in
            defer { news = [] }
            return news
        }
        return moment.map { moment in news.map { $0.moved(to: moment) } } ?? news
    }
}

extension TriageNews {
    /// The same, with decisions of another moment.
    fileprivate func moved(to moment: Timestamp) -> TriageNews {
        guard case .described(let row, let reading, let triage) = self else { return self }
        let history = triage.history.map { decision in
            StoredDecision(
                row: decision.row, id: DecisionID(at: moment), key: decision.key,
                content: decision.content, decision: decision.decision, note: decision.note,
                author: decision.author, previous: decision.previous, step: decision.step)
        }
        return .described(
            row: row, reading: reading,
            MailTriage(history: history, sender: triage.sender, domain: triage.domain))
    }
}

extension Author {
    static let ann = Author(name: "ann", host: "desk", version: "1")
    static let bob = Author(name: "bob", host: "desk", version: "1")
}
