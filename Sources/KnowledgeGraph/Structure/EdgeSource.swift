import GRDB
import GraphStore

/// The edges that a part of the graph is chosen from: the stored ones, or those that a filter's issues tell.
struct EdgeSource {
    private let graph: KnowledgeGraph
    private let filtered: FilteredGraph?
    private let byEnd: [Int64: [GraphEdge]]
    let significant: Bool

    init(_ graph: KnowledgeGraph, _ filter: IssueFilter, significant: Bool) throws {
        self.graph = graph
        self.significant = significant
        filtered = filter.isEmpty ? nil : try graph.filtered(filter)
        var byEnd: [Int64: [GraphEdge]] = [:]
        for edge in filtered?.edges ?? [] {
            byEnd[edge.a, default: []].append(edge)
            byEnd[edge.b, default: []].append(edge)
        }
        self.byEnd = byEnd
    }

    /// Whether an edge is among those that were asked for.
    func keeps(_ figures: EdgeFigures) -> Bool { !significant || figures.significance == .significant }

    /// The entity as often as the issues name it; nil where they do not.
    func counted(_ entity: EntitySummary) -> EntitySummary? {
        guard let filtered else { return entity }
        guard let node = filtered.nodes[entity.id] else { return nil }
        var entity = entity
        entity.issues = node.issues
        entity.mentions = node.mentions
        entity.firstDate = node.firstDate?.description
        entity.lastDate = node.lastDate?.description
        return entity
    }

    func edges(of id: Int64) throws -> [GraphEdge] {
        if filtered != nil { return byEnd[id] ?? [] }
        return try read("WHERE a_id = \(id) UNION ALL \(Self.select) WHERE b_id = \(id)")
    }

    func all() throws -> [GraphEdge] { try filtered?.edges ?? read("") }

    /// Those whose both ends are among the entities that have a position.
    func edges(among positions: EntityPositions) throws -> [GraphEdge] {
        func isWanted(_ edge: GraphEdge) -> Bool { positions[edge.a] != nil && positions[edge.b] != nil }
        if filtered == nil, positions.ids.count <= 1000 {
            return try positions.ids.flatMap { try read("WHERE a_id = \($0)") }.filter(isWanted)
        }
        return try all().filter(isWanted)
    }

    private static let select = "SELECT a_id, b_id, \(EdgeFigures.columns) FROM edge"

    private func read(_ condition: String) throws -> [GraphEdge] {
        try graph.read { db in
            var edges: [GraphEdge] = []
            let rows = try RowStatement(db, "\(Self.select) \(condition)")
            while try rows.next() {
                edges.append(
                    GraphEdge(
                        a: Int64(rows.integer(0)), b: Int64(rows.integer(1)),
                        figures: EdgeFigures(rows, from: 2)))
            }
            return edges
        }
    }

    func testability() throws -> Testability { try filtered?.testability ?? graph.testability() }

    /// How many issues it is counted over, and the dates they span.
    func span() throws -> (issues: Int, firstDate: String?, lastDate: String?) {
        if let filtered { return (filtered.issues, filtered.firstDate, filtered.lastDate) }
        return try graph.read { db in
            let order = try IssueOrder(db)
            let found = try db.cachedStatement(sql: "SELECT date FROM issue WHERE id = ?")
            func date(atPlace place: Int) throws -> String? {
                guard let issue = order.issues.first(where: { $0.place == place }) else { return nil }
                return try String.fetchOne(found, arguments: [issue.id])
            }
            guard order.dated > 0 else { return (order.issues.count, nil, nil) }
            return (order.issues.count, try date(atPlace: 0), try date(atPlace: order.dated - 1))
        }
    }
}
