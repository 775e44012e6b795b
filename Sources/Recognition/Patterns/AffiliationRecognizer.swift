import KGModel

/// Finds organizations that no list knows by what is said of them: `Researchers from NAME`, `the CEO of NAME`,
/// `NAME announces …`, `pesquisadores da NAME`, `NAME 的研究人员`.
public struct AffiliationRecognizer: Recognizer {
    public let name = "affiliations"
    public let summary = "organizations by what is said of them: `researchers from NAME`, `NAME announces`"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates: [Candidate] = []
        // Made when it is first wanted: most issues say nothing of the kind.
        var taken: [Int: [Range<Int>]]?
        for (index, text) in issue.passages.enumerated() {
            for first in text.words.indices where text.words[first].shape.contains(.capitalized) {
                guard let words = nameOfPeople(first, text) ?? actor(first, text) else { continue }
                let range = text.range(ofWords: words)
                // What another recognizer sees there, however doubtful, is better known than this.
                let known = taken ?? Dictionary(grouping: found, by: \.passage).mapValues { $0.map(\.range) }
                taken = known
                if known[index]?.contains(where: { $0.overlaps(range) }) == true { continue }
                candidates.append(
                    Candidate(
                        passage: index, range: range, type: .organization, recognizer: name, confidence: 0.7))
            }
        }
        return candidates
    }

    /// The name that starts at `first`, behind `researchers from`, `CEO of the`, `chercheurs de`.
    private func nameOfPeople(_ first: Int, _ text: PassageText) -> Range<Int>? {
        // Few names stand behind such short words.
        guard first >= 2, text.words[first - 1].range.count <= 4 else { return nil }
        var preposition = first - 1
        if preposition >= 2, Self.articles.containsExactly(text.bytes[text.words[preposition].range]) {
            preposition -= 1
        }
        guard Self.prepositions.containsExactly(text.bytes[text.words[preposition].range]) else { return nil }
        let word = text.words[preposition - 1]
        guard word.kind == .letters, word.range.count >= 3, word.range.count <= 20,
            Self.people.contains(text.bytes[word.range])
        else { return nil }
        return name(from: first, text)
    }

    /// The name that announces something, at the head of a sentence.
    private func actor(_ at: Int, _ text: PassageText) -> Range<Int>? {
        guard
            at == 0
                || text.words[at - 1].kind == .mark && Self.isStop(text.scalar(text.words[at - 1])),
            let words = name(from: at, text),
            words.upperBound + 1 < text.words.count
        else { return nil }
        let verb = text.words[words.upperBound]
        guard verb.kind == .letters, verb.shape.contains(.blankBefore),
            Self.verbs.containsExactly(text.bytes[verb.range])
        else { return nil }
        return words
    }

    /// One to five capitalized words, of which not all are ordinary ones; `of`, `for` and `and` may join them.
    private func name(from start: Int, _ text: PassageText) -> Range<Int>? {
        var end = start
        var isOrdinary = true
        var count = 0
        while end < text.words.count, count < 5 {
            let word = text.words[end]
            guard word.kind == .letters, word.shape.contains(.capitalized), !word.shape.contains(.opaque),
                end == start || word.shape.contains(.blankBefore)
            else { break }
            // A name is followed by a blank or a mark, not by a part of the same word.
            if !vocabulary.ordinaryWords.contains(text.bytes[word.range]) { isOrdinary = false }
            count += 1
            end += 1
            if end + 1 < text.words.count, text.words[end + 1].shape.contains(.capitalized),
                text.words[end].range.count <= 3,
                Self.joints.containsExactly(text.bytes[text.words[end].range])
            {
                end += 1
            }
        }
        guard end > start, !isOrdinary, end == text.words.count || !continues(end, text) else { return nil }
        return start..<end
    }

    /// `Foo-based` and `Foo.ai` are no end of a name.
    private func continues(_ at: Int, _ text: PassageText) -> Bool {
        guard text.words[at].kind == .mark, Self.isBond(text.scalar(text.words[at])),
            !text.words[at].shape.contains(.blankBefore)
        else {
            return false
        }
        return at + 1 < text.words.count && !text.words[at + 1].shape.contains(.blankBefore)
    }

    /// `.!?:•●-–`
    private static func isStop(_ mark: UInt32) -> Bool {
        switch mark {
        case 0x2E, 0x21, 0x3F, 0x3A, 0x2022, 0x25CF, 0x2D, 0x2013: true
        default: false
        }
    }

    /// `-.&`
    private static func isBond(_ mark: UInt32) -> Bool { mark == 0x2D || mark == 0x2E || mark == 0x26 }

    private static let joints: WordSet = ["of", "for", "de", "da", "do", "des"]
    private static let articles: WordSet = ["the", "l", "la", "el", "o", "a"]

    private static let people = WordSet(
        words:
            """
            researchers scientists engineers team teams colleagues collaborators professor ceo cto cofounder co-founder \
            founder founders employees postdoc intern chercheurs chercheuses équipe ingénieurs fondateur pesquisadores \
            pesquisadoras equipe engenheiros fundador investigadores investigadoras equipo ingenieros
            """)

    private static let prepositions = WordSet(words: "from at of de da do del du")

    private static let verbs = WordSet(
        words:
            """
            announces announced acquires acquired launches launched unveils unveiled raises raised open-sources \
            partners partnered hires annonce acquiert lance dévoile anuncia anunciou lança lançou adquire anunció lanza \
            lanzó adquiere duyurdu
            """)
}
