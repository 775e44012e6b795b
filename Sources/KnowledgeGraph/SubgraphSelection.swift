import KGModel

/// One type against another: tools and organizations.
public struct TypePair: Sendable, Hashable {
    public var left: EntityType
    public var right: EntityType

    public init(_ left: EntityType, _ right: EntityType) {
        self.left = left
        self.right = right
    }
}

extension Subgraph {
    /// The `limit` nodes that hang on the others most, those that were asked for first; the rest is counted in
    /// `omittedNodes`.
    public func strongest(_ limit: Int) -> Subgraph {
        guard nodes.count > limit else { return self }
        let strengths = strengths()
        let ranked = nodes.indices.sorted { a, b in
            (nodes[a].depth, strengths[b], nodes[b].mentions, a)
                < (nodes[b].depth, strengths[a], nodes[a].mentions, b)
        }
        return keeping(Set(ranked.prefix(limit)))
    }

    /// Without the nodes that no edge joins to another, which count as omitted; the same where no edge is left at all.
    public func withoutLoners() -> Subgraph {
        guard !edges.isEmpty else { return self }
        return keeping(Set(edges.flatMap { [$0.a, $0.b] }))
    }

    /// One type against another: only edges between the two, and at most `limit` nodes that they join most.
    /// Either type keeps at least a third of them where it has as many. For a type against itself, all edges
    /// between its nodes.
    public func between(_ pair: TypePair, limit: Int) -> Subgraph {
        var graph = self
        graph.edges = edges.filter { edge in
            let types = (nodes[edge.a].type, nodes[edge.b].type)
            return types == (pair.left, pair.right) || types == (pair.right, pair.left)
        }
        // Who stands with nobody of the other type is no part of the question.
        graph = graph.keeping(Set(graph.edges.flatMap { [$0.a, $0.b] }))
        graph.omittedNodes = omittedNodes
        guard graph.nodes.count > limit else { return graph }
        guard pair.left != pair.right else { return graph.strongest(limit) }
        let strengths = graph.strengths()
        let ranked = graph.nodes.indices.sorted { (strengths[$1], $0) < (strengths[$0], $1) }
        let left = ranked.filter { graph.nodes[$0].type == pair.left }
        let right = ranked.filter { graph.nodes[$0].type == pair.right }
        let share = Double(left.count) / Double(ranked.count) * Double(limit)
        let wanted = min(max(Int(share.rounded()), limit / 3), limit - limit / 3)
        let room = min(max(wanted, limit - right.count), left.count)
        graph = graph.keeping(Set(left.prefix(room) + right.prefix(limit - room)))
        // Nor who lost all partners to the limit.
        return graph.keeping(Set(graph.edges.flatMap { [$0.a, $0.b] }))
    }

    /// Shared passages of each node.
    private func strengths() -> [Int] {
        var strengths = [Int](repeating: 0, count: nodes.count)
        for edge in edges where nodes.indices.contains(edge.a) && nodes.indices.contains(edge.b) {
            strengths[edge.a] += max(edge.passages, 0)
            strengths[edge.b] += max(edge.passages, 0)
        }
        return strengths
    }

    private func keeping(_ wanted: Set<Int>) -> Subgraph {
        let kept = nodes.indices.filter(wanted.contains)
        let places = Dictionary(kept.enumerated().map { ($1, $0) }) { first, _ in first }
        var graph = self
        graph.nodes = kept.map { nodes[$0] }
        graph.edges = edges.compactMap { edge in
            guard let a = places[edge.a], let b = places[edge.b] else { return nil }
            var edge = edge
            (edge.a, edge.b) = (a, b)
            return edge
        }
        graph.omittedNodes += nodes.count - kept.count
        return graph
    }
}
