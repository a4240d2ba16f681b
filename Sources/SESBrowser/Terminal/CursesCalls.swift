import CursesBridge

/// The calls of the bridge that take or give pointers; unsafe code of the terminal is here alone.
enum CursesCalls {
    /// Puts a whole row in place.
    static func put(_ cells: [CursesCell], row: Int) {
        unsafe cells.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe curses_put_row(Int32(row), start, Int32(buffer.count))
        }
    }

    /// Sends bytes that neither show nor move anything.
    static func send(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            unsafe curses_send(start, Int32(clamping: buffer.count))
        }
    }

    /// Runs a command of the shell, which finds a path as `$1`, on the terminal; its exit status, or -1.
    static func edit(_ command: [CChar], _ path: [CChar]) -> Int32 {
        unsafe curses_edit(command, path)
    }

    /// Waits for input, a signal or a wake-up, or for `descriptors` to become readable.
    static func wait(milliseconds: Int32, descriptors: [Int32]) -> CursesEvents {
        unsafe descriptors.withUnsafeBufferPointer { buffer in
            unsafe curses_wait(milliseconds, buffer.baseAddress, Int32(buffer.count))
        }
    }

    /// Bytes that were typed and are here; nil where the terminal is gone.
    static func read(upTo capacity: Int) -> [UInt8]? {
        var isGone = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            let taken = unsafe curses_read(start, Int32(capacity))
            isGone = taken < 0
            count = max(0, Int(taken))
        }
        return isGone ? nil : bytes
    }

    /// Calls `body` on a thread beside the screen, with room for the handler of crashes should the
    /// thread's stack be used up.
    static func runGuarded(_ body: @escaping () -> Void) {
        var work = body
        unsafe withUnsafeMutablePointer(to: &work) { work in
            unsafe curses_run_guarded(
                { unsafe $0?.assumingMemoryBound(to: (() -> Void).self).pointee() }, work)
        }
    }

    /// The bytes that a key sends, by its name in terminfo; empty where it has none.
    static func bytes(ofKey name: String) -> [UInt8] {
        unsafe copy(curses_key_bytes(name))
    }

    /// The type that stands in for an unknown TERM.
    static var standIn: String? {
        let bytes = unsafe copy(curses_stand_in())
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// What TERM says, with everything but printable ASCII left out, cut to 40 letters.
    static var type: String {
        let bytes = unsafe copy(curses_asked_type())
        let printable = bytes.lazy.filter { (0x21..<0x7F).contains($0) }
        return String(decoding: Array(printable.prefix(40)), as: UTF8.self)
    }

    private static func copy(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard var place = unsafe text else { return [] }
        var bytes: [UInt8] = []
        while unsafe place.pointee != 0 {
            unsafe bytes.append(UInt8(bitPattern: place.pointee))
            unsafe place += 1
        }
        return bytes
    }
}
