import Glibc

/// The machine that was measured on, and when.
enum Machine {
    static var text: String {
        let processors = textOfFile("/proc/cpuinfo")?.split(separator: "\n") ?? []
        let models = processors.filter { $0.hasPrefix("model name") }
        let model = models.first?.split(separator: ":").last?.drop { $0 == " " } ?? "unknown"
        let memory = Double(number("MemTotal", in: "/proc/meminfo") ?? 0) / 1_048_576
        let kernel = textOfFile("/proc/sys/kernel/osrelease")?.split(separator: "\n").first
        let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        return "\(today), \(model), \(cores) cores, \(Spelling.decimal(memory, 0)) GiB, "
            + "Linux \(kernel ?? "unknown")"
    }

    /// The date of today, UTC.
    private static var today: String {
        let moment = Moment(milliseconds: time(nil) * 1000)
        return String(decoding: moment.iso.prefix(10), as: UTF8.self)
    }
}
