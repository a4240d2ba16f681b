internal import Glibc

/// Who decides, where, and with which version of the program.
public struct Author: Hashable, Sendable {
    /// The name of the person's account.
    public let name: RawText
    /// The name of the machine.
    public let host: RawText
    /// The version of the program.
    public let version: RawText

    /// An author of the given parts.
    public init(name: RawText, host: RawText, version: RawText) {
        self.name = name
        self.host = host
        self.version = version
    }
}

extension Author {
    /// The person who runs this, by the account and not by what the environment claims.
    public static func current(version: String) -> Author {
        Author(name: accountName, host: hostName, version: RawText(version))
    }

    private static var accountName: RawText {
        let number = geteuid()
        var texts = [CChar](repeating: 0, count: 16 << 10)
        let name = unsafe texts.withUnsafeMutableBufferPointer { texts -> RawText? in
            var account = unsafe passwd()
            var found: UnsafeMutablePointer<passwd>?
            guard let start = texts.baseAddress,
                unsafe getpwuid_r(number, &account, start, texts.count, &found) == 0,
                unsafe found != nil, let name = unsafe account.pw_name
            else { return nil }
            return unsafe text(of: name)
        }
        return name ?? RawText("uid \(number)")
    }

    private static var hostName: RawText {
        var name = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return RawText(name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    }

    private static func text(of name: UnsafePointer<CChar>) -> RawText {
        unsafe RawText(
            UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) })
    }
}
