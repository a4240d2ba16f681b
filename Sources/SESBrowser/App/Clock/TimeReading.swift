/// How the list tells when a mail came.
enum TimeReading: UInt8, CaseIterable, Hashable, Sendable {
    case utc
    /// In the zone that the system or `TZ` names.
    case local
    /// How long ago it was when the screen was drawn; no timer draws it anew.
    case age
}

extension TimeReading {
    /// The reading that the key goes on to.
    var next: TimeReading {
        TimeReading.allCases[(Int(rawValue) + 1) % TimeReading.allCases.count]
    }
}
