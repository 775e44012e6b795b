import GRDB
import GraphStore
import KGModel

/// An entity that is named beside another one.
@dynamicMemberLookup
public struct Neighbor: Sendable, Hashable {
    public var entity: EntitySummary
    /// What is counted of the pair; its members can be asked of the neighbour itself.
    public var figures: EdgeFigures

    public subscript<Value>(dynamicMember figure: KeyPath<EdgeFigures, Value>) -> Value {
        figures[keyPath: figure]
    }
}

/// By what neighbours are ranked.
public enum NeighborOrder: String, Sendable, CaseIterable {
    /// Passages that name both, then issues.
    case count
    /// Normalized pointwise mutual information: favours what is never named elsewhere.
    case npmi
    /// Log-likelihood ratio: favours what is named together more often than chance explains.
    case llr
    /// Jaccard index: favours what is named in much the same passages.
    case jaccard
}

extension KnowledgeGraph {
    /// What is named beside an entity, strongest first.
    ///
    /// - Parameters:
    ///   - types: only neighbours of these types; empty for all.
    ///   - filter: only what these issues say; the statistics are then counted over them alone.
    ///   - significant: only those that stand together more often than chance explains, see `EdgeSignificance`.
    ///   - limit: nil for all.
    public func neighbors(
        of entity: EntitySummary, types: Set<EntityType> = [], minIssues: Int = 1,
        order: NeighborOrder = .count,
        filter: IssueFilter = IssueFilter(), significant: Bool = false, limit: Int? = nil
    ) throws -> [Neighbor] {
        let rows =
            filter.isEmpty ? try storedNeighbors(of: entity) : try countedNeighbors(of: entity, filter)
        let wanted = rows.filter { row in
            (types.isEmpty || types.contains(row.entity.type)) && row.issues >= minIssues
                && (!significant || row.significance == .significant)
        }.sorted { Self.isStronger($0, $1, order) }
        return limit.map { Array(wanted.prefix($0)) } ?? wanted
    }

    private static func isStronger(_ a: Neighbor, _ b: Neighbor, _ order: NeighborOrder) -> Bool {
        switch order {
        case .count: break
        case .npmi: if a.npmi != b.npmi { return a.npmi > b.npmi }
        case .llr: if a.llr != b.llr { return a.llr > b.llr }
        case .jaccard: if a.jaccard != b.jaccard { return a.jaccard > b.jaccard }
        }
        if a.passages != b.passages { return a.passages > b.passages }
        if a.issues != b.issues { return a.issues > b.issues }
        if a.llr != b.llr { return a.llr > b.llr }
        return a.entity.key < b.entity.key
    }

    private func storedNeighbors(of entity: EntitySummary) throws -> [Neighbor] {
        try read { db in
            let rows = try RowStatement(
                db,
                """
                SELECT \(EntitySummary.columns), \(EdgeFigures.columns)
                FROM (
                    SELECT b_id AS other, * FROM edge WHERE a_id = ?1
                    UNION ALL
                    SELECT a_id AS other, * FROM edge WHERE b_id = ?1
                ) AS edge JOIN entity ON entity.id = other
                """)
            rows.bind(1, entity.id)
            var found: [Neighbor] = []
            while try rows.next() {
                found.append(Neighbor(entity: EntitySummary(rows), figures: EdgeFigures(rows, from: 8)))
            }
            return found
        }
    }

    /// Counts anew over the issues of a filter.
    private func countedNeighbors(of entity: EntitySummary, _ filter: IssueFilter) throws -> [Neighbor] {
        var figures: [Int64: EdgeFigures] = [:]
        for edge in try filtered(filter).edges where edge.a == entity.id || edge.b == entity.id {
            figures[edge.other(than: entity.id)] = edge.figures
        }
        return try entities(figures.keys).compactMap { other in
            figures[other.id].map { Neighbor(entity: other, figures: $0) }
        }
    }
}
