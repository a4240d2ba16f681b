/// Whether a condition holds.
enum Judgement: UInt8, Sendable {
    case no
    case yes
    /// It cannot be told: a regular expression hit a limit.
    case unknown
}

extension Judgement {
    /// Whether any of two conditions holds.
    static func || (left: Judgement, right: @autoclosure () -> Judgement) -> Judgement {
        guard left != .yes else { return .yes }
        let right = right()
        return right == .no ? left : right
    }
}

extension Sequence {
    /// Whether any element meets a condition.
    func anyJudgement(_ judge: (Element) -> Judgement) -> Judgement {
        var all = Judgement.no
        for element in self {
            all = all || judge(element)
            if all == .yes { break }
        }
        return all
    }
}
