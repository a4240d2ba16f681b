/// Numbers of programming languages.
enum LiteralNumber {
    /// The digits of a range as JSON has them, nothing rounded; nil where they are no decimal number.
    /// The suffix is a letter that may end a number and says nothing about its value.
    static func json(_ bytes: Span<UInt8>, _ range: Range<Int>, suffix: UInt8) -> [UInt8]? {
        var digits = bytes.copy(range)
        if digits.last == suffix { digits.removeLast() }
        var index = digits.first == UInt8(ascii: "-") ? 1 : 0
        let whole = digitRun(digits, &index)
        var fraction = 0
        if index < digits.count, digits[index] == UInt8(ascii: ".") {
            index += 1
            fraction = digitRun(digits, &index)
        }
        guard whole + fraction > 0 else { return nil }
        if index < digits.count, digits[index].asciiLower == UInt8(ascii: "e") {
            index += 1
            let isSign = index < digits.count && [0x2B, 0x2D].contains(digits[index])
            if isSign { index += 1 }
            guard digitRun(digits, &index) > 0 else { return nil }
        }
        return index == digits.count ? digits : nil
    }

    private static func digitRun(_ digits: [UInt8], _ index: inout Int) -> Int {
        let start = index
        while index < digits.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digits[index] {
            index += 1
        }
        return index - start
    }
}
