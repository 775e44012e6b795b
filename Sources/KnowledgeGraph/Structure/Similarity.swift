import Foundation

/// Which nodes have neighbours like those of another.
///
/// Each node is the list of its neighbours, weighted by how much more often it is named beside them than chance has it
/// (positive pointwise mutual information); two nodes are as similar as the cosine of their lists. Source: J. A.
/// Bullinaria and J. P. Levy, "Extracting semantic representations from word co-occurrence statistics", Behavior
/// Research Methods 39, 2007.
struct Similarity {
    private let network: Network
    private let strengths: [Double]
    private let total: Double

    init(_ network: Network) {
        self.network = network
        strengths = (0..<network.nodeCount).map { network.strength(of: $0) }
        total = strengths.reduce(0, +)
    }

    struct Match {
        var node: Int
        /// 0 to 1.
        var cosine: Double
        /// Neighbours of both, those that are named beside both more often than chance has it.
        var shared: Int
    }

    /// All nodes that share a neighbour with one, in no order.
    func matches(of node: Int) -> [Match] {
        var products: [Int: (sum: Double, shared: Int)] = [:]
        for edge in network.neighbors(of: node) {
            let value = information(node, edge)
            guard value > 0 else { continue }
            let middle = Int(network.targets[edge])
            for back in network.neighbors(of: middle) {
                let other = Int(network.targets[back])
                guard other != node else { continue }
                // The table is symmetric: what the middle tells of the other, the other tells of it.
                let theirs = information(middle, back)
                if theirs > 0 {
                    let old = products[other] ?? (0, 0)
                    products[other] = (old.sum + value * theirs, old.shared + 1)
                }
            }
        }
        let own = norm(of: node)
        return products.map { other, product in
            Match(node: other, cosine: product.sum / (own * norm(of: other)), shared: product.shared)
        }
    }

    private func information(_ node: Int, _ edge: Int) -> Double {
        log(network.weights[edge] * total / (strengths[node] * strengths[Int(network.targets[edge])]))
    }

    private func norm(of node: Int) -> Double {
        network.neighbors(of: node).reduce(0.0) { sum, edge in
            let value = information(node, edge)
            return value > 0 ? sum + value * value : sum
        }.squareRoot()
    }
}
