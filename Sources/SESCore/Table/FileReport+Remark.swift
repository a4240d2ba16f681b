extension FileReport {
    /// Notes what the file says of itself, once.
    mutating func add(_ remark: FileRemark) {
        guard let note else { return self.note = remark.words }
        guard FileRemark.allCases.contains(where: { note == $0.words }), note != remark.words
        else { return }
        self.note = FileRemark.allCases.map(\.words).joined(separator: "; ")
    }
}
