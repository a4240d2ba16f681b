/// Something about a file in a mail that deserves a look before anybody opens it.
public enum AttachmentRemark: Hashable, Sendable {
    /// Files with this ending run, or can.
    case runs(RawText)
    /// The name shows the ending of a document before the one that counts.
    case doubleEnding(RawText)
    /// The name holds characters that deceive the eye.
    case deceivingName
    /// Another header gives another name.
    case otherName(RawText)
    /// The file begins as a program does, whatever it is called.
    case beginsAsProgram(String)
}

extension AttachmentRemark {
    /// The remarks on a file by its names, the one that is shown first.
    static func all(names: [RawText]) -> [AttachmentRemark] {
        guard let name = names.first else { return [] }
        var remarks: [AttachmentRemark] = []
        let endings = endings(of: name)
        if let last = endings.last, running.contains(last) { remarks.append(.runs(last)) }
        if endings.count > 1, let last = endings.last, last != endings[endings.count - 2],
            documents.contains(endings[endings.count - 2]),
            running.contains(last) || packed.contains(last)
        {
            remarks.append(.doubleEnding(endings[endings.count - 2]))
        }
        let anomalies = VisibleText(name).anomalies
        if !anomalies.isDisjoint(with: .hostile) { remarks.append(.deceivingName) }
        if let other = names.first(where: { $0 != name }) { remarks.append(.otherName(other)) }
        return remarks
    }

    /// The remark on a file that begins with these bytes.
    static func beginning(_ bytes: [UInt8]) -> AttachmentRemark? {
        programs.first { bytes.starts(with: $0.start) }.map { .beginsAsProgram($0.name) }
    }

    /// The remark for a person.
    public var words: RawText {
        switch self {
        case .runs(let ending): RawText("a .") + ending + " file can run"
        case .doubleEnding(let ending): RawText("looks like a .") + ending + " file"
        case .deceivingName: "the name holds characters that deceive"
        case .otherName(let name): RawText("another header names it ") + name
        case .beginsAsProgram(let name): RawText("begins as \(name) does")
        }
    }

    /// The endings of a name in small letters, blanks around them and points at the end aside.
    private static func endings(of name: RawText) -> [RawText] {
        let last = name.bytes.lastIndex { !$0.isBlank && $0 != UInt8(ascii: ".") }
        guard let last else { return [] }
        return name.bytes[...last].split(separator: UInt8(ascii: ".")).dropFirst()
            .map { RawText($0.trimmed).lowered }
    }
}

extension AttachmentRemark {
    /// What Windows, macOS or an office program runs, mounts or opens with scripts in it.
    private static let running = words(
        """
        exe scr com pif bat cmd msi msix appx appxbundle msc cpl dll sys jar jnlp js jse mjs vbs vbe vb \
        wsf wsh wsc hta ps1 psm1 psc1 reg inf lnk url website scf desktop library-ms search-ms \
        settingcontent-ms appref-ms application gadget chm hlp iso img vhd vhdx udf dmg pkg app command \
        sh bash py pyw pl rb apk html htm xhtml shtml mht mhtml svg docm dotm xlsm xltm xlam xll \
        xlsb pptm potm ppam ppsm sldm one onepkg iqy slk rdp
        """)
    private static let documents = words(
        """
        pdf doc docx xls xlsx ppt pptx txt rtf csv odt ods jpg jpeg png gif bmp tif tiff mp3 mp4 wav \
        zip eml msg
        """)
    private static let packed = words("zip rar 7z gz tgz tar bz2 xz cab ace arj lzh z r00 001")

    private static func words(_ list: String) -> Set<RawText> {
        Set(RawText(list).bytes.split { $0.isBlank }.map(RawText.init))
    }

    /// How many bytes from its start tell a program.
    static let beginning = 16

    private static let programs: [(start: [UInt8], name: String)] = [
        ([0x4D, 0x5A], "a Windows program"), ([0x7F, 0x45, 0x4C, 0x46], "a Linux program"),
        ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], "a Windows shortcut"),
        ([0xCF, 0xFA, 0xED, 0xFE], "a macOS program"), ([0x23, 0x21], "a script"),
    ]
}
