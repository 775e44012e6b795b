import KGModel

/// What the tagger found, reconciled with what the other recognizers know.
enum TaggedSpans {
    private static let leastPaper = 0.7

    private static let holdings: Set<EntityType> = [.model, .library, .dataset]

    /// - A span that another recognizer sees with the same type refers to what that one refers to.
    /// - A span that only overlaps a name with an address, of the same type, has the wrong ends: the address
    ///   knows its name better.
    /// - A title wants more certainty than other names: posts and talks have titles, too.
    /// - A span that holds two names is none.
    /// - `Rosenfeld & Kraus` are two people.
    /// - A person whom no other recognizer sees, and whose last words are surely another name, is none.
    /// - Places, publishing sites and notions are no entities, whatever they look like.
    static func reconciled(_ tagged: [Candidate], _ found: [Candidate], _ issue: IssueText) -> [Candidate] {
        // Places in `found`.
        var byPassage = [[Int]](repeating: [], count: issue.passages.count)
        var people = byPassage
        for (place, candidate) in found.enumerated() {
            if candidate.reference != .surface { byPassage[candidate.passage].append(place) }
            if candidate.type == .person { people[candidate.passage].append(place) }
        }
        return tagged.flatMap { couple($0, issue) }.compactMap { span in
            var span = span
            let surface = issue.passages[span.passage].bytes[span.range]
            if span.type == .paper, span.confidence < leastPaper || isPath(surface) { return nil }
            if NameForm.isNotion(surface) || NonEntities.contains(surface) { return nil }
            // Places again: candidates are large to copy.
            let others = byPassage[span.passage]
            if span.type != .paper, holdsSeveralNames(span, others, found) { return nil }
            if span.type == .person, endsInAnotherName(span, others, found),
                !people[span.passage].contains(where: { found[$0].range.overlaps(span.range) })
            {
                return nil
            }
            var best: Int?
            for known in others
            where found[known].type == span.type && found[known].range.overlaps(span.range) {
                if found[known].range == span.range {
                    if found[known].confidence > best.map({ found[$0].confidence }) ?? 0 { best = known }
                } else if case .identity = found[known].reference, found[known].confidence >= 0.8 {
                    return nil
                }
            }
            if let best {
                span.reference = found[best].reference
            } else if Self.holdings.contains(span.type) {
                // What a repository holds is better told by what is said of it.
                let guess = others.first {
                    found[$0].range == span.range && found[$0].recognizer == LinkRecognizer.place
                        && found[$0].confidence <= LinkRecognizer.guess
                }
                if let guess { span.reference = found[guess].reference }
            }
            return span
        }
    }
}

extension TaggedSpans {
    /// The one and the other of `Rosenfeld & Kraus`; anything else as it is.
    private static func couple(_ span: Candidate, _ issue: IssueText) -> [Candidate] {
        guard span.type == .person else { return [span] }
        let text = issue.passages[span.passage]
        let words = text.words(in: span.range)
        guard let mark = words.first(where: { isAnd(text.words[$0], text) }),
            mark > words.lowerBound, mark + 1 < words.upperBound
        else { return [span] }
        return [words.lowerBound..<mark, mark + 1..<words.upperBound].map { part in
            var person = span
            person.range = text.range(ofWords: part)
            return person
        }
    }

    private static func isAnd(_ word: Word, _ text: PassageText) -> Bool {
        word.kind == .mark && [0x26, 0xFF06].contains(text.scalar(word))
    }

    /// `owner/Repo` or the name of a file, and no title.
    private static func isPath(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.contains(0x20)
            && (bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: "_")))
    }

    /// `Chipmaker Nvidia`, said of a person.
    private static func endsInAnotherName(_ span: Candidate, _ others: [Int], _ found: [Candidate]) -> Bool {
        others.contains { known in
            found[known].type != .person && found[known].confidence >= 0.8
                && found[known].range.upperBound == span.range.upperBound
                && found[known].range.lowerBound > span.range.lowerBound
        }
    }

    /// Two names side by side are two mentions, not one (`XLM-R logent dans fairseq`).
    private static func holdsSeveralNames(_ span: Candidate, _ others: [Int], _ found: [Candidate]) -> Bool {
        let inside = others.lazy.filter { known in
            let range = found[known].range
            return found[known].confidence >= 0.5 && range != span.range
                && span.range.contains(range.lowerBound) && range.upperBound <= span.range.upperBound
        }.map { found[$0].range }
        guard let firstEnd = inside.map(\.upperBound).min() else { return false }
        return inside.contains { $0.lowerBound >= firstEnd }
    }
}
