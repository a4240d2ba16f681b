extension ArraySlice<UInt8> {
    /// The last number of bytes up to a limit that cuts no UTF-8 sequence in two.
    ///
    /// Bytes that are no UTF-8 have no boundary; they are cut where the limit is.
    package func scalarBoundary(notAfter limit: Int) -> Int {
        guard limit < count else { return count }
        return (Swift.max(0, limit - 3)...limit).last { self[startIndex + $0] & 0xC0 != 0x80 }
            ?? limit
    }
}

extension RawText {
    /// The last place up to a limit at which no UTF-8 sequence is cut in two.
    package func scalarBoundary(notAfter limit: Int) -> Int {
        bytes[...].scalarBoundary(notAfter: limit)
    }
}
