import SESCore

/// Carries arguments that may be any bytes through a parser that wants text.
///
/// Each byte that is no UTF-8 becomes one scalar of a private range, and is that byte again when
/// the name of a file is taken out. Scalars of that range in an argument are carried byte by byte.
enum ArgumentBytes {
    private static let firstCarrier: UInt32 = 0x10FF00

    /// The arguments of the program, without its own name.
    static func all() -> [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            unsafe CommandLine.unsafeArgv[index].map { text in
                let bytes = unsafe UnsafeBufferPointer(start: text, count: length(of: text))
                return unsafe carry(bytes.map { UInt8(bitPattern: $0) })
            }
        }
    }

    /// The bytes that an argument stands for.
    static func bytes(of argument: String) -> RawText {
        RawText(
            argument.unicodeScalars.flatMap { scalar in
                scalar.value >= firstCarrier
                    ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
            })
    }

    static func carry(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
            let text = length.flatMap { String(validating: rest.prefix($0), as: UTF8.self) }
            if let text, let scalar = text.unicodeScalars.first, scalar.value < firstCarrier {
                scalars.append(scalar)
            } else {
                for byte in rest.prefix(length ?? 1) {
                    scalars.append(Unicode.Scalar(firstCarrier + UInt32(byte)) ?? " ")
                }
            }
            rest.removeFirst(min(length ?? 1, rest.count))
            _ = first
        }
        return String(scalars)
    }

    private static func length(of text: UnsafePointer<CChar>) -> Int {
        var length = 0
        while unsafe text[length] != 0 { length += 1 }
        return length
    }
}
