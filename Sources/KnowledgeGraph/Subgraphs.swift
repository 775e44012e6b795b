import GRDB
import GraphStore
import KGModel

extension KnowledgeGraph {
    /// The surroundings of some entities, the strongest neighbours first.
    ///
    /// - Parameters:
    ///   - centers: the entities in the middle; part of the result if the issues name them.
    ///   - depth: how many steps away from them nodes may lie.
    ///   - limit: how many nodes at most.
    ///   - types: only nodes of these types around the centers; empty for all.
    ///   - filter: only what these issues say; everything is then counted over them alone.
    ///   - significant: only edges that mean something, see `EdgeSignificance`.
    public func subgraph(
        around centers: [EntitySummary], depth: Int = 1, limit: Int = 30, types: Set<EntityType> = [],
        minIssues: Int = 1, filter: IssueFilter = IssueFilter(), significant: Bool = false
    ) throws -> Subgraph {
        let source = try EdgeSource(self, filter, significant: significant)
        var chosen: [Int64: (entity: EntitySummary, depth: Int)] = [:]
        // A center that the issues of a filter do not name is left out.
        let centers = centers.filter { source.counted($0) != nil }
        for center in centers { chosen[center.id] = (center, 0) }
        var frontier = centers
        var omitted: Set<Int64> = []
        for step in 1...max(1, depth) {
            // How strongly each new entity hangs on those that are chosen.
            var strengths: [Int64: (passages: Int, llr: Double)] = [:]
            for entity in frontier {
                for edge in try source.edges(of: entity.id)
                where edge.figures.issues >= minIssues && source.keeps(edge.figures) {
                    let other = edge.other(than: entity.id)
                    guard chosen[other] == nil else { continue }
                    let old = strengths[other] ?? (0, 0)
                    strengths[other] = (old.passages + edge.figures.passages, old.llr + edge.figures.llr)
                }
            }
            let near = try entities(strengths.keys).filter { types.isEmpty || types.contains($0.type) }
            let ranked = near.sorted { a, b in
                let (one, two) = (strengths[a.id] ?? (0, 0), strengths[b.id] ?? (0, 0))
                return (two.passages, two.llr, a.key) < (one.passages, one.llr, b.key)
            }
            let room = max(0, limit - chosen.count)
            frontier = Array(ranked.prefix(room))
            for entity in frontier { chosen[entity.id] = (entity, step) }
            omitted.formUnion(ranked.dropFirst(room).map(\.id))
            if frontier.isEmpty { break }
        }
        return try subgraph(Array(chosen.values), source, omitted: omitted.subtracting(chosen.keys).count)
    }

    /// The core of the graph: the entities that hang together most.
    public func core(
        limit: Int = 30, types: Set<EntityType> = [], minIssues: Int = 1, filter: IssueFilter = IssueFilter(),
        significant: Bool = false
    ) throws -> Subgraph {
        let source = try EdgeSource(self, filter, significant: significant)
        let wanted = try nodes(types: types, minIssues: minIssues, source)
        let ids = Set(wanted.map(\.id))
        // Only edges between nodes that may be drawn count: no node shall stand alone.
        var strengths: [Int64: Int] = [:]
        for edge in try source.all()
        where (edge.figures.passages > 1 || significant) && source.keeps(edge.figures) && ids.contains(edge.a)
            && ids.contains(edge.b)
        {
            strengths[edge.a, default: 0] += edge.figures.passages
            strengths[edge.b, default: 0] += edge.figures.passages
        }
        let ranked = wanted.filter { strengths[$0.id] != nil }.sorted { a, b in
            (strengths[b.id] ?? 0, a.key) < (strengths[a.id] ?? 0, b.key)
        }
        // A graph so small that nothing recurs.
        let entities = ranked.isEmpty && !significant ? wanted : ranked
        return try subgraph(
            entities.prefix(limit).map { ($0, 1) }, source, omitted: max(0, ranked.count - limit))
    }

    /// The whole graph, or those of its nodes that satisfy the conditions. Where only significant edges are asked
    /// for, nodes without one are left out.
    public func wholeGraph(
        types: Set<EntityType> = [], minIssues: Int = 1, filter: IssueFilter = IssueFilter(),
        significant: Bool = false
    ) throws -> Subgraph {
        let source = try EdgeSource(self, filter, significant: significant)
        var wanted = try nodes(types: types, minIssues: minIssues, source)
        var omitted = 0
        if significant {
            let ids = Set(wanted.map(\.id))
            var kept: Set<Int64> = []
            for edge in try source.all()
            where source.keeps(edge.figures) && ids.contains(edge.a) && ids.contains(edge.b) {
                kept.formUnion([edge.a, edge.b])
            }
            omitted = ids.count - kept.count
            wanted.removeAll { !kept.contains($0.id) }
        }
        return try subgraph(wanted.map { ($0, 0) }, source, omitted: omitted)
    }

    /// The most recurrent first; counts are those of the filter.
    private func nodes(types: Set<EntityType>, minIssues: Int, _ source: EdgeSource) throws -> [EntitySummary]
    {
        let typeList = (types.isEmpty ? EntityType.allCases : types.sorted()).map { "'\($0.rawValue)'" }
        return try read { db in
            var entities: [EntitySummary] = []
            let rows = try RowStatement(
                db,
                "SELECT \(EntitySummary.columns) FROM entity WHERE type IN (\(typeList.joined(separator: ", ")))"
            )
            while try rows.next() {
                if let entity = source.counted(EntitySummary(rows)) { entities.append(entity) }
            }
            return entities
        }.filter { $0.issues >= minIssues }.sorted { a, b in
            (b.issues, b.mentions, a.key) < (a.issues, a.mentions, b.key)
        }
    }

    private func subgraph(
        _ entities: [(entity: EntitySummary, depth: Int)], _ source: EdgeSource, omitted: Int
    ) throws -> Subgraph {
        let sorted = entities.compactMap { one in
            source.counted(one.entity).map { (entity: $0, depth: one.depth) }
        }.sorted { a, b in
            (a.depth, b.entity.mentions, a.entity.key) < (b.depth, a.entity.mentions, b.entity.key)
        }
        let positions = EntityPositions(sorted.map(\.entity.id))
        var graph = Subgraph(
            nodes: sorted.map { Subgraph.Node($0.entity, depth: $0.depth) }, edges: [], omittedNodes: omitted)
        for edge in try source.edges(among: positions) {
            guard let a = positions[edge.a], let b = positions[edge.b] else { continue }
            if source.keeps(edge.figures) {
                graph.edges.append(Subgraph.Edge(a: min(a, b), b: max(a, b), figures: edge.figures))
            } else {
                graph.droppedEdges += 1
                if edge.figures.significance == .tooFewToTest { graph.untestedEdges += 1 }
            }
        }
        graph.edges = Subgraph.sorted(graph.edges)
        if source.significant { graph.testability = try source.testability() }
        (graph.issues, graph.firstDate, graph.lastDate) = try source.span()
        return graph
    }
}
