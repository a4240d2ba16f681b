import Foundation
import SESCore
import Testing

@testable import SESBrowser

@Suite struct CopyTests {
    private func copied(_ driver: Driver) -> String? {
        for case .copy(let bytes) in driver.effects {
            return String(decoding: bytes, as: UTF8.self)
        }
        return nil
    }

    @Test(arguments: [
        ("m" as Key, "o3vrnil0e2ic28tr", "SES id"), ("f", "win@lottery-desk.example", "address"),
        ("s", "You have been selected: claim 4.000.000 today", "subject"), ("j", "{}", "record"),
        (
            "v",
            "o3vrnil0e2ic28tr - spam=FAIL virus=PASS spf=GRAY dkim=GRAY dmarc=FAIL "
                + "from=win@lottery-desk.example subject=You have been selected: claim 4.000.000 today",
            "verdict line"
        ),
    ])
    func `a part of the mail is sent and shown alone`(key: Key, text: String, name: String) {
        var driver = Driver(.of(TestMail.desk))
        driver.press("y", key)
        #expect(copied(driver) == text)
        let amount = "\(text.utf8.count) bytes"
        #expect(driver.message == "\(name) sent to the terminal, \(amount)")
        let lines = driver.screen().lines
        let rows = (text.utf8.count + 79) / 80
        #expect(lines[22 - rows] == "")
        #expect(lines[(23 - rows)..<23].joined() == text)
        driver.press(.enter)
        #expect(!driver.screen().lines[22].contains(text.suffix(20)))
    }

    @Test func `a mail that lacks the part says so, and nothing is sent`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press("y", "i")
        #expect(copied(driver) == nil)
        #expect(driver.message == "this mail has no IP address")
        var empty = Driver(.of([]))
        empty.press("y", "s")
        #expect(empty.message == "there is no mail to copy from")
        driver.press("y")
        driver.receive(.toCopyFailed("no longer in file"))
        #expect(driver.message == "nothing copied; the mail cannot be read: no longer in file")
    }

    @Test func `the keys that follow are shown after a while, whatever message stands`() {
        var driver = Driver(.of(TestMail.desk))
        driver.receive(.notice("TERM is unknown"))
        driver.press("y")
        #expect(driver.effects == [.wake(afterMilliseconds: 300, .prefix(1))])
        driver.rest()
        #expect(
            driver.screen().lines.last
                == " m id  f from  s subject  i ip  h header  j JSON  v verdicts             ? help"
        )
    }

    @Test func `a key closes the text and acts, but for those that only close`() {
        var driver = Driver(.of(TestMail.desk))
        for key in [.escape, .enter, "q", " ", .control("c")] as [Key] {
            driver.press("y", "s", key)
            #expect(driver.state.copy.shown == nil)
            #expect(driver.effects.isEmpty)
            #expect(driver.state.list.position == 0)
        }
        driver.press("y", "s", "j")
        #expect(driver.state.copy.shown == nil)
        #expect(driver.state.list.position == 1)
        driver.press("y", "s", "y", "s")
        #expect(copied(driver) == "Your account has been limited, verify now")
    }

    @Test(arguments: 0..<5)
    func `hostile text is copied as one line of notation`(row: Int) {
        let hostile = [
            "a\u{1B}]0;owned\u{7}b", "one\r\ntwo\nthree\rfour", "\u{9B}2J\u{202E}gpj.exe",
            "\u{1B}\\ \u{1B}]52;c;?\u{7}", "\u{0}\u{7F}\u{2028}\u{E0041}",
        ]
        var mail = TestMail.desk[0]
        mail.subject = hostile[row]
        mail.from = hostile[row] + "@evil.example"
        for key in ["s", "f", "v"] as [Key] {
            var driver = Driver(.of([mail]))
            driver.press("y", key)
            let text = copied(driver) ?? ""
            #expect(!text.isEmpty)
            #expect(
                text.unicodeScalars.allSatisfy {
                    let category = $0.properties.generalCategory
                    return ![.control, .format, .lineSeparator, .privateUse].contains(category)
                })
        }
    }

    @Test func `no word of a sender passes for one of ours in the verdict line`() {
        var mail = TestMail.desk[0]
        mail.from = "x spam=PASS subject=fine"
        mail.subject = "a spam=PASS"
        var driver = Driver(.of([mail]))
        driver.press("y", "v")
        let words = (copied(driver) ?? "").split(separator: " ")
        #expect(words[2] == "spam=FAIL")
        #expect(words[7] == "from=x_spam=PASS_subject=fine")
        #expect(words[8] == "subject=a")
    }

    @Test func `inside tmux the message says what tmux needs, and a console has no clipboard`() {
        var state = State(size: Size(rows: 24, columns: 80), table: .of(TestMail.desk))
        state.copy.clipboard = .tmux
        _ = state.copy(.subject)
        #expect(state.receive(.toCopy(row: 0, .of(0, in: state))).count == 2)
        let words = state.message.text?.description ?? ""
        #expect(words.hasSuffix("bytes; tmux needs set-clipboard on"))
        state.copy.clipboard = .none
        _ = state.copy(.subject)
        let effects = state.receive(.toCopy(row: 0, .of(0, in: state)))
        #expect(effects.count == 1)
        #expect(state.copy.shown != nil)
    }

    @Test func `a long text wraps over whole rows, and more than the screen holds is cut`() {
        var mail = TestMail.desk[0]
        mail.subject = String(repeating: "漢字", count: 500)
        var driver = Driver(.of([mail]), rows: 10, columns: 41)
        driver.press("y", "s")
        let lines = driver.screen().lines
        #expect(lines[1] == String(repeating: "漢字", count: 10))
        #expect(lines[8] == lines[1])
        // The screen has room for 160 of them.
        #expect((copied(driver)?.unicodeScalars.count ?? 0) > 160)
    }
}

