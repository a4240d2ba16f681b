/// Why the mail of an event cannot be shown, and what would help.
struct MissingContent {
    /// The sentences, the reason first.
    let sentences: [RawText]
}

extension MissingContent {
    /// The reason for an event without content, and without an object beside the log.
    init(_ loaded: LoadedEvent, _ objects: StoredObject, tried: [RawText]) {
        let action = loaded.event.receipt?.action
        let isStored = action?.type?.equalsIgnoringCase("S3") == true
        var sentences: [RawText] = []
        if loaded.event.contentLength != nil {
            sentences.append("The content of the event is empty.")
        } else if isStored, let bucket = action?["bucketName"], let key = action?["objectKey"] {
            sentences.append("SES put this mail into s3://" + bucket + "/" + key + ".")
        } else if loaded.event.marks.contains(.truncated) {
            sentences.append("The log cut the event in the mail or before it.")
        } else {
            sentences.append(
                "The event does not carry the mail: it does for an SNS action alone.")
        }
        sentences += tried.isEmpty ? [Self.help(objects, isStored: isStored)] : tried
        self.sentences = sentences
    }

    private static func help(_ objects: StoredObject, isStored: Bool) -> RawText {
        guard let name = objects.names.first else {
            return "The event has no id by which a file beside the log could be known."
        }
        guard let folder = objects.folder else {
            return "The object of the mail is shown here where it lies beside a log, named " + name
                + "."
        }
        let place = folder == "./" ? name : folder + name
        return isStored
            ? "Copy the object to " + place + " and it is shown here."
            : "If a rule stored the mail in S3, copy the object to " + place
                + " and it is shown here."
    }
}
