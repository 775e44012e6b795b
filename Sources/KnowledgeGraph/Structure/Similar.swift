import KGModel

/// An entity whose neighbours are like those of another.
public struct SimilarEntity: Sendable, Hashable {
    public var entity: EntitySummary
    /// Cosine of the weighted neighbours, 0 to 1; see `Similarity`.
    public var cosine: Double
    /// How many neighbours both have.
    public var shared: Int
}

extension KnowledgeGraph {
    /// Entities with neighbours like those of one, the most similar first.
    ///
    /// - Parameters:
    ///   - types: only entities of these types; empty for all.
    ///   - minShared: neighbours that both must have: one alone proves nothing.
    public func similar(
        to entity: EntitySummary, types: Set<EntityType> = [], minShared: Int = 2, limit: Int? = nil
    ) throws -> [SimilarEntity] {
        let network = try network()
        guard let node = network.ids.firstIndex(of: entity.id) else { return [] }
        let matches = Similarity(network).matches(of: node).filter { $0.shared >= minShared }.sorted { a, b in
            a.cosine != b.cosine ? a.cosine > b.cosine : a.node < b.node
        }
        var result: [SimilarEntity] = []
        for match in matches {
            if let limit, result.count >= limit { break }
            guard let other = try entities([network.ids[match.node]]).first,
                types.isEmpty || types.contains(other.type)
            else { continue }
            let cosine = (match.cosine * 1_000_000).rounded() / 1_000_000
            result.append(SimilarEntity(entity: other, cosine: cosine, shared: match.shared))
        }
        return result
    }
}
