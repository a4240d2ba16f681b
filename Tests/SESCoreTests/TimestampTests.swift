import SESCore
import Testing

@Suite struct TimestampTests {
    @Test(
        arguments: zip(
            [
                "1970-01-01T00:00:00.000Z", "2025-02-03T04:05:06.007Z", "2025-02-03T04:05:06Z",
                "2025-02-03 04:05:06.007", "2025-02-03T06:05:06+0200", "2024-02-29T23:59:59+00:00",
                "20250203T040506Z", "20250203T040506.007Z", "2025-02-03t04:05:06,007z",
                "2025-02-03",
                "2025-02-03 05:05:06 +0100", "2025-02-03T04:05",
            ],
            [
                0, 1_738_555_506_007, 1_738_555_506_000, 1_738_555_506_007, 1_738_555_506_000,
                1_709_251_199_000, 1_738_555_506_000, 1_738_555_506_007, 1_738_555_506_007,
                1_738_540_800_000, 1_738_555_506_000, 1_738_555_500_000,
            ] as [Int64]))
    func `an ISO time names a moment`(text: String, milliseconds: Int64) {
        #expect(Timestamp(iso: Array(text.utf8)).milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "yesterday", "2025-13-01T00:00:00Z", "2025-02-03T04:05:06 oops",
        "2025-0203", "2025-02-03T", "2025-02-03T24:00:00Z", "1738555506007",
    ])
    func `another text names none`(text: String) {
        #expect(Timestamp(iso: Array(text.utf8)).isMissing)
    }

    @Test func `a day and its number are each other's inverse`() {
        for days in stride(from: -800_000, through: 800_000, by: 37) {
            #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
        }
    }
}
