/// What two entities share.
public struct Between: Sendable {
    /// An entity that is named beside both.
    public struct Shared: Sendable {
        public var entity: EntitySummary
        public var withFirst: EdgeFigures
        public var withSecond: EdgeFigures
        /// The weaker of both weights: what joins the two over this entity.
        public var strength: Double { min(withFirst.weight, withSecond.weight) }
    }

    /// The edge between the two themselves; nil where no passage names both.
    public var direct: EdgeFigures?
    /// The strongest first.
    public var shared: [Shared]
    /// How many entities are named beside the one and beside the other.
    public var firstNeighbors: Int
    public var secondNeighbors: Int
    /// Of all entities beside one of both, the share that is beside both; 0 to 1.
    public var jaccard: Double {
        let all = firstNeighbors + secondNeighbors - shared.count
        return all > 0 ? Double(shared.count) / Double(all) : 0
    }
}

extension KnowledgeGraph {
    /// What is named beside both of two entities; the two themselves are not counted.
    public func between(
        _ a: EntitySummary, _ b: EntitySummary, filter: IssueFilter = IssueFilter()
    ) throws -> Between {
        let first = try neighbors(of: a, filter: filter)
        let second = Dictionary(try neighbors(of: b, filter: filter).map { ($0.entity.id, $0) }) { one, _ in
            one
        }
        let direct = first.first { $0.entity.id == b.id }?.figures
        let shared = first.compactMap { one in
            second[one.entity.id].map {
                Between.Shared(entity: one.entity, withFirst: one.figures, withSecond: $0.figures)
            }
        }.sorted { x, y in
            if x.strength != y.strength { return x.strength > y.strength }
            let (one, other) = (x.withFirst.llr + x.withSecond.llr, y.withFirst.llr + y.withSecond.llr)
            return one != other ? one > other : x.entity.key < y.entity.key
        }
        let mutual = direct == nil ? 0 : 1
        return Between(
            direct: direct, shared: shared, firstNeighbors: first.count - mutual,
            secondNeighbors: second.count - mutual)
    }
}
