import Testing

@testable import SESCore

/// Words in address, display name and subject, found as if all three were folded as they are searched.
@Suite struct WordsJudgeTests {
    private static let parts = [
        "a", "K", "z ", "Ab", "é", "É", "ß", "ſ", "\u{212A}", "Ж", "ж", "日本", "€", "🦓", "Ạ", "ＡＢ",
        "\n",
    ]
    private static let broken: [[UInt8]] = [
        [0xC3], [0xA9], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0x0A],
    ]

    private func text(_ random: inout SeededGenerator, most: Int) -> [UInt8] {
        (0..<Int.random(in: 0...most, using: &random)).flatMap { _ in
            Int.random(in: 0..<15, using: &random) == 0
                ? Self.broken[Int.random(in: 0..<Self.broken.count, using: &random)]
                : Array(Self.parts[Int.random(in: 0..<Self.parts.count, using: &random)].utf8)
        }
    }

    private func block(_ rows: [[[UInt8]]]) -> RowBlock {
        var builder = PieceBuilder(file: 0)
        for row in rows {
            var summary = EventSummary()
            (summary.from, summary.name, summary.subject) = (row[0], row[1], row[2])
            builder.append(summary, offset: 0, length: 1, route: 0)
        }
        return RowBlock(piece: Piece(builder), rows: 0..<rows.count, first: 0)
    }

    @Test func `what is typed is found wherever a folded text holds it`() {
        var random = SeededGenerator(seed: 31)
        let run = MatchRun(
            EventTable(), LateColumns(), RecordAnswers(), Deliveries(), RowMarks(), while: { true })
        var (found, cutFound) = (0, 0)
        for _ in 0..<900 {
            let rows = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                (0..<3).map { _ in text(&random, most: 7) }
            }
            var typed = text(&random, most: 3)
            if Int.random(in: 0..<4, using: &random) == 0, !typed.isEmpty { typed.removeFirst() }
            guard !typed.isEmpty else { continue }
            let needle = SearchNeedle(RawText(typed))
            let parts = RowTexts.Parts(rawValue: UInt32.random(in: 1...7, using: &random))
            let block = block(rows)
            var mask = RowBits(count: rows.count)
            for row in rows.indices { mask[row] = Int.random(in: 0..<5, using: &random) > 0 }
            let answer = WordsJudge(needle, in: parts).answer(block, among: mask, run)
            for row in rows.indices {
                let isHeld = (0..<3).contains { place in
                    parts.rawValue >> UInt32(place) & 1 == 1
                        && needle.isFound(in: SearchFold.fold(rows[row][place]))
                }
                #expect(answer.sure[row] == (isHeld && mask[row]), "\(typed) in \(rows[row])")
                #expect(block.piece.holds(needle, row: row, in: parts) == isHeld)
                if isHeld { found += 1 }
                if isHeld, !needle.isWhole { cutFound += 1 }
            }
        }
        #expect(found > 1000)
        #expect(cutFound > 50)
    }

    @Test func `only texts with letter case beyond ASCII are kept twice`() {
        let rows = ["Gagnez 3938 € ce soir", "日本語 🦓", "élan", "Plain ASCII"].map {
            [[], [], Array($0.utf8)]
        }
        #expect(block(rows).piece.folded.isEmpty)
        let folded = block([[[], [], Array("Élan VITAL".utf8)]]).piece.folded
        #expect(folded == Array("élan vital\n".utf8))
    }
}
