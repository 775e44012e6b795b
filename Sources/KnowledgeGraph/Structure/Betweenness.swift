/// On how many of the shortest ways between others each node lies.
struct Betweenness {
    /// For each node the share of pairs of other nodes whose shortest ways it lies on, 0 to 1.
    let values: [Double]
    /// From how many nodes ways were searched: all, or, in a large network, so many spread evenly over it, from
    /// which the values are estimated.
    let pivots: Int

    /// Searches from all nodes cost nodes times edges; above this many steps only some are searched from.
    static let mostSteps = 60_000_000

    /// Counted in steps, whatever the edges' weights. Sources: U. Brandes, "A faster algorithm for betweenness
    /// centrality", J. Math. Sociology 25(2), 2001; U. Brandes and C. Pich, "Centrality estimation in large
    /// networks", Int. J. Bifurcation and Chaos 17(7), 2007.
    init(_ network: Network, mostSteps: Int = Self.mostSteps) {
        let count = network.nodeCount
        // Who has no neighbour, or a single one, begins no way that tells more than that neighbour's.
        let connected = (0..<count).filter { !network.neighbors(of: $0).isEmpty }
        let affordable = max(1, mostSteps / max(1, network.targets.count + connected.count))
        let pivots = min(connected.count, affordable)
        var search = Search(network)
        for place in 0..<pivots {
            // Evenly over the nodes in order of their keys.
            search.run(from: connected[place * connected.count / pivots])
        }
        self.pivots = pivots
        let pairs = Double(count - 1) * Double(count - 2)
        let scale = pairs > 0 && pivots > 0 ? Double(connected.count) / Double(pivots) / pairs : 0
        values = search.sums.map { $0 * scale }
    }

    private struct Search {
        let network: Network
        var sums: [Double]
        private var order: [Int32] = []
        private var distances: [Int32]
        private var ways: [Double]
        private var shares: [Double]

        init(_ network: Network) {
            self.network = network
            sums = Array(repeating: 0, count: network.nodeCount)
            distances = Array(repeating: -1, count: network.nodeCount)
            ways = sums
            shares = sums
        }

        mutating func run(from start: Int) {
            order.removeAll(keepingCapacity: true)
            order.append(Int32(start))
            distances[start] = 0
            ways[start] = 1
            var next = 0
            while next < order.count {
                let node = Int(order[next])
                next += 1
                for edge in network.offsets[node]..<network.offsets[node + 1] {
                    let other = Int(network.targets[edge])
                    if distances[other] < 0 {
                        distances[other] = distances[node] + 1
                        order.append(Int32(other))
                    }
                    if distances[other] == distances[node] + 1 { ways[other] += ways[node] }
                }
            }
            for place in stride(from: order.count - 1, through: 0, by: -1) {
                let node = Int(order[place])
                let share = (1 + shares[node]) / ways[node]
                for edge in network.offsets[node]..<network.offsets[node + 1] {
                    let other = Int(network.targets[edge])
                    if distances[other] == distances[node] - 1 { shares[other] += ways[other] * share }
                }
                if node != start { sums[node] += shares[node] }
            }
            for node in order {
                distances[Int(node)] = -1
                ways[Int(node)] = 0
                shares[Int(node)] = 0
            }
        }
    }
}
