/// The lines that the Lambda platform writes around the output of a function.
///
/// <https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html>
enum PlatformLine {
    private static let beginnings: [StaticString] = [
        "START RequestId: ", "END RequestId: ", "REPORT RequestId: ", "INIT_START ",
        "XRAY TraceId: ",
    ]

    /// True where the line is one of the platform's, or one with a time or stream before it.
    static func isPlatform(_ line: Span<UInt8>) -> Bool {
        var words = 0
        var index = 0
        // `aws logs tail` puts a time and a stream name before the line.
        while words < 3 {
            if beginnings.contains(where: { stands($0, line, at: index) }) { return true }
            while index < line.count, line[index] != 0x20 { index += 1 }
            index += 1
            words += 1
        }
        return false
    }

    private static func stands(_ word: StaticString, _ line: Span<UInt8>, at index: Int) -> Bool {
        let end = index + word.utf8CodeUnitCount
        return end <= line.count && line.stands(word, in: index..<end)
    }
}
