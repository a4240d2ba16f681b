/// What makes a mail itself, whatever log and shape it comes from: the id that SES gave it, the
/// envelope sender and the second of arrival.
enum MailKey {
    /// A hash over the three, keyed anew in each run, so that nobody can write mails that collide; an
    /// absent part and an empty one are the same, and so are all spellings of the null sender.
    static func hash(id: Span<UInt8>, source: Span<UInt8>, second: Int64?) -> UInt64 {
        let isNullSender =
            source.count == 2 && source[0] == UInt8(ascii: "<") && source[1] == UInt8(ascii: ">")
        let secret = secret
        var hash = mix(secret.0 ^ UInt64(bitPattern: second ?? .min), secret.1)
        hash = mix(hash, id, secret)
        return mix(hash, isNullSender ? Span() : source, secret)
    }

    /// Odd, so that a product with one of them keeps all of the other factor.
    private static let secret = (
        UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max) | 1
    )

    private static func mix(
        _ hash: UInt64, _ bytes: Span<UInt8>, _ secret: (UInt64, UInt64)
    ) -> UInt64 {
        var hash = mix(hash ^ UInt64(bytes.count), secret.1)
        var index = 0
        while index + 16 <= bytes.count {
            hash = mix(hash ^ bytes.word(at: index), secret.1 ^ bytes.word(at: index + 8))
            index += 16
        }
        if index + 8 <= bytes.count { hash = mix(hash ^ bytes.word(at: index), secret.1) }
        var rest: UInt64 = 0
        if bytes.count >= 8 {
            rest = bytes.word(at: bytes.count - 8)
        } else {
            for index in bytes.indices { rest = rest << 8 | UInt64(bytes[index]) }
        }
        return mix(hash ^ rest, secret.0)
    }

    /// The two halves of a product, folded on each other.
    private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = first.multipliedFullWidth(by: second)
        return product.high ^ product.low
    }
}
