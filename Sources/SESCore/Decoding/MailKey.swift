/// What makes a mail itself, whatever log and shape it comes from: the id that SES gave it, the
/// envelope sender and the second of arrival.
enum MailKey {
    /// A hash over the three, keyed anew in each run; an absent part and an empty one are the same, and
    /// so are all spellings of the null sender.
    static func hash(id: Span<UInt8>, source: Span<UInt8>, second: Int64?) -> UInt64 {
        var hasher = Hasher()
        unsafe id.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        hasher.combine(id.count)
        let isNullSender =
            source.count == 2 && source[0] == UInt8(ascii: "<") && source[1] == UInt8(ascii: ">")
        if !isNullSender { unsafe source.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }
        hasher.combine(isNullSender ? 0 : source.count)
        hasher.combine(second)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
