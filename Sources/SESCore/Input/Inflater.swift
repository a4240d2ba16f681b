internal import CZlib

/// Unpacks one gzip member after another (RFC 1952): the owner of a `z_stream`, and the only place
/// that calls zlib.
///
/// zlib checks the header, the checksum and the length of each member itself.
@safe struct Inflater: ~Copyable {
    /// On the heap, as zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>

    /// 15 bits of window, and 16 for "gzip, not zlib" (`inflateInit2` in zlib.h).
    private static let windowBits: Int32 = 15 + 16

    /// An inflater that waits for the first byte of a member.
    ///
    /// - Throws: ``SourceError`` where there is no memory for it.
    init() throws(SourceError) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, size) == Z_OK else {
            unsafe stream.deallocate()
            throw SourceError(message: "there is no memory to unpack gzip data in")
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }
}

extension Inflater {
    /// What unpacking some bytes came to.
    enum Outcome: Hashable {
        /// The member goes on: more input or more room is wanted.
        case goesOn
        /// The member ended, and its checksum and length are right.
        case memberEnded
        /// The data is damaged, in zlib's words, such as `incorrect data check`.
        case damaged(String)
    }

    /// Waits for the first byte of a member again.
    mutating func startMember() { unsafe inflateReset(stream) }

    /// Unpacks from the front of `input` and appends at most `room` bytes to `output`.
    ///
    /// - Returns: How many bytes of `input` were used up, and what they came to.
    mutating func inflate(
        _ input: Span<UInt8>, into output: inout [UInt8], room: Int
    ) -> (used: Int, outcome: Outcome) {
        let before = output.count
        output.append(contentsOf: repeatElement(0, count: room))
        let given = min(input.count, 1 << 30)
        let status = unsafe input.withUnsafeBufferPointer { bytes in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(given)
                unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + before }
                unsafe stream.pointee.avail_out = UInt32(room)
                return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            }
        }
        unsafe output.removeLast(Int(stream.pointee.avail_out))
        let used = unsafe given - Int(stream.pointee.avail_in)
        switch status {
        case Z_OK, Z_BUF_ERROR: return (used, .goesOn)
        case Z_STREAM_END: return (used, .memberEnded)
        default: return (used, .damaged(words))
        }
    }

    private var words: String {
        guard let message = unsafe stream.pointee.msg else { return "it cannot be unpacked" }
        return unsafe String(cString: message)
    }
}
