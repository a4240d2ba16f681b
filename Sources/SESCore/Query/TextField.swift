/// A part of a mail that text is looked for in.
public enum TextField: Hashable, Sendable {
    /// Address and display name of the first author, and the subject: what the list shows. Written
    /// without a field, or `text:` where that would not do.
    case any
    /// Address and display name of the first author.
    case from
    /// `domain:`: the domain of the first author's address; a word matches it and its subdomains.
    case domain
    /// The subject.
    case subject
    /// The envelope sender (MAIL FROM).
    case source
    /// Any of the envelope recipients (RCPT TO) that the receipt rule matched.
    case recipient
    /// The address of the client that SES received the mail from, as the trusted headers tell it.
    case ip
    /// The type of the action that the receipt rule took, such as `S3`.
    case action
    /// The name of the log file.
    case file
    /// The id that SES gave the mail.
    case id
    /// Any mailbox of To.
    case to
    /// Any mailbox of Cc.
    case cc
    /// `header.NAME`: the value of any header of this name, whose letter case does not matter;
    /// the name is kept in small letters (ASCII).
    case header(RawText)
}

/// What a text is compared with. Letter case never matters (Unicode simple folding).
public enum TextPattern: Hashable, Sendable {
    /// The text holds these bytes. For ``TextField/domain`` the text is this domain or lies below it.
    case words(RawText)
    /// The text matches a regular expression (PCRE2), written `/…/`.
    case regex(RawText)
    /// `@example.com`: the address is of this domain or of one below it; without the `@`.
    case domain(RawText)
}
