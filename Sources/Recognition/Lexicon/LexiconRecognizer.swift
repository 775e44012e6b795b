import KGModel

/// Finds the names of the lexicon.
///
/// A name that is also an ordinary word counts only with evidence: a link to one of its addresses,
/// a word beside it that says what it is, a version, its owner before it, a list of its like. Once
/// an issue shows such evidence, the name counts in all of the issue.
public final class LexiconRecognizer: Recognizer {
    public let name = "lexicon"
    public let summary =
        "names of the lexicon, by longest match; ordinary words only with evidence beside them"

    private let lexicon: Lexicon
    private let matcher: LexiconMatcher
    private let vocabulary: Vocabulary
    /// Entries whose name another thing may bear: the package `Transformers` and models called Transformers.
    private let shared: Set<Int>
    /// By the model of that name in the singular.
    private let sharedOfModel: [Int: Int]

    init(_ lexicon: Lexicon, _ vocabulary: Vocabulary) {
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        var models: [String: Int] = [:]
        for (index, entry) in lexicon.entries.enumerated() where entry.type == .model {
            models[entry.name] = index
        }
        var sharedOfModel: [Int: Int] = [:]
        for (index, entry) in lexicon.entries.enumerated()
        where entry.isCommon && entry.type != .model && entry.name.hasSuffix("s") {
            if let model = models[String(entry.name.dropLast())] { sharedOfModel[model] = index }
        }
        self.sharedOfModel = sharedOfModel
        shared = Set(sharedOfModel.values)
        matcher = LexiconMatcher(lexicon)
    }

