import GRDB
import KGModel

/// Entities that hang together more than with the rest.
public struct Community: Sendable {
    /// 1 for the largest.
    public var number: Int
    /// Its three most central members: `BERT, GPT-2, Transformer`.
    public var name: String
    /// The most central first: by the weight of their edges within the community.
    public var members: [EntitySummary]
}

/// The answer to "what groups are there".
public struct Communities: Sendable {
    /// The largest first; entities without an edge are in none.
    public var communities: [Community]
    /// How much better they part the graph than chance, -0.5 to 1; see `Louvain.modularity`.
    public var modularity: Double
    public var entitiesWithoutEdge: Int
}

extension KnowledgeGraph {
    /// The groups of the graph, by the Louvain method over the edges' weights. Counted when first asked for and then
    /// kept in the database, where that can be written, until the graph changes.
    public func communities() throws -> Communities {
        let structure = try keptStructure().structure
        let known = Dictionary(try allEntities([]).map { ($0.id, $0) }) { first, _ in first }
        var communities: [Community] = []
        for member in structure.members {
            if communities.last?.number != member.community {
                communities.append(Community(number: member.community, name: member.name, members: []))
            }
            if let entity = known[member.id] { communities[communities.count - 1].members.append(entity) }
        }
        return Communities(
            communities: communities, modularity: structure.modularity,
            entitiesWithoutEdge: structure.nodes - structure.members.count)
    }

    func allEntities(_ types: Set<EntityType>) throws -> [EntitySummary] {
        let list = (types.isEmpty ? EntityType.allCases : types.sorted()).map { "'\($0.rawValue)'" }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(EntitySummary.columns) FROM entity WHERE type IN (\(list.joined(separator: ", ")))
                    """
            ).map(EntitySummary.init)
        }
    }
}
