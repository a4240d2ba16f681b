internal import CPCRE2

/// What PCRE2 works with while it matches: one for each thread. Costs nothing until it is used.
///
/// An expression that goes wild, such as `^(a+)+$` over many an `a`, is given up after
/// ``RegexMatcher/mostBacktracks`` steps back, within about a millisecond.
@safe struct RegexMatcher: ~Copyable {
    /// How often PCRE2 may go back in one text.
    static let mostBacktracks: UInt32 = 50_000
    /// How much memory PCRE2 may take in one text, in KiB.
    static let mostMemory: UInt32 = 4096
    /// How many bytes a text may have; SES cuts the header block at 10 KB, so no honest header has more.
    static let longestText = 16 << 10

    private var data: OpaquePointer?
    private var context: OpaquePointer?
    private var stack: OpaquePointer?

    init() {}

    deinit {
        unsafe pcre2_match_data_free_8(data)
        unsafe pcre2_match_context_free_8(context)
        unsafe pcre2_jit_stack_free_8(stack)
    }
}

extension RegexMatcher {
    /// Whether compiled code matches a text; unknown where a limit was hit.
    mutating func judge(_ text: Span<UInt8>, _ code: OpaquePointer) -> Judgement {
        if unsafe data == nil { prepare() }
        guard text.count <= Self.longestText, unsafe data != nil, unsafe context != nil else {
            return .unknown
        }
        let found = unsafe text.withUnsafeBufferPointer { bytes in
            var nothing: UInt8 = 0
            return unsafe withUnsafePointer(to: &nothing) { nothing in
                unsafe pcre2_match_8(
                    code, bytes.baseAddress ?? nothing, bytes.count, 0, 0, data, context)
            }
        }
        if found >= 0 { return .yes }
        return found == PCRE2_ERROR_NOMATCH ? .no : .unknown
    }

    private mutating func prepare() {
        unsafe data = pcre2_match_data_create_8(1, nil)
        unsafe context = pcre2_match_context_create_8(nil)
        guard unsafe context != nil else { return }
        unsafe stack = pcre2_jit_stack_create_8(32 << 10, Int(Self.mostMemory) << 10, nil)
        unsafe pcre2_set_match_limit_8(context, Self.mostBacktracks)
        unsafe pcre2_set_depth_limit_8(context, Self.mostBacktracks)
        unsafe pcre2_set_heap_limit_8(context, Self.mostMemory)
        unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }
}
