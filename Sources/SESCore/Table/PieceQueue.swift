/// The pieces of one file, which several threads read and one takes in order.
final class PieceQueue: Sendable {
    private let source: ByteSource
    private let file: Int
    private let border: Border
    private let start: Int
    private let step: Int
    private let pieceSize: Int
    private let state = Monitor(State())

    /// How many pieces may be read ahead of the one that is taken next.
    private static let mostAhead = 6

    private struct State: Sendable {
        var claimed = 0
        var taken = 0
        var results: [Int: Result] = [:]
        var isStopped = false
    }

    /// What a worker made of a piece.
    struct Result: Sendable {
        /// The reader where the piece was begun; nil where nothing like a border was in it.
        var begin: DocumentReader?
        var end = DocumentReader()
        var findings: PieceFindings?
        var isFinished = false
    }

    /// A queue of the pieces behind a position, at which a document begins.
    init(
        _ source: ByteSource, file: Int, border: Border, step: Int, pieceSize: Int
    ) {
        self.source = source
        self.file = file
        self.border = border
        self.step = step
        self.pieceSize = pieceSize
        start = border.reader.position
    }
}

extension PieceQueue {
    /// Where a piece ends, or a little before that.
    func end(of piece: Int) -> Int { start + (piece + 1) * pieceSize }

    /// Reads pieces until the queue is stopped.
    func work() {
        var scan = PieceScan(source, file: file, from: border.reader, step: step)
        while let piece = claim(waits: true) { read(piece, with: &scan) }
    }

    /// The next piece in order, read by another thread or, where none has begun, by this one.
    func next(_ scan: inout PieceScan) -> Result {
        while true {
            let result = state.change { state -> Result? in
                guard let result = state.results.removeValue(forKey: state.taken) else {
                    return nil
                }
                state.taken += 1
                return result
            }
            if let result { return result }
            if let piece = claim(waits: false) {
                read(piece, with: &scan)
            } else {
                _ = state.wait { $0.results[$0.taken] != nil }
            }
        }
    }

    /// Ends the work of all threads; what they still read is dropped.
    func stop() { state.change { $0.isStopped = true } }

    private func claim(waits: Bool) -> Int? {
        state.wait(for: { state -> Int?? in
            if state.isStopped { return .some(nil) }
            guard state.claimed < state.taken + Self.mostAhead else {
                return waits ? nil : .some(nil)
            }
            state.claimed += 1
            return state.claimed - 1
        })
    }

    private func read(_ piece: Int, with scan: inout PieceScan) {
        var result = Result()
        let first = start + piece * pieceSize
        let guess = piece == 0 ? start : border.guess(from: first, to: end(of: piece), in: source)
        if let guess {
            let begin = border.reader.moved(to: guess)
            scan.restart(from: begin)
            if scan.run(to: border, from: end(of: piece), limit: end(of: piece + 1)) {
                result.begin = begin
                result.findings = scan.takeFindings()
                result.end = scan.reader
                result.isFinished = scan.isFinished
            }
        }
        let done = result
        state.change { $0.results[piece] = done }
    }
}
