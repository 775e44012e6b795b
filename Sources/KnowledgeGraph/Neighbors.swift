import GRDB
import GraphStore
import KGModel
import Linking

/// An entity that is named beside another one.
public struct Neighbor: Sendable, Hashable {
    public var entity: EntitySummary
    /// Passages and issues that name both.
    public var passages: Int
    public var issues: Int
    /// How surprising that is, see `Association`.
    public var npmi: Double
    public var llr: Double
    /// ISO 8601, of the first and last dated issue that names both.
    public var firstDate: String?
    public var lastDate: String?
}

/// By what neighbours are ranked.
public enum NeighborOrder: String, Sendable, CaseIterable {
    /// Passages that name both, then issues.
    case count
    /// Normalized pointwise mutual information: favours what is never named elsewhere.
    case npmi
    /// Log-likelihood ratio: favours what is named together more often than chance explains.
    case llr
}

extension KnowledgeGraph {
    /// What is named beside an entity, strongest first.
    ///
    /// - Parameters:
    ///   - types: only neighbours of these types; empty for all.
    ///   - filter: only what these issues say; the statistics are then counted over them alone.
    ///   - limit: nil for all.
    public func neighbors(
        of entity: EntitySummary, types: Set<EntityType> = [], minIssues: Int = 1,
        order: NeighborOrder = .count,
        filter: IssueFilter = IssueFilter(), limit: Int? = nil
    ) throws -> [Neighbor] {
        let rows =
            filter.isEmpty ? try storedNeighbors(of: entity) : try countedNeighbors(of: entity, filter)
        let wanted = rows.filter { row in
            (types.isEmpty || types.contains(row.entity.type)) && row.issues >= minIssues
        }.sorted { Self.isStronger($0, $1, order) }
        return limit.map { Array(wanted.prefix($0)) } ?? wanted
    }

    private static func isStronger(_ a: Neighbor, _ b: Neighbor, _ order: NeighborOrder) -> Bool {
        switch order {
        case .count: break
        case .npmi: if a.npmi != b.npmi { return a.npmi > b.npmi }
        case .llr: if a.llr != b.llr { return a.llr > b.llr }
        }
        if a.passages != b.passages { return a.passages > b.passages }
        if a.issues != b.issues { return a.issues > b.issues }
        if a.llr != b.llr { return a.llr > b.llr }
        return a.entity.key < b.entity.key
    }

    private func storedNeighbors(of entity: EntitySummary) throws -> [Neighbor] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(EntitySummary.columns), edge.passages, edge.issues, npmi, llr, edge.first_date, edge.last_date
                    FROM (
                        SELECT b_id AS other, * FROM edge WHERE a_id = :id
                        UNION ALL
                        SELECT a_id AS other, * FROM edge WHERE b_id = :id
                    ) AS edge JOIN entity ON entity.id = other
                    """, arguments: ["id": entity.id]
            ).map { row in
                Neighbor(
                    entity: EntitySummary(row), passages: row[8], issues: row[9], npmi: row[10], llr: row[11],
                    firstDate: row[12], lastDate: row[13])
            }
        }
    }

    /// Counts anew over the issues of a filter.
    private func countedNeighbors(of entity: EntitySummary, _ filter: IssueFilter) throws -> [Neighbor] {
        let (condition, values) = filter.condition
        var arguments = values
        arguments["id"] = entity.id
        return try read { db in
            let shared = """
                passage JOIN issue ON issue.id = passage.issue_id AND \(condition)
                """
            let total =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(DISTINCT passage.id) FROM \(shared) JOIN mention ON passage_id = passage.id
                        WHERE entity_id IS NOT NULL
                        """, arguments: StatementArguments(values)) ?? 0
            let own =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(DISTINCT passage.id) FROM \(shared) JOIN mention ON passage_id = passage.id
                        WHERE entity_id = :id
                        """, arguments: StatementArguments(arguments)) ?? 0
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(EntitySummary.columns), count(DISTINCT passage.id), count(DISTINCT issue.id),
                        min(issue.date), max(issue.date)
                    FROM \(shared)
                        JOIN mention AS own ON own.passage_id = passage.id AND own.entity_id = :id
                        JOIN mention AS theirs ON theirs.passage_id = passage.id AND theirs.entity_id <> :id
                        JOIN entity ON entity.id = theirs.entity_id
                    WHERE (SELECT count(DISTINCT entity_id) FROM mention WHERE passage_id = passage.id)
                        <= \(CoMentions.mostEntities)
                    GROUP BY entity.id
                    """, arguments: StatementArguments(arguments))
            return try rows.map { row in
                let other = EntitySummary(row)
                arguments["other"] = other.id
                var counted = values
                counted["other"] = other.id
                let theirs =
                    try Int.fetchOne(
                        db,
                        sql: """
                            SELECT count(DISTINCT passage.id) FROM \(shared) JOIN mention ON passage_id = passage.id
                            WHERE entity_id = :other
                            """, arguments: StatementArguments(counted)) ?? 0
                let association = Association(together: row[8], a: own, b: theirs, total: total)
                return Neighbor(
                    entity: other, passages: row[8], issues: row[9], npmi: association.npmi,
                    llr: association.llr,
                    firstDate: row[10], lastDate: row[11])
            }
        }
    }
}
