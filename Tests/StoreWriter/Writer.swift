internal import Glibc
internal import SESCore

/// Saves decisions one after the other and says of each when it is saved, for tests that kill it, cut
/// its disk short or let its calls fail.
///
/// `StoreWriter STORE NAME COUNT [SIZE]` decides about mails NAME-0, NAME-1 and so on, without end
/// where COUNT is 0, each with a note of SIZE bytes. It says `saved N`, or `failed N WHY` and goes on.
struct Writer {
    let path: RawText
    let name: String
    let count: Int
    let noteSize: Int

    /// A writer with the arguments of the program.
    init(_ arguments: [String]) {
        path = RawText(arguments[1])
        name = arguments[2]
        count = Int(arguments[3]) ?? 0
        noteSize = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
    }

    /// Decides; 1 where the store cannot be opened.
    func run() -> Int32 {
        do throws(StoreError) {
            let author = Author.current(version: "test")
            var store = try TriageStore(StoreLocation(chosen: path), as: author)
            say("open")
            var number = 0
            while count == 0 || number < count {
                save(number, in: &store)
                number += 1
            }
            return 0
        } catch {
            say("refused \(error.what): \(error.detail)")
            return 1
        }
    }

    private func save(_ number: Int, in store: inout TriageStore) {
        do throws(StoreError) {
            _ = try store.append(DecisionStep([decision(number)]))
            say("saved \(number)")
        } catch {
            say("failed \(number) \(error.what): \(error.detail)")
        }
    }

    private func decision(_ number: Int) -> NewDecision {
        var mail = Mail()
        mail.messageID = RawText("\(name)-\(number)")
        mail.source = "a@b.example"
        var event = MailEvent()
        event.mail = mail
        return NewDecision(
            key: TriageKey(event, record: []), content: ContentHash(event), decision: .spam,
            note: RawText(repeatElement(0x6E, count: noteSize)))
    }

    private func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    }
}
