/// Groups of nodes that hang together more than with the rest, found by the Louvain method.
///
/// Nodes move, in the order of their numbers, to the neighbouring group that raises the modularity most, until none
/// does; then groups become nodes. After each round, groups that are not connected are taken apart, which the method
/// alone does not promise. Nothing is drawn by lot: the same network gives the same groups. Sources: V. D. Blondel et
/// al., "Fast unfolding of communities in large networks", J. Stat. Mech. P10008, 2008; V. A. Traag et al., "From
/// Louvain to Leiden", Scientific Reports 9, 5233, 2019 (on groups that fall apart).
enum Louvain {
    /// For each node the number of its group, from 0 on, in order of the groups' first nodes.
    static func groups(of network: Network) -> [Int] {
        var groups = Array(0..<network.nodeCount)
        var level = Level(network)
        while true {
            let (moved, hasMoved) = level.moved()
            let parts = level.connectedParts(of: moved)
            let numbers = renumbered(parts)
            for node in groups.indices { groups[node] = numbers[groups[node]] }
            let count = (numbers.max() ?? -1) + 1
            guard hasMoved, count < level.count else { break }
            level = level.collapsed(numbers, count)
        }
        return renumbered(groups)
    }

    /// Modularity: the share of weight within groups, less what chance would put there; -0.5 to 1. Source: M. E. J.
    /// Newman, "Analysis of weighted networks", Phys. Rev. E 70, 056131, 2004.
    static func modularity(of groups: [Int], in network: Network) -> Double {
        let total = network.weights.reduce(0, +)
        guard total > 0 else { return 0 }
        var inside = 0.0
        var strengths = Array(repeating: 0.0, count: (groups.max() ?? -1) + 1)
        for node in 0..<network.nodeCount {
            for edge in network.neighbors(of: node) {
                strengths[groups[node]] += network.weights[edge]
                if groups[Int(network.targets[edge])] == groups[node] { inside += network.weights[edge] }
            }
        }
        return inside / total - strengths.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    }

    private static func renumbered(_ groups: [Int]) -> [Int] {
        var numbers = Array(repeating: -1, count: (groups.max() ?? -1) + 1)
        var next = 0
        return groups.map { group in
            if numbers[group] < 0 {
                numbers[group] = next
                next += 1
            }
            return numbers[group]
        }
    }

    /// A network whose nodes may have edges to themselves.
    private struct Level {
        let offsets: [Int]
        let targets: [Int32]
        let weights: [Double]
        let strengths: [Double]
        let total: Double
        var count: Int { strengths.count }

        init(_ network: Network) {
            self.init(offsets: network.offsets, targets: network.targets, weights: network.weights)
        }

        init(offsets: [Int], targets: [Int32], weights: [Double]) {
            self.offsets = offsets
            self.targets = targets
            self.weights = weights
            strengths = (0..<(offsets.count - 1)).map { node in
                weights[offsets[node]..<offsets[node + 1]].reduce(0, +)
            }
            total = strengths.reduce(0, +)
        }

        func moved() -> (groups: [Int], hasMoved: Bool) {
            var groups = Array(0..<count)
            guard total > 0 else { return (groups, false) }
            var sums = strengths
            var links = Array(repeating: 0.0, count: count)
            var near: [Int] = []
            var hasMoved = false
            // Who moves makes its neighbours look again.
            var queue = Array(0..<count)
            var isQueued = Array(repeating: true, count: count)
            var next = 0
            // Rounding must not keep nodes moving for ever.
            var left = 50 * max(1, count)
            while next < queue.count, left > 0 {
                let node = queue[next]
                next += 1
                left -= 1
                isQueued[node] = false
                let own = groups[node]
                near.removeAll(keepingCapacity: true)
                near.append(own)
                for edge in offsets[node]..<offsets[node + 1] where Int(targets[edge]) != node {
                    let group = groups[Int(targets[edge])]
                    if links[group] == 0, group != own { near.append(group) }
                    links[group] += weights[edge]
                }
                sums[own] -= strengths[node]
                var best = own
                var most = links[own] - sums[own] * strengths[node] / total
                for group in near.dropFirst() {
                    let gain = links[group] - sums[group] * strengths[node] / total
                    if gain > most + 1e-10 || (gain > most - 1e-10 && best != own && group < best) {
                        most = gain
                        best = group
                    }
                }
                for group in near { links[group] = 0 }
                sums[best] += strengths[node]
                guard best != own else { continue }
                groups[node] = best
                hasMoved = true
                for edge in offsets[node]..<offsets[node + 1] {
                    let other = Int(targets[edge])
                    if other != node, groups[other] != best, !isQueued[other] {
                        isQueued[other] = true
                        queue.append(other)
                    }
                }
            }
            return (groups, hasMoved)
        }

        /// Each group's connected parts as groups of their own.
        func connectedParts(of groups: [Int]) -> [Int] {
            var parts = Array(repeating: -1, count: count)
            var next = 0
            var stack: [Int] = []
            for start in 0..<count where parts[start] < 0 {
                parts[start] = next
                stack.append(start)
                while let node = stack.popLast() {
                    for edge in offsets[node]..<offsets[node + 1] {
                        let other = Int(targets[edge])
                        if parts[other] < 0, groups[other] == groups[start] {
                            parts[other] = next
                            stack.append(other)
                        }
                    }
                }
                next += 1
            }
            return parts
        }

        /// Groups as nodes; the weight within a group becomes that of an edge of the node to itself.
        func collapsed(_ groups: [Int], _ groupCount: Int) -> Level {
            var members = Array(repeating: [Int](), count: groupCount)
            for node in 0..<count { members[groups[node]].append(node) }
            var offsets = [0]
            var targets: [Int32] = []
            var weights: [Double] = []
            var sums = Array(repeating: 0.0, count: groupCount)
            var isNear = Array(repeating: false, count: groupCount)
            for group in 0..<groupCount {
                var near: [Int] = []
                for node in members[group] {
                    for edge in self.offsets[node]..<self.offsets[node + 1] {
                        let other = groups[Int(self.targets[edge])]
                        if !isNear[other] {
                            isNear[other] = true
                            near.append(other)
                        }
                        sums[other] += self.weights[edge]
                    }
                }
                for other in near.sorted() {
                    targets.append(Int32(other))
                    weights.append(sums[other])
                    sums[other] = 0
                    isNear[other] = false
                }
                offsets.append(targets.count)
            }
            return Level(offsets: offsets, targets: targets, weights: weights)
        }
    }
}
