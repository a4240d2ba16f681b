internal import Glibc

/// Conversion of text by the C library's `iconv`, one call a text.
enum CharsetConverter {
    /// The text as UTF-8, at most four bytes for each of its own and sixteen more; nil where the
    /// library does not have the charset, as on a machine without its conversion modules.
    ///
    /// A byte that spells nothing becomes U+FFFD and is stepped over, so every round moves on.
    static func utf8(of bytes: [UInt8], from charset: String) -> (bytes: [UInt8], isExact: Bool)? {
        guard let conversion = unsafe iconv_open("UTF-8", charset),
            unsafe conversion != UnsafeMutableRawPointer(bitPattern: -1)
        else { return nil }
        defer { unsafe iconv_close(conversion) }
        var input = bytes
        var isExact = true
        let capacity = bytes.count * 4 + 16
        let converted = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { room, used in
            unsafe input.withUnsafeMutableBytes { source in
                unsafe used = convert(source, into: room, by: conversion, &isExact)
            }
        }
        return (converted, isExact)
    }

    /// Converts all of the source and returns how many bytes of the room are taken.
    private static func convert(
        _ source: UnsafeMutableRawBufferPointer, into room: UnsafeMutableBufferPointer<UInt8>,
        by conversion: iconv_t, _ isExact: inout Bool
    ) -> Int {
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe UnsafeMutableRawPointer(room.baseAddress)?
            .assumingMemoryBound(to: CChar.self)
        var left = source.count
        var free = room.count
        while left > 0 {
            if unsafe iconv(conversion, &from, &left, &to, &free) != -1 { break }
            let isIncomplete = errno == EINVAL
            isExact = false
            guard isIncomplete || errno == EILSEQ, free >= replacement.count else { break }
            for byte in replacement {
                unsafe to?.pointee = CChar(bitPattern: byte)
                unsafe to = to?.advanced(by: 1)
            }
            free -= replacement.count
            let skipped = isIncomplete ? left : 1
            unsafe from = from?.advanced(by: skipped)
            left -= skipped
        }
        _ = unsafe iconv(conversion, nil, nil, &to, &free)
        return room.count - free
    }

    /// U+FFFD.
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
}
