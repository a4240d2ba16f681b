import SESCore

extension RowMark {
    static let spam = RowMark(rawValue: 1)
    static let ham = RowMark(rawValue: 2)
    static let maybe = RowMark(rawValue: 3)
    static let tagged = RowMark(rawValue: 16)
}
