import KGModel

/// Finds names that no list knows where a sentence begins by telling what they are: `Neural Data Server (NDS) is a
/// dedicated search engine`.
public struct DefinitionRecognizer: Recognizer {
    public let name = "definitions"
    public let summary = "what a sentence tells the kind of: `Quillkit is a library for …`"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var known: [Int: [Range<Int>]] = [:]
        for candidate in found where candidate.confidence >= 0.5 {
            known[candidate.passage, default: []].append(candidate.range)
        }
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() where isProse(text.passage.kind) {
            for start in text.words.indices where beginsSentence(start, text) {
                guard let subject = subject(from: start, text),
                    let type = Definitions.type(behind: subject.upperBound, text), isName(subject, type, text)
                else { continue }
                let range = text.range(ofWords: subject)
                if known[index]?.contains(where: { $0.overlaps(range) }) == true { continue }
                candidates.append(
                    Candidate(passage: index, range: range, type: type, recognizer: name, confidence: 0.7))
            }
        }
        return candidates
    }

    private func isProse(_ kind: Passage.Kind) -> Bool {
        kind == .paragraph || kind == .item || kind == .quotation
    }

    private func beginsSentence(_ word: Int, _ text: PassageText) -> Bool {
        guard text.words[word].shape.contains(.capitalized), text.words[word].kind == .letters else {
            return false
        }
        guard word > 0 else { return true }
        switch text.bytes[text.words[word - 1].range.lowerBound] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
        default: return text.scalar(text.words[word - 1]) == 0x3002  // 。
        }
    }

    /// The capitalized words from a sentence's first on, with numbers and inner hyphens.
    private func subject(from start: Int, _ text: PassageText) -> Range<Int>? {
        var end = start + 1
        while end < text.words.count {
            let word = text.words[end]
            if word.shape.contains(.opaque) { return nil }
            if word.kind == .number || word.kind == .letters && word.shape.contains(.capitalized) {
                end += 1
            } else if text.isHyphen(word), !word.shape.contains(.blankBefore), end + 1 < text.words.count,
                !text.words[end + 1].shape.contains(.blankBefore), text.words[end + 1].kind != .mark
            {
                end += 2
            } else {
                break
            }
        }
        return end - start <= 6 ? start..<end : nil
    }

    /// Whether the subject is more than a word that begins a sentence: coined, or of no dictionary, or written as names
    /// of several words are. Fields and methods (`Active Learning is a framework`) look like that, too.
    private func isName(_ words: Range<Int>, _ type: EntityType, _ text: PassageText) -> Bool {
        let surface = text.bytes[text.range(ofWords: words)]
        guard !NameForm.isNotion(surface), !NonEntities.contains(surface),
            !Self.openings.contains(text.text(text.words[words.lowerBound]))
        else { return false }
        if words.contains(where: { NameForm.isCoined(text.words[$0], in: text) }) { return true }
        guard type != .model, !Self.fields.contains(text.text(text.words[words.upperBound - 1])) else {
            return false
        }
        let isOrdinary = { (word: Int) in
            vocabulary.ordinaryWords.contains(text.bytes[text.words[word].range])
        }
        if words.count == 1 {
            return !isOrdinary(words.lowerBound) && text.words[words.lowerBound].range.count > 3
        }
        return !Self.openings.contains(text.text(text.words[words.lowerBound]))
    }

    private static let fields = Set(
        words:
            """
            Learning Processing Intelligence Science Vision Generation Recognition Modeling Modelling Computing Search Mining \
            Engineering Analysis Translation Understanding Networks Models
            """)

    /// Capitalized at a sentence's start, and no part of a name.
    private static let openings = Set(
        words:
            """
            A An The This That These Those It Its There Here One Another Each Our My Your Their His Her What Which Le La Les \
            Un Une Ce Cette El Los Las Una Este Esta O Os As Um Uma Essa Esse
            """)
}
