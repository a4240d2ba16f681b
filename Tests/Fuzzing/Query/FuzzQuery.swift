import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether the query language keeps its promises on it.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQuery(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    QueryCheck.check(input)
    return 0
}
