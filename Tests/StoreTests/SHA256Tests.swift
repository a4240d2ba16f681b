import Testing

@testable import SESCore

/// The examples of FIPS 180-4 and of NIST's cryptographic algorithm validation program.
struct SHA256Tests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopq"
                + "klmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the published examples come out`(text: String, digest: String) {
        #expect(hex(SHA256.hash(text.utf8)) == digest)
    }

    @Test func `a million letters come out`() {
        let digest = SHA256.hash(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        #expect(
            hex(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `every length around a block agrees with sha256sum`() throws {
        for count in [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128] {
            let text = String(repeating: "x", count: count)
            let expected = try run(["sh", "-c", "printf %s '\(text)' | sha256sum"]).output
            #expect(hex(SHA256.hash(text.utf8)) == String(expected.prefix(64)))
        }
    }

    @Test func `bytes may come in pieces`() {
        var hash = SHA256()
        for piece in 0..<50 { hash.add(repeatElement(UInt8(piece), count: piece)) }
        let whole = (0..<50).flatMap { repeatElement(UInt8($0), count: $0) }
        #expect(hash.finish() == SHA256.hash(whole))
    }
}

struct DecisionIDTests {
    @Test func `numbers are in the order of their moments and keep them`() {
        let moments = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 0xFFFF_FFFF_FFFF]
            .map { Timestamp(milliseconds: $0) }
        let ids = moments.map { DecisionID(at: $0) }
        #expect(ids == ids.sorted())
        #expect(ids.map(\.time) == moments)
    }

    @Test func `a number is a UUID of version 7 and comes back from its bytes`() {
        for _ in 0..<100 {
            let id = DecisionID(at: Timestamp(milliseconds: 1_700_000_000_000))
            #expect(DecisionID(id.bytes) == id)
            let text = Array(id.description)
            #expect(text.count == 36)
            #expect(text[14] == "7")
            #expect("89ab".contains(text[19]))
        }
        #expect(DecisionID([1, 2, 3]) == nil)
    }
}
