/// Puts a record together again of which each field is a column, as CloudWatch Logs Insights does.
///
/// A column is named by the path of its field: `Records.0.ses.receipt.spamVerdict.status`,
/// `ses.mail.source`, `detail.mail.headers.0.name`, `receipt.dmarcVerdict.status`. What stands before
/// `mail` or `receipt` is the way to the record; the first telling column decides on it.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html>
enum FlatRecord {
    /// The most names on the path of a column; longer ones are left out.
    static let longestPath = 16

    /// JSON of the record `{"mail":{…},"receipt":{…}}`; nil where no column is a verdict or the id
    /// that SES gave the mail.
    static func json(columns: [(name: RawText, value: RawText)]) -> [UInt8]? {
        guard let telling = columns.first(where: { isTelling($0.name.bytes.span) }) else {
            return nil
        }
        let way = Path(telling.name)?.way
        var tree = FlatTree()
        for (name, value) in columns {
            guard let path = Path(name), path.way == way else { continue }
            tree.set(path.names, to: value)
        }
        return tree.json
    }

    /// True for the name of a column that proves its row to be a record.
    static func isTelling(_ name: Span<UInt8>) -> Bool {
        if ends(name, "mail.messageId") { return true }
        for verdict in verdicts where ends(name, verdict.bare) || ends(name, verdict.status) {
            return true
        }
        return false
    }

    private static let verdicts: [(bare: StaticString, status: StaticString)] = [
        ("receipt.spamVerdict", "receipt.spamVerdict.status"),
        ("receipt.virusVerdict", "receipt.virusVerdict.status"),
        ("receipt.spfVerdict", "receipt.spfVerdict.status"),
        ("receipt.dkimVerdict", "receipt.dkimVerdict.status"),
        ("receipt.dmarcVerdict", "receipt.dmarcVerdict.status"),
    ]

    private static func ends(_ name: Span<UInt8>, _ word: StaticString) -> Bool {
        let start = name.count - word.utf8CodeUnitCount
        guard start >= 0, name.stands(word, in: start..<name.count) else { return false }
        return start == 0 || name[start - 1] == UInt8(ascii: ".")
    }

    /// The name of a column, cut at its dots.
    private struct Path {
        /// The names before `mail` or `receipt`.
        let way: ArraySlice<ArraySlice<UInt8>>
        /// The names from there on.
        let names: ArraySlice<ArraySlice<UInt8>>

        init?(_ column: RawText) {
            let all = column.bytes.split(
                separator: UInt8(ascii: "."), maxSplits: FlatRecord.longestPath,
                omittingEmptySubsequences: false)
            guard all.count <= FlatRecord.longestPath,
                let start = all.firstIndex(where: {
                    $0.elementsEqual("mail".utf8) || $0.elementsEqual("receipt".utf8)
                }), start + 1 < all.count
            else { return nil }
            way = all[..<start]
            names = all[start...]
        }
    }
}

/// The fields of a flat record, found by their names.
private struct FlatTree {
    private var nodes = [Node()]

    private struct Node {
        var value: RawText?
        var children: [(name: ArraySlice<UInt8>, node: Int)] = []
        var places: [ArraySlice<UInt8>: Int] = [:]
        /// True as long as all children are numbered.
        var isArray = true
    }

    mutating func set(_ names: ArraySlice<ArraySlice<UInt8>>, to value: RawText) {
        var node = 0
        for name in names {
            if let next = nodes[node].places[name] {
                node = next
                continue
            }
            nodes[node].places[name] = nodes.count
            nodes[node].children.append((name, nodes.count))
            if Self.number(name) == nil { nodes[node].isArray = false }
            node = nodes.count
            nodes.append(Node())
        }
        nodes[node].value = value
    }

    /// The tree as JSON; a node with children is an object, or an array where they are numbered.
    var json: [UInt8] {
        var bytes: [UInt8] = []
        var waiting: [Step] = [.node(0, isFlag: false)]
        while let step = waiting.popLast() {
            switch step {
            case .bytes(let text): bytes.append(contentsOf: text)
            case .node(let index, let isFlag):
                let node = nodes[index]
                guard !node.children.isEmpty else {
                    JSONText.encode(Self.value(node.value ?? "", isFlag: isFlag), to: &bytes)
                    continue
                }
                bytes.append(UInt8(ascii: node.isArray ? "[" : "{"))
                waiting.append(.bytes(Array((node.isArray ? "]" : "}").utf8)))
                waiting.append(contentsOf: Self.members(node))
            }
        }
        return bytes
    }

    private enum Step {
        case node(Int, isFlag: Bool)
        case bytes([UInt8])
    }

    /// What is to be written of the children, the last step first.
    private static func members(_ node: Node) -> [Step] {
        var children = node.children
        if node.isArray { children.sort { number($0.name) ?? 0 < number($1.name) ?? 0 } }
        var steps: [Step] = []
        for (index, child) in children.enumerated() {
            var before: [UInt8] = index == 0 ? [] : [UInt8(ascii: ",")]
            if !node.isArray {
                JSONText.encode(RawText(child.name), to: &before)
                before.append(UInt8(ascii: ":"))
            }
            steps.append(.bytes(before))
            let isFlag = child.name.elementsEqual("headersTruncated".utf8)
            steps.append(.node(child.node, isFlag: isFlag))
        }
        return steps.reversed()
    }

    /// Insights writes the two truth values as 0 and 1.
    private static func value(_ text: RawText, isFlag: Bool) -> RawText {
        guard isFlag else { return text }
        return text == "1" ? "true" : text == "0" ? "false" : text
    }

    private static func number(_ name: ArraySlice<UInt8>) -> Int? {
        guard !name.isEmpty, name.count <= 9 else { return nil }
        var number = 0
        for byte in name {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
