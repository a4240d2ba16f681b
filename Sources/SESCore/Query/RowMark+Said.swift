extension RowMark {
    /// True where the decision is the opposite of what the spam check of SES says: spam that has PASS, or
    /// ham that has FAIL.
    public func disagrees(with facts: Facts) -> Bool {
        switch decided {
        case .spam: facts[.spam] == .pass
        case .ham: facts[.spam] == .fail
        case .no, .maybe: false
        }
    }

    /// True where the mark alone tells that a mail has a property.
    func says(_ property: MailProperty) -> Bool {
        switch property {
        case .untriaged: decided == .no
        case .triaged: decided != .no
        case .spam: decided == .spam
        case .ham: decided == .ham
        case .maybe: decided == .maybe
        case .tagged: isTagged
        case .noted: isNoted
        case .disagrees, .malformed, .mismatch, .truncated, .salvaged, .derived, .lossy, .duplicate,
            .hostile:
            false
        }
    }
}

extension MailProperty {
    /// True for what persons said of a mail, which ``RowMarks`` hold.
    var isSaid: Bool {
        switch self {
        case .untriaged, .triaged, .spam, .ham, .maybe, .tagged, .noted, .disagrees: true
        case .malformed, .mismatch, .truncated, .salvaged, .derived, .lossy, .duplicate, .hostile:
            false
        }
    }
}