extension CopyTests {
    private func large(_ driver: inout Driver) {
        var loaded = LoadedEvent.of(0, in: driver.state)
        loaded.event.mail?.messageID = "..-a/b c\u{1B}1"
        loaded.record = RawText("\"" + String(repeating: "x", count: CopyText.mostBytes) + "\"")
        driver.want(.json)
        driver.receive(.toCopy(row: 0, loaded))
    }

    @Test func `a text that is too long is not sent but offered for a file`() throws {
        var driver = Driver(.of(TestMail.desk))
        large(&driver)
        #expect(driver.effects.isEmpty)
        #expect(driver.state.prompt?.editor.text == "ses-browser-copy-..-abc1.json")
        let line = driver.screen().lines.last ?? ""
        #expect(line.hasPrefix("74.9 kB are too long to send; write to: ses-browser-copy-"))
        driver.press(.enter)
        let bytes = [0x22] + [UInt8](repeating: 0x78, count: CopyText.mostBytes) + [0x22, 0x0A]
        let request = SaveRequest(
            path: "ses-browser-copy-..-abc1.json", bytes: bytes, replaces: false)
        #expect(driver.effects == [.save(request)])
        driver.receive(.saved(.written))
        #expect(driver.message == "written to ses-browser-copy-..-abc1.json")
    }

    @Test func `a file that is there is replaced after a yes alone`() {
        var driver = Driver(.of(TestMail.desk))
        large(&driver)
        driver.press(.enter)
        driver.receive(.saved(.exists))
        #expect(
            driver.message?.hasSuffix("exists: y replaces it, another key asks for a name") == true)
        driver.press("n")
        #expect(driver.state.prompt?.kind == .saveCopy)
        driver.press(.enter)
        driver.receive(.saved(.exists))
        driver.press("y")
        guard case .save(let request) = driver.effects.first else {
            Issue.record("nothing is written")
            return
        }
        #expect(request.replaces)
        driver.receive(.saved(.failed("Permission denied")))
        #expect(driver.message?.hasSuffix("json: Permission denied") == true)
        driver.press(.enter)
        driver.receive(.saved(.exists))
        driver.press(.escape)
        #expect(driver.message == nil)
    }

    @Test func `exactly as much as terminals take is sent`() {
        let text = CopyText(
            name: "", cleaning: RawText(Array(repeating: 0x61, count: CopyText.mostBytes)),
            fileName: "")
        #expect(text.fits)
        let more = CopyText(
            name: "", cleaning: RawText(Array(repeating: 0x61, count: CopyText.mostBytes + 1)),
            fileName: "")
        #expect(!more.fits)
        let huge = CopyText(
            name: "", cleaning: RawText(Array(repeating: 0x1B, count: CopyText.mostCleaned + 9)),
            fileName: "")
        #expect(String(decoding: huge.bytes, as: UTF8.self) == "<^[ x1048576>... 9 bytes more")
    }
}

