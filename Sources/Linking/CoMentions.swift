import KGModel

/// An edge: two entities that are named in the same passages.
public struct CoMention: Sendable, Hashable {
    /// Indexes of the entities, the smaller first.
    public var a: Int
    public var b: Int
    public var passages: Int
    public var issues: Int
    public var firstDate: IssueDate?
    public var lastDate: IssueDate?
    public var association: Association
}

/// Counts which entities are named together.
public enum CoMentions {
    /// A passage that names more entities than this is a list of contents and says nothing about pairs.
    public static let mostEntities = 64

    /// All pairs that share a passage, sorted.
    ///
    /// - Parameters:
    ///   - sightings: in any order.
    ///   - entities: for each sighting the index of its entity.
    public static func count(
        _ sightings: [Sighting], entities: [Int], issues: [SightedIssue]
    ) -> [CoMention] {
        struct Pair: Hashable {
            var a: Int
            var b: Int
        }
        struct Tally {
            var passages = 0
            var issues: Set<Int> = []
        }
        var passages: [Int: (issue: Int, entities: Set<Int>)] = [:]
        for (sighting, entity) in zip(sightings, entities) {
            passages[sighting.passage, default: (sighting.issue, [])].entities.insert(entity)
        }
        var alone: [Int: Int] = [:]
        var pairs: [Pair: Tally] = [:]
        for passage in passages.values {
            for entity in passage.entities { alone[entity, default: 0] += 1 }
            guard passage.entities.count <= mostEntities else { continue }
            let sorted = passage.entities.sorted()
            for (index, a) in sorted.enumerated() {
                for b in sorted[(index + 1)...] {
                    pairs[Pair(a: a, b: b), default: Tally()].passages += 1
                    pairs[Pair(a: a, b: b), default: Tally()].issues.insert(passage.issue)
                }
            }
        }
        let total = passages.count
        return pairs.map { pair, tally in
            let dates = tally.issues.compactMap { issues[$0].date }
            return CoMention(
                a: pair.a, b: pair.b, passages: tally.passages, issues: tally.issues.count,
                firstDate: dates.min(), lastDate: dates.max(),
                association: Association(
                    together: tally.passages, a: alone[pair.a] ?? 0, b: alone[pair.b] ?? 0, total: total))
        }
        .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }
}
