import KGModel

/// Finds a name beside its acronym: `Residual Vector Quantization (RVQ)`. Where one of the two is known, the
/// other is the same thing; where neither is, the long form's last word tells what it is.
public struct ExpansionRecognizer: Recognizer {
    public let name = "expansions"
    public let summary = "long forms beside their acronyms: `Residual Vector Quantization (RVQ)`"

    public init() {}

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var known: [Int: [Candidate]] = [:]
        for candidate in found where candidate.confidence >= 0.5 {
            known[candidate.passage, default: []].append(candidate)
        }
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() {
            for at in text.words.indices where text.words[at].kind == .mark {
                guard let (long, acronym) = Self.pair(at, text) else { continue }
                let ranges = [text.range(ofWords: long), text.words[acronym].range]
                let others = (known[index] ?? []).filter { other in
                    ranges.contains { $0.overlaps(other.range) }
                }
                if others.isEmpty {
                    guard let type = type(long, acronym, text) else { continue }
                    candidates += ranges.map {
                        Candidate(
                            passage: index, range: $0, type: type, recognizer: name, confidence: 0.65)
                    }
                } else if let other = others.first(where: { ranges.contains($0.range) }),
                    let rest = ranges.first(where: { range in
                        !others.contains { $0.range.overlaps(range) }
                    }),
                    other.type == .model || other.type == .dataset
                {
                    candidates.append(
                        Candidate(
                            passage: index, range: rest, type: other.type, reference: other.reference,
                            recognizer: name, confidence: 0.75))
                }
            }
        }
        return candidates
    }

    /// The words of the long form and the acronym, at the opening bracket.
    static func pair(_ at: Int, _ text: PassageText) -> (long: Range<Int>, acronym: Int)? {
        guard text.bytes[text.words[at].range.lowerBound] == UInt8(ascii: "("), at >= 2,
            at + 2 < text.words.count
        else { return nil }
        let word = text.words[at + 1]
        guard word.kind == .letters, word.shape.contains(.capitalized), !word.shape.contains(.opaque),
            [UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";")].contains(
                text.bytes[text.words[at + 2].range.lowerBound])
        else { return nil }
        let letters = text.text(word).filter(\.isUppercase).map { Character($0.lowercased()) }
        guard (3...7).contains(letters.count), !NameForm.isNotion(text.bytes[word.range]) else { return nil }
        guard let first = start(of: letters, before: at, text) else { return nil }
        return (first..<at, at + 1)
    }

    /// The word at which a long form with these initials starts.
    private static func start(of letters: [Character], before end: Int, _ text: PassageText) -> Int? {
        var left = letters.count
        var at = end
        while left > 0 {
            at -= 1
            guard at >= 0, end - at <= 14 else { return nil }
            let word = text.words[at]
            if word.kind == .mark {
                guard text.isHyphen(word) else { return nil }
                continue
            }
            guard word.kind == .letters, !word.shape.contains(.opaque) else { return nil }
            if text.text(word).first.map({ Character($0.lowercased()) }) == letters[left - 1] {
                left -= 1
            } else {
                let isSmall = small.contains(text.text(word))
                let isSecondPart = at > 0 && text.isHyphen(text.words[at - 1])
                guard left < letters.count, isSmall || isSecondPart else { return nil }
            }
        }
        return end - at >= 2 ? at : nil
    }

    private func type(_ long: Range<Int>, _ acronym: Int, _ text: PassageText) -> EntityType? {
        let words = long.filter { text.words[$0].kind == .letters }
        guard words.count >= 3, let last = words.last else { return nil }
        var head = text.text(text.words[last]).lowercased()
        if Self.datasets.contains(head) { return .dataset }
        // Notions are written small: `a deep neural network (DNN)`.
        let isName = words.allSatisfy { index in
            text.words[index].shape.contains(.capitalized)
                || Self.small.contains(text.text(text.words[index]))
                || text.isHyphen(text.words[max(0, index - 1)])
        }
        guard isName else { return nil }
        if head.hasSuffix("s") { head.removeLast() }
        let phrase = text.text(words: long).lowercased()
        guard Self.models.contains(head), !Self.notions.contains(where: phrase.hasSuffix) else { return nil }
        return .model
    }

    private static let small: Set<String> = ["of", "for", "the", "and", "in", "with", "on", "to", "via", "a"]
    private static let datasets: Set<String> = ["corpus", "dataset", "benchmark", "treebank"]
    private static let models: Set<String> = [
        "network", "transformer", "autoencoder", "optimization", "normalization", "automata", "adaptation",
        "quantization", "machine", "forest", "gradient", "decoding", "sampling", "pruning", "diffusion",
        "unit",
        "perceptron", "optimizer", "flow", "attention", "policy",
    ]
    private static let notions: [String] = [
        "neural network", "neural networks", "domain adaptation", "convex optimization",
        "mathematical optimization",
        "knowledge network", "social network", "of attention", "visual attention",
    ]
}
