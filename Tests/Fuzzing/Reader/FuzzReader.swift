import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether the reader keeps its promises on it.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    let items = ReadingCheck.items(of: input)
    for item in items {
        guard case .document(let range, let form, _) = item else { continue }
        DocumentCheck.check(input, range, form)
    }
    GateCheck.check(Array(input.prefix(512)))
    return 0
}
