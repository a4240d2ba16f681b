import SESCore

/// What was decided about the mails, as far as the screen knows.
struct TriageState: Sendable {
    var marks = RowMarks()
}
