import KGModel

/// Names in a row: `Kinara, d-Matrix and Axelera AI`, `Ralf Grubenmann, Don Tuggener (ZHAW)`.
struct Enumeration {
    /// Words of each item, without the brackets behind it; two items or more.
    let items: [Range<Int>]

    /// The rows of a passage whose every item has the form of a name; none goes beyond its line of the source.
    static func all(in text: PassageText) -> [Enumeration] {
        text.lines().flatMap { Line(text: text, words: $0).enumerations() }
    }
}

/// A line in which rows are looked for.
private struct Line {
    let text: PassageText
    let words: Range<Int>

    /// Linear in the words.
    func enumerations() -> [Enumeration] {
        var found: [Enumeration] = []
        var items: [Range<Int>] = []
        var at = words.lowerBound
        while at < words.upperBound {
            guard let end = itemEnd(at) else {
                at += 1
                continue
            }
            items.append(at..<end)
            at = bracketEnd(end)
            if let next = separatorEnd(at), next < words.upperBound, isNameWord(next) {
                at = next
            } else {
                if items.count > 1 { found.append(Enumeration(items: items)) }
                items = []
            }
        }
        return found
    }

    /// Behind the words from `first` on that have the form of one name.
    private func itemEnd(_ first: Int) -> Int? {
        guard isNameWord(first) else { return nil }
        var end = first + 1
        while end < words.upperBound {
            let word = text.words[end]
            if isNameWord(end) || word.kind == .number && !word.shape.contains(.blankBefore) || isInitial(end)
            {
                end += 1
            } else if let next = jointEnd(end) {
                end = next
            } else {
                break
            }
        }
        return end
    }

    private func isNameWord(_ at: Int) -> Bool {
        let word = text.words[at]
        guard word.kind == .letters, !word.shape.contains(.opaque) else { return false }
        if !word.shape.isDisjoint(with: [.capitalized, .innerCapital]) { return true }
        // `d-Matrix`.
        return at + 2 < words.upperBound && text.isHyphen(text.words[at + 1]) && jointEnd(at + 1) != nil
            && text.words[at + 2].shape.contains(.capitalized)
    }

    /// Behind a hyphen, an apostrophe, the full stop within `Cohere.io` or particles, and the word that they lead to.
    private func jointEnd(_ at: Int) -> Int? {
        guard at + 1 < words.upperBound else { return nil }
        let (word, next) = (text.words[at], text.words[at + 1])
        if word.kind == .mark {
            guard !word.shape.contains(.blankBefore), !next.shape.contains(.blankBefore) else { return nil }
            // `O'Neil`, but not the suffix of `Google'dan`.
            let joins =
                Self.apostrophes.contains(text.scalar(word))
                ? next.shape.contains(.capitalized)
                : (next.kind == .letters || next.kind == .number)
                    && (text.isHyphen(word) || text.scalar(word) == 0x2E)
            return joins ? at + 2 : nil
        }
        var end = at
        while end < words.upperBound, text.words[end].range.count <= 3,
            Self.particles.containsExactly(text.bytes[text.words[end].range])
        {
            end += 1
        }
        return end > at && end < words.upperBound && isNameWord(end) ? end + 1 : nil
    }

    private static let apostrophes: Set<UInt32> = [0x27, 0x2019]

    private static let particles: WordSet = [
        "van", "von", "de", "der", "den", "del", "da", "di", "dos", "du", "la", "le", "al", "el", "bin",
        "ben",
        "ter",
    ]

    /// The full stop of `J.` before a further word of the name.
    private func isInitial(_ at: Int) -> Bool {
        at > words.lowerBound && at + 1 < words.upperBound && text.scalar(text.words[at]) == 0x2E
            && text.words[at - 1].range.count == 1 && !text.words[at].shape.contains(.blankBefore)
            && isNameWord(at + 1)
    }

    /// Behind `(…)` of a few words; `at` itself where no bracket opens.
    private func bracketEnd(_ at: Int) -> Int {
        guard at < words.upperBound, Self.opening.contains(text.scalar(text.words[at])) else { return at }
        let close = (at..<min(words.upperBound, at + 10)).first {
            Self.closing.contains(text.scalar(text.words[$0]))
        }
        return close.map { $0 + 1 } ?? at
    }

    private static let opening: Set<UInt32> = [0x28, 0xFF08]
    private static let closing: Set<UInt32> = [0x29, 0xFF09]

    /// Behind `,`, `and`, or `, and`.
    private func separatorEnd(_ start: Int) -> Int? {
        var at = start
        if at < words.upperBound, Self.commas.contains(text.scalar(text.words[at])) { at += 1 }
        if at < words.upperBound, text.words[at].range.count <= 3,
            Self.conjunctions.containsExactly(text.bytes[text.words[at].range])
        {
            at += 1
        }
        return at > start ? at : nil
    }

    private static let commas: Set<UInt32> = [0x2C, 0xFF0C, 0x3001, 0x60C]
    private static let conjunctions: WordSet = ["and", "&", "et", "y", "e", "ve", "or", "和", "与", "及"]
}
