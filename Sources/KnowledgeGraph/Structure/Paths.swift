import GRDB

/// A way from one entity to another over edges of the graph.
public struct EntityPath: Sendable {
    /// An edge of the way, with the earliest passage that shows it.
    public struct Step: Sendable {
        public var from: EntitySummary
        public var to: EntitySummary
        public var figures: EdgeFigures
        public var evidence: Quotation?
    }

    public var steps: [Step]
    /// Sum over the steps of one divided by the edge's weight: the stronger, the shorter.
    public var length: Double
}

extension KnowledgeGraph {
    /// The strongest ways between two entities, the strongest first; none where nothing joins them.
    ///
    /// - Parameter count: how many at most; no way passes an entity twice.
    public func paths(from a: EntitySummary, to b: EntitySummary, count: Int = 1) throws -> [EntityPath] {
        let network = try network()
        guard let start = network.ids.firstIndex(of: a.id), let end = network.ids.firstIndex(of: b.id) else {
            return []
        }
        let found = ShortestPaths(network).paths(from: start, to: end, count: count)
        let nodes = Set(found.flatMap(\.nodes))
        let known = try entities(nodes.map { network.ids[$0] })
        let summaries = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
        var steps: [[Int]: EntityPath.Step] = [:]
        return try found.map { path in
            let steps = try zip(path.nodes, path.nodes.dropFirst()).compactMap {
                from, to -> EntityPath.Step? in
                if let step = steps[[from, to]] { return step }
                guard let one = summaries[network.ids[from]], let other = summaries[network.ids[to]],
                    let figures = try figures(of: one, other)
                else { return nil }
                let step = EntityPath.Step(
                    from: one, to: other, figures: figures,
                    evidence: try evidence(for: [one, other], limit: 1).first)
                steps[[from, to]] = step
                return step
            }
            return EntityPath(steps: steps, length: path.length)
        }
    }

    /// The graph as arrays.
    public func network() throws -> Network {
        try read { db in try Network(arrays: { try Self.array($0, db) }) }
    }

    /// What is counted of a pair over all issues; nil where no passage names both.
    public func figures(of a: EntitySummary, _ b: EntitySummary) throws -> EdgeFigures? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT \(EdgeFigures.columns) FROM edge
                    WHERE (a_id = :a AND b_id = :b) OR (a_id = :b AND b_id = :a)
                    """, arguments: ["a": a.id, "b": b.id]
            ).map { EdgeFigures($0, from: 0) }
        }
    }
}
