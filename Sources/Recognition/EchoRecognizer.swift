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

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var names: [String: Known] = [:]
        var parts: [String: Set<String>] = [:]
        for candidate in Resolver(threshold: 0.6).resolve(found) {
            let surface = issue.passages[candidate.passage].text(candidate.range)
            // The lexicon finds its own names everywhere.
            if candidate.recognizer != "lexicon", candidate.type != .person || surface.contains(" "),
                isDistinctive(surface)
            {
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
                    fullName = surface
                }
                let words = fullName.split(separator: " ")
                guard words.count >= 2, let given = words.first, let family = words.last else { continue }
                parts[String(family), default: []].insert(fullName)
                parts[String(given), default: []].insert(fullName)
            }
        }
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() {
            candidates += repeated(names, in: text, index)
            candidates += nameParts(parts, in: text, index)
        }
        return candidates
    }

    /// `FLAME: Flow Enhanced …`: what a title has before its colon is what the paper is about, a dataset
    /// if the subtitle says so, else a model.
    private func titleHead(_ candidate: Candidate, _ issue: IssueText) -> (String, Known)? {
        let text = issue.passages[candidate.passage]
        let words = text.words(in: candidate.range)
        let colon = words.prefix(5).first { index in
            text.words[index].kind == .mark && [":", "："].contains(text.text(text.words[index]))
        }
        guard let colon, colon > words.lowerBound,
            (words.lowerBound..<colon).allSatisfy({ index in
                text.words[index].kind != .mark || text.text(text.words[index]) == "-"
            }),
            (words.lowerBound..<colon).contains(where: { NameForm.isCoined(text.words[$0], in: text) })
        else { return nil }
        let name = text.text(words: words.lowerBound..<colon)
        let subtitle = (colon + 1)..<words.upperBound
        let saysDataset = subtitle.contains { index in
            let word = text.text(text.words[index]).lowercased()
            return ["dataset", "benchmark", "benchmarking", "corpus", "evaluating", "challenge"].contains(word)
        }
        let type = NameForm.type(of: name) ?? (saysDataset ? .dataset : .model)
        return (name, Known(type: type, reference: .surface, confidence: 0.65))
    }

    /// A single ordinary word echoes by chance.
    private func isDistinctive(_ surface: String) -> Bool {
        let bytes = Array(surface.utf8)
        return bytes.count >= 3
            && (surface.contains(" ") || !vocabulary.ordinaryWords.contains(bytes[...]))
    }

    private func repeated(_ names: [String: Known], in text: PassageText, _ index: Int) -> [Candidate] {
        var candidates: [Candidate] = []
        let starts = names.keys.reduce(into: Set<Substring>()) { set, name in
            set.insert(name.prefix { $0.isLetter || $0.isNumber })
        }
        let longest = names.keys.map(\.utf8.count).max() ?? 0
        for start in text.words.indices where !text.words[start].shape.contains(.opaque) {
            guard text.words[start].kind != .mark,
                starts.contains(text.text(text.words[start])[...]) || text.words[start].kind == .ideograph
            else { continue }
            var end = start + 1
            while end <= text.words.count {
                let range = text.range(ofWords: start..<end)
                if range.count > longest { break }
                if let known = names[text.text(range)] {
                    candidates.append(
                        Candidate(
                            passage: index, range: range, type: known.type, reference: known.reference,
                            recognizer: name, confidence: known.confidence))
                }
                end += 1
            }
        }
        return candidates
    }

    /// `Bengio` after `Yoshua Bengio`, where the issue knows one person of that name.
    private func nameParts(_ parts: [String: Set<String>], in text: PassageText, _ index: Int) -> [Candidate]
    {
        var candidates: [Candidate] = []
        for word in text.words
        where word.kind == .letters && word.shape.contains(.capitalized) && word.range.count >= 3
            && !word.shape.contains(.opaque)
        {
            guard let people = parts[text.text(word)], people.count == 1, let fullName = people.first,
                !vocabulary.ordinaryWords.contains(text.bytes[word.range])
            else { continue }
            candidates.append(
                Candidate(
                    passage: index, range: word.range, type: .person, reference: .name(fullName),
                    recognizer: name, confidence: 0.65))
        }
        return candidates
    }
}
