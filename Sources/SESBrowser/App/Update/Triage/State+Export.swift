import SESCore

extension State {
    /// Asks for the file that the tagged mails, or else the listed ones, are to be written to.
    mutating func openExport() -> [Effect] {
        if let refusal = prepareExport() { return message.show(refusal, isError: isRestricted) }
        askForFile("ses-browser-export.csv")
        return []
    }

    /// Does what `:export FILE` says.
    mutating func runExport(_ text: String) -> [Effect] {
        if let refusal = prepareExport() { return message.show(refusal, isError: isRestricted) }
        return export(to: text)
    }

    /// Writes the rows that were asked for to the file that was typed.
    mutating func export(to text: String) -> [Effect] {
        guard !text.isEmpty else { return [] }
        guard let request = ExportRequest(text) else {
            export.lacksFormat = true
            askForFile(text)
            return []
        }
        return start(request)
    }

    /// Replaces the file that has the name, or asks for another name.
    mutating func replaceExport(_ isAllowed: Bool) -> [Effect] {
        guard var request = export.request.take(), export.rows != nil else { return [] }
        guard isAllowed else {
            let name = String(decoding: request.path.bytes, as: UTF8.self)
            askForFile("\(request.format.word) \(name)")
            return []
        }
        request.replaces = true
        return start(request)
    }

    /// Gives an export up that is being written.
    mutating func stopExport() -> [Effect] { [.stopExport] }

    private mutating func start(_ request: ExportRequest) -> [Effect] {
        guard let rows = export.rows else { return [] }
        export.lacksFormat = false
        export.request = request
        export.isRunning = true
        export.unsaved = (0..<rows.count).count { triage.marks[rows[$0]].isUnsaved }
        return [.export(request)]
    }

    private mutating func askForFile(_ text: String) { prompt = PromptState(.export, text: text) }

    /// Finds out which rows are to be exported, or returns why nothing can be.
    private mutating func prepareExport() -> String? {
        if isRestricted { return "--restricted: no file is written" }
        if export.isRunning { return "an export is being written; ^C stops it" }
        let found = ExportedRows(of: rows, marks: triage.marks, folds: folds)
        guard found.count > 0 else { return "no mail is listed that could be exported" }
        export.rows = found
        export.table = table
        export.lacksFormat = false
        return nil
    }
}

extension State {
    /// Says how many mails are written, unless another message stands.
    mutating func take(exported count: Int) -> [Effect] {
        let standing = message.text
        guard export.isRunning, standing == nil || standing == RawText(export.progress) else {
            return []
        }
        let all = Count(export.rows?.count ?? 0).grouped
        export.progress = "writing: \(Count(count).grouped) of \(all) mails; ^C stops"
        return message.show(export.progress)
    }

    /// Says what became of an export.
    mutating func take(exported outcome: MailExport.Outcome) -> [Effect] {
        export.isRunning = false
        export.progress = ""
        guard let request = export.request else { return [] }
        switch outcome {
        case .exists:
            pending.wait = .replaceExport
            pending.isShown = false
            return message.show(
                request.path + " exists: y replaces it, another key asks for a name")
        case .written(let counts):
            forgetExport()
            return message.show(words(counts) + request.path + RawText(remarks(counts)))
        case .failed(let error):
            forgetExport()
            let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
            let place = error.path == request.path ? "" : error.path + ": "
            return message.show(
                "not written to " + request.path + ": " + place
                    + RawText("\(error.what)\(detail)"), isError: true)
        case .stopped:
            forgetExport()
            return message.show("export stopped; nothing is written")
        }
    }

    private mutating func forgetExport() {
        export.rows = nil
        export.table = EventTable()
        export.request = nil
    }

    private func words(_ counts: MailExport.Counts) -> RawText {
        let written = counts.mails - counts.missed - counts.omitted
        return RawText("\(Count(written).grouped) \(written == 1 ? "mail" : "mails") written to ")
    }

    private func remarks(_ counts: MailExport.Counts) -> String {
        var remarks: [String] = []
        if counts.omitted > 0 {
            remarks.append("\(Count(counts.omitted).grouped) have nothing to list")
        }
        if counts.missed > 0 {
            remarks.append("\(Count(counts.missed).grouped) could not be read again")
        }
        if export.unsaved > 0 {
            remarks.append("decisions not saved yet: \(Count(export.unsaved).grouped)")
        }
        return remarks.map { "; \($0)" }.joined()
    }
}
