import FuzzSupport
@testable import SESCore

/// What the transfer encodings promise of any bytes.
enum TransferCheck {
    /// Decodes bytes by each encoding.
    static func check(_ input: [UInt8]) {
        for encoding in [TransferEncoding.base64, .quotedPrintable, .identity] {
            let whole = encoding.decode(input.span, limit: .max)
            promise(whole.bytes.count == whole.total, "without a limit all is kept")
            let part = encoding.decode(input.span, limit: 7)
            promise(part.total == whole.total, "the limit changes no count")
            promise(part.bytes == Array(whole.bytes.prefix(7)), "the limit cuts the end")
            promise(whole.total <= input.count, "decoding never grows")
        }
        if let strict = Base64.decode(input.span) {
            let loose = Base64Body.decode(input.span, limit: .max)
            promise(loose.bytes == strict && !loose.isDamaged, "sound base64 is not damaged")
        }
    }
}
