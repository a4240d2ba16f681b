import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether records are found, and found again, as promised.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEnvelopes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    WholeCheck.check(input)
    PlantCheck.check(input)
    return 0
}
