import GRDB

/// Text and queries as the full-text index sees them.
///
/// FTS5 cuts words at blanks, which Chinese and Japanese do not write. Each of their characters is
/// therefore given to the index as a word of its own, and a query for several of them is a phrase.
public enum FullText {
    /// The text with a blank around every ideograph and syllable of Japanese.
    public static func segmented(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count * 3 / 2)
        for scalar in text.unicodeScalars {
            if isIdeograph(scalar.value) {
                result.unicodeScalars.append(" ")
                result.unicodeScalars.append(scalar)
                result.unicodeScalars.append(" ")
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What a user typed, in parts: words, and phrases in double quotation marks.
    static func parts(_ typed: String) -> [String] {
        typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1
                ? [String(part)] : part.split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    /// Tells the index of all passages anew.
    static func refill(_ db: Database) throws {
        let rows = try RowStatement(db, "SELECT id, text FROM passage_row ORDER BY id")
        let insert = try RowStatement(db, "INSERT INTO passage_fts (rowid, text) VALUES (?, ?)")
        while try rows.next() {
            insert.bind(1, rows.integer(0))
            insert.bind(2, segmented(rows.text(1)))
            try insert.run()
        }
    }

    static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }

    /// Ideographs that FTS5's tables of Unicode have known from the beginning: each is a word as it stands.
    @inline(__always)
    static func isUnified(_ scalar: UInt32) -> Bool {
        (0x4E00...0x9FCC).contains(scalar) || (0x3400...0x4DB5).contains(scalar)
    }
}
