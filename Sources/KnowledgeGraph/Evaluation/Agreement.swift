/// Whether mentions that both sides have are grouped alike: B-cubed.
struct LinkAgreement {
    /// A mention that both sides have: its document and its entity on either side, as small numbers.
    struct Common {
        var document: Int
        var gold: Int
        var found: Int
    }

    let common: [Common]

    private struct Key: Hashable, Comparable {
        var document: Int
        var line: Int
        var surface: Int
        /// The first, second, … of this surface on the line.
        var occurrence: Int

        static func < (a: Key, b: Key) -> Bool {
            (a.document, a.line, a.surface, a.occurrence) < (b.document, b.line, b.surface, b.occurrence)
        }
    }

    init(_ gold: [Scorer.Row], _ found: [Scorer.Row]) {
        func entities(_ rows: [Scorer.Row]) -> [Key: Int] {
            var seen: [NodePairing.Place: Int] = [:]
            var entities: [Key: Int] = [:]
            for row in rows {
                let place = NodePairing.Place(document: row.document, line: row.line, surface: row.surface)
                seen[place, default: 0] += 1
                entities[
                    Key(
                        document: row.document, line: row.line, surface: row.surface,
                        occurrence: seen[place] ?? 0)] = row.entity
            }
            return entities
        }
        let goldEntities = entities(gold)
        let foundEntities = entities(found)
        let keys = goldEntities.keys.filter { foundEntities[$0] != nil }.sorted()
        // Numbers in order of the first mention: sums are taken in this order.
        func numbers(_ entities: [Key: Int]) -> [Int] {
            var numbers: [Int: Int] = [:]
            return keys.map { key in
                let entity = entities[key] ?? -1
                if let number = numbers[entity] { return number }
                numbers[entity] = numbers.count
                return numbers.count - 1
            }
        }
        common = zip(keys, zip(numbers(goldEntities), numbers(foundEntities))).map {
            Common(document: $0.document, gold: $1.0, found: $1.1)
        }
    }

    var figure: Figure {
        var figure = figure { _ in 1 }
        figure.matched = common.count
        figure.predicted = common.count
        figure.expected = common.count
        return figure
    }

    /// - Parameter weight: how often a document counts.
    func figure(weight: (Int) -> Int) -> Figure {
        let weights = common.map { weight($0.document) }
        let total = weights.reduce(0, +)
        guard total > 0 else { return Figure(precision: 0, recall: 0) }
        return Figure(
            precision: agreement(\.found, \.gold, weights) / Double(total),
            recall: agreement(\.gold, \.found, weights) / Double(total))
    }

    /// For each group of the one side: the squares of its parts on the other side, by its size.
    private func agreement(
        _ side: KeyPath<Common, Int>, _ other: KeyPath<Common, Int>, _ weights: [Int]
    ) -> Double {
        var sizes: [Int] = []
        var parts: [[Int: Int]] = []
        for (mention, weight) in zip(common, weights) {
            let group = mention[keyPath: side]
            while sizes.count <= group {
                sizes.append(0)
                parts.append([:])
            }
            sizes[group] += weight
            parts[group][mention[keyPath: other], default: 0] += weight
        }
        var sum = 0.0
        for (size, parts) in zip(sizes, parts) where size > 0 {
            sum += Double(parts.values.reduce(0) { $0 + $1 * $1 }) / Double(size)
        }
        return sum
    }
}

/// Whether the same pairs of entities share a line.
struct EdgeAgreement {
    /// The edges of either side with the documents that show them; `hit` is the found edge that an annotated one is.
    let gold: [(documents: Set<Int>, hit: Int?)]
    let found: [Set<Int>]

    private struct Edge: Hashable {
        var a: Int
        var b: Int
    }

    init(_ goldRows: [Scorer.Row], _ foundRows: [Scorer.Row]) {
        let pairs = NodePairing.pairs(
            NodePairing.nodes(goldRows, typed: false), NodePairing.nodes(foundRows, typed: false),
            sameType: false)
        let goldEdges = Self.edges(goldRows)
        let foundEdges = Self.edges(foundRows).sorted { ($0.key.a, $0.key.b) < ($1.key.a, $1.key.b) }
        let numbers = Dictionary(uniqueKeysWithValues: foundEdges.enumerated().map { ($1.key, $0) })
        func pair(_ entity: Int) -> Int? { pairs[.init(type: -1, entity: entity)]?.entity }
        gold = goldEdges.sorted { ($0.key.a, $0.key.b) < ($1.key.a, $1.key.b) }.map { edge, documents in
            guard let a = pair(edge.a), let b = pair(edge.b) else { return (documents, nil) }
            return (documents, numbers[Edge(a: min(a, b), b: max(a, b))])
        }
        found = foundEdges.map(\.value)
    }

    private static func edges(_ rows: [Scorer.Row]) -> [Edge: Set<Int>] {
        struct Line: Hashable {
            var document: Int
            var line: Int
        }
        var lines: [Line: Set<Int>] = [:]
        for row in rows {
            lines[Line(document: row.document, line: row.line), default: []].insert(row.entity)
        }
        var edges: [Edge: Set<Int>] = [:]
        for (line, entities) in lines {
            let sorted = entities.sorted()
            for (position, a) in sorted.enumerated() {
                for b in sorted[(position + 1)...] {
                    edges[Edge(a: a, b: b), default: []].insert(line.document)
                }
            }
        }
        return edges
    }

    var figure: Figure {
        Figure(matched: gold.count { $0.hit != nil }, predicted: found.count, expected: gold.count)
    }

    /// The figure over the edges that some of the documents show.
    func figure(has: (Int) -> Bool) -> Figure {
        let isFound = found.map { $0.contains(where: has) }
        var matched = 0
        var expected = 0
        for edge in gold where edge.documents.contains(where: has) {
            expected += 1
            if let hit = edge.hit, isFound[hit] { matched += 1 }
        }
        return Figure(matched: matched, predicted: isFound.count { $0 }, expected: expected)
    }
}
