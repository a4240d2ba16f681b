internal import Glibc

/// The variables that the program was started with.
public enum Environment {
    /// The bytes of a variable; nil where it is not set.
    public static func value(_ name: String) -> RawText? {
        guard var place = unsafe getenv(name) else { return nil }
        var bytes: [UInt8] = []
        while unsafe place.pointee != 0 {
            unsafe bytes.append(UInt8(bitPattern: place.pointee))
            unsafe place += 1
        }
        return RawText(bytes)
    }

    /// The folder of the person's own files; nil where `HOME` names none from the root on.
    public static var home: RawText? { folder("HOME") }

    /// A folder that a variable names; the XDG rules have one ignored that does not begin at the root.
    public static func folder(_ name: String) -> RawText? {
        value(name).flatMap { $0.bytes.first == UInt8(ascii: "/") ? $0 : nil }
    }
}
