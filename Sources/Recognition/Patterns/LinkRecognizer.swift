import KGModel

/// Reads names from links: what a repository's, model's or paper's address is linked under, and a
/// repository's own name where the passage that links it speaks of it.
public struct LinkRecognizer: Recognizer {
    static let place = "links"
    public let name = Self.place
    public let summary =
        "link texts of repositories, packages, models, datasets and papers, and repositories' names"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() {
            for link in text.passage.links {
                guard let identity = link.identity else { continue }
                if identity.isPaper {
                    if text.holds("et al", in: link.range) { continue }
                    if let range = Titles.title(in: link.range, of: text, vocabulary) {
                        candidates.append(
                            Candidate(
                                passage: index, range: range, type: .paper, reference: .identity(identity),
                                recognizer: name, confidence: 0.85))
                    }
                } else {
                    candidates += repositoryNames(identity, link, in: text, index)
                }
            }
        }
        return candidates
    }

    /// How sure it is that a repository of which nothing is told holds a library.
    static let guess = 0.6

    /// The repository's own name, in the link's text or elsewhere in the passage.
    private func repositoryNames(
        _ identity: Identity, _ link: Link, in text: PassageText, _ index: Int
    ) -> [Candidate] {
        guard let slug = identity.value.split(separator: "/").last else { return [] }
        let key = NameKey(slug)
        guard key.text.utf8.count >= 3, !isGeneric(slug) else { return [] }
        let firstOfKey = key.text.utf8.first.map { $0 | 0x20 }
        var candidates: [Candidate] = []
        for start in text.words.indices {
            let first = text.words[start]
            guard first.kind == .letters, !first.shape.contains(.opaque) else { continue }
            // A key begins as its name does, case and accents aside.
            let byte = text.bytes[first.range.lowerBound]
            if byte < 0x80, byte | 0x20 != firstOfKey { continue }
            var end = start + 1
            // Longest run of words that spells the name.
            var best: Int?
            while end <= min(text.words.count, start + 6) {
                let range = text.range(ofWords: start..<end)
                if range.count > slug.utf8.count + 4 { break }
                if text.words[end - 1].kind != .mark || slug.hasSuffix("+"), NameKey(text.text(range)) == key
                {
                    best = end
                }
                end += 1
            }
            guard let best else { continue }
            let range = text.range(ofWords: start..<best)
            guard looksLikeName(range, start..<best, slug, text) else { continue }
            let told = type(of: identity, around: range, text)
            candidates.append(
                Candidate(
                    passage: index, range: range, type: told ?? .library, reference: .identity(identity),
                    recognizer: name,
                    confidence: told == nil ? Self.guess : link.range.overlaps(range) ? 0.8 : 0.75))
        }
        return candidates
    }

    /// An ordinary word in lower case is not the repository's name, though it spells it.
    private func looksLikeName(
        _ range: Range<Int>, _ words: Range<Int>, _ slug: Substring, _ text: PassageText
    ) -> Bool {
        let hasForm = words.contains { index in
            let shape = text.words[index].shape
            return shape.contains(.capitalized) || shape.contains(.innerCapital) || shape.contains(.digit)
        }
        if hasForm { return true }
        return words.count == 1 && !vocabulary.ordinaryWords.contains(text.bytes[range])
    }

    /// What the address, the words beside the name or its form say.
    private func type(of identity: Identity, around range: Range<Int>, _ text: PassageText) -> EntityType? {
        if let type = identity.impliedType { return type }
        if identity.kind == .huggingFace { return .model }
        let words = text.words(in: range)
        for index in words.upperBound..<min(text.words.count, words.upperBound + 2) {
            let cue = Cues.type(of: text.bytes[text.words[index].range])
            if cue == .dataset || cue == .model || cue == .library { return cue }
        }
        if Cues.chineseType(in: text, behind: range.upperBound) == .dataset { return .dataset }
        return NameForm.type(of: text.text(range))
    }

    /// Repositories named for what they hold.
    private func isGeneric(_ slug: Substring) -> Bool {
        let name = slug.lowercased()
        if name.hasPrefix("awesome") || name.hasSuffix(".github.io") { return true }
        // `pytorch-notebooks`: several of somebody else's.
        let last = name.split(whereSeparator: { $0 == "-" || $0 == "_" }).last.map(String.init) ?? name
        return Self.generic.contains(name) || Self.collections.contains(last)
    }

    private static let collections: Set<String> = [
        "papers", "notebooks", "examples", "tutorials", "courses", "slides", "resources", "projects",
        "exercises",
    ]

    private static let generic: Set<String> = [
        "paper", "notebook", "blog", "code", "data", "datasets", "models", "model", "tutorial", "nlp", "ml",
        "machine-learning", "deep-learning", "course", "docs", "research", "website", "book", "books", "demo",
        "nlp_newsletter",
    ]
}
