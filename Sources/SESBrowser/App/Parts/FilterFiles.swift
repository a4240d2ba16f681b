/// What is kept of filters from one run to the next.
struct FilterFiles: Hashable, Sendable {
    /// The filters that have a name, as lines of their file.
    var saved: [String]
    /// Filters that were typed, oldest first.
    var history: [String]
}
