import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether every form that is no JSON is read as it promises.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLiterals(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    LiteralCheck.check(input)
    TableCheck.check(input)
    RepairCheck.check(input)
    PrefixCheck.check(input)
    return 0
}
