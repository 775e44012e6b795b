import KGModel

/// Finds names by the company they keep: in a row of names of one type, what has the form of a name is one of that
/// type, too.
public struct EnumerationRecognizer: Recognizer {
    public let name = "enumerations"
    public let summary = "what stands in a row with names of one type: `Kinara, d-Matrix and Axelera AI`"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var known: [Int: [Candidate]] = [:]
        for candidate in found where candidate.confidence >= 0.5 {
            known[candidate.passage, default: []].append(candidate)
        }
        return known.filter { $0.value.count > 1 }.flatMap { index, names -> [Candidate] in
            let text = issue.passages[index]
            // The title of an issue lists what it speaks of: tools, papers and notions.
            if text.passage.kind == .title { return [] }
            return Enumeration.all(in: text).filter { $0.items.count > 2 }.flatMap { row in
                Row(row, in: text, known: names).unknown(vocabulary).map { words, type in
                    Candidate(
                        passage: index, range: text.range(ofWords: words), type: type, recognizer: name,
                        confidence: type == .person ? 0.75 : 0.6)
                }
            }
        }
    }
}

/// A row of names, some of them known.
private struct Row {
    let text: PassageText
    let items: [Range<Int>]
    /// Of each item that is known.
    let types: [EntityType?]
    let known: [Candidate]

    init(_ row: Enumeration, in text: PassageText, known: [Candidate]) {
        self.text = text
        self.known = known
        items = row.items
        types = row.items.map { words in
            let range = text.range(ofWords: words)
            return known.filter { $0.range == range }
                .max { ($0.confidence, $1.type) < ($1.confidence, $0.type) }?.type
        }
    }

    /// The type of the known items, if they agree and are not outnumbered.
    private var type: EntityType? {
        let settled = types.compactMap { $0 }
        guard let type = settled.max(by: { a, b in count(a) < count(b) || count(a) == count(b) && b < a }),
            type != .paper
        else { return nil }
        let same = count(type)
        return same >= 2 && same >= (settled.count - same) * 3 && same >= types.count - settled.count
            ? type : nil
    }

    private func count(_ type: EntityType) -> Int { types.count { $0 == type } }

    /// The items that nobody knows, with the type of the others.
    func unknown(_ vocabulary: Vocabulary) -> [(Range<Int>, EntityType)] {
        guard types.contains(nil), let type else { return [] }
        let areSurnames = zip(items, types).allSatisfy { $1 == nil || $0.count == 1 }
        return zip(items, types).compactMap { item, itsType in
            guard itsType == nil else { return nil }
            let words: Range<Int>?
            if type == .person {
                words = person(item, vocabulary, mayBeSurname: areSurnames)
            } else {
                let range = text.range(ofWords: item)
                let isTaken = known.contains { $0.range.overlaps(range) }
                words = !isTaken && isName(item, type, vocabulary) ? item : nil
            }
            guard let words, !NonEntities.contains(text.bytes[text.range(ofWords: words)]) else { return nil }
            return (words, type)
        }
    }

    /// Two to five capitalized words, or one among surnames; the words before (`By`) are none of them.
    private func person(_ item: Range<Int>, _ vocabulary: Vocabulary, mayBeSurname: Bool) -> Range<Int>? {
        func isOrdinary(_ at: Int) -> Bool {
            let bytes = text.bytes[text.words[at].range]
            return vocabulary.ordinaryWords.contains(bytes) && !vocabulary.familyNames.contains(bytes)
                && !vocabulary.givenNames.contains(bytes)
        }
        let words = (item.first { !isOrdinary($0) } ?? item.upperBound)..<item.upperBound
        let letters = words.filter { text.words[$0].kind == .letters }
        guard (mayBeSurname ? 1 : 2)...5 ~= letters.count else { return nil }
        let areNames = letters.allSatisfy { at in
            let shape = text.words[at].shape
            return !shape.contains(.digit) && !shape.contains(.allCapitals) && !isOrdinary(at)
        }
        return areNames ? words : nil
    }

    /// One word that is no ordinary one, or several with a coined one; any of an organization or a venue.
    private func isName(_ words: Range<Int>, _ type: EntityType, _ vocabulary: Vocabulary) -> Bool {
        guard words.count <= 6, !NameForm.isNotion(text.bytes[text.range(ofWords: words)]) else {
            return false
        }
        let mayBePlain = words.count == 1 || type == .organization || type == .venue
        return words.contains { at in
            let word = text.words[at]
            return word.kind == .letters && word.range.count > 1
                && !vocabulary.ordinaryWords.contains(text.bytes[word.range])
                && (mayBePlain || NameForm.isCoined(word, in: text))
        }
    }
}
