import KGModel

/// Where a name of the lexicon ends in the text: what belongs to it, and what does not.
extension LexiconRecognizer {
    /// `New York Times` of `The New York Times`, `Google Brain` of `Google Brain team`: if the rest is a name of the
    /// same thing, what tells nothing stays outside.
    func withoutArticleAndHead(
        _ range: Range<Int>, _ entry: Lexicon.Entry, _ text: PassageText
    ) -> Range<Int> {
        var range = range
        let names = { (rest: Range<Int>) in
            let name = text.text(rest)
            return entry.name == name || entry.aliases.contains { $0.name == name }
        }
        if text.bytes[range].starts(with: "The ".utf8) {
            let rest = range.lowerBound + 4..<range.upperBound
            if names(rest) { range = rest }
        }
        // The plural's `s` stands behind the range.
        if let blank = text.bytes[range].lastIndex(of: 0x20),
            Self.heads.contains(text.text(blank + 1..<range.upperBound)),
            names(range.lowerBound..<blank)
        {
            range = range.lowerBound..<blank
        }
        // `谷歌公司`, the company Google.
        let company = "公司".utf8
        if text.bytes[range].suffix(company.count).elementsEqual(company) {
            let rest = range.lowerBound..<range.upperBound - company.count
            if names(rest) { range = rest }
        }
        return range
    }

    private static let heads = Set(
        words:
            "team Team notebook notebooks network networks model models algorithm framework library toolkit dataset corpus"
    )

    /// `感知机` in `感知机制`, `Meta` in `Meta学习`, `LRA` in `10.1109/LRA.2025.3588400`.
    func isPartOfAnotherWord(_ range: Range<Int>, _ entry: Lexicon.Entry, _ text: PassageText) -> Bool {
        let bytes = text.bytes
        let behind = bytes[range.upperBound...]
        if bytes[range].suffix(3).elementsEqual("机".utf8) {
            if ["制", "器", "会", "构", "理", "能"].contains(where: { behind.starts(with: $0.utf8) }) {
                return true
            }
        }
        if entry.type == .organization, behind.starts(with: "学习".utf8) { return true }
        guard range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "/") else { return false }
        // Behind the registrant's number of a DOI.
        let number = bytes[..<(range.lowerBound - 1)].reversed().prefix { (48...57).contains($0) }.count
        return number >= 4 && bytes[..<(range.lowerBound - 1 - number)].suffix(3).elementsEqual("10.".utf8)
    }

    /// The end of ` 1.4`, ` v3`, ` 2.0.1` behind a library's name.
    func versionEnd(_ text: PassageText, _ start: Int) -> Int? {
        let bytes = text.bytes
        var at = start
        if at < bytes.count, bytes[at] == 0x20 { at += 1 }
        if at < bytes.count, bytes[at] == UInt8(ascii: "v") { at += 1 }
        let digits = at
        var dots = 0
        while at < bytes.count {
            if (48...57).contains(bytes[at]) {
                at += 1
            } else if bytes[at] == UInt8(ascii: "."), at + 1 < bytes.count, (48...57).contains(bytes[at + 1])
            {
                dots += 1
                at += 1
            } else {
                break
            }
        }
        guard at > digits, at - digits <= 8, bytes[digits] != UInt8(ascii: ".") else { return nil }
        if at < bytes.count, (97...122).contains(bytes[at] | 0x20) || bytes[at] == UInt8(ascii: "%") {
            return nil
        }
        if dots > 0 { return at }
        // A bare number may count what follows it (`Keras 3 tutorials`).
        guard at - digits == 1, start < digits else { return at - digits == 1 ? at : nil }
        let next = text.firstWord(from: at)
        let countsSomething =
            next < text.words.count && text.words[next].kind == .letters
            && !text.words[next].shape.contains(.capitalized)
        return countsSomething ? nil : at
    }

    /// The end of ` 2020`, `-2020` or `'20` behind a venue's name.
    func yearEnd(_ text: PassageText, _ start: Int) -> Int? {
        let bytes = text.bytes
        var at = start
        var isShort = false
        at += at < bytes.count && bytes[at] == 0x20 ? 1 : text.hyphenLength(at: at)
        if at < bytes.count, bytes[at] == UInt8(ascii: "'") {
            at += 1
            isShort = true
        } else if bytes[at...].starts(with: "’".utf8) {
            at += 3
            isShort = true
        }
        let digits = bytes[min(at, bytes.count)...].prefix { (48...57).contains($0) }
        if isShort { return digits.count == 2 || digits.count == 4 ? at + digits.count : nil }
        guard digits.count == 4, digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8) else {
            return nil
        }
        return at + 4
    }
}
