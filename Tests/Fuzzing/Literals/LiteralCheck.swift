import FuzzSupport
@testable import SESCore

/// What reading literals of Python and the output of `console.log` promises.
enum LiteralCheck {
    /// Brackets of which so many are looked at, for the time it takes grows with their square.
    private static let most = 8
    private static let account = 64 << 20

    /// Looks for literals in an input and reads them, and the input as a whole.
    static func check(_ input: [UInt8]) {
        checkReading(input)
        let brackets = input.indices.filter { [0x5B, 0x7B].contains(input[$0]) }
        for bracket in brackets.prefix(most) {
            checkOpening(input, bracket)
            for isPython in [true, false] { checkScan(input, bracket, isPython: isPython) }
        }
    }

    /// Bytes that either reader takes become JSON, in which nothing grows without bounds.
    private static func checkReading(_ text: [UInt8]) {
        switch PythonLiteral.json(of: text.span) {
        case .success(let json):
            checkJSON(json, of: text)
            checkWhole(text)
        case .failure(let failure): checkPlace(failure, text)
        }
        switch InspectText.json(of: text.span) {
        case .success(let reading): checkJSON(reading.json, of: text)
        case .failure(let failure): checkPlace(failure, text)
        }
    }

    private static func checkJSON(_ json: [UInt8], of text: [UInt8]) {
        SoundJSON.check(json, of: text)
        promise(
            json.count <= 6 * text.count + 16,
            "\(text.count) bytes became \(json.count): \(SoundJSON.text(text))")
    }

    private static func checkPlace(_ failure: LiteralFailure, _ text: [UInt8]) {
        promise(0...text.count ~= failure.position, "\(failure) of \(text.count) bytes")
    }

    /// What can be read in brackets is found to its last one.
    private static func checkWhole(_ text: [UInt8]) {
        let isMeant = { (index: Int) in !JSONStructure.isSpace(text[index]) }
        guard let first = text.indices.first(where: isMeant), "[{(".utf8.contains(text[first]),
            let last = text.indices.last(where: isMeant)
        else { return }
        var limit = LookAhead(from: first, account: account)
        let result = LiteralStructure.end(text.span, from: first, isPython: true, limit: &limit)
        promise(
            result == .ok(last + 1),
            "\(SoundJSON.text(text)) can be read and ends at \(last + 1), not \(result)")
    }

    private static func checkScan(_ input: [UInt8], _ start: Int, isPython: Bool) {
        func end(before cut: Int) -> ScanResult {
            var limit = LookAhead(from: start, account: account)
            return LiteralStructure.end(
                input.span.extracting(0..<cut), from: start, isPython: isPython, limit: &limit)
        }
        let result = end(before: input.count)
        guard let reached = result.reached(input.count) else { return }
        promise(start <= reached && reached <= input.count, "\(result) from \(start)")
        for cut in [start + 1, (start + reached) / 2, reached - 1] where start..<reached ~= cut {
            promise(
                end(before: cut) == .more,
                "\(result) of \(SoundJSON.text(input)) from \(start), and \(end(before: cut)) "
                    + "of what stands before \(cut)")
        }
        if case .ok(let end) = result { checkReading(Array(input[start..<end])) }
    }

    /// What begins at a bracket is the same however much is at hand.
    private static func checkOpening(_ input: [UInt8], _ start: Int) {
        func opening(before cut: Int, isFinal: Bool) -> DocumentForm?? {
            let window = Window(
                bytes: input.span.extracting(0..<cut), base: 0, isFinal: isFinal)
            switch window.literal(at: start) {
            case .form(let form): return form
            case .none: return .some(nil)
            case .more: return nil
            }
        }
        guard let whole = opening(before: input.count, isFinal: true) else {
            return promise(false, "more is wanted than there is")
        }
        for cut in stride(from: start + 1, to: min(input.count, start + 64), by: 3) {
            guard let found = opening(before: cut, isFinal: false) else { continue }
            promise(
                found == whole,
                "\(String(describing: found)) at \(start) before \(cut) of "
                    + "\(SoundJSON.text(input)), which is \(String(describing: whole))")
        }
    }
}

extension ScanResult {
    /// Behind the last byte that decided; nil where none did.
    func reached(_ count: Int) -> Int? {
        switch self {
        case .ok(let end): end
        case .bad(let failure): failure.position
        case .more: nil
        }
    }
}
