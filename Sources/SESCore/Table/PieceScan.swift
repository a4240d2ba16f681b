/// Reads a stretch of a file and collects what is in it.
///
/// Who owns it goes on with ``run(to:)`` and takes the findings out when there are enough.
struct PieceScan: ~Copyable {
    /// Where reading has come to, and in which state.
    private(set) var reader: DocumentReader
    private(set) var isFinished = false
    /// True where the last run ended early, as more bytes have to come first.
    private(set) var isWaiting = false
    private var format = InputFormat.documents
    private let source: ByteSource
    private let file: Int
    private var window: InputWindow
    private var findings: PieceCollector
    /// Where reading is to end, or soon behind.
    private var goal = Int.max

    /// How many bytes a window moves on by; tests try others.
    static let defaultStep = 1 << 20
    /// How many regions a worker keeps before it gives its stretch up, so that a file of nothing
    /// else does not fill the memory with what will be told as few.
    private static let mostRegions = 20_000

    /// A scan that begins where the reader stands.
    init(
        _ source: ByteSource, file: Int, from reader: DocumentReader = DocumentReader(),
        step: Int = defaultStep
    ) {
        self.source = source
        self.file = file
        self.reader = reader
        window = InputWindow(step: step, at: reader.needed)
        findings = PieceCollector(file: file, from: reader.position)
    }

    /// A scan of a whole file, of whatever format.
    init(wholeOf source: ByteSource, file: Int, step: Int) {
        self.init(source, file: file, step: step)
        format = .undecided
    }
}

extension PieceScan {
    /// Begins again where another reader stands; what was found so far is dropped.
    mutating func restart(from reader: DocumentReader) {
        format = .documents
        self.reader = reader
        isFinished = false
        window.move(to: reader.needed)
        findings.clear(from: reader.position)
    }

    /// Reads on to a position, or to the end of the file; of a pipe what there is.
    mutating func run(to goal: Int) {
        let start = reader.position
        isWaiting = false
        self.goal = goal
        while !isFinished, reader.position < goal {
            if advance() { continue }
            if reader.position > start, !window.isFinal, source.waits(at: window.end) {
                isWaiting = true
                return
            }
            readOn()
        }
    }

    /// Reads on to the first border from a position on, or to the end of the file; at most to `limit`.
    ///
    /// - Returns: False where there were more broken regions than one keeps.
    mutating func run(to border: Border, from goal: Int, limit: Int) -> Bool {
        self.goal = goal
        while !isFinished, reader.position < limit {
            if reader.position >= goal, isAt(border) { return true }
            step()
            if findings.regions.count > Self.mostRegions { return false }
        }
        return true
    }

    /// Reads on to a document or line that tells what borders look like in this file.
    mutating func learn(limit: Int) -> Border? {
        while !isFinished, reader.position < limit {
            if let border = border() { return border }
            step()
        }
        return nil
    }

    /// What was found since the last call.
    mutating func takeFindings() -> PieceFindings {
        countLines()
        return findings.take(from: reader.position)
    }

    private mutating func step() {
        if !advance() { readOn() }
    }

    /// Takes the next item; false where more bytes are needed for it.
    private mutating func advance() -> Bool {
        let room = window.room
        let view = Window(
            bytes: room.span.extracting(window.range), base: window.base, isFinal: window.isFinal)
        switch format {
        case .undecided:
            guard let found = InputFormat.of(view.bytes, isWhole: view.isFinal) else {
                return false
            }
            format = found
            return true
        case .documents: break
        default: return takeOfFormat(view)
        }
        if reader.takesDocuments, view[reader.position] == UInt8(ascii: "{") {
            var scan = OrdinaryScan(view.bytes, at: view.index(reader.position))
            switch scan.read() {
            case .accepted:
                countLines()
                findings.add(scan.record, in: view.bytes, base: view.base)
                let end = view.position(scan.position)
                findings.lines.add(
                    view.bytes, base: view.base, to: end, lineFeeds: scan.record.lineFeeds)
                reader.take(documentEndingAt: end, view)
                return true
            case .ranOut:
                let isLong = window.end - reader.position >= OrdinaryScan.longest
                if !window.isFinal, !isLong { return false }
            case .declined: break
            }
        }
        return take(reader.next(view.bytes, base: view.base, isFinal: view.isFinal), view)
    }

    /// Takes the next item of what is no log; false where more bytes are needed for it.
    private mutating func takeOfFormat(_ view: borrowing Window) -> Bool {
        let item = format.next(view.bytes, base: view.base, isFinal: view.isFinal) ?? .end
        reader.position = format.position ?? reader.position
        return take(item, view)
    }

    private mutating func take(_ item: ReaderItem, _ view: borrowing Window) -> Bool {
        switch item {
        case .document(let range, let form, let isSalvaged):
            findings.add(
                document: view.index(range.lowerBound)..<view.index(range.upperBound),
                of: form, in: view.bytes, base: view.base, isSalvaged: isSalvaged)
        case .envelope: break
        case .remark(_, let remark): findings.add(remark)
        case .text(let range): findings.addText(range)
        case .value(let range): findings.count(.json, at: range)
        case .broken(let range, let reason): findings.addBroken(range, reason)
        case .more: return false
        case .end: isFinished = true
        }
        return true
    }

    private mutating func countLines() {
        let room = window.room
        findings.lines.add(
            room.span.extracting(window.range), base: window.base, to: reader.position)
    }

    private mutating func readOn() {
        countLines()
        do throws(SourceError) {
            // One byte more than is needed, for those who look at what stands before a document.
            try window.readOn(
                keeping: max(window.base, reader.needed - 1), to: goal, of: source)
        } catch {
            findings.failure = "reading stopped at byte \(window.end): \(error.message)"
        }
    }
}

extension PieceScan {
    private func isAt(_ border: Border) -> Bool {
        guard border.reader.moved(to: reader.position) == reader else { return false }
        let room = window.room
        return border.isAt(
            reader.position - window.base, in: room.span.extracting(window.range))
    }

    private func border() -> Border? {
        guard case .documents = format, reader.isUnburdened, reader.position > window.base else {
            return nil
        }
        let room = window.room
        return Border(
            reader, at: reader.position - window.base, in: room.span.extracting(window.range))
    }
}
