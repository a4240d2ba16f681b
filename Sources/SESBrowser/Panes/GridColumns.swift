import SESCore

/// How the grid uses the width of the screen.
struct GridColumns: Hashable, Sendable {
    /// The columns of the names of the checks.
    let label: Int
    /// Where each cell begins, behind the label.
    let starts: [Int]
    /// Where each cell ends.
    let ends: [Int]

    init(_ columns: Int, label: Int? = nil) {
        let label = label ?? (columns >= 56 ? 8 : columns >= 40 ? 5 : 2)
        self.label = label
        let each = min(12, max(1, (columns - label) / FilterBar.statuses.count))
        // The longest head takes what is left over; one column between cells stays blank.
        let spare = min(2, max(0, columns - label - each * FilterBar.statuses.count))
        var starts: [Int] = []
        var ends: [Int] = []
        var end = 0
        for status in FilterBar.statuses {
            let width = each + (status == .processingFailed ? spare : 0)
            starts.append(end + (width > 2 ? 1 : 0))
            end += width
            ends.append(end)
        }
        self.starts = starts
        self.ends = ends
    }
}

extension GridColumns {
    /// The head of a column in as many letters as fit.
    func head(_ status: VerdictStatus) -> String {
        let index = FilterBar.statuses.firstIndex(of: status) ?? 0
        let room = ends[index] - starts[index]
        return Self.heads(status).first { $0.utf8.count <= room } ?? ""
    }

    /// The key of a check and its name, or its letter where there is no room.
    func name(of check: Check) -> String {
        switch label {
        case 8: " \(check.rawValue + 1) \(check.name)"
        case 5: check.name
        default: String(check.letter)
        }
    }

    /// The box and the count of a cell; no count before it is known.
    func cell(_ count: Int?, _ index: Int, isTicked: Bool, isChosen: Bool) -> String {
        let room = ends[index] - starts[index]
        let box: String =
            if room >= 9 { isTicked ? "[x]" : isChosen ? "[ ]" : "   " } else {
                isTicked ? "x" : isChosen ? "_" : " "
            }
        let number = count.map { Count($0).fitting(room - box.utf8.count) } ?? ""
        let blanks = max(0, room - box.utf8.count - number.utf8.count)
        return box + String(repeating: " ", count: blanks) + number
    }

    private static func heads(_ status: VerdictStatus) -> [String] {
        switch status {
        case .pass: ["PASS", "P"]
        case .gray: ["GRAY", "G"]
        case .fail: ["FAIL", "F"]
        case .processingFailed: ["PROC_FAILED", "PROC_F", "!"]
        case .disabled: ["DISABLED", "DISAB", "-"]
        case .missing: ["missing", "miss", "_"]
        case .other: ["other", "#"]
        }
    }
}
