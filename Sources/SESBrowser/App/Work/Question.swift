import SESCore

/// Something that the thread beside the screen is asked, with its number.
struct Question: Sendable {
    /// What is asked.
    enum Kind: Sendable {
        /// Pick and sort the rows of the list.
        case select
        /// Count the values of a field among the mails of a query.
        case count(PickField, under: Query)
        /// Count what the rows that are shown have in common.
        case statistics(of: ShownRows)
        /// Find all mails of a query.
        case rows(RowsPurpose)
        /// Count what was decided about the rows that are shown.
        case report(on: ShownRows, RowMarks, trying: [TriedFilter])
        /// Look for a text in the rows that are shown, from a position on, in steps of 1 or -1.
        case find(SearchNeedle, in: ShownRows, from: Int, step: Int)
    }

    let kind: Kind
    let number: Int
    var request: SelectionRequest
}

extension Question {
    /// Questions of one rank replace each other; those of a lower rank wait for those of a higher
    /// one, 0 being the highest.
    var rank: Int {
        switch kind {
        case .select: 0
        case .find, .rows: 1
        case .count: 2
        case .statistics, .report: 3
        }
    }

    /// How many values of a field are listed.
    private static let mostValues = 1000

    /// Answers the question by as many messages as there is news.
    ///
    /// - Returns: False where it was interrupted.
    func answer(
        with selector: inout Selector, while isWanted: @escaping @Sendable () -> Bool,
        _ post: (Message) -> Void
    ) -> Bool {
        switch kind {
        case .select:
            return selector.select(request, while: isWanted) { post(.selection(number, $0)) }
        case .count(let field, let query):
            var request = request
            request.query = query
            guard
                let list = selector.top(Self.mostValues, of: field, request, while: isWanted)
            else { return false }
            post(.counted(number, list))
            return true
        case .rows(let purpose):
            let rows = selector.rows(request, from: 0)
            post(.rows(rows, for: purpose, reading: request.reading))
            return true
        case .statistics(let rows):
            return selector.statistics(of: rows, request, while: isWanted) {
                post(.statistics(number, $0, isWhole: $1))
            }
        case .report(let rows, let marks, let filters):
            guard
                let report = selector.report(
                    on: rows, marks: marks, trying: filters, request, while: isWanted)
            else { return false }
            post(.report(number, report))
            return true
        case .find(let needle, let rows, let start, let step):
            guard
                let found = selector.find(
                    needle, in: rows, of: request.table, from: start, step: step, while: isWanted)
            else { return false }
            post(.found(number, found.position))
            return true
        }
    }
}
