import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether taking mails apart keeps its promises on it.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMail(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    BodyCheck.check(input)
    MarkupCheck.check(input)
    TransferCheck.check(input)
    return 0
}
