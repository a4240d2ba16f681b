import SESCore

internal import Glibc

/// The environment that the program was started in.
enum Environment {
    /// The bytes of a variable; nil where it is not set.
    static func value(_ name: String) -> RawText? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe RawText(
            UnsafeBufferPointer(start: value, count: strlen(value)).map { UInt8(bitPattern: $0) })
    }
}
