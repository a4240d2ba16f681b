internal import CPCRE2

/// A regular expression of PCRE2, compiled once and shared by threads.
///
/// Patterns and texts are UTF-8; letter case never matters, and `\w`, `\d` and `\b` know all of Unicode.
/// Bytes that are no UTF-8 match nothing, and a match does not go over them.
@safe final class RegexCode: @unchecked Sendable {
    private let code: OpaquePointer
    /// True where a text without a byte matches.
    let matchesEmpty: Bool

    /// Compiles a pattern.
    ///
    /// - Throws: ``RegexError`` with what PCRE2 says of it.
    init(_ pattern: RawText) throws(RegexError) {
        var number: CInt = 0
        var offset = 0
        let compiled = unsafe pattern.bytes.withUnsafeBufferPointer { bytes in
            // PCRE2 before 10.43 takes no null pointer for an empty pattern.
            var nothing: UInt8 = 0
            return unsafe withUnsafePointer(to: &nothing) { nothing in
                unsafe pcre2_compile_8(
                    bytes.baseAddress ?? nothing, bytes.count, Self.options, &number, &offset, nil)
            }
        }
        guard let code = unsafe compiled else {
            throw RegexError(pattern: pattern, offset: offset, message: Self.message(number))
        }
        unsafe self.code = code
        // Where it cannot be had, as without memory that may be executed, PCRE2 interprets.
        _ = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
        var matcher = RegexMatcher()
        let nothing: [UInt8] = []
        matchesEmpty = unsafe matcher.judge(nothing.span, code) == .yes
    }

    deinit { unsafe pcre2_code_free_8(code) }

    private static let options =
        UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_CASELESS)
        | UInt32(PCRE2_MATCH_INVALID_UTF) | UInt32(PCRE2_NEVER_BACKSLASH_C)

    private static func message(_ number: CInt) -> String {
        var text = [UInt8](repeating: 0, count: 256)
        let count = unsafe text.withUnsafeMutableBufferPointer {
            unsafe pcre2_get_error_message_8(number, $0.baseAddress, $0.count)
        }
        return String(decoding: text.prefix(Int(max(0, count))), as: UTF8.self)
    }
}

extension RegexCode {
    /// Whether a text matches.
    func judge(_ text: Span<UInt8>, with matcher: inout RegexMatcher) -> Judgement {
        if text.isEmpty { return matchesEmpty ? .yes : .no }
        return unsafe matcher.judge(text, code)
    }
}

/// A regular expression that PCRE2 does not take.
public struct RegexError: Error, Hashable, Sendable {
    /// What was to be compiled.
    public let pattern: RawText
    /// Where in the pattern it is wrong, in bytes from its start.
    public let offset: Int
    /// What is wrong, in the words of PCRE2.
    public let message: String
}

extension RegexError: CustomStringConvertible {
    /// Where and what, for a person.
    public var description: String { "at byte \(offset + 1) of the regex: \(message)" }
}
