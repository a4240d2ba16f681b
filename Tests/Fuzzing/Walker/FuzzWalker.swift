import FuzzSupport
@testable import SESCore

/// Takes one input from libFuzzer and looks whether walking over it keeps its promises.
///
/// The name in C is the one that libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWalker(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    var walker = JSONWalker(input.span)
    let walk = Walk.whole(&walker, of: input)
    SkipCheck.check(input, walk.values)
    for text in walk.texts { TextCheck.check(input, text) }
    TextCheck.check(input, 0..<input.count)
    TextCheck.checkWriting(input)
    return 0
}
