import Foundation
import Testing

@testable import SESCore

/// What names lead to: files, pipes, directories, and what is none of them.
@Suite struct InputTests {
    private let line = Array((ReaderDamageTests.pair + "\n").utf8)

    /// Calls `body` with a folder of its own.
    private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "ses-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    private func path(_ url: URL) -> RawText { RawText(url.path(percentEncoded: false)) }

    private func load(_ bytes: [UInt8], inputs: Inputs = Inputs()) throws -> EventTable {
        try withFolder { folder in
            let file = folder.appending(path: "input")
            try Data(bytes).write(to: file)
            return LogLoader(paths: [path(file)], inputs: inputs).load()
        }
    }

    private func makePipe(_ url: URL) throws {
        let result = unsafe mkfifo(url.path(percentEncoded: false), 0o600)
        try #require(result == 0)
    }

    // MARK: Gzip

    @Test func `unpacked rows can be read again when the file is gone`() throws {
        let table = try load(GzipMaker.packed(line + line))
        var reader = RecordReader()
        #expect(table.count == 2)
        #expect(try table.load(1, with: &reader).provenance.offset == line.count)
    }

    @Test func `a bomb is stopped by its ratio and what was read stays`() throws {
        var limits = SpoolLimits()
        limits.ratioFree = 1 << 20
        let bomb = GzipMaker.packed(line + [UInt8](repeating: 0x20, count: 16 << 20))
        let table = try load(bomb, inputs: Inputs(limits: limits))
        #expect(table.count == 1)
        #expect(table.files[0].failure?.contains("more than 200 times its size") == true)
        #expect(table.files[0].bytesRead < 8 << 20)
    }

    @Test func `reading stops when the disk has too little free`() throws {
        var limits = SpoolLimits()
        limits.leastFree = .max
        let table = try load(GzipMaker.packed(line), inputs: Inputs(limits: limits))
        #expect(table.files[0].failure?.contains("TMPDIR can name another") == true)
    }

    @Test func `five layers of gzip are refused in words`() throws {
        let packed = (0..<5).reduce(line) { bytes, _ in GzipMaker.member(bytes) }
        #expect(try load(packed).files[0].failure == "is gzip data in more than 4 layers")
    }

    @Test func `several unpacked files share one temporary file`() throws {
        let inputs = Inputs()
        try withFolder { folder in
            let names = (0..<3).map { folder.appending(path: "\($0).gz") }
            for name in names { try Data(GzipMaker.packed(line)).write(to: name) }
            let table = LogLoader(paths: names.map(path), inputs: inputs).load()
            var reader = RecordReader()
            #expect(table.count == 3)
            for row in 0..<3 {
                let loaded = try table.load(row, with: &reader)
                #expect(RawText(Array(line.dropLast())) == loaded.carrier)
            }
        }
    }

    // MARK: Pipes

    @Test func `the mails of a pipe are there before it ends, and when it is read again`() throws {
        try withFolder { folder in
            let pipe = folder.appending(path: "pipe")
            try makePipe(pipe)
            let seen = Monitor(0)
            let line = line
            let writing = Thread {
                guard let handle = FileHandle(forWritingAtPath: pipe.path(percentEncoded: false))
                else { return }
                try? handle.write(contentsOf: Data(line))
                _ = seen.wait { $0 == 1 }
                try? handle.write(contentsOf: Data(line))
                try? handle.close()
            }
            writing.start()
            let inputs = Inputs()
            let loader = LogLoader(paths: [path(pipe)], inputs: inputs)
            var table = EventTable()
            loader.run { progress in
                table = progress.table
                if table.count == 1, progress.isWaiting { seen.change { $0 = 1 } }
                return true
            }
            #expect(seen.current == 1)
            #expect(table.count == 2)
            #expect(table.files[0].failure == nil)
            #expect(table.files[0].size == 2 * line.count)
            #expect(LogLoader(paths: [path(pipe)], inputs: inputs).load().count == 2)
        }
    }

    // MARK: Directories

