import SESCore

internal import Glibc

/// The clock and the time zone of the system; `TZ` is heeded.
enum SystemClock {
    /// The present moment, to the second.
    static var now: Timestamp { Timestamp(milliseconds: Int64(time(nil)) * 1000) }

    /// The zone of local times.
    static func zone() -> LocalZone {
        tzset()
        return LocalZone { seconds in
            var moment = time_t(seconds)
            var shown = unsafe tm()
            guard unsafe localtime_r(&moment, &shown) != nil else {
                return LocalZone.Setting(offset: 0, name: "UTC")
            }
            let name = unsafe shown.tm_zone.map { unsafe String(cString: $0) }
            return unsafe LocalZone.Setting(offset: Int(shown.tm_gmtoff), name: name ?? "")
        }
    }
}
