import FuzzSupport
@testable import SESCore

/// What unpacking promises of members of which one is damaged: all of the others.
enum MembersCheck {
    /// The first bytes of an input say what is damaged and how; the rest is what is packed.
    private static let commands = 8

    /// Packs an input in members, does damage to one, and unpacks them.
    static func check(_ input: [UInt8]) {
        guard input.count > commands else { return }
        let command = input.prefix(commands).map { Int($0) }
        let payload = Array(input.dropFirst(commands))
        let count = 1 + command[0] % 4
        let isStored = command[1] & 1 == 0
        let size = (payload.count + count - 1) / count
        // What is packed does not begin as gzip data does: in gzip data that holds gzip data, a member
        // with a wrong checksum is not searched for others.
        let contents = (0..<count).map { number in
            Array("member \(number)\n".utf8) + payload.dropFirst(number * size).prefix(size)
        }
        var members = contents.map { Packing.member($0, isStored: isStored) }
        let damaged = command[2] % count
        members[damaged] = damage(members[damaged], command)
        let found = Unpacked(Array(members.joined()), by: 1 << 20, asking: 256 << 10)
        // A first member that is cut before all it holds takes the second for that, and looks as gzip
        // data does that holds gzip data.
        guard !GzipSignature.begins(found.bytes.span, at: 0) else { return }
        var rest = found.bytes[...]
        for number in 0..<count where number != damaged {
            while !rest.isEmpty, !rest.starts(with: contents[number]) { rest.removeFirst() }
            promise(
                rest.starts(with: contents[number]),
                "member \(number) of \(count) is lost, as \(damaged) is damaged")
            rest.removeFirst(contents[number].count)
        }
    }

    private static func damage(_ member: [UInt8], _ command: [Int]) -> [UInt8] {
        let place = (command[3] << 8 + command[4]) % member.count
        var result = member
        switch command[5] % 4 {
        case 0: result[place] ^= UInt8(max(1, command[6]))
        case 1: result.removeLast(member.count - place)
        case 2: result.remove(at: place)
        default:
            result.insert(
                contentsOf: [UInt8](repeating: UInt8(command[6]), count: command[7]), at: place)
        }
        return result
    }
}
