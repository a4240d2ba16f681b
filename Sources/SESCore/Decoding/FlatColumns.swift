/// Rows of CloudWatch Logs Insights, in the two spellings that its tools have.
///
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html>
enum FlatColumns {
    /// The columns of a row: `[{"field":NAME,"value":TEXT},…]` or an object keyed by the names.
    static func columns(_ bytes: Span<UInt8>, at position: Int) -> [(name: RawText, value: RawText)]
    {
        var walker = JSONWalker(bytes, at: position)
        var fields = FieldReader()
        var columns: [(name: RawText, value: RawText)] = []
        switch walker.kind {
        case .object:
            walker.enter()
            while let key = walker.nextKey() {
                let name = JSONText.decode(bytes, key.range).text
                if let value = fields.text(&walker) { columns.append((name, value)) }
            }
        case .array:
            walker.enter()
            while walker.nextElement() {
                let members = Members(bytes, at: walker.position)
                if let name = members.text(.field, bytes), let value = members.text(.value, bytes) {
                    columns.append((name, value))
                }
                walker.skipValue()
            }
        default: break
        }
        return columns
    }

    /// True where the array at a position is a row in the first spelling.
    static func isRow(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        var walker = JSONWalker(bytes, at: position)
        guard walker.kind == .array else { return false }
        walker.enter()
        guard walker.nextElement(), walker.kind == .object else { return false }
        let members = Members(bytes, at: walker.position)
        return members.string(.field) != nil && members.string(.value) != nil
    }
}
