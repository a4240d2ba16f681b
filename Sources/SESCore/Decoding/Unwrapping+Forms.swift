extension Unwrapping {
    /// Looks at a document of any form.
    mutating func enter(_ place: Place, _ form: DocumentForm, _ bytes: Span<UInt8>) {
        switch place.opened(form, bytes) {
        case .success(let opened) where form == .cell: open(opened)
        case .success(let opened) where form == .mail:
            add(.record(bytes: opened.decoded), at: opened)
        case .success(let opened): waiting.append(opened)
        case .failure(let failure): add(.broken(reason: failure.reason), at: place)
        }
    }
}

extension Unwrapper.Place {
    static let cutOff = ScanFailure.Reason.endOfInput.description

    /// The place once its bytes are turned into JSON; one that is JSON stays as it is.
    func opened(_ form: DocumentForm, _ bytes: Span<UInt8>) -> Result<Self, LiteralFailure> {
        let source = bytes.extracting(range)
        switch form {
        case .json: return .success(self)
        case .python:
            return PythonLiteral.json(of: source).map { decoding($0, .python).named(.python) }
        case .inspect:
            return InspectText.json(of: source).map {
                decoding($0.json, .inspect(leavesOut: $0.leavesOut)).named(.inspect)
            }
        case .cut(let reason):
            guard let closed = Repair.closed(source) else {
                return .failure(LiteralFailure(position: 0, reason: reason.description))
            }
            var place = decoding(closed.bytes, .repaired)
            place.kept = closed.kept
            place.isCut = true
            return .success(place)
        case .prefixed(let prefix):
            guard let json = prefix.json(of: source) else {
                return .failure(.cutOff(at: 0))
            }
            return .success(decoding(json, .unprefixed(prefix)))
        case .cell:
            return .success(decoding(CSVRow.text(bytes, range), .cell).named(.csv))
        case .mail: return .success(decoding(RawMail.record(source), .mail).named(.rawMail))
        case .columns(let names):
            let record = CSVRow.record(source, names) ?? Array("{}".utf8)
            return .success(decoding(record, .columns(names)).named(.csv))
        }
    }

    /// Whether `mail` and `receipt` of the record stand here whole, before any cut.
    func holdsWholeRecord(_ bytes: Span<UInt8>) -> Bool {
        let end = kept ?? range.upperBound
        var members = Members(bytes, at: range.lowerBound)
        if let ses = members.object(.ses) { members = Members(bytes, at: ses.lowerBound) }
        guard let mail = members.object(.mail), let receipt = members.object(.receipt) else {
            return false
        }
        return mail.upperBound <= end && receipt.upperBound <= end
    }
}

extension DocumentForm {
    /// What was found in a document: in one that was cut off the whole records, or that it is broken.
    func settled(
        _ found: [Unwrapper.Finding], in document: Range<Int>
    ) -> [Unwrapper.Finding] {
        guard case .cut(let reason) = self else { return found }
        let records = found.filter {
            if case .record = $0.what { true } else { false }
        }
        guard records.isEmpty else { return records }
        return [
            Unwrapper.Finding(
                what: .broken(reason: reason.description), carrier: document, route: Route())
        ]
    }
}
