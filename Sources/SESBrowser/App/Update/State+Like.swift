import SESCore

/// In what another mail may be like the one under the cursor.
enum Likeness: CaseIterable, Hashable, Sendable {
    case sender
    case domain
    case subject
    case ip
    case signer
}

extension State {
    /// Narrows the filter to mails like the one under the cursor.
    mutating func like(_ likeness: Likeness) -> [Effect] {
        guard let row = cursorRow else { return message.show("there is no mail under the cursor") }
        switch likeness {
        case .sender, .domain, .subject: return narrow(likeness, LikeThis(table[row]))
        case .ip, .signer:
            guard detail.row == row, let loaded = detail.loaded else {
                awaitedLikeness = likeness
                return detail.ask(for: row)
            }
            return narrow(likeness, LikeThis(table[row], loaded.event))
        }
    }

    /// Goes on with a likeness for which the mail had to be read again.
    mutating func finishLikeness() -> [Effect] {
        guard let likeness = awaitedLikeness.take(), detail.row == cursorRow else { return [] }
        return like(likeness)
    }

    private mutating func narrow(_ likeness: Likeness, _ mail: LikeThis) -> [Effect] {
        guard let condition = mail.condition(likeness) else {
            return message.show("this mail has no \(likeness.word)")
        }
        return narrow(to: condition)
    }
}

extension Likeness {
    /// What it is called in messages.
    var word: String {
        switch self {
        case .sender: "sender"
        case .domain: "sender's domain"
        case .subject: "subject"
        case .ip: "address of a client that can be trusted"
        case .signer: "DKIM signature that SES verified"
        }
    }
}

extension LikeThis {
    /// The condition for mails that are alike in one respect; nil where the mail has nothing to compare.
    fileprivate func condition(_ likeness: Likeness) -> Query? {
        switch likeness {
        case .sender: sender
        case .domain: domain
        case .subject: subject
        case .ip: ip
        case .signer: signer
        }
    }
}