    private struct Sighting {
        var passage: Int
        var entry: Int
        var range: Range<Int>
        var confidence: Double
        var hasVersion: Bool
    }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        let linked = Set(issue.passages.flatMap { $0.passage.links.compactMap(\.identity) })
        var confirmed: Set<Int> = []
        var sightings: [Sighting] = []
        for (index, passage) in issue.passages.enumerated() {
            var inPassage: [Sighting] = []
            matcher.matches(in: passage) { match in
                if isForeignWord(match, in: passage, issue.issue.language) { return }
                if let sighting = sighting(of: match, in: passage, index) { inPassage.append(sighting) }
            }
            guard !inPassage.isEmpty else { continue }
            for at in inPassage.indices {
                // `the Transformer library` is the package.
                if let other = sharedOfModel[inPassage[at].entry],
                    adjacentCue(inPassage[at].range, passage) == lexicon.entries[other].type
                {
                    inPassage[at].entry = other
                }
                let entry = lexicon.entries[inPassage[at].entry]
                guard entry.isCommon else { continue }
                if let evidence = evidence(for: inPassage[at], among: inPassage, in: passage, linked: linked)
                {
                    inPassage[at].confidence = evidence
                    confirmed.insert(inPassage[at].entry)
                }
            }
            sightings += inPassage
        }
        let others = entriesOfOtherMeaning(sightings, issue)
        return sightings.compactMap { sighting in
            if others.contains(sighting.entry) { return nil }
            let entry = lexicon.entries[sighting.entry]
            var confidence = sighting.confidence
            if entry.isCommon, confidence < 0.5, confirmed.contains(sighting.entry) { confidence = 0.7 }
            return Candidate(
                passage: sighting.passage, range: sighting.range, type: entry.type,
                reference: .entry(type: entry.type, name: entry.name), recognizer: name,
                confidence: confidence)
        }
    }

    /// Entries whose acronym the issue spells out as something else.
    private func entriesOfOtherMeaning(_ sightings: [Sighting], _ issue: IssueText) -> Set<Int> {
        Set(
            sightings.lazy.filter { sighting in
                SpelledOut.isSomethingElse(
                    sighting.range, than: self.lexicon.entries[sighting.entry],
                    in: issue.passages[sighting.passage])
            }.map(\.entry))
    }

    /// An ordinary word of another language than English, in lower case: French `transformer`.
    private func isForeignWord(
        _ match: LexiconMatcher.Match, in text: PassageText, _ language: String?
    ) -> Bool {
        guard !match.isExactCase, let language, language != "en" else { return false }
        let surface = text.bytes[match.range]
        return surface.allSatisfy { !(65...90).contains($0) } && vocabulary.ordinaryWords.contains(surface)
    }

    /// The match with what belongs to it: a plural, a version, a year.
    private func sighting(of match: LexiconMatcher.Match, in text: PassageText, _ index: Int) -> Sighting? {
        let entry = lexicon.entries[match.entry]
        var range = match.range
        var hasVersion = false
        // `SQuAD 2.0` may have an entry of its own, which goes before.
        var isOfVersion = false
        let bytes = text.bytes
        let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
        switch entry.type {
        case .model, .dataset:
            if next == UInt8(ascii: "s") { range = range.lowerBound..<range.upperBound + 1 }
            // `GPT-7` and `BERT-Giant` are names of their own.
            let hyphen = text.hyphenLength(at: range.upperBound)
            if hyphen > 0, range.upperBound + hyphen < bytes.count {
                let after = bytes[range.upperBound + hyphen]
                if (48...57).contains(after) || (65...90).contains(after) { return nil }
            }
            // A bare number may well count something (`SQuAD 2 times`).
            if entry.type == .dataset, range == match.range, let end = versionEnd(text, range.upperBound),
                bytes[range.upperBound..<end].contains(where: {
                    $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "v")
                })
            {
                range = range.lowerBound..<end
                isOfVersion = true
            }
        case .library:
            if let end = versionEnd(text, range.upperBound) {
                range = range.lowerBound..<end
                hasVersion = true
            }
        case .venue:
            if let end = yearEnd(text, range.upperBound) { range = range.lowerBound..<end }
        case .person:
            if next == UInt8(ascii: "s") { return nil }
        default: break
        }
        // `Meta-Learning` has nothing to do with a company of that name.
        let hyphen = text.hyphenLength(at: range.upperBound)
        if entry.isExact == true, hyphen > 0, range.upperBound + hyphen < bytes.count,
            Scalars.kind(Scalars.decode(bytes, range.upperBound + hyphen).scalar) == .letters
        {
            return nil
        }
        if isPartOfAnotherWord(range, entry, text) { return nil }
        // `google.com` and `model.bert` are addresses and code.
        if next == UInt8(ascii: "."), range.upperBound == match.range.upperBound,
            range.upperBound + 1 < bytes.count,
            (97...122).contains(bytes[range.upperBound + 1])
        {
            return nil
        }
        let confidence = entry.isCommon ? 0.3 : match.isExactCase && !isOfVersion ? 0.9 : 0.8
        return Sighting(
            passage: index, entry: match.entry, range: withoutArticleAndHead(range, entry, text),
            confidence: confidence, hasVersion: hasVersion)
    }

    // MARK: - Evidence for common words

    /// How sure an ordinary word is a name here; nil without evidence.
    private func evidence(
        for sighting: Sighting, among others: [Sighting], in text: PassageText, linked: Set<Identity>
    ) -> Double? {
        let entry = lexicon.entries[sighting.entry]
        if sighting.hasVersion { return 0.92 }
        // An address anywhere in the issue tells what a name means, unless two things may bear it.
        let isShared = shared.contains(sighting.entry)
        let isLinked = { (identity: Identity) in
            isShared
                ? text.passage.links.contains { $0.identity == identity }
                : linked.contains(identity)
        }
        if entry.identities.contains(where: isLinked) { return 0.92 }
        if ownerStandsBefore(sighting, entry, text) { return 0.95 }
        let passage = text.passage
        // Headings name kinds of things, `Tools and Datasets`.
        if passage.kind == .heading { return nil }
        let isMarked =
            passage.links.contains { $0.range == sighting.range }
            || passage.emphasis.contains { $0.range == sighting.range }
        if isMarked { return 0.7 }
        let words = text.words(in: sighting.range)
        if Definitions.type(behind: words.upperBound, text) == entry.type { return 0.85 }
        // Surer than the other thing of the name, which needs no evidence.
        if cueType(around: sighting.range, text) == entry.type { return isShared ? 0.93 : 0.8 }
        let isListed = others.contains { other in
            let neighbour = lexicon.entries[other.entry]
            return neighbour.type == entry.type && !neighbour.isCommon
                && isEnumerated(sighting.range, other.range, text)
        }
        return isListed ? 0.7 : nil
    }

    /// `Hugging Face Transformers`, `Facebook's Prophet`: the owner of one of the repositories stands before.
    private func ownerStandsBefore(_ sighting: Sighting, _ entry: Lexicon.Entry, _ text: PassageText) -> Bool
    {
        let owners = entry.identities.compactMap { identity -> NameKey? in
            guard identity.kind == .github || identity.kind == .huggingFace else { return nil }
            return identity.value.split(separator: "/").first.map { NameKey($0) }
        }
        guard !owners.isEmpty else { return false }
        let word = text.firstWord(from: sighting.range.lowerBound)
        let first = max(0, word - 5)
        guard first < word else { return false }
        for start in first..<word {
            for end in start + 1...min(word, start + 3)
            where owners.contains(NameKey(text.text(words: start..<end))) {
                return true
            }
        }
        return false
    }

    /// The type that the word right before or behind a name announces.
    private func adjacentCue(_ range: Range<Int>, _ text: PassageText) -> EntityType? {
        if let type = Cues.chineseType(in: text, behind: range.upperBound) { return type }
        let words = text.words(in: range)
        for index in [words.lowerBound - 1, words.upperBound] where text.words.indices.contains(index) {
            if let type = Cues.type(of: text.bytes[text.words[index].range]) { return type }
        }
        return nil
    }

    private func cueType(around range: Range<Int>, _ text: PassageText) -> EntityType? {
        if let type = Cues.chineseType(in: text, behind: range.upperBound) { return type }
        let words = text.words(in: range)
        for index in max(0, words.lowerBound - 3)..<words.lowerBound {
            // `Tools and Datasets` are two kinds of things.
            if index + 1 < words.lowerBound, ["and", "&"].contains(text.text(text.words[index + 1])) {
                continue
            }
            if let type = Cues.type(of: text.bytes[text.words[index].range]) { return type }
        }
        for index in words.upperBound..<min(text.words.count, words.upperBound + 2) {
            if let type = Cues.type(of: text.bytes[text.words[index].range]) { return type }
        }
        return nil
    }

    /// Whether only a comma, a slash or an `and` stands between the two.
    private func isEnumerated(_ a: Range<Int>, _ b: Range<Int>, _ text: PassageText) -> Bool {
        guard !a.overlaps(b) else { return false }
        let start = min(a.upperBound, b.upperBound)
        let end = max(a.lowerBound, b.lowerBound)
        guard start < end, end - start <= 8 else { return false }
        return Self.separators.contains(text.text(start..<end))
    }

    private static let separators: Set<String> = [
        ", ", " and ", ", and ", " or ", " & ", "/", " / ", "、", "，", "和", " 和 ", "与", " et ", " e ", " y ",
        " ve ", ",",
    ]
}
