import KnowledgeGraph

/// The tree that a picture in layers grows on: from the name that was asked for, or the one that hangs on the others
/// most, each node hangs on the one it has the strongest link with.
///
/// Source: R. C. Prim, "Shortest connection networks and some generalizations", BSTJ 36(6), 1957, with the strongest
/// for the shortest. Cost: nodes × edges.
struct Trunk {
    /// What fits into the picture.
    struct Room {
        /// Two or more.
        var layers: Int
        /// Nodes of a layer; nil for any number.
        var rows: Int?
    }

    /// By index of the edge, the end that the other one hangs on.
    private(set) var parents: [Int: Int] = [:]
    /// Of each node, 0 for the root.
    private(set) var layers: [Int]

    /// - Parameter links: weakest first.
    /// - Returns: nil where several names were asked for, which stand on a level.
    init?(_ nodes: [Subgraph.Node], _ links: [Subgraph.Edge], room: Room) {
        var strengths = Array(repeating: 0, count: nodes.count)
        for link in links {
            strengths[link.a] += max(link.passages, 0)
            strengths[link.b] += max(link.passages, 0)
        }
        let asked = nodes.indices.filter { nodes[$0].depth == 0 }
        guard asked.count <= 1 || asked.count == nodes.count else { return nil }
        layers = Array(repeating: -1, count: nodes.count)
        var layer = layers
        var members = [0]
        func plant(_ node: Int, in number: Int) {
            layer[node] = number
            while members.count <= number { members.append(0) }
            members[number] += 1
        }
        func isOpen(_ from: Int, ignoringRows: Bool) -> Bool {
            let next = layer[from] + 1
            guard next < max(2, room.layers) else { return false }
            guard !ignoringRows, let rows = room.rows, next < members.count else { return true }
            return members[next] < rows
        }
        func strongest(ignoringRows: Bool) -> (link: Int, from: Int, to: Int)? {
            for index in links.indices.reversed() {
                for (from, to) in [(links[index].a, links[index].b), (links[index].b, links[index].a)]
                where layer[from] >= 0 && layer[to] < 0 && isOpen(from, ignoringRows: ignoringRows) {
                    return (index, from, to)
                }
            }
            return nil
        }
        func root() -> Int? {
            let free = nodes.indices.filter { layer[$0] < 0 }
            return asked.count == 1 && layer[asked[0]] < 0
                ? asked[0] : free.max { (strengths[$0], $1) < (strengths[$1], $0) }
        }
        while let start = root() {
            plant(start, in: 0)
            while let next = strongest(ignoringRows: false) ?? strongest(ignoringRows: true) {
                parents[next.link] = next.from
                plant(next.to, in: layer[next.from] + 1)
            }
        }
        layers = layer
    }
}
