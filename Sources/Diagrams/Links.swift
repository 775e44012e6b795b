import KnowledgeGraph

/// The edges of a picture: which are drawn, and how strong they look.
struct Links: Sendable {
    struct Link: Sendable {
        var edge: Subgraph.Edge
        /// 0 for the weakest of the picture to 1 for the strongest.
        var strength: Double
        /// In a picture in layers, the end that the other one hangs on; nil for what is no part of the trunk, which is
        /// drawn where nothing stands in its way.
        var parent: Int?
    }

    /// Weakest first, so that strong edges are painted over weak ones.
    var drawn: [Link]
    /// How many edges are left out so that the others can be read.
    var hidden: Int
    /// Of each node, how many links of the trunk lie between it and the root; nil without a trunk.
    private(set) var layers: [Int]?
    var isTree: Bool { layers != nil }
    /// Passages of the weakest and the strongest edge drawn; nil without edges.
    var passages: ClosedRange<Int>?

    /// Leaves out edges where there are too many to tell apart: each node keeps its strongest, fewer the more
    /// nodes there are, and names that were asked for keep all. Edges with arrows stay.
    ///
    /// - Parameter layers: the room for a trunk, for pictures in layers.
    init(_ subgraph: Subgraph, arrows: Arrows? = nil, layers: Trunk.Room? = nil) {
        let nodes = subgraph.nodes
        // Where everything was asked for, nothing was.
        let asksForAll = nodes.allSatisfy { $0.depth == 0 }
        let hasCenter = !asksForAll && nodes.contains { $0.depth == 0 }
        let kept = hasCenter ? (nodes.count > 12 ? 1 : 2) : (nodes.count > 24 ? 2 : 3)
        var seen = Set<[Int]>()
        var edges = subgraph.edges.filter { edge in
            let pair = [min(edge.a, edge.b), max(edge.a, edge.b)]
            return edge.a != edge.b && nodes.indices.contains(edge.a) && nodes.indices.contains(edge.b)
                && seen.insert(pair).inserted
        }
        edges.sort(by: Self.isStronger)
        let all = edges.count
        if all > max(16, nodes.count * 8 / 5) {
            var taken = [Int](repeating: 0, count: nodes.count)
            edges = edges.filter { edge in
                let isAsked = !asksForAll && (nodes[edge.a].depth == 0 || nodes[edge.b].depth == 0)
                let isKept =
                    isAsked || arrows?.along(edge).isEmpty == false || taken[edge.a] < kept
                    || taken[edge.b] < kept
                if !isAsked {
                    taken[edge.a] += 1
                    taken[edge.b] += 1
                }
                return isKept
            }
        }
        hidden = all - edges.count
        let counts = edges.map { max($0.passages, 0) }
        if let least = counts.min(), let most = counts.max() { passages = least...most }
        let scale = Self.scaled(Double(passages?.upperBound ?? 0))
        let base = Self.scaled(Double(passages?.lowerBound ?? 0))
        drawn = edges.reversed().map { edge in
            let value = Self.scaled(Double(max(edge.passages, 0)))
            return Link(edge: edge, strength: scale > base ? (value - base) / (scale - base) : 0.35)
        }
        if let layers, let trunk = Trunk(nodes, drawn.map(\.edge), room: layers) {
            self.layers = trunk.layers
            for index in drawn.indices { drawn[index].parent = trunk.parents[index] }
        }
    }

    /// Passages, then surprise, then place in the graph.
    private static func isStronger(_ a: Subgraph.Edge, _ b: Subgraph.Edge) -> Bool {
        if a.passages != b.passages { return a.passages > b.passages }
        if a.issues != b.issues { return a.issues > b.issues }
        if a.npmi != b.npmi, !a.npmi.isNaN, !b.npmi.isNaN { return a.npmi > b.npmi }
        return (a.a, a.b) < (b.a, b.b)
    }

    /// On a linear scale one strong edge makes hairlines of all others.
    private static func scaled(_ value: Double) -> Double { value.squareRoot() }
}
