/// What each figure may be at most. `benchmark --check` fails where one is more, or could not be
/// measured.
enum Targets {
    /// By ``Figure/id``: ratios, milliseconds or MiB.
    static let all: [String: Double] = [
        "lines": 1.4,
        "concatenated": 1.5,
        "pretty": 1.5,
        "array": 1.5,
        "prefixed": 1.5,
        "sns": 4,
        "gzip": 1.2,
        "duckdb": 0.25,
        "lnav": 0.10,
        "jq": 0.02,
        "start-few": 30,
        "start-many": 30,
        "key-verdict": 10,
        "filter-chip": 10,
        "filter-word": 40,
        "filter-five": 60,
        "filter-grid": 60,
        "decide": 10,
        "decide-filtered": 10,
        "sort-time": 60,
        "sort-severity": 60,
        "sort-sender": 200,
    ]

    /// Memory that may be used for so many events, in MiB.
    static func memory(events: Int) -> Double { 64 + 144 * Double(events) / 1_048_576 }
}