extension CopyTests {
    private func headers(_ names: [String]) -> LoadedEvent {
        var loaded = LoadedEvent.of(EventTable.of(TestMail.desk)[0])
        loaded.event.mail?.headers = names.enumerated().map {
            HeaderField(name: RawText($1), value: RawText("value \($0)"))
        }
        return loaded
    }

    private func asked(_ names: [String], typing text: String) -> Driver {
        var driver = Driver(.of(TestMail.desk))
        driver.want(.header)
        driver.receive(.toCopy(row: 0, headers(names)))
        driver.type(text)
        return driver
    }

    @Test(arguments: [
        ("subject", "value 1", "header Subject"),
        ("Received:", "value 0", "header Received, 1 of 2"),
        ("RECEIVED 2", "value 2", "header received, 2 of 2"),
    ])
    func `a header is copied by its name, and of several by its number`(
        text: String, value: String, name: String
    ) {
        var driver = asked(["Received", "Subject", "received"], typing: text)
        driver.press(.enter)
        #expect(copied(driver) == value)
        #expect(driver.message?.hasPrefix(name + " sent") == true)
    }

    @Test(arguments: ["none", "received 3", "received 0", "received -1"])
    func `a header that is not there says so`(text: String) {
        var driver = asked(["Received", "Subject", "received"], typing: text)
        driver.press(.enter)
        #expect(copied(driver) == nil)
        #expect(driver.message == "this mail has no header \(text)")
    }

    @Test func `names of headers are completed, those that can be typed`() {
        var driver = asked(
            ["Received", "received", "Reply-To", "a\u{1B}[2J", "", "x y"], typing: "re")
        driver.press(.tab)
        #expect(driver.state.prompt?.candidates == ["received", "reply-to"])
        #expect(
            HeaderChoice.names(headers(["a\u{1B}", "x y", "Z"]).event.mail?.headers ?? []) == ["z"])
        let many = (0..<5000).map { HeaderField(name: RawText("x-\($0)"), value: "") }
        #expect(HeaderChoice.names(many).count == HeaderChoice.mostNames)
        driver.press(.escape)
        #expect(driver.state.prompt == nil)
    }

    @Test func `in view Headers the top header is copied, or the one that was searched`() {
        var driver = Driver(.of(TestMail.desk))
        driver.press(.tab, "v", "y", "h")
        #expect(copied(driver) == "win@lottery-desk.example")
        driver.press(.escape)
        driver.type("/Subject")
        driver.press(.enter, "y", "h")
        #expect(copied(driver) == "You have been selected: claim 4.000.000 today")
    }

    @Test func `a line of view Headers leads to its header`() {
        let event = headers(["A", "B", "C"]).event
        let lines = HeaderLines(event)
        #expect(
            (0..<lines.lineCount).map { lines.header(fromLine: $0)?.name } == [
                "A", "A", "A", "B", "C",
            ])
        #expect(lines.header(fromLine: 9) == nil)
    }
}

@Suite struct ClipboardSequenceTests {
    @Test(arguments: 0..<70)
    func `base64 is that of everybody else`(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }
        let letters = String(decoding: Base64Text.coded(bytes), as: UTF8.self)
        #expect(letters == Data(bytes).base64EncodedString())
    }

    @Test(arguments: [
        (Clipboard.terminal, "\u{1B}]52;c;aGk=\u{1B}\\"), (.none, ""),
        (
            .tmux,
            "\u{1B}]52;c;aGk=\u{1B}\\\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGk=\u{07}\u{1B}\\"
        ),
        (.screen, "\u{1B}P\u{1B}]52;c;aGk=\u{07}\u{1B}\\"),
    ])
    func `the sequence is wrapped for what stands between`(way: Clipboard, sequence: String) {
        let bytes = ClipboardSequence.bytes(Array("hi".utf8), by: way)
        #expect(String(decoding: bytes, as: UTF8.self) == sequence)
    }

    @Test func `screen gets a long text in short parts that make up the whole`() {
        let text = [UInt8](repeating: 0x1B, count: 5000)
        let sent = String(
            decoding: ClipboardSequence.bytes(text, by: .screen), as: UTF8.self)
        let parts = sent.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(parts.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 250 })
        let whole = parts.map { $0.dropFirst(2) }.joined()
        #expect(whole == "\u{1B}]52;c;\(Data(text).base64EncodedString())\u{07}")
    }
}
