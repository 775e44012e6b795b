import KGModel

/// A stretch of a passage that typography sets off: a link's text, bold, a quotation, a run of
/// capitalized words. Many names are exactly such a stretch.
struct SpanHint: Hashable {
    enum Kind: UInt8 {
        case link, strong, italic, quoted, titleQuoted, parenthesized, bracketed, label, cell
        case capitalRun, titleRun, acronym, expansion, whole, lead, subtitled, line
    }

    var kind: Kind
    var words: Range<Int>
    /// What distinguishes hints of one kind: the class of a link's address, for example.
    var detail: UInt8 = 0

    /// Longest hint, in words, that can be a name.
    static let longest = 40
}

/// Finds the hints of a passage.
struct SpanHintFinder {
    let text: PassageText
    /// Code of each word, see `WordCode`.
    let codes: [WordCode]
    private(set) var hints: [SpanHint] = []

    init(_ text: PassageText, codes: [WordCode], links: [LinkClass]) {
        self.text = text
        self.codes = codes
        guard !codes.isEmpty else { return }
        hints.reserveCapacity(16)
        for (link, kind) in zip(text.passage.links, links) where !link.range.isEmpty {
            add(.link, trimmed(text.words(in: link.range)), kind.rawValue)
        }
        for mark in text.passage.emphasis {
            add(mark.isStrong ? .strong : .italic, trimmed(text.words(in: mark.range)))
        }
        addWhole()
        addLines()
        addLabel(links)
        addBrackets()
        addRuns()
        for hint in hints
        where hint.kind.rawValue <= SpanHint.Kind.titleQuoted.rawValue || hint.kind == .whole {
            addSubtitled(hint)
        }
    }

    private mutating func add(_ kind: SpanHint.Kind, _ words: Range<Int>, _ detail: UInt8 = 0) {
        guard !words.isEmpty, words.count <= SpanHint.longest else { return }
        hints.append(SpanHint(kind: kind, words: words, detail: detail))
    }

    /// Without marks (other than brackets' partners and `+`, `#`) at either end.
    private func trimmed(_ words: Range<Int>) -> Range<Int> {
        var low = words.lowerBound
        var high = words.upperBound
        while low < high, codes[low] == .mark { low += 1 }
        while high > low, codes[high - 1] == .mark, !isInnerMark(high - 1) { high -= 1 }
        return low..<high
    }

    private func byte(_ word: Int) -> UInt8 { text.bytes[text.words[word].range.lowerBound] }

    private func isTight(_ word: Int) -> Bool { !text.words[word].shape.contains(.blankBefore) }

