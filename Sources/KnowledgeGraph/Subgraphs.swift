import GRDB
import GraphStore
import KGModel

extension KnowledgeGraph {
    /// The surroundings of some entities, the strongest neighbours first.
    ///
    /// - Parameters:
    ///   - centers: the entities in the middle; always part of the result.
    ///   - depth: how many steps away from them nodes may lie.
    ///   - limit: how many nodes at most.
    ///   - types: only nodes of these types around the centers; empty for all.
    ///   - filter: only what these issues say; everything is then counted over them alone.
    public func subgraph(
        around centers: [EntitySummary], depth: Int = 1, limit: Int = 30, types: Set<EntityType> = [],
        minIssues: Int = 1, filter: IssueFilter = IssueFilter()
    ) throws -> Subgraph {
        guard filter.isEmpty else {
            return try CountedGraph(self, filter).surroundings(
                of: centers, depth: depth, limit: limit, types: types, minIssues: minIssues)
        }
        var chosen: [Int64: (entity: EntitySummary, depth: Int)] = [:]
        for center in centers { chosen[center.id] = (center, 0) }
        var frontier = centers
        var omitted: Set<Int64> = []
        for step in 1...max(1, depth) {
            // How strongly each new entity hangs on those that are chosen.
            var strengths: [Int64: (entity: EntitySummary, passages: Int, llr: Double)] = [:]
            for entity in frontier {
                for neighbor in try neighbors(of: entity, types: types, minIssues: minIssues)
                where chosen[neighbor.entity.id] == nil {
                    let old = strengths[neighbor.entity.id]
                    strengths[neighbor.entity.id] = (
                        neighbor.entity, (old?.passages ?? 0) + neighbor.passages,
                        (old?.llr ?? 0) + neighbor.llr
                    )
                }
            }
            let ranked = strengths.values.sorted { a, b in
                (b.passages, b.llr, a.entity.key) < (a.passages, a.llr, b.entity.key)
            }
            let room = max(0, limit - chosen.count)
            frontier = ranked.prefix(room).map(\.entity)
            for entity in frontier { chosen[entity.id] = (entity, step) }
            omitted.formUnion(ranked.dropFirst(room).map(\.entity.id))
            if frontier.isEmpty { break }
        }
        return try subgraph(Array(chosen.values), omitted: omitted.subtracting(chosen.keys).count)
    }

    /// The core of the graph: the entities that hang together most.
    public func core(
        limit: Int = 30, types: Set<EntityType> = [], minIssues: Int = 1, filter: IssueFilter = IssueFilter()
    ) throws -> Subgraph {
        guard filter.isEmpty else {
            return try CountedGraph(self, filter).core(limit: limit, types: types, minIssues: minIssues)
        }
        let typeList = (types.isEmpty ? EntityType.allCases : types.sorted()).map { "'\($0.rawValue)'" }
        let wanted = "type IN (\(typeList.joined(separator: ", "))) AND issues >= :min"
        // Only edges between nodes that may be drawn count: no node shall stand alone.
        let rows = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    WITH
                        wanted AS (SELECT id FROM entity WHERE \(wanted)),
                        inner_edge AS (
                            SELECT a_id, b_id, passages FROM edge
                            WHERE passages > 1 AND a_id IN wanted AND b_id IN wanted
                        )
                    SELECT \(EntitySummary.columns), sum(weight) AS strength
                    FROM (
                        SELECT a_id AS id, passages AS weight FROM inner_edge
                        UNION ALL
                        SELECT b_id, passages FROM inner_edge
                    ) AS ends JOIN entity ON entity.id = ends.id
                    GROUP BY entity.id ORDER BY strength DESC, entity.key
                    """, arguments: ["min": minIssues])
        }
        var entities = rows.prefix(limit).map { (EntitySummary($0), 1) }
        if entities.isEmpty {
            // A graph so small that nothing recurs.
            entities = try top(types: types, limit: limit).rows.map { ($0.entity, 1) }
        }
        return try subgraph(entities, omitted: max(0, rows.count - limit))
    }

    /// The whole graph, or those of its nodes that satisfy the conditions.
    public func wholeGraph(
        types: Set<EntityType> = [], minIssues: Int = 1, filter: IssueFilter = IssueFilter()
    ) throws -> Subgraph {
        guard filter.isEmpty else {
            return try CountedGraph(self, filter).whole(types: types, minIssues: minIssues)
        }
        let entities = try read { db in
            try Row.fetchAll(db, sql: "SELECT \(EntitySummary.columns) FROM entity").map(EntitySummary.init)
        }.filter { (types.isEmpty || types.contains($0.type)) && $0.issues >= minIssues }
        return try subgraph(entities.map { ($0, 0) }, omitted: 0)
    }

    private func subgraph(_ entities: [(entity: EntitySummary, depth: Int)], omitted: Int) throws -> Subgraph
    {
        let sorted = entities.sorted { a, b in
            (a.depth, b.entity.mentions, a.entity.key) < (b.depth, a.entity.mentions, b.entity.key)
        }
        let positions = Dictionary(sorted.enumerated().map { ($1.entity.id, $0) }) { first, _ in first }
        return try read { db in
            var edges: [Subgraph.Edge] = []
            let rows = try Row.fetchCursor(
                db, sql: "SELECT a_id, b_id, passages, issues, npmi, llr, first_date, last_date FROM edge")
            while let row = try rows.next() {
                guard let a = positions[row[0]], let b = positions[row[1]] else { continue }
                edges.append(
                    Subgraph.Edge(
                        a: min(a, b), b: max(a, b), passages: row[2], issues: row[3], npmi: row[4],
                        llr: row[5],
                        firstDate: row[6], lastDate: row[7]))
            }
            let span = try Row.fetchOne(db, sql: "SELECT count(*), min(date), max(date) FROM issue")
            return Subgraph(
                nodes: sorted.map { Subgraph.Node($0.entity, depth: $0.depth) },
                edges: Subgraph.sorted(edges), omittedNodes: omitted, issues: span?[0] ?? 0,
                firstDate: span?[1],
                lastDate: span?[2])
        }
    }
}
