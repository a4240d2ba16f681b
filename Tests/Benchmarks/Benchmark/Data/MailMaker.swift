/// Makes mails one after another; the seed decides all of them.
///
/// They are like those of a real account: 13 to 26 headers, a subject in one of many scripts, 2.3 to
/// 7.5 KB as a line of JSON, 4.2 KB on average.
struct MailMaker {
    /// Shown by the first mail alone, so that it can be waited for on a screen.
    static let firstAddress = "first@row.example"
    /// Goes up with every change of what is made, so that data of before is not taken for it.
    static let version = 1

    var random: SeededRandom
    private var made = 0
    private var moment = Moment(milliseconds: 1_767_225_600_000)

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func next() -> MadeMail {
        // A mail every four seconds on average.
        moment = Moment(milliseconds: moment.milliseconds + random.below(8000))
        var mail = MadeMail()
        mail.time = moment.iso
        mail.date = moment.mailDate
        mail.region = random.pick(Words.regions)
        random.append(40, of: Alphabet.token, to: &mail.id)
        mail.milliseconds = 40 + random.below(2000)
        mail.isInManualOrder = random.chance(100)
        judge(&mail)
        let domain = random.pick(Words.domains)
        let sender = sender(domain)
        address(&mail, sender, domain)
        made += 1
        writeHeaders(of: &mail, sender, domain)
        return mail
    }
}

// MARK: - Facts

extension MailMaker {
    private struct Sender {
        var name: [UInt8]
        var address: [UInt8]
    }

    private mutating func judge(_ mail: inout MadeMail) {
        typealias Status = MadeMail.Status
        mail.spam = draw([(.pass, 740), (.fail, 940), (.gray, 990), (.processingFailed, 995)])
        mail.virus = draw([(.pass, 980), (.fail, 986), (.gray, 992), (.processingFailed, 995)])
        let isBad = mail.spam == .fail || mail.spam == .gray
        let pass = isBad ? 300 : 890
        let shares: [(Status, Int)] = [
            (.pass, pass), (.gray, pass + (1000 - pass) * 2 / 3), (.fail, 995),
            (.processingFailed, 1000),
        ]
        mail.spf = draw(shares)
        mail.dkim = draw(shares)
        mail.dmarc =
            random.chance(40) ? nil : draw([(.pass, pass), (.gray, pass + 100), (.fail, 1000)])
        if mail.dmarc == .fail { mail.policy = random.pick(["none", "quarantine", "reject"]) }
    }

    /// The first status whose share, summed up in thousandths, is above a random number.
    private mutating func draw(_ shares: [(status: MadeMail.Status, upTo: Int)]) -> MadeMail.Status
    {
        let number = random.below(1000)
        return shares.first { number < $0.upTo }?.status ?? .disabled
    }

    private mutating func sender(_ domain: [UInt8]) -> Sender {
        if made == 0 { return Sender(name: [], address: Array(Self.firstAddress.utf8)) }
        let address = random.pick(Words.boxes) + [UInt8(ascii: "@")] + domain
        return Sender(name: random.pick(Words.people), address: address)
    }

    private mutating func address(_ mail: inout MadeMail, _ sender: Sender, _ domain: [UInt8]) {
        mail.source = sender.address
        if random.chance(500) {
            mail.source = letters(16, Alphabet.hex) + [UInt8(ascii: "-")]
            mail.source += letters(32, Alphabet.hex) + Array("@amazonses.com".utf8)
        }
        let count = random.chance(850) ? 1 : 2 + random.below(4)
        for _ in 0..<count {
            mail.to.append(
                random.pick(Words.boxes) + [UInt8(ascii: "@")] + random.pick(Words.own))
        }
        mail.from = sender.address
        if !sender.name.isEmpty {
            mail.from = sender.name + Array(" <".utf8) + sender.address + [UInt8(ascii: ">")]
        }
        mail.messageID = Array("<".utf8) + letters(32, Alphabet.hex) + [UInt8(ascii: "@")] + domain
        mail.messageID.append(UInt8(ascii: ">"))
        if !random.chance(5) { mail.subject = subject(isLure: mail.spam != .pass) }
        if random.chance(100) { mail.replyTo = sender.address }
    }

    private mutating func subject(isLure: Bool) -> [UInt8] {
        var text: [UInt8] = []
        // A few are long: seven subjects in a row.
        for _ in 0..<(random.chance(50) ? 7 : 1) {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            for byte in random.pick(isLure ? Words.lures : Words.subjects) {
                if byte == UInt8(ascii: "#") {
                    text += Array("\(1 + random.below(90_000))".utf8)
                } else {
                    text.append(byte)
                }
            }
        }
        return text
    }

    /// A random text of so many letters.
    mutating func letters(_ count: Int, _ alphabet: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        random.append(count, of: alphabet, to: &bytes)
        return bytes
    }
}

// MARK: - Headers

