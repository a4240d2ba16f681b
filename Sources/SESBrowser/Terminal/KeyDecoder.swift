/// Makes keys and pastes of the bytes that a terminal sends.
///
/// It is not left to curses: that loses the letters after a byte that is no UTF-8, and takes a
/// sequence that it does not know apart into letters, which would then act as keys.
struct KeyDecoder {
    /// Sequences that this terminal's description names, each beginning with ESC.
    private let sequences: [[UInt8]: Key]
    private let prefixes: Set<[UInt8]>
    private var state = State.ground

    init(sequences: [[UInt8]: Key] = [:]) {
        self.sequences = sequences
        prefixes = Set(
            sequences.keys.flatMap { bytes in (1..<bytes.count).map { Array(bytes.prefix($0)) } })
    }

    /// What has been seen of something that is not complete.
    private enum State {
        case ground
        case scalar(UTF8Assembly)
        case escape([UInt8])
        /// A string for programs, and whether ESC was its last byte.
        case string(endsInEscape: Bool)
        case paste(PasteAssembly)
    }

    static let escape: UInt8 = 0x1B

    /// How long a sequence may grow before the rest of it is passed over.
    private static let longestSequence = 64
}

extension KeyDecoder {
    /// Takes bytes and appends what they complete.
    mutating func feed(_ bytes: [UInt8], into inputs: inout [Input]) {
        for byte in bytes { feed(byte, into: &inputs) }
    }

    /// Milliseconds to wait for the rest of what has begun; nil where nothing has.
    func patience(escapeDelay: Int) -> Int? {
        switch state {
        case .ground: nil
        case .scalar, .escape, .string: escapeDelay
        // A paste comes in one go; its end is only missing when the terminal broke off.
        case .paste: 2000
        }
    }

    /// Ends what has begun, as the rest of it does not come.
    mutating func giveUp() -> [Input] {
        defer { state = .ground }
        switch state {
        case .ground, .scalar, .string: return []
        case .escape(let bytes): return bytes.count == 1 ? [.key(.escape)] : []
        case .paste(let paste): return [.paste(paste.bytes)]
        }
    }
}

extension KeyDecoder {
    private mutating func feed(_ byte: UInt8, into inputs: inout [Input]) {
        switch state {
        case .ground:
            start(byte, into: &inputs)
        case .scalar(var assembly):
            switch assembly.append(byte) {
            case .more: state = .scalar(assembly)
            case .done(let scalar):
                state = .ground
                if let key = Key(printable: scalar) { inputs.append(.key(key)) }
            case .broken:
                // The byte belongs to what comes next; only what was cut off is lost.
                state = .ground
                start(byte, into: &inputs)
            }
        case .escape(let bytes):
            extend(bytes, by: byte, into: &inputs)
        case .string(let endsInEscape):
            let isEnd = byte == 0x07 || (endsInEscape && byte == UInt8(ascii: "\\"))
            state = isEnd ? .ground : .string(endsInEscape: byte == KeyDecoder.escape)
        case .paste(var paste):
            // The state must not hold a second reference, or each byte copies the whole paste.
            state = .ground
            if paste.append(byte) {
                inputs.append(.paste(paste.bytes))
            } else {
                state = .paste(paste)
            }
        }
    }

    private mutating func start(_ byte: UInt8, into inputs: inout [Input]) {
        if byte == KeyDecoder.escape {
            state = .escape([byte])
        } else if let key = Key(byte: byte) {
            inputs.append(.key(key))
        } else if let assembly = UTF8Assembly(first: byte) {
            state = .scalar(assembly)
        }
    }

    private mutating func extend(_ former: [UInt8], by byte: UInt8, into inputs: inout [Input]) {
        if byte == KeyDecoder.escape {
            // A new sequence begins; what stood alone before it was the Escape key.
            if former.count == 1 { inputs.append(.key(.escape)) }
            state = .escape([byte])
            return
        }
        let bytes = former.count < KeyDecoder.longestSequence ? former + [byte] : former
        state = .ground
        if let key = sequences[bytes] {
            inputs.append(.key(key))
        } else if prefixes.contains(bytes) {
            state = .escape(bytes)
        } else {
            finish(bytes, last: byte, into: &inputs)
        }
    }

    private mutating func finish(_ bytes: [UInt8], last: UInt8, into inputs: inout [Input]) {
        if bytes.count == KeyDecoder.longestSequence {
            state = (0x40...0x7E).contains(last) ? .ground : .escape(bytes)
            return
        }
        switch EscapeSequence(bytes) {
        case .incomplete: state = .escape(bytes)
        case .key(let key): inputs.append(.key(key))
        case .pasteStart: state = .paste(PasteAssembly())
        case .string: state = .string(endsInEscape: false)
        case .nothing: break
        }
    }
}
