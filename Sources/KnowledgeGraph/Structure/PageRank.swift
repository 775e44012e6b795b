/// How often a reader who follows edges at random, the stronger the likelier, comes by each node.
enum PageRank {
    /// Shares that add up to 1. Source: S. Brin and L. Page, "The anatomy of a large-scale hypertextual web search
    /// engine", WWW 7, 1998; weighted, by power iteration.
    ///
    /// - Parameter damping: the chance that the reader goes on rather than begins anywhere anew.
    static func ranks(of network: Network, damping: Double = 0.85) -> [Double] {
        let count = network.nodeCount
        guard count > 0 else { return [] }
        let strengths = (0..<count).map { network.strength(of: $0) }
        let even = 1 / Double(count)
        var ranks = Array(repeating: even, count: count)
        for _ in 0..<200 {
            // Nodes without an edge send the reader anywhere.
            var lost = 0.0
            var flows = Array(repeating: 0.0, count: count)
            for node in 0..<count {
                if strengths[node] > 0 {
                    flows[node] = ranks[node] / strengths[node]
                } else {
                    lost += ranks[node]
                }
            }
            let base = (1 - damping) * even + damping * lost * even
            var change = 0.0
            var next = Array(repeating: base, count: count)
            for node in 0..<count {
                var sum = 0.0
                for edge in network.neighbors(of: node) {
                    sum += flows[Int(network.targets[edge])] * network.weights[edge]
                }
                next[node] += damping * sum
                change += abs(next[node] - ranks[node])
            }
            ranks = next
            if change < 1e-10 { break }
        }
        return ranks
    }
}
