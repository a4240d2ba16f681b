/// The form of a store, and how a new one gets it.
enum Schema {
    /// `SESt` in ASCII: the mark in the head of the file that tells it from other databases.
    static let application: Int64 = 0x5345_5374
    /// The form that this version of the program writes.
    static let version: Int64 = 1

    /// `decision` only ever grows. The current decision of a mail is the one of the highest `uuid`.
    /// `visit` tells where somebody stopped.
    static let creation = """
        CREATE TABLE decision(
            id INTEGER PRIMARY KEY,
            uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
            mail_key BLOB NOT NULL,
            content BLOB NOT NULL CHECK (length(content) = 32),
            verdict INTEGER NOT NULL CHECK (verdict BETWEEN 1 AND 4),
            note TEXT NOT NULL,
            who TEXT NOT NULL,
            host TEXT NOT NULL,
            at_utc_ms INTEGER NOT NULL,
            tool_version TEXT NOT NULL,
            prev BLOB CHECK (length(prev) = 16),
            step BLOB NOT NULL CHECK (length(step) = 16)
        ) STRICT;
        CREATE INDEX decision_of_mail ON decision(mail_key, uuid);
        CREATE TABLE visit(
            id INTEGER PRIMARY KEY,
            who TEXT NOT NULL,
            host TEXT NOT NULL,
            at_utc_ms INTEGER NOT NULL,
            was_cut INTEGER NOT NULL,
            filter TEXT NOT NULL,
            mail_key BLOB
        ) STRICT;
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(version);
        """

    /// The columns of a decision, in the order in which ``StoredDecision`` reads them.
    static let columns =
        "id, uuid, mail_key, content, verdict, note, who, host, tool_version, prev, step"

    /// Takes the values of a row but its id, in the order of ``columns`` and `at_utc_ms` last; a
    /// decision that is there already is passed by.
    static let insertion = """
        INSERT INTO decision(
            uuid, mail_key, content, verdict, note, who, host, tool_version, prev, step, at_utc_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(uuid) DO NOTHING
        """

    static let current =
        "SELECT \(columns) FROM decision WHERE mail_key = ? ORDER BY uuid DESC LIMIT 1"
    static let later = "SELECT \(columns) FROM decision WHERE id > ? ORDER BY id"
}
