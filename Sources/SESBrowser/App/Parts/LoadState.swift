import SESCore

/// How far reading the files is.
struct LoadState: Hashable, Sendable {
    /// The part of the input that is read, from 0 to 1; nil where the size is unknown.
    var fraction: Double?
    /// How many bytes of the input are read.
    var bytesRead = 0
    var isDone = false
    /// True where the person stopped the reading.
    var isStopped = false
    /// True from the wish to read again until the first table of the new reading.
    var isReloading = false
}

extension LoadState {
    /// True while there is something to stop.
    var isRunning: Bool { !isDone && !isStopped }

    /// The words for the top line; nil where everything is read.
    var text: String? {
        if isStopped { return "stopped" + percent }
        if isDone { return nil }
        guard fraction == nil, bytesRead > 0 else { return "loading" + percent }
        return "reading \(ByteAmount(bytesRead))"
    }

    private var percent: String {
        fraction.map { " \(Int(max(0, min(0.99, $0)) * 100))%" } ?? ""
    }
}
