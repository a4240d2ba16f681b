import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether what decodes headers keeps its promises on it.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWords(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    WordCheck.check(input)
    MailCheck.check(input)
    return 0
}
