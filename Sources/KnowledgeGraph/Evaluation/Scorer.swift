/// Compares found mentions with annotated ones.
///
///     let scorer = Scorer(gold: annotated, found: found, documents: names)
///     print(scorer.score().mention.f1)
///
/// The figures are those of the project's reference script, to the last digit: texts are compared by code points,
/// and sums are taken in the same order.
public struct Scorer: Sendable {
    /// A mention with its texts as numbers; numbers are in order of the texts' code points.
    struct Row: Hashable, Sendable {
        var document: Int
        var line: Int
        var surface: Int
        var type: Int
        var entity: Int
        /// Index of the mention in the caller's array.
        var index: Int
    }

    /// The documents' names, sorted.
    public let documents: [String]
    public let gold: [ScoredMention]
    /// The found mentions of these documents; others are left out.
    public let found: [ScoredMention]
    let goldRows: [Row]
    let foundRows: [Row]

    /// - Parameters:
    ///   - gold: the annotated mentions, in reading order.
    ///   - found: in any order; those of other documents are left out.
    ///   - documents: names of all annotated documents, also of those without a mention.
    public init(gold: [ScoredMention], found: [ScoredMention], documents: [String]) {
        let sorted = Set(documents.map { CodePoints($0) }).sorted()
        self.documents = sorted.map(\.text)
        let known = Set(sorted)
        self.gold = gold
        self.found = found.filter { known.contains(CodePoints($0.document)) }
        var texts: Set<CodePoints> = known
        let surfaces = [gold, self.found].map { $0.map { CodePoints(ScoredMention.comparable($0.surface)) } }
        for (mentions, surfaces) in zip([gold, self.found], surfaces) {
            for (mention, surface) in zip(mentions, surfaces) {
                texts.insert(CodePoints(mention.type))
                texts.insert(CodePoints(mention.entity))
                texts.insert(surface)
            }
        }
        let numbers = Dictionary(uniqueKeysWithValues: texts.sorted().enumerated().map { ($1, $0) })
        func rows(_ mentions: [ScoredMention], _ surfaces: [CodePoints]) -> [Row] {
            let rows = zip(mentions, surfaces).enumerated().map { index, pair in
                Row(
                    document: numbers[CodePoints(pair.0.document)] ?? -1, line: pair.0.line,
                    surface: numbers[pair.1] ?? -1, type: numbers[CodePoints(pair.0.type)] ?? -1,
                    entity: numbers[CodePoints(pair.0.entity)] ?? -1, index: index)
            }
            // Documents in order, mentions of one in the order in which they came.
            return rows.sorted { ($0.document, $0.index) < ($1.document, $1.index) }
        }
        goldRows = rows(gold, surfaces[0])
        foundRows = rows(self.found, surfaces[1])
    }

    /// The figures over all mentions that pass the filter.
    public func score(where isIncluded: (ScoredMention) -> Bool = { _ in true }) -> Score {
        Self.score(
            goldRows.filter { isIncluded(gold[$0.index]) }, foundRows.filter { isIncluded(found[$0.index]) })
    }

    static func score(_ gold: [Row], _ found: [Row]) -> Score {
        Score(
            mention: mention(gold, found), node: node(gold, found),
            link: LinkAgreement(gold, found).figure, edge: EdgeAgreement(gold, found).figure)
    }

    // MARK: - Mentions

    private struct MentionKey: Hashable {
        var document: Int
        var line: Int
        var surface: Int
        var type: Int

        init(_ row: Row) {
            document = row.document
            line = row.line
            surface = row.surface
            type = row.type
        }
    }

    static func mention(_ gold: [Row], _ found: [Row]) -> Figure {
        Figure(matched: pairs(gold, found).count, predicted: found.count, expected: gold.count)
    }

    /// The found mentions that are right, each with the annotated one it stands for, as positions in the arrays.
    static func pairs(_ gold: [Row], _ found: [Row]) -> [(gold: Int, found: Int)] {
        var places: [MentionKey: [Int]] = [:]
        for (position, row) in gold.enumerated().reversed() {
            places[MentionKey(row), default: []].append(position)
        }
        return found.enumerated().compactMap { position, row in
            places[MentionKey(row)]?.popLast().map { ($0, position) }
        }
    }

    // MARK: - Nodes

    static func node(_ gold: [Row], _ found: [Row]) -> Figure {
        var matched = 0
        var predicted = 0
        var expected = 0
        for document in Set(gold.map(\.document)).union(found.map(\.document)) {
            let goldNodes = NodePairing.nodes(gold.filter { $0.document == document }, typed: true)
            let foundNodes = NodePairing.nodes(found.filter { $0.document == document }, typed: true)
            matched += NodePairing.pairs(goldNodes, foundNodes, sameType: true).count
            predicted += foundNodes.count
            expected += goldNodes.count
        }
        return Figure(matched: matched, predicted: predicted, expected: expected)
    }
}

/// A text that is compared by its code points, not by what they look like.
struct CodePoints: Hashable, Comparable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    /// UTF-8 sorts as its code points do.
    static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

    func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
}
