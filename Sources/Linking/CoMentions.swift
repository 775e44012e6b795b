import KGModel

/// An edge: two entities that are named in the same passages.
public struct CoMention: Sendable, Hashable {
    /// Indexes of the entities, the smaller first.
    public var a: Int32
    public var b: Int32
    /// How many passages, and how many issues, name both.
    public var passages: Int32
    public var issues: Int32
    /// Issues, translations of one counted once.
    public var editions: Int32
    /// Passages, where one of `k` translations of an issue counts a `k`th: what the association is counted over.
    public var weight: Double
    /// Of the issues that name both and bear a date.
    public var firstDate: IssueDate?
    public var lastDate: IssueDate?
    /// The same as `weight`, of the passages that name each alone or not, and of all.
    public var weightOfA: Double
    public var weightOfB: Double
    public var totalWeight: Double

    /// Counted each time: edges are many, and few are asked.
    public var association: Association {
        Association(together: weight, a: weightOfA, b: weightOfB, total: totalWeight)
    }
}

/// Counts which entities are named together.
public enum CoMentions {
    /// A passage that names more entities than this is a list of contents and says nothing about pairs.
    public static let mostEntities = 64

    /// What a passage of an untranslated issue counts, in whole numbers that add up to the same sum in every
    /// order; divisible by every number up to 16.
    public static let unit = 720_720

    /// All pairs that share a passage, sorted.
    ///
    /// Costs time linear in mentions and in pairs of mentions within a passage.
    ///
    /// - Parameters:
    ///   - sightings: in any order.
    ///   - entities: for each sighting the index of its entity.
    public static func count(
        _ sightings: SightingTable, entities: [Int32], issues: [SightedIssue]
    ) -> [CoMention] {
        count(
            zip(sightings.all, entities).map { Place(passage: $0.passage, issue: $0.issue, entity: $1) },
            issues: issues)
    }

    /// That a passage names an entity.
    public struct Place: Sendable {
        /// Unique over all issues.
        public var passage: Int
        /// Index of the issue.
        public var issue: Int32
        /// Index of the entity.
        public var entity: Int32

        public init(passage: Int, issue: Int32, entity: Int32) {
            self.passage = passage
            self.issue = issue
            self.entity = entity
        }
    }

    /// The same, where it is known already which passage names which entity.
    ///
    /// - Parameter places: in any order; one may be told several times.
    public static func count(_ places: [Place], issues: [SightedIssue]) -> [CoMention] {
        let places = sorted(places)
        let editions = EditionsOfIssues(issues)
        var alone = Array(repeating: 0, count: Int(places.lazy.map(\.entity).max() ?? -1) + 1)
        var total = 0
        var pairs: [Pair] = []
        var named: [Int32] = []
        var start = 0
        while start < places.count {
            var end = start
            named.removeAll(keepingCapacity: true)
            while end < places.count, places[end].passage == places[start].passage {
                if !named.contains(places[end].entity) { named.append(places[end].entity) }
                end += 1
            }
            named.sort()
            let issue = places[start].issue
            let units = editions.units[Int(issue)]
            total += units
            for entity in named { alone[Int(entity)] += units }
            if named.count <= mostEntities {
                for (index, a) in named.enumerated() {
                    for b in named[(index + 1)...] {
                        pairs.append(Pair(a: a, b: b, issue: issue))
                    }
                }
            }
            start = end
        }
        return edges(ordered(pairs, entities: alone.count), alone, total, editions, issues)
    }

    /// By issue and passage; nothing is done where they stand so already.
    private static func sorted(_ places: [Place]) -> [Place] {
        func precedes(_ a: Place, _ b: Place) -> Bool { (a.issue, a.passage) < (b.issue, b.passage) }
        for index in places.indices.dropFirst() where precedes(places[index], places[index - 1]) {
            return places.sorted(by: precedes)
        }
        return places
    }

    /// Two entities of one passage.
    private struct Pair {
        var a: Int32
        var b: Int32
        var issue: Int32

        func isOf(_ other: Pair) -> Bool { a == other.a && b == other.b }
    }

    /// By both ends; those of one pair stay in order of their issues. Two passes of counting sort.
    private static func ordered(_ pairs: [Pair], entities: Int) -> [Pair] {
        ordered(ordered(pairs, entities) { $0.b }, entities) { $0.a }
    }

    @inline(__always)
    private static func ordered(_ pairs: [Pair], _ entities: Int, by end: (Pair) -> Int32) -> [Pair] {
        guard let first = pairs.first else { return [] }
        var places = Array(repeating: 0, count: entities + 1)
        for pair in pairs { places[Int(end(pair)) + 1] += 1 }
        for index in 0..<entities { places[index + 1] += places[index] }
        var result = Array(repeating: first, count: pairs.count)
        for pair in pairs {
            let key = Int(end(pair))
            result[places[key]] = pair
            places[key] += 1
        }
        return result
    }

    private static func edges(
        _ pairs: [Pair], _ alone: [Int], _ total: Int, _ editions: EditionsOfIssues, _ issues: [SightedIssue]
    ) -> [CoMention] {
        var edges: [CoMention] = []
        edges.reserveCapacity(
            pairs.isEmpty ? 0 : 1 + pairs.indices.dropFirst().count { !pairs[$0].isOf(pairs[$0 - 1]) })
        // The last pair that was seen in each edition.
        var seen = Array(repeating: -1, count: editions.count)
        var start = 0
        while start < pairs.count {
            let (a, b) = (pairs[start].a, pairs[start].b)
            var edge = CoMention(
                a: a, b: b, passages: 0, issues: 0, editions: 0, weight: 0,
                weightOfA: Double(alone[Int(a)]) / Double(unit),
                weightOfB: Double(alone[Int(b)]) / Double(unit), totalWeight: Double(total) / Double(unit))
            var units = 0
            var last = -1
            var end = start
            while end < pairs.count, pairs[end].isOf(pairs[start]) {
                let issue = Int(pairs[end].issue)
                end += 1
                edge.passages += 1
                units += editions.units[issue]
                guard issue != last else { continue }
                last = issue
                edge.issues += 1
                if seen[editions.ofIssue[issue]] != start {
                    seen[editions.ofIssue[issue]] = start
                    edge.editions += 1
                }
                guard let date = issues[issue].date else { continue }
                if edge.firstDate.map({ date < $0 }) ?? true { edge.firstDate = date }
                if edge.lastDate.map({ $0 < date }) ?? true { edge.lastDate = date }
            }
            edge.weight = Double(units) / Double(unit)
            edges.append(edge)
            start = end
        }
        return edges
    }
}

/// The edition of each issue, and what a passage of it counts.
private struct EditionsOfIssues {
    let ofIssue: [Int]
    let units: [Int]
    let count: Int

    init(_ issues: [SightedIssue]) {
        // Issues without a translation are numbered behind the others.
        let known = (issues.compactMap(\.edition).max() ?? -1) + 1
        let ofIssue = issues.enumerated().map { $1.edition ?? known + $0 }
        var sizes = Array(repeating: 0, count: known + issues.count)
        for edition in ofIssue { sizes[edition] += 1 }
        self.ofIssue = ofIssue
        units = ofIssue.map { CoMentions.unit / sizes[$0] }
        count = sizes.count
    }
}
