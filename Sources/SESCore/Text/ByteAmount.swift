/// A number of bytes for a person, in powers of ten: `512 bytes`, `12.5 kB`, `9.9 MB`.
public struct ByteAmount: Hashable, Sendable, CustomStringConvertible {
    private let bytes: Int

    /// A number of bytes, 0 or more.
    public init(_ bytes: Int) { self.bytes = bytes }

    /// The words, rounded down.
    public var description: String {
        guard bytes >= 1000 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
        var unit = 1000
        var names = ["MB", "GB", "TB"][...]
        var name = "kB"
        while bytes / unit >= 1000, let next = names.popFirst() {
            unit *= 1000
            name = next
        }
        return "\(bytes / unit).\(bytes / (unit / 10) % 10) \(name)"
    }
}
