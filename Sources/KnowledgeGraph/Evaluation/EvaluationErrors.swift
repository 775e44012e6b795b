import KGModel

/// What is wrong with a found mention, or with one that was not found.
public struct EvaluationError: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// Annotated, and nothing like it was found.
        case missed
        /// Found, and nothing like it is annotated.
        case invented
        /// Found in its place under another type.
        case wrongType = "wrong type"
        /// Found with more or fewer words.
        case wrongBoundary = "wrong boundary"
    }

    public var kind: Kind
    public var document: String
    public var line: Int
    /// What is annotated; nil for an invented mention.
    public var expected: ScoredMention?
    /// What was found; nil for a missed one.
    public var found: ScoredMention?
}

extension Scorer {
    /// Every mention that is not right, by document and line.
    public func errors() -> [EvaluationError] {
        let right = Self.pairs(goldRows, foundRows)
        let matchedGold = Set(right.map(\.gold))
        let matchedFound = Set(right.map(\.found))
        var missed = goldRows.indices.filter { !matchedGold.contains($0) }
        var invented = foundRows.indices.filter { !matchedFound.contains($0) }
        var errors: [EvaluationError] = []
        func pair(_ kind: EvaluationError.Kind, _ belong: (Row, Row) -> Bool) {
            missed.removeAll { position in
                let row = goldRows[position]
                guard let other = invented.firstIndex(where: { belong(row, foundRows[$0]) }) else {
                    return false
                }
                errors.append(error(kind, gold: row, found: foundRows[invented.remove(at: other)]))
                return true
            }
        }
        pair(.wrongType) { $0.document == $1.document && $0.line == $1.line && $0.surface == $1.surface }
        pair(.wrongBoundary) { a, b in
            a.document == b.document && a.line == b.line
                && overlap(gold[a.index].surface, found[b.index].surface)
        }
        errors += missed.map { error(.missed, gold: goldRows[$0], found: nil) }
        errors += invented.map { error(.invented, gold: nil, found: foundRows[$0]) }
        // In order of documents and lines; of one line, in order of the kinds and the texts.
        let order = Dictionary(
            uniqueKeysWithValues: EvaluationError.Kind.allCases.enumerated().map { ($1, $0) })
        return errors.sorted { a, b in
            let (x, y) = ((a.document, a.line, order[a.kind] ?? 0), (b.document, b.line, order[b.kind] ?? 0))
            if x != y { return x < y }
            return (a.expected ?? a.found)?.surface ?? "" < (b.expected ?? b.found)?.surface ?? ""
        }
    }

    private func error(_ kind: EvaluationError.Kind, gold row: Row?, found other: Row?) -> EvaluationError {
        let expected = row.map { gold[$0.index] }
        let seen = other.map { found[$0.index] }
        return EvaluationError(
            kind: kind, document: expected?.document ?? seen?.document ?? "",
            line: expected?.line ?? seen?.line ?? 0, expected: expected, found: seen)
    }

    /// Whether one surface is part of the other, or both share a word.
    private func overlap(_ a: String, _ b: String) -> Bool {
        let (a, b) = (ScoredMention.comparable(a), ScoredMention.comparable(b))
        if a.contains(b) || b.contains(a) { return true }
        let words = a.split(separator: " ").filter { $0.count >= 3 }
        return b.split(separator: " ").contains { words.contains($0) }
    }
}