    /// A mark that names end with: `C++`, `C#`, `Yahoo!`, `Why?`.
    private func isInnerMark(_ word: Int) -> Bool {
        switch byte(word) {
        case UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "!"): isTight(word)
        default: false
        }
    }

    private mutating func addWhole() {
        let words = trimmed(codes.indices)
        add(.whole, words, UInt8(truncatingIfNeeded: text.passage.kind.order))
    }

    /// The lines of a passage of several: a title, its authors, their houses.
    private mutating func addLines() {
        guard text.passage.lines.count > 1 else { return }
        let lines = text.lines()
        guard lines.count > 1 else { return }
        for (index, words) in lines.enumerated() {
            add(.line, trimmed(words), index == 0 ? 0 : index + 1 < lines.count ? 1 : 2)
        }
    }

    /// The words before the first dash, colon or bar: `2) **RT-2** - a new model …`.
    private mutating func addLabel(_ links: [LinkClass]) {
        var first = 0
        // A number with its mark, bullets, pictures.
        while first < codes.count, codes[first] == .mark || codes[first] == .number, first < 4 {
            if codes[first] == .number, first + 1 < codes.count, codes[first + 1] != .mark { break }
            first += 1
        }
        var end = first
        let limit = min(codes.count, first + 30)
        while end < limit, !isSeparator(end) { end += 1 }
        guard end < limit, end > first else { return }
        let leadsToPaper: UInt8 = links.contains(.paper) ? 2 : links.isEmpty ? 0 : 1
        let separator: UInt8 = byte(end) == UInt8(ascii: ":") ? 4 : byte(end) == UInt8(ascii: "|") ? 8 : 0
        add(.label, trimmed(first..<end), leadsToPaper + separator)
        if text.passage.kind == .row,
            let bar = (end..<codes.count).first(where: { byte($0) == UInt8(ascii: "|") })
        {
            add(.cell, trimmed(first..<bar), leadsToPaper)
        }
    }

    private func isSeparator(_ word: Int) -> Bool {
        guard codes[word] == .mark else { return false }
        switch byte(word) {
        case UInt8(ascii: ":"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "-"), 0xE2: return !isTight(word)
        case 0xEF: return text.bytes[text.words[word].range].elementsEqual("：".utf8)
        default: return false
        }
    }

    private mutating func addBrackets() {
        var open: [(mark: UInt32, word: Int)] = []
        for word in codes.indices where codes[word] == .mark {
            let (scalar, _) = Scalars.decode(text.bytes, text.words[word].range.lowerBound)
            switch scalar {
            case 0x28, 0xFF08, 0x5B, 0x3010, 0x300A, 0x300C, 0x201C, 0xAB, 0x2018: open.append((scalar, word))
            case 0x22:
                if let index = open.lastIndex(where: { $0.mark == 0x22 }) {
                    add(.quoted, trimmed(open[index].word + 1..<word))
                    open.removeSubrange(index...)
                } else {
                    open.append((0x22, word))
                }
            case 0x29, 0xFF09, 0x5D, 0x3011, 0x300B, 0x300D, 0x201D, 0xBB, 0x2019:
                guard let index = open.lastIndex(where: { Self.closer($0.mark) == scalar }) else { continue }
                let inner = trimmed(open[index].word + 1..<word)
                switch scalar {
                case 0x29, 0xFF09:
                    add(.parenthesized, inner)
                    addAcronym(inner, before: open[index].word)
                case 0x5D, 0x3011: add(.bracketed, inner)
                case 0x300B: add(.titleQuoted, inner)
                default: add(.quoted, inner)
                }
                open.removeSubrange(index...)
            default: break
            }
        }
    }

    private static func closer(_ mark: UInt32) -> UInt32 {
        switch mark {
        case 0x28: 0x29
        case 0xFF08: 0xFF09
        case 0x5B: 0x5D
        case 0x2018: 0x2019
        case 0x201C: 0x201D
        case 0xAB: 0xBB
        default: mark + 1
        }
    }

    /// `Long Short-Term Memory (LSTM)`: the capitals are the initials of the words before.
    private mutating func addAcronym(_ inner: Range<Int>, before bracket: Int) {
        guard inner.count == 1, codes[inner.lowerBound].isCapital else { return }
        let letters = text.bytes[text.words[inner.lowerBound].range].filter { (65...90).contains($0) }
        guard letters.count > 1 else { return }
        var left = letters.count
        var word = bracket
        var skipped = 0
        while word > 0, left > 0, skipped < 3 {
            word -= 1
            guard codes[word] != .mark else { continue }
            let first = text.bytes[text.words[word].range.lowerBound]
            if first & 0xDF == letters[left - 1] {
                left -= 1
            } else {
                skipped += 1
            }
        }
        guard left == 0 else { return }
        add(.acronym, inner)
        add(.expansion, word..<bracket)
    }

    /// Capitalized words side by side; and such runs joined by small function words and colons.
    private mutating func addRuns() {
        let firstRun = hints.count
        var word = 0
        while word < codes.count {
            guard codes[word].isCapital else {
                word += 1
                continue
            }
            var end = word + 1
            while end < codes.count, joins(end) { end += 1 }
            while end > word + 1, codes[end - 1] == .mark, !isInnerMark(end - 1) { end -= 1 }
            add(.capitalRun, word..<end)
            word = end
        }
        let runs = firstRun..<hints.count
        var index = runs.lowerBound
        while index < runs.upperBound {
            var last = index
            while last + 1 < runs.upperBound,
                connects(hints[last].words.upperBound, hints[last + 1].words.lowerBound)
            {
                last += 1
            }
            if last > index {
                add(.titleRun, hints[index].words.lowerBound..<hints[last].words.upperBound)
            }
            index = last + 1
        }
    }

    private func joins(_ word: Int) -> Bool {
        if codes[word].isCapital { return true }
        if codes[word] == .number { return true }
        guard codes[word] == .mark, isTight(word) else { return false }
        switch byte(word) {
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "+"): break
        default: guard text.isHyphen(text.words[word]) else { return false }
        }
        return word + 1 < codes.count && isTight(word + 1) && codes[word + 1] != .mark
    }

    /// Whether only small words, few, and a colon stand between two capitalized runs.
    private func connects(_ from: Int, _ to: Int) -> Bool {
        guard to - from <= 3 else { return false }
        return (from..<to).allSatisfy { word in
            switch codes[word] {
            case .small: return text.words[word].range.count <= 5
            case .mark: return byte(word) == UInt8(ascii: ":") || text.isHyphen(text.words[word])
            default: return false
            }
        }
    }

    /// `X: A Subtitle` inside a stretch: the stretch, and `X` alone.
    private mutating func addSubtitled(_ hint: SpanHint) {
        guard hint.words.count >= 4 else { return }
        for word in hint.words.dropFirst().dropLast(2) where codes[word] == .mark {
            let isColon =
                byte(word) == UInt8(ascii: ":")
                || text.bytes[text.words[word].range].elementsEqual("：".utf8)
            guard isColon else { continue }
            add(.subtitled, hint.words, hint.kind.rawValue)
            add(.lead, hint.words.lowerBound..<word, hint.kind.rawValue)
            return
        }
    }
}
