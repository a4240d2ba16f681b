import Foundation
import Testing

@testable import SESCore

struct HandOverTests {
    private static let hostile: [[UInt8]] =
        [
            "", "'", "''", "a'b", "$(touch /tmp/owned)", "`id`", "$HOME", "${IFS}", "a;b", "a|b",
            "a&b", "\\", "\\'", "'\\''", "\"", "!x", "#x", "~", "*", "?", "[a]", "{a,b}", "a b",
            "\t", "\n", "a\nb", "\r", "-n", "--", "=x", "a=b", "%s", "%n", "\u{1B}[31m",
            "日本", "'; rm -rf / #", "$'\\x41'", "a\\\nb", "(x)", "<x>", ">x", "@/etc/passwd",
        ].map { Array($0.utf8) } + [[0xFF, 0x27, 0xFE], (1...255).map { UInt8($0) }]

    @Test(arguments: hostile)
    func `a shell reads exactly the bytes of a quoted text`(bytes: [UInt8]) throws {
        let word = try #require(ShellWord.quoted(RawText(bytes)))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let folder = try TestFolder()
        let script = Data("printf %s ".utf8) + Data(word.bytes) + Data("\n".utf8)
        try script.write(to: URL(filePath: folder.file("script")))
        process.arguments = [folder.file("script")]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(Array(output) == bytes)
    }

    @Test func `a text with a NUL is no word`() {
        #expect(ShellWord.quoted(RawText([0x61, 0, 0x62])) == nil)
    }

    private func event(
        from: RawText = "ann@x.example", source: RawText = "ann@x.example",
        recipient: RawText = "bob@corp.example", key: RawText = "inbound/1"
    ) -> MailEvent {
        var event = mail("abc123", source: source, from: from)
        var receipt = Receipt()
        receipt.recipients = [recipient]
        var action = ReceiptAction()
        action.type = "S3"
        action.members = [
            .init(name: "bucketName", value: "mails", isText: true),
            .init(name: "objectKey", value: key, isText: true),
        ]
        receipt.action = action
        event.receipt = receipt
        return event
    }

    private func now(hours: Int64) -> Timestamp {
        let received = Timestamp(iso: Array("2026-11-18T09:41:07.250Z".utf8))
        return Timestamp(milliseconds: received.milliseconds + hours * 3_600_000)
    }

    private func words(_ command: RawText?) throws -> [String] {
        let command = try #require(command)
        let text = String(decoding: command.bytes, as: UTF8.self)
        let script = "aws() { printf '%s\\n' aws \"$@\"; }; \(text)"
        return try run(["sh", "-c", script]).output.split(separator: "\n").map(String.init)
    }

    @Test func `the commands are those of the AWS CLI`() throws {
        let all = HandOver.all(for: event(), client: "198.51.100.7", now: now(hours: 2))
        let commands = try all.map { try words($0.command) }
        #expect(
            commands == [
                [
                    "aws", "ses", "create-receipt-filter", "--filter",
                    "Name=block-198-51-100-7,IpFilter={Policy=Block,Cidr=198.51.100.7/32}",
                ],
                [
                    "aws", "ses", "create-receipt-filter", "--filter",
                    "Name=allow-198-51-100-7,IpFilter={Policy=Allow,Cidr=198.51.100.7/32}",
                ],
                [
                    "aws", "ses", "send-bounce", "--original-message-id=abc123",
                    "--bounce-sender=mailer-daemon@corp.example",
                    #"--bounced-recipient-info-list=[{"Recipient":"bob@corp.example","#
                        + #""BounceType":"ContentRejected"}]"#,
                ],
                ["aws", "s3", "cp", "s3://mails/inbound/1", "-"],
                [
                    "aws", "mailmanager", "register-member-to-address-list",
                    "--address-list-id=LIST", "--address=ann@x.example",
                ],
            ])
        #expect(all[0].remark.contains("100 filters"))
        #expect(all[2].remark == "22 h left of 24 hours")
    }

    @Test func `a bounce is offered for 24 hours`() {
        #expect(HandOver.bounce(event(), now: now(hours: 23)).command != nil)
        let late = HandOver.bounce(event(), now: now(hours: 26))
        #expect(late.command == nil)
        #expect(late.remark == "not offered: the 24 hours for it ended 2 h ago")
        #expect(HandOver.bounce(event(source: "<>"), now: now(hours: 1)).command == nil)
    }

    @Test func `hostile addresses and keys break out of nothing`() throws {
        for text in [
            "a'; touch /tmp/owned; '@x.example", "$(id)@x.example", "`id`@x.example",
            "a\\'b@x.example", "a,BounceType=Undefined@x.example", "-x@x.example",
        ].map({ RawText($0) }) {
            let event = event(from: text, source: text, recipient: text, key: text)
            let string = String(decoding: text.bytes, as: UTF8.self)
            let bounce = try words(HandOver.bounce(event, now: now(hours: 1)).command)
            #expect(bounce.count == 6)
            let list = try #require(bounce.last?.split(separator: "=", maxSplits: 1).last)
            let json =
                try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String: String]]
            #expect(json == [["Recipient": string, "BounceType": "ContentRejected"]])
            #expect(
                try words(HandOver.fetch(event).command).dropFirst(3).first
                    == "s3://mails/\(string)")
        }
        for text in ["a\nb@x.example", "a\u{1B}b@x.example", "a\u{202E}b@x.example"] {
            let event = event(from: RawText(text), key: RawText(text))
            #expect(HandOver.fetch(event).command == nil)
            #expect(HandOver.addressList(event, list: nil).command == nil)
        }
        for text: RawText in ["*@x.example", "file:///etc/passwd@x", "FILE://a@x", "nobody", ""] {
            let event = event(from: text, source: text)
            #expect(HandOver.addressList(event, list: nil).command == nil)
        }
    }

    @Test(arguments: [
        nil, "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "2001:db8::1",
        "10.0.0.1", "127.0.0.1", "192.168.1.1", "1.2.3.4,Cidr=0.0.0.0/0",
    ])
    func `a filter is offered for one public address only`(text: String?) {
        #expect(HandOver.receiptFilter(.block, client: text.map { RawText($0) }).command == nil)
    }

    @Test func `an id that the AWS CLI would take for a file is refused`() {
        for id: RawText in ["file:///etc/passwd", "a b", "-x;y", ""] {
            var event = event()
            event.mail?.messageID = id
            #expect(HandOver.bounce(event, now: now(hours: 1)).command == nil)
        }
    }
}
