import GRDB
import KGModel
import Linking

/// The graph as the issues of a filter tell it, counted anew.
struct FilteredGraph {
    struct Node {
        var issues = 0
        var mentions = 0
        var firstDate: IssueDate?
        var lastDate: IssueDate?
    }

    var edges: [GraphEdge] = []
    /// By number of the entity.
    var nodes: [Int64: Node] = [:]
    var testability = Testability(editions: 0, testedPairs: 0)
    var issues = 0
    var firstDate: String?
    var lastDate: String?
}

extension KnowledgeGraph {
    /// Everything that the issues of a filter name, and what stands together in them.
    func filtered(_ filter: IssueFilter) throws -> FilteredGraph {
        let (condition, values) = filter.condition
        return try read { db in
            var sighted: [SightedIssue] = []
            var indexes: [Int64: Int] = [:]
            let issues = try Row.fetchCursor(
                db,
                sql: "SELECT id, path, language, date, edition FROM issue WHERE \(condition) ORDER BY path",
                arguments: StatementArguments(values))
            while let row = try issues.next() {
                let date: String? = row[3]
                indexes[row[0]] = sighted.count
                sighted.append(
                    SightedIssue(
                        path: row[1], language: row[2], date: date.flatMap { IssueDate(iso: $0) },
                        edition: row[4]))
            }
            var places: [CoMentions.Place] = []
            var sightings: [Int32: Int] = [:]
            let mentions = try db.cachedStatement(
                sql: """
                    SELECT passage_id, entity_id
                    FROM issue JOIN mention ON passage_id >= first_passage AND passage_id < first_passage + passages
                    WHERE issue.id = ? AND entity_id IS NOT NULL ORDER BY passage_id
                    """)
            for (id, index) in indexes.sorted(by: { $0.value < $1.value }) {
                let rows = try Row.fetchCursor(mentions, arguments: [id])
                while let row = try rows.next() {
                    guard let entity = Int32(exactly: row[1] as Int64) else { continue }
                    places.append(CoMentions.Place(passage: row[0], issue: Int32(index), entity: entity))
                    sightings[entity, default: 0] += 1
                }
            }
            return Self.filtered(places, sightings, sighted)
        }
    }

    private static func filtered(
        _ places: [CoMentions.Place], _ sightings: [Int32: Int], _ issues: [SightedIssue]
    ) -> FilteredGraph {
        var graph = FilteredGraph()
        let appearances = IssuesOfEntities(
            places.lazy.map { ($0.issue, $0.entity) }, count: Int(sightings.keys.max() ?? -1) + 1)
        for (entity, mentions) in sightings {
            let named = appearances[Int(entity)]
            let dates = named.compactMap { issues[Int($0)].date }
            graph.nodes[Int64(entity)] = .init(
                issues: named.count, mentions: mentions, firstDate: dates.min(),
                lastDate: dates.max())
        }
        let editions = Set(issues.enumerated().map { $1.edition ?? -1 - $0 }).count
        let edges = CoMentions.count(places, issues: issues)
        let significance = EdgeSignificance(
            edges, editionsOfEntity: appearances.editions(issues), editions: editions)
        graph.edges = edges.enumerated().map { index, edge in
            GraphEdge(
                a: Int64(edge.a), b: Int64(edge.b),
                figures: EdgeFigures(edge, significance[index]))
        }
        graph.testability = Testability(editions: editions, testedPairs: significance.testedPairs)
        graph.issues = issues.count
        let dates = issues.compactMap(\.date)
        graph.firstDate = dates.min()?.description
        graph.lastDate = dates.max()?.description
        return graph
    }

    /// How many pairs were tested, over all issues or those of a filter.
    public func testability(_ filter: IssueFilter = IssueFilter()) throws -> Testability {
        if !filter.isEmpty { return try filtered(filter).testability }
        return try read { db in
            let tested = try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'tested_pairs'")
            return Testability(
                editions: try Int.fetchOne(db, sql: "SELECT count(DISTINCT edition) FROM issue") ?? 0,
                testedPairs: tested.flatMap { Int($0) } ?? 0)
        }
    }

    /// The entities with the given numbers, in no order.
    func entities(_ ids: some Collection<Int64>) throws -> [EntitySummary] {
        try read { db in
            let one = try db.cachedStatement(
                sql: "SELECT \(EntitySummary.columns) FROM entity WHERE id = ?")
            return try ids.compactMap { id in
                try Row.fetchOne(one, arguments: [id]).map { EntitySummary($0) }
            }
        }
    }
}
