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
            let others = byPassage[span.passage].lazy.map { found[$0] }
            if span.type != .paper, holdsSeveralNames(span, others) { return nil }
            if span.type == .person, endsInAnotherName(span, others),
                !people[span.passage].contains(where: { found[$0].range.overlaps(span.range) })
            {
                return nil
            }
            var best: Candidate?
            for known in others
            where known.type == span.type && known.range.overlaps(span.range) {
                if known.range == span.range {
                    if known.confidence > best?.confidence ?? 0 { best = known }
                } else if case .identity = known.reference, known.confidence >= 0.8 {
                    return nil
                }
            }
            if let best {
                span.reference = best.reference
            } else if Self.holdings.contains(span.type) {
                // What a repository holds is better told by what is said of it.
                let guess = others.first {
                    $0.recognizer == LinkRecognizer.place && $0.range == span.range
                        && $0.confidence <= LinkRecognizer.guess
                }
                if let guess { span.reference = guess.reference }
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
    private static func endsInAnotherName(_ span: Candidate, _ found: some Sequence<Candidate>) -> Bool {
        found.contains { known in
            known.type != .person && known.confidence >= 0.8
                && known.range.upperBound == span.range.upperBound
                && known.range.lowerBound > span.range.lowerBound
        }
    }

    /// Two names side by side are two mentions, not one (`XLM-R logent dans fairseq`).
    private static func holdsSeveralNames(_ span: Candidate, _ found: some Sequence<Candidate>) -> Bool {
        let inside = found.filter { known in
            known.confidence >= 0.5 && known.range != span.range
                && span.range.contains(known.range.lowerBound)
                && known.range.upperBound <= span.range.upperBound
        }
        guard let first = inside.min(by: { $0.range.upperBound < $1.range.upperBound }) else { return false }
        return inside.contains { $0.range.lowerBound >= first.range.upperBound }
    }
}
