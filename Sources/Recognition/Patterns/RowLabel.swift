import KGModel

/// What stands at the head of a row of a weekly list, `3) Label - what it is about`: the title of a paper
/// or a part of it, or the name of what the paper presents.
enum RowLabel {
    /// The words between `3)` and the dash or the double blank that ends a label without marks.
    static func plain(in text: PassageText) -> Range<Int>? {
        guard text.words.count > 4, text.words[0].kind == .number, text.text(text.words[1]) == ")" else {
            return nil
        }
        for index in 3..<min(text.words.count, 3 + longest) {
            let word = text.words[index]
            let gap = word.range.lowerBound - text.words[index - 1].range.upperBound
            if gap >= 2 { return 2..<index }
            if word.kind == .mark, gap == 1, dashes.contains(text.text(word)), index + 1 < text.words.count,
                text.words[index + 1].shape.contains(.blankBefore)
            {
                return 2..<index
            }
        }
        return nil
    }

    /// The words of the first of several cells, if they are a title and nothing more.
    static func cell(in text: PassageText, _ vocabulary: Vocabulary) -> Range<Int>? {
        guard let bar = text.words.firstIndex(where: { text.scalar($0) == 0x7C }), bar <= longest,
            let words = Titles.trimmed(0..<bar, text), words.lowerBound == 0,
            Titles.isTitle(words, text, vocabulary),
            !words.contains(where: { text.words[$0].range.count == 2 && text.text(text.words[$0]) == "al" })
        else { return nil }
        return words
    }

    private static let longest = 24
    private static let dashes: Set<String> = ["-", "–", "—"]

    /// A label that is too short for the rule of titles, yet no name: it tells of doing something
    /// (`Enhancing RAG`) or is held together by a preposition (`Imagine while Reasoning in Space`).
    static func shortTitle(in range: Range<Int>, of text: PassageText) -> Range<Int>? {
        guard let words = Titles.trimmed(text.words(in: range), text), (2...6).contains(words.count),
            words.allSatisfy({ text.words[$0].kind == .letters || text.words[$0].kind == .mark })
        else { return nil }
        let first = text.words[words.lowerBound]
        guard first.shape.contains(.capitalized), first.shape.isDisjoint(with: [.allCapitals, .innerCapital])
        else { return nil }
        let opening = text.text(first).lowercased()
        let isGerund = opening.hasSuffix("ing") && opening.utf8.count > 5
        let isPlural = opening.hasSuffix("s")
        let hasPreposition = words.dropFirst().contains { index in
            let word = text.text(text.words[index])
            // `Mixture of Agents` is a name, `Foundations of LLMs` is none.
            return prepositions.contains(word) || isPlural && word == "of"
        }
        guard isGerund || hasPreposition || openings.contains(opening) else { return nil }
        return text.range(ofWords: words)
    }

    private static let prepositions: Set<String> = [
        "in", "for", "with", "at", "via", "from", "without", "into", "through", "beyond", "towards", "while",
        "as",
    ]
    private static let openings: Set<String> = [
        "beyond", "towards", "toward", "rethinking", "why", "how", "what", "when", "is", "are", "can", "do",
        "does",
    ]

    /// Whether the words behind a label say that it is a benchmark: `- a new benchmark for …`.
    static func tellsOfDataset(_ text: PassageText, behind end: Int) -> Bool {
        for index in end..<min(text.words.count, end + 12) {
            let word = text.text(text.words[index]).lowercased()
            if datasets.contains(word) { return true }
            if others.contains(word) { return false }
        }
        return false
    }

    private static let datasets: Set<String> = ["benchmark", "benchmarks", "dataset", "corpus", "testbed"]
    private static let others: Set<String> = [
        "model", "models", "framework", "method", "approach", "system", "agent", "library", "technique",
    ]
}
