import Processes

/// lnav reads no nested JSON without being told where everything is.
enum LnavFormat {
    /// Writes the format below a folder; the folder to name to lnav, nil where that fails.
    static func write(in folder: String) -> String? {
        let home = folder + "/lnav"
        guard Child.run(["mkdir", "-p", home + "/formats/ses"])?.status == 0 else { return nil }
        let file = unsafe file_create(home + "/formats/ses/ses_inbound.json")
        let bytes = Array(text.utf8)
        guard file >= 0, unsafe file_write(file, bytes, Int64(bytes.count)), file_close(file) else {
            return nil
        }
        return home
    }

    /// The columns that statuses and subject become.
    static let columns =
        ["spam", "virus", "spf", "dkim", "dmarc"].map { "Records#/ses/receipt/\($0)Verdict/status" }
        + ["Records#/ses/mail/commonHeaders/subject"]

    private static let fields = columns.map { "\"\($0)\": {\"kind\": \"string\"}" }
        .joined(separator: ", ")

    private static let text = """
        {
          "$schema": "https://lnav.org/schemas/format-v1.schema.json",
          "ses_inbound": {
            "title": "Amazon SES",
            "description": "Events of inbound mail",
            "json": true,
            "hide-extra": true,
            "timestamp-field": "Records#/ses/mail/timestamp",
            "value": {
              \(fields)
            },
            "line-format": [{"field": "__timestamp__"}]
          }
        }
        """
}