    @Test func `a directory is every file under it in byte order of names`() throws {
        try withFolder { folder in
            let manager = FileManager.default
            for name in ["b/z.log", "b/a/deep.log", "B.log", "a.log", ".hidden", "link/never"] {
                let file = folder.appending(path: name)
                try manager.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(line).write(to: file)
            }
            let outside = folder.appending(path: "b")
            try manager.createSymbolicLink(
                at: folder.appending(path: "to-folder"), withDestinationURL: outside)
            try manager.createSymbolicLink(
                at: folder.appending(path: "to-file"),
                withDestinationURL: folder.appending(path: "a.log"))
            try makePipe(folder.appending(path: "pipe"))
            let start = path(folder).bytes.count + 1
            let found = try #require(InputPaths.files(under: path(folder)))
            #expect(
                found.map { RawText($0.path.bytes.dropFirst(start)).description } == [
                    ".hidden", "B.log", "a.log", "b/a/deep.log", "b/z.log", "link/never", "to-file",
                ])
            let table = LogLoader(paths: [path(folder)]).load()
            #expect(table.count == 6)
            #expect(table.files.last?.note?.contains("twice") == true)
        }
    }

    @Test func `a name in a directory may be any bytes`() throws {
        try withFolder { folder in
            let name = RawText(path(folder).bytes + [0x2F, 0xFF, 0x1B, 0x0A])
            _ = try Descriptor(path: name, flags: O_WRONLY | O_CREAT)
            #expect(InputPaths.files(under: path(folder))?.map(\.path) == [name])
        }
    }

    @Test func `directories deeper than eight are told of`() throws {
        try withFolder { folder in
            let deep = folder.appending(path: "1/2/3/4/5/6/7/8")
            try FileManager.default.createDirectory(
                at: deep.appending(path: "9"), withIntermediateDirectories: true)
            try Data(line).write(to: deep.appending(path: "read.log"))
            try Data(line).write(to: deep.appending(path: "9/unread.log"))
            let table = LogLoader(paths: [path(folder)]).load()
            #expect(table.count == 1)
            #expect(table.files.compactMap(\.failure).count == 1)
        }
    }

    @Test func `a directory without files says so`() throws {
        try withFolder { folder in
            let table = LogLoader(paths: [path(folder)]).load()
            #expect(table.files.map(\.note) == ["is a directory without files"])
        }
    }

    // MARK: Other formats

    @Test(
        arguments: [
            ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dc FILE | ses-browser -"),
            (Array("BZh91AY".utf8), "bzip2 -dc FILE | ses-browser -"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz -dc FILE | ses-browser -"),
            (Array("PK\u{3}\u{4}".utf8), "unzip -p FILE | ses-browser -"),
            ([0xFF, 0xFE, 0x7B, 0], "iconv -f UTF-16 -t UTF-8 FILE | ses-browser -"),
            (Array("{\"mail\":{}}".utf16.flatMap { [UInt8($0), 0] }), "iconv -f UTF-16"),
            (Array("{\"mail\":{}}".utf16.flatMap { [0, UInt8($0)] }), "iconv -f UTF-16"),
        ] as [([UInt8], String)])
    func `another format is named with what to type`(head: [UInt8], words: String) throws {
        #expect(try load(head).files[0].failure?.contains(words) == true)
        #expect(try load(GzipMaker.member(head)).files[0].failure?.contains(words) == true)
    }

    @Test func `bytes that are no text are told of unless there are mails among them`() throws {
        var random = SeededRandom(seed: 1)
        let noise = (0..<8192).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        #expect(try load(noise).files[0].failure == TextGuess.noise)
        let table = try load(noise + [0x0A] + line)
        #expect(table.count == 1)
        #expect(table.files[0].failure == nil)
    }

    @Test func `sparse text and other alphabets are no noise`() {
        let texts = [
            [UInt8](repeating: 0, count: 4096),
            Array(String(repeating: "漢字и текст ", count: 200).utf8),
        ]
        for text in texts {
            let isNoise = TextGuess.isNoise(text.span)
            #expect(!isNoise)
        }
    }
}
