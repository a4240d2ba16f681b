import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether unpacking it keeps its promises.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInflate(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    FeedCheck.check(input)
    MembersCheck.check(input)
    return 0
}
