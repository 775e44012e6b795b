/// The strongest ways through a network: an edge is the shorter the more passages name both its ends.
///
/// An edge of weight `w` has length `1/w`. Source: M. E. J. Newman, "Scientific collaboration networks II",
/// Phys. Rev. E 64, 016132, 2001.
struct ShortestPaths {
    private let network: Network

    init(_ network: Network) { self.network = network }

    struct Path: Hashable {
        var nodes: [Int]
        var length: Double
    }

    /// The `count` shortest paths without loops, the shortest first; fewer where there are fewer, none between
    /// parts of the network that are not connected. Source: J. Y. Yen, "Finding the k shortest loopless paths in a
    /// network", Management Science 17(11), 1971; spur paths are searched towards the target (A*), whose exact
    /// distances one search from it tells.
    func paths(from start: Int, to end: Int, count: Int) -> [Path] {
        guard start != end, count > 0 else { return [] }
        let remaining = distances(from: end, until: count == 1 ? start : nil)
        guard remaining[start].isFinite,
            let first = search(start, end, remaining, blockedNodes: [], blockedEdges: [])
        else { return [] }
        var found = [first]
        var candidates: Set<Path> = []
        while found.count < count, let last = found.last {
            for turn in 0..<(last.nodes.count - 1) {
                let root = Array(last.nodes[...turn])
                var blockedEdges: Set<[Int]> = []
                for path in found where path.nodes.count > turn + 1 && Array(path.nodes[...turn]) == root {
                    blockedEdges.insert([path.nodes[turn], path.nodes[turn + 1]])
                }
                guard
                    let spur = search(
                        root[turn], end, remaining, blockedNodes: Set(root.dropLast()),
                        blockedEdges: blockedEdges)
                else { continue }
                let nodes = root.dropLast() + spur.nodes
                candidates.insert(Path(nodes: Array(nodes), length: length(of: Array(nodes))))
            }
            let next = candidates.min { a, b in
                a.length != b.length ? a.length < b.length : a.nodes.lexicographicallyPrecedes(b.nodes)
            }
            guard let next else { break }
            candidates.remove(next)
            found.append(next)
        }
        return found
    }

    func weight(of a: Int, _ b: Int) -> Double? {
        network.neighbors(of: a).first { network.targets[$0] == Int32(b) }.map { network.weights[$0] }
    }

    private func length(of nodes: [Int]) -> Double {
        zip(nodes, nodes.dropFirst()).reduce(0) {
            $0 + 1 / (weight(of: $1.0, $1.1) ?? .leastNonzeroMagnitude)
        }
    }

    /// Dijkstra's: from one node to all others, or, with `until`, to those that are no farther than it.
    private func distances(from start: Int, until goal: Int?) -> [Double] {
        var distances = Array(repeating: Double.infinity, count: network.nodeCount)
        var heap = MinHeap()
        distances[start] = 0
        heap.push(0, start)
        while let (distance, node) = heap.pop() {
            guard distance <= distances[node] else { continue }
            if node == goal { break }
            for edge in network.neighbors(of: node) {
                let other = Int(network.targets[edge])
                let there = distance + 1 / network.weights[edge]
                if there < distances[other] {
                    distances[other] = there
                    heap.push(there, other)
                }
            }
        }
        return distances
    }

    /// A*: `remaining` never overestimates. Where two ways are equally long, the one over the lower node numbers.
    private func search(
        _ start: Int, _ end: Int, _ remaining: [Double], blockedNodes: Set<Int>, blockedEdges: Set<[Int]>
    ) -> Path? {
        var distances: [Int: Double] = [start: 0]
        var before: [Int: Int] = [:]
        var done: Set<Int> = []
        var heap = MinHeap()
        heap.push(remaining[start], start)
        while let (_, node) = heap.pop() {
            if node == end { break }
            guard done.insert(node).inserted, let here = distances[node] else { continue }
            for edge in network.neighbors(of: node) {
                let other = Int(network.targets[edge])
                let there = here + 1 / network.weights[edge]
                guard remaining[other].isFinite, !done.contains(other), !blockedNodes.contains(other),
                    there < distances[other] ?? .infinity,
                    blockedEdges.isEmpty || !blockedEdges.contains([node, other])
                else { continue }
                distances[other] = there
                before[other] = node
                heap.push(there + remaining[other], other)
            }
        }
        guard let total = distances[end] else { return nil }
        var nodes = [end]
        while let node = nodes.last, node != start, let previous = before[node] { nodes.append(previous) }
        return Path(nodes: nodes.reversed(), length: total)
    }
}
