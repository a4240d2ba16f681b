import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether the short way of reading agrees with the whole one on it.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOrdinary(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    OrdinaryCheck.check(input)
    return 0
}
