internal import Glibc

/// Tells that somebody wrote to a store, by a descriptor that can be waited on: no timer is needed.
///
/// The folder is watched and not the file, since the log beside it comes and goes. What is told may
/// be one's own writing: ``TriageStore/wasChangedByOthers()`` knows.
public struct StoreWatch: ~Copyable {
    private let events: Descriptor
    private let names: [[UInt8]]

    /// Watches a store; nil where the system does not watch its folder.
    public init?(_ location: StoreLocation) {
        let number = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard number >= 0 else { return nil }
        let events = Descriptor(number: number)
        let wanted = IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
        guard unsafe inotify_add_watch(number, location.folder.cName, UInt32(wanted)) >= 0 else {
            return nil
        }
        let name = location.path.lastComponent
        names = [name, name + "-wal", name + "-journal"].map(\.bytes)
        self.events = events
    }

    /// Sleeps until somebody, who may be this program, wrote to the store.
    ///
    /// What is told was written, but may not be committed yet, which nothing tells: whoever looks finds it
    /// a moment later.
    ///
    /// - Parameter milliseconds: How long to sleep; nil for ever.
    /// - Returns: False where nobody wrote in that time.
    public func wait(atMost milliseconds: Int32? = nil) -> Bool {
        while true {
            var source = pollfd(fd: events.number, events: Int16(POLLIN), revents: 0)
            if unsafe poll(&source, 1, milliseconds ?? -1) == 0 { return false }
            if wasTouched() { return true }
        }
    }

    /// What to wait on: it can be read when something happened in the folder.
    public var descriptor: Int32 { events.number }

    /// Takes what happened, which never waits; true where it was about the store.
    public func wasTouched() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        var isTouched = false
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe read(events.number, bytes.baseAddress, bytes.count)
            }
            guard count > 0 else { return isTouched }
            isTouched = names(in: buffer[..<count]).contains { names.contains($0) } || isTouched
        }
    }

    /// The names in events as the kernel writes them: 16 bytes, of which the last 4 are the length of the
    /// name that follows, filled up with zeros.
    private func names(in bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var rest = bytes
        while rest.count >= 16 {
            let head = rest.prefix(16)
            let length = head.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
            // Without a name it is about the folder itself, or too much happened to be told.
            found.append(name.isEmpty ? names[0] : Array(name))
            rest = rest.dropFirst(16 + length)
        }
        return found
    }
}
