extension Statistics {
    /// Counts; blocks until that is done.
    ///
    /// - Parameters:
    ///   - source: The mails to count.
    ///   - isWanted: Asked every now and then; false gives up, and the result is nil.
    public init?(counting source: StatisticsSource, while isWanted: () -> Bool) {
        self.init()
        let rows = CountedRows(source)
        var days = MailDays()
        guard rows.countFacts(into: &self, &days, isWanted),
            rows.countTimes(into: &self, days, isWanted),
            rows.rankSenders(into: &self, isWanted), rows.rankLate(into: &self, isWanted)
        else { return nil }
    }
}
