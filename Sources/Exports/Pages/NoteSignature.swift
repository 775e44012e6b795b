import KGModel

/// Tells the notes that this program wrote, and nobody has changed since, from all others: the first property of their
/// front matter is a fingerprint of everything behind it.
enum NoteSignature {
    private static let head = Array("---\nkg: \"".utf8)
    private static let tail = Array("\"\n".utf8)
    private static let digits = 16

    /// A note with its first lines.
    ///
    /// - Parameter rest: the other properties of the front matter, the line that ends it, and the text.
    static func signed(_ rest: TextWriter) -> TextWriter {
        var out = TextWriter()
        out.write("---\nkg: \"\(fingerprint(rest.allPieces))\"\n")
        out.append(rest)
        return out
    }

    /// Whether the bytes are those of a signed note, as it was signed.
    static func isIntact(_ note: [UInt8]) -> Bool {
        let start = head.count + digits + tail.count
        guard note.count >= start, note.starts(with: head), note[(start - tail.count)...].starts(with: tail)
        else { return false }
        let claim = note[head.count..<head.count + digits]
        return claim.elementsEqual(fingerprint([Array(note[start...])]).utf8)
    }

    private static func fingerprint(_ pieces: [[UInt8]]) -> String {
        var fingerprint = Fingerprint()
        for piece in pieces { piece.withUnsafeBytes { fingerprint.combine($0) } }
        return fingerprint.hex
    }
}
