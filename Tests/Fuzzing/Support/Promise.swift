/// Ends the program with a message where a promise is broken; libFuzzer reports that together with
/// the input.
public func promise(_ isKept: Bool, _ message: @autoclosure () -> String) {
    if !isKept { fatalError("broken promise: \(message())") }
}
