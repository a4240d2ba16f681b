extension RawText {
    /// True where two domains are one, or one is a subdomain of the other.
    func isRelated(to other: RawText) -> Bool {
        let (long, short) = count >= other.count ? (bytes, other.bytes) : (other.bytes, bytes)
        guard long.count > short.count else { return long == short }
        return short.contains(UInt8(ascii: "."))
            && long.elementsEqual(
                long.dropLast(short.count + 1) + [UInt8(ascii: ".")] + short)
    }

    /// The words that read as a domain: labels of two letters or more, the last one a top-level
    /// domain of two letters or a common one, so that `Mr.Smith` is no domain.
    var domains: [RawText] {
        bytes.split { !($0.isAlphanumeric || $0 == 0x2D || $0 == 0x2E) }.compactMap { word in
            let labels = word.split(separator: 0x2E, omittingEmptySubsequences: false)
            guard labels.count > 1, labels.allSatisfy({ $0.count > 1 }), let top = labels.last,
                top.allSatisfy({ $0.asciiLower &- 0x61 < 26 }),
                top.count == 2 || Self.commonTops.contains(RawText(top))
            else { return nil }
            return RawText(word)
        }
    }

    private static let commonTops: Set<RawText> = [
        "com", "net", "org", "info", "biz", "gov", "edu", "app", "dev", "shop", "online", "bank",
        "cloud", "example", "test",
    ]
}
