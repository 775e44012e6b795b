/// The edge between two nodes: each node's later neighbours, sorted.
struct PairIndex {
    private let starts: [Int]
    private let others: [Int32]
    private let edges: [Int32]

    init(_ graph: Subgraph) {
        let sorted = graph.edges.enumerated().map { (a: $1.a, b: $1.b, index: $0) }
            .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        var starts = Array(repeating: 0, count: graph.nodes.count + 1)
        for edge in graph.edges { starts[edge.a + 1] += 1 }
        for index in graph.nodes.indices { starts[index + 1] += starts[index] }
        self.starts = starts
        others = sorted.map { Int32($0.b) }
        edges = sorted.map { Int32($0.index) }
    }

    /// - Parameter a: the smaller of the two.
    subscript(a: Int, b: Int) -> Int? {
        var low = starts[a]
        var high = starts[a + 1]
        while low < high {
            let middle = (low + high) / 2
            if others[middle] < b { low = middle + 1 } else { high = middle }
        }
        return low < starts[a + 1] && others[low] == b ? Int(edges[low]) : nil
    }
}
