import KGModel

/// Reads the entries of a lexicon file one by one.
///
/// Thousands of lines are read at every start of the program: columns are ranges of bytes, and texts are made
/// of what an entry keeps.
struct LexiconReader {
    private let bytes: [UInt8]
    private let file: String
    /// Nil where the fifth column tells.
    private let type: EntityType?
    /// Where the next line begins.
    private var at = 0
    private var line = 0

    init(bytes: [UInt8], file: String, type: EntityType?) {
        self.bytes = bytes
        self.file = file
        self.type = type
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The next entry and its line, counted from 1; nil at the end.
    mutating func next() throws(LexiconError) -> (Lexicon.Entry, line: Int)? {
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            let end = at
            at += 1
            line += 1
            guard start < end, bytes[start] != UInt8(ascii: "#"), bytes[start] != 0x0D else { continue }
            return (try entry(start..<end), line)
        }
        return nil
    }

    private func entry(_ row: Range<Int>) throws(LexiconError) -> Lexicon.Entry {
        var columns: [Range<Int>] = []
        columns.reserveCapacity(5)
        var start = row.lowerBound
        for at in row where bytes[at] == 0x09 {
            columns.append(trimmed(start..<at))
            start = at + 1
        }
        columns.append(trimmed(start..<row.upperBound))
        guard !columns[0].isEmpty else { throw error("no name in the first column") }
        guard columns.count <= (type == nil ? 5 : 4) else {
            throw error("\(columns.count) columns; name, aliases, identities, flags are expected")
        }
        guard let type = type ?? (columns.count == 5 ? EntityType(argument: text(columns[4])) : nil) else {
            throw error(
                "the fifth column must be a type: "
                    + EntityType.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var entry = Lexicon.Entry(
            type: type, name: text(columns[0]), aliases: [], identities: [], isCommon: false, isExact: nil)
        if columns.count > 1 { entry.aliases = list(columns[1]).map(alias) }
        if columns.count > 2 {
            for part in list(columns[2]) { entry.identities.append(try identity(text(part))) }
        }
        if columns.count > 3 { try read(flags: columns[3], into: &entry) }
        return entry
    }

    private func identity(_ text: String) throws(LexiconError) -> Identity {
        guard var identity = Identity(text) else {
            throw error(
                "identity \(text) has no known kind: "
                    + Identity.Kind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        switch identity.kind {
        case .github, .huggingFace, .doi: identity.value = identity.value.lowercased()
        // PyPI takes them for the same.
        case .pypi: identity.value = identity.value.lowercased().replacing("_", with: "-")
        default: break
        }
        return identity
    }

    private func read(flags column: Range<Int>, into entry: inout Lexicon.Entry) throws(LexiconError) {
        for flag in bytes[column].split(separator: 0x20) {
            switch String(decoding: flag, as: UTF8.self) {
            case "common": entry.isCommon = true
            case "exact": entry.isExact = true
            case "fold": entry.isExact = false
            case let flag: throw error("unknown flag \(flag); common, exact and fold are known")
            }
        }
    }

    private func alias(_ part: Range<Int>) -> Lexicon.Alias {
        var start = part.lowerBound
        var language: String?
        let isLetter = { (byte: UInt8) in (97...122).contains(byte) }
        if part.count > 3, bytes[start + 2] == UInt8(ascii: ":"), isLetter(bytes[start]),
            isLetter(bytes[start + 1])
        {
            language = text(start..<start + 2)
            start += 3
        }
        let isExact = part.upperBound - start > 1 && bytes[start] == UInt8(ascii: "=")
        if isExact { start += 1 }
        return Lexicon.Alias(
            name: text(trimmed(start..<part.upperBound)), language: language, isExact: isExact)
    }

    /// The parts of a column between ` | `.
    private func list(_ column: Range<Int>) -> [Range<Int>] {
        guard !column.isEmpty else { return [] }
        var parts: [Range<Int>] = []
        var start = column.lowerBound
        for bar in column where bytes[bar] == UInt8(ascii: "|") {
            guard bar > start, bar + 1 < column.upperBound, bytes[bar - 1] == 0x20, bytes[bar + 1] == 0x20
            else {
                continue
            }
            parts.append(trimmed(start..<bar))
            start = bar + 1
        }
        parts.append(trimmed(start..<column.upperBound))
        return parts.filter { !$0.isEmpty }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x0D { start += 1 }
        while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func error(_ reason: String) -> LexiconError {
        LexiconError(file: file, line: line, reason: reason)
    }
}
