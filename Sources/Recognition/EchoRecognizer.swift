import KGModel

/// A second look over the issue: what was surely recognized once is recognized wherever it stands
/// again, and a person's surname or given name after the full name.
public struct EchoRecognizer: Recognizer {
    public let name = "echo"
    public let summary =
        "further occurrences of names that the issue shows surely elsewhere; surnames after full names"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    private struct Known {
        var type: EntityType
        var reference: Mention.Reference
        var confidence: Double
    }

    private enum Echoed {
        case name(Known)
        /// A given or family name of the person of this full name.
        case part(of: String)
    }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var names: [String: Known] = [:]
        var parts: [String: Set<String>] = [:]
        for candidate in Resolver(threshold: 0.6).resolve(found) {
            let text = issue.passages[candidate.passage]
            let bytes = text.bytes[candidate.range]
            // The lexicon finds its own names everywhere.
            if candidate.recognizer != "lexicon", candidate.type != .person || bytes.contains(0x20),
                isDistinctive(bytes)
            {
                let surface = text.text(candidate.range)
                let known = Known(
                    type: candidate.type, reference: candidate.reference,
                    confidence: candidate.confidence * 0.9)
                if let old = names[surface], old.confidence >= known.confidence { continue }
                names[surface] = known
            }
            if candidate.type == .paper, let (name, known) = titleHead(candidate, issue) {
                if names[name] == nil { names[name] = known }
            }
            if candidate.type == .person {
                let fullName: String
                if case .entry(_, let name) = candidate.reference {
                    fullName = name
                } else {
                    fullName = text.text(candidate.range)
                }
                let words = fullName.split(separator: " ")
                guard words.count >= 2, let given = words.first, let family = words.last else { continue }
                parts[String(family), default: []].insert(fullName)
                parts[String(given), default: []].insert(fullName)
            }
        }
        guard !names.isEmpty || !parts.isEmpty else { return [] }
        let people = parts.compactMap { part, fullNames in
            fullNames.count == 1 ? fullNames.first.map { (part, Echoed.part(of: $0)) } : nil
        }
        let index = NameIndex(names.map { ($0, Echoed.name($1)) } + people)
        var candidates: [Candidate] = []
        for (passage, text) in issue.passages.enumerated() {
            index.matches(in: text) { range, echoed in
                switch echoed {
                case .name(let known):
                    candidates.append(
                        Candidate(
                            passage: passage, range: range, type: known.type, reference: known.reference,
                            recognizer: name, confidence: known.confidence))
                case .part(let fullName):
                    guard isNamePart(range, text) else { return }
                    candidates.append(
                        Candidate(
                            passage: passage, range: range, type: .person, reference: .name(fullName),
                            recognizer: name, confidence: 0.65))
                }
            }
        }
        return candidates
    }

    /// `FLAME: Flow Enhanced …`: what a title has before its colon is what the paper is about, a dataset
    /// if the subtitle says so, the survey itself, else a model.
    private func titleHead(_ candidate: Candidate, _ issue: IssueText) -> (String, Known)? {
        let text = issue.passages[candidate.passage]
        let words = text.words(in: candidate.range)
        let colon = words.prefix(5).first { index in
            text.words[index].kind == .mark && [0x3A, 0xFF1A].contains(text.scalar(text.words[index]))
        }
        guard let colon, colon > words.lowerBound,
            (words.lowerBound..<colon).allSatisfy({ index in
                text.words[index].kind != .mark || text.isHyphen(text.words[index])
            }),
            (words.lowerBound..<colon).contains(where: { NameForm.isCoined(text.words[$0], in: text) })
        else { return nil }
        let name = text.text(words: words.lowerBound..<colon)
        var said: EntityType?
        for index in (colon + 1)..<words.upperBound where said == nil {
            said = Self.saidBySubtitle[text.text(text.words[index]).lowercased()]
        }
        let type = NameForm.type(of: name) ?? said ?? .model
        return (name, Known(type: type, reference: .surface, confidence: 0.65))
    }

    private static let saidBySubtitle: [String: EntityType] = [
        "dataset": .dataset, "benchmark": .dataset, "benchmarking": .dataset, "corpus": .dataset,
        "evaluating": .dataset, "challenge": .dataset, "survey": .paper, "review": .paper, "overview": .paper,
    ]

    /// A single ordinary word echoes by chance.
    private func isDistinctive(_ surface: ArraySlice<UInt8>) -> Bool {
        surface.count >= 3 && (surface.contains(0x20) || !vocabulary.ordinaryWords.contains(surface))
    }

    /// `Bengio` after `Yoshua Bengio`: a capitalized word that is no ordinary one.
    private func isNamePart(_ range: Range<Int>, _ text: PassageText) -> Bool {
        let word = text.words[text.firstWord(from: range.lowerBound)]
        return word.range == range && word.kind == .letters && word.shape.contains(.capitalized)
            && range.count >= 3 && !vocabulary.ordinaryWords.contains(text.bytes[range])
    }
}
