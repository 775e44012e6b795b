/// Annotated and found entities, paired one to one by the mentions they share.
enum NodePairing {
    struct Node: Hashable, Comparable {
        /// -1 where types are left out of account.
        var type: Int
        var entity: Int

        static func < (a: Node, b: Node) -> Bool { (a.type, a.entity) < (b.type, b.entity) }
    }

    /// A mention, whatever its type.
    struct Place: Hashable {
        var document: Int
        var line: Int
        var surface: Int
    }

    /// How often each node has each place.
    static func nodes(_ rows: [Scorer.Row], typed: Bool) -> [Node: [Place: Int]] {
        var nodes: [Node: [Place: Int]] = [:]
        for row in rows {
            let place = Place(document: row.document, line: row.line, surface: row.surface)
            nodes[Node(type: typed ? row.type : -1, entity: row.entity), default: [:]][place, default: 0] += 1
        }
        return nodes
    }

    private struct Candidate {
        var overlap: Int
        var gold: Node
        var found: Node
    }

    /// The largest overlap first; ties in order of the nodes.
    static func pairs(
        _ gold: [Node: [Place: Int]], _ found: [Node: [Place: Int]], sameType: Bool
    ) -> [Node: Node] {
        var index: [Place: Set<Node>] = [:]
        for (node, places) in found { for place in places.keys { index[place, default: []].insert(node) } }
        var candidates: [Candidate] = []
        for (node, places) in gold {
            let others = places.keys.reduce(into: Set<Node>()) { $0.formUnion(index[$1] ?? []) }
            for other in others where !sameType || other.type == node.type {
                let overlap = places.reduce(0) { $0 + min($1.value, found[other]?[$1.key] ?? 0) }
                candidates.append(Candidate(overlap: overlap, gold: node, found: other))
            }
        }
        candidates.sort { ($1.overlap, $0.gold, $0.found) < ($0.overlap, $1.gold, $1.found) }
        var pairs: [Node: Node] = [:]
        var used: Set<Node> = []
        for candidate in candidates where pairs[candidate.gold] == nil && !used.contains(candidate.found) {
            pairs[candidate.gold] = candidate.found
            used.insert(candidate.found)
        }
        return pairs
    }
}