extension MailMaker {
    /// The headers in the order in which SES has them: its own first, then the sender's.
    private mutating func writeHeaders(
        of mail: inout MadeMail, _ sender: Sender, _ domain: [UInt8]
    ) {
        let address = "192.0.2.\(random.below(256))"
        let host = join(random.pick(Words.hosts), ".", domain)
        let result = mail.spf == .pass ? "pass" : mail.spf == .fail ? "fail" : "none"
        let to = mail.to[0]
        mail.headers = [
            ("Return-Path", join("<", mail.source, ">")),
            (
                "Received",
                join(
                    "from ", host, " (", host, " [\(address)]) by inbound-smtp.", mail.region,
                    ".amazonaws.com with SMTP id ", mail.id, " for ", to, "; ", mail.date, " (UTC)")
            ),
            ("X-SES-Spam-Verdict", Array(mail.spam.rawValue.utf8)),
            ("X-SES-Virus-Verdict", Array(mail.virus.rawValue.utf8)),
            (
                "Received-SPF",
                join(
                    "\(result) (spfCheck: domain of ", domain,
                    " checked for \(address)) client-ip=",
                    address, "; envelope-from=", mail.source, "; helo=", host, ";")
            ),
            (
                "Authentication-Results",
                join(
                    "amazonses.com; spf=\(result) (spfCheck: domain of ", domain,
                    ") client-ip=\(address); envelope-from=", mail.source, "; helo=", host,
                    "; dkim=\(mail.dkim.rawValue) header.i=@", domain,
                    "; dmarc=\((mail.dmarc ?? .gray).rawValue) header.from=", domain, ";")
            ),
        ]
        if random.chance(700) {
            mail.headers.append(("X-SES-RECEIPT", letters(300, Alphabet.base64)))
            let signature = signature("amazonses.com", 172)
            mail.headers.append(("X-SES-DKIM-SIGNATURE", signature))
        }
        writeSendersHeaders(of: &mail, sender, domain)
    }

    private mutating func writeSendersHeaders(
        of mail: inout MadeMail, _ sender: Sender, _ domain: [UInt8]
    ) {
        for _ in 0..<random.below(3) {
            let (from, by) = (random.pick(Words.hosts), random.pick(Words.hosts))
            let id = letters(12, Alphabet.token)
            let tls = "version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256"
            mail.headers.append(
                (
                    "Received",
                    join(
                        "from ", from, ".", domain, " ([198.51.100.7]) by ", by, ".", domain,
                        " (Postfix) with ESMTPS id ", id, " (\(tls)) for <", mail.to[0], ">; ",
                        mail.date)
                ))
        }
        if mail.dkim == .pass || mail.dkim == .fail {
            mail.headers.append(
                ("DKIM-Signature", signature(domain, random.chance(500) ? 344 : 172)))
        }
        if random.chance(150) {
            let seal = join("i=1; a=rsa-sha256; cv=none; d=arc.example; b=", base64(344))
            mail.headers.append(("ARC-Seal", seal))
            mail.headers.append(("ARC-Message-Signature", signature("arc.example", 344)))
        }
        let from = EncodedWord.spell(sender.name, &random)
        mail.headers += [
            ("MIME-Version", Array("1.0".utf8)),
            ("From", from.isEmpty ? sender.address : join(from, " <", sender.address, ">")),
            ("Date", mail.date), ("Message-ID", mail.messageID),
            ("Subject", EncodedWord.spell(mail.subject ?? [], &random)),
            ("To", Array(mail.to.joined(separator: Array(", ".utf8)))),
            ("Content-Type", random.pick(Words.types)),
        ]
        writeRareHeaders(of: &mail, domain)
    }

    private mutating func writeRareHeaders(of mail: inout MadeMail, _ domain: [UInt8]) {
        if random.chance(500) { mail.headers.append(("X-Mailer", random.pick(Words.agents))) }
        if random.chance(300) {
            let (way, box) = (letters(60, Alphabet.token), letters(20, Alphabet.token))
            mail.headers.append(
                (
                    "List-Unsubscribe",
                    join("<https://", domain, "/u/", way, ">, <mailto:u+", box, "@", domain, ">")
                ))
            let feedback = join(letters(8, Alphabet.hex), ":", letters(16, Alphabet.token), ":SES")
            mail.headers.append(("Feedback-ID", feedback))
        }
        if random.chance(200) {
            var ids: [UInt8] = []
            for _ in 0...random.below(5) {
                ids += join("<", letters(32, Alphabet.hex), "@", random.pick(Words.domains), "> ")
            }
            mail.headers.append(("References", ids))
        }
        if random.chance(120) { mail.headers.append(("X-Filter-Data", base64(1200))) }
        // Text that looks like a verdict: a reader that does not know texts counts it.
        if random.chance(2) {
            let forged = "{\"spamVerdict\":{\"status\":\"FAIL\"}}"
            mail.headers.append(("X-Note", Array(forged.utf8)))
        }
    }

    private mutating func signature(_ domain: some Text, _ length: Int) -> [UInt8] {
        let selector = letters(8, Alphabet.token)
        let start = join("v=1; a=rsa-sha256; c=relaxed/relaxed; d=", domain, "; s=", selector)
        let fields = "h=mime-version:from:date:message-id:subject:to:content-type:list-unsubscribe"
        return join(start, "; t=1767225600; ", fields, "; bh=", base64(43), "=; b=", base64(length))
    }

    private mutating func base64(_ count: Int) -> [UInt8] { letters(count, Alphabet.base64) }
}
