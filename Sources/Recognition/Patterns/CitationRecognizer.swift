import KGModel

/// Finds the people of citations: `Devlin et al., 2019`, `(Kudo, 2018; Peters and Gardner, 2018)`,
/// `Brock, Donahue & Simonyan (2019)`.
public struct CitationRecognizer: Recognizer {
    public let name = "citations"
    public let summary = "surnames in citations: `Devlin et al.`, `(Peters and Gardner, 2018)`"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() {
            for at in text.words.indices {
                let surnames: [Range<Int>]?
                switch text.words[at].kind {
                case .letters: surnames = etAl(text, at)
                case .number: surnames = year(text, at)
                default: continue
                }
                guard let surnames else { continue }
                for words in surnames {
                    candidates.append(
                        Candidate(
                            passage: index, range: text.range(ofWords: words), type: .person,
                            recognizer: name, confidence: 0.8))
                }
            }
        }
        return candidates
    }

    /// `Name et al` at the word `et`.
    private func etAl(_ text: PassageText, _ at: Int) -> [Range<Int>]? {
        guard at > 0, at + 1 < text.words.count, text.bytes[text.words[at].range].elementsEqual("et".utf8),
            text.bytes[text.words[at + 1].range].elementsEqual("al".utf8)
        else { return nil }
        // A full name before it is the people recognizer's.
        return surname(text, endingAt: at).map { [$0] }
    }

    /// The names before a year at a word: `(Name, 2018`, `; Name and Name, 2018`, `Name, Name & Name (2018`.
    private func year(_ text: PassageText, _ at: Int) -> [Range<Int>]? {
        let word = text.words[at]
        guard word.kind == .number, word.range.count == 4, at > 1,
            [0x31, 0x32].contains(text.bytes[word.range.lowerBound])
        else { return nil }
        let mark = text.scalar(text.words[at - 1])
        let isBehindBracket = mark == 0x28 || mark == 0xFF08
        let hasComma = mark == 0x2C
        let names = surnames(text, endingAt: isBehindBracket || hasComma ? at - 1 : at)
        guard let first = names.first else { return nil }
        if isBehindBracket {
            // `BERT (2018)` and `Paris (2019)` are no citations.
            return names.contains(where: { isKnown($0, text) }) && names.count > 1
                || names.count == 1 && isKnown(first, text) ? names : nil
        }
        // `(NeurIPS, 2019)` and `(March 2020)` are none, either.
        guard first.lowerBound > 0, hasComma || names.count == 2 else { return nil }
        let before = text.scalar(text.words[first.lowerBound - 1])
        return before == 0x28 || before == 0xFF08 || before == 0x3B ? names : nil
    }

    /// The surnames that are listed before a word, in reading order; none if there is no list.
    private func surnames(_ text: PassageText, endingAt end: Int) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var end = end
        while let name = surname(text, endingAt: end) {
            names.insert(name, at: 0)
            guard let before = joint(text, endingAt: name.lowerBound) else { break }
            end = before
        }
        return names
    }

    /// Before the comma, the `and`, or both, that end before a word.
    private func joint(_ text: PassageText, endingAt end: Int) -> Int? {
        var at = end
        if at > 0, text.words[at - 1].range.count <= 3,
            Self.joints.containsExactly(text.bytes[text.words[at - 1].range])
        {
            at -= 1
        }
        if at > 0, text.scalar(text.words[at - 1]) == 0x2C { at -= 1 }
        return at < end ? at : nil
    }

    private static let joints: WordSet = ["and", "&", "et", "y", "e", "ve", "和", "与"]

    /// The surname whose last word stands before `end`: `Devlin`, `Sanchez-Gonzalez`, `El Boukkouri`.
    private func surname(_ text: PassageText, endingAt end: Int) -> Range<Int>? {
        guard end > 0, isSurname(text, end - 1) else { return nil }
        var first = end - 1
        if first > 1, text.isHyphen(text.words[first - 1]),
            !text.words[first - 1].shape.contains(.blankBefore),
            !text.words[first].shape.contains(.blankBefore), isSurname(text, first - 2)
        {
            first -= 2
        }
        while first > 0, Self.particles.contains(text.bytes[text.words[first - 1].range]) { first -= 1 }
        return first..<end
    }

    private static let particles: WordSet = [
        "van", "von", "der", "den", "de", "el", "le",
    ]

    private func isKnown(_ words: Range<Int>, _ text: PassageText) -> Bool {
        let bytes = text.bytes[text.words[words.upperBound - 1].range]
        return vocabulary.familyNames.contains(bytes) && !vocabulary.familyNames.isMarked(bytes)
    }

    private func isSurname(_ text: PassageText, _ at: Int) -> Bool {
        let word = text.words[at]
        return word.kind == .letters && word.shape.contains(.capitalized)
            && !word.shape.contains(.allCapitals)
            && !word.shape.contains(.digit) && !word.shape.contains(.innerCapital) && word.range.count > 1
            && !word.shape.contains(.opaque) && !Self.others.contains(text.text(word))
    }

    /// What stands before a year without being a surname.
    private static let others: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
        "Updated",
        "Interspeech", "Nature", "Science",
    ]
}
