import SESCore

/// What is known of the decisions of persons.
struct TriageState: Sendable {
    /// The marks of the rows.
    var marks = RowMarks()
}
