import Glibc
import Processes

/// A file of made-up events, made once and kept for the next run.
struct DataFile {
    let path: String
    let events: Int
    let size: Int

    /// The file of these events; made where it is not there yet.
    init(_ shape: Shape, events: Int, seed: UInt64, in folder: String) throws(Failure) {
        let name = "\(folder)/\(shape)-\(events)-seed\(seed)-v\(MailMaker.version)"
        path = name + (shape == .gzip ? ".gz" : ".log")
        self.events = events
        if unsafe file_size(path) < 0 {
            let plain =
                shape == .gzip
                ? try DataFile(.lines, events: events, seed: seed, in: folder).path : nil
            Progress.say("makes \(path)")
            let partial = path + ".partial"
            if let plain {
                let run = Child.run(["gzip", "-n", "-c", plain], output: partial)
                guard run?.status == 0 else { throw Failure("gzip failed on \(plain)") }
            } else {
                try Self.write(shape, events: events, seed: seed, to: partial)
            }
            guard unsafe rename(partial, path) == 0 else { throw Failure("cannot make \(path)") }
        }
        size = unsafe Int(file_size(path))
    }

    private static func write(_ shape: Shape, events: Int, seed: UInt64, to path: String)
        throws(Failure)
    {
        let file = unsafe file_create(path)
        guard file >= 0 else { throw Failure("cannot make \(path)") }
        var writer = ShapeWriter(shape, seed: seed)
        var bytes = writer.head
        var isWritten = true
        for index in 0..<events {
            bytes += writer.next()
            if index == events - 1 { bytes += writer.tail }
            guard bytes.count >= 1 << 20 || index == events - 1 else { continue }
            isWritten = unsafe file_write(file, bytes, Int64(bytes.count)) && isWritten
            bytes.removeAll(keepingCapacity: true)
        }
        guard file_close(file), isWritten else { throw Failure("cannot write \(path)") }
    }
}
