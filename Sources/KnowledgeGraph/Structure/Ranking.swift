import GRDB
import GraphStore
import KGModel

/// How central an entity is.
public struct RankedEntity: Sendable, Hashable {
    public var entity: EntitySummary
    /// Share of the time that a reader who follows edges at random spends at it; all add up to 1.
    public var pagerank: Double
    /// How many entities are named beside it, and the sum of the edges' weights.
    public var degree: Int
    public var strength: Double
    /// Share of the pairs of others whose shortest ways it lies on, 0 to 1.
    public var betweenness: Double
}

/// By what entities are ranked.
public enum RankOrder: String, Sendable, CaseIterable {
    case pagerank, degree, betweenness
}

/// The answer to "what is central".
public struct Ranking: Sendable {
    public var rows: [RankedEntity]
    /// How many entities there are, of all types.
    public var entities: Int
    /// From how many entities shortest ways were searched; fewer than all where betweenness is an estimate.
    public var pivots: Int
    public var isEstimate: Bool
}

extension KnowledgeGraph {
    /// The most central entities. Counted when first asked for and then kept in the database, where that can be
    /// written, until the graph changes.
    public func ranking(
        types: Set<EntityType> = [], by order: RankOrder = .pagerank, limit: Int? = nil
    ) throws -> Ranking {
        let kept = try keptStructure()
        let list = (types.isEmpty ? EntityType.allCases : types.sorted()).map { "'\($0.rawValue)'" }
        let rows: [RankedEntity]
        if kept.isKept {
            rows = try read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT \(EntitySummary.columns), pagerank, degree, strength, betweenness
                        FROM node_rank JOIN entity ON entity.id = entity_id
                        WHERE type IN (\(list.joined(separator: ", ")))
                        ORDER BY \(order.rawValue) DESC, pagerank DESC, entity.key LIMIT \(limit ?? -1)
                        """
                ).map {
                    RankedEntity(
                        entity: EntitySummary($0), pagerank: $0[8], degree: $0[9], strength: $0[10],
                        betweenness: $0[11])
                }
            }
        } else {
            let known = Dictionary(try allEntities(types).map { ($0.id, $0) }) { first, _ in first }
            let all = kept.structure.ranks.compactMap { rank in
                known[rank.id].map {
                    RankedEntity(
                        entity: $0, pagerank: rank.pagerank, degree: rank.degree, strength: rank.strength,
                        betweenness: rank.betweenness)
                }
            }.sorted { a, b in
                let (one, other) = (a.value(order), b.value(order))
                if one != other { return one > other }
                return a.pagerank != b.pagerank ? a.pagerank > b.pagerank : a.entity.key < b.entity.key
            }
            rows = limit.map { Array(all.prefix($0)) } ?? all
        }
        return Ranking(
            rows: rows, entities: kept.structure.nodes, pivots: kept.structure.pivots,
            isEstimate: kept.structure.pivots < kept.structure.connected)
    }
}

extension RankedEntity {
    fileprivate func value(_ order: RankOrder) -> Double {
        switch order {
        case .pagerank: pagerank
        case .degree: Double(degree)
        case .betweenness: betweenness
        }
    }
}
