import KnowledgeGraph

extension Diagram {
    /// What the texts state of two nodes, drawn as an arrow along their edge: `GPT-2`, released by, `OpenAI`.
    public struct Arrow: Sendable, Hashable {
        /// Ids of nodes.
        public var from: String
        public var to: String
        /// Stands beside the line where there is room.
        public var label: String

        public init(from: String, to: String, label: String) {
            self.from = from
            self.to = to
            self.label = label
        }
    }
}

/// The arrows of a picture, by the nodes that they join.
struct Arrows {
    private var byPair: [[Int]: [(isForward: Bool, label: String)]] = [:]

    init(_ arrows: [Diagram.Arrow], _ graph: Subgraph) {
        let places = Dictionary(graph.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for arrow in arrows {
            guard let from = places[arrow.from], let to = places[arrow.to], from != to else { continue }
            byPair[[min(from, to), max(from, to)], default: []].append((from < to, Label.clean(arrow.label)))
        }
    }

    var isEmpty: Bool { byPair.isEmpty }

    /// The arrows along an edge; `isForward` where they lead from the edge's `a` to its `b`.
    func along(_ edge: Subgraph.Edge) -> [(isForward: Bool, label: String)] {
        let arrows = byPair[[min(edge.a, edge.b), max(edge.a, edge.b)]] ?? []
        return edge.a < edge.b ? arrows : arrows.map { (!$0.isForward, $0.label) }
    }
}

/// The head of an arrow at the border of a node.
struct ArrowHead {
    /// A triangle.
    let points: [Point]
    /// Where on the route the head begins; the line ends there.
    let share: Double

    /// - Parameters:
    ///   - route: towards the node, ending in its middle.
    ///   - frame: of the node.
    ///   - corner: its radius, in pixels.
    ///   - length: of the head, in pixels.
    /// - Returns: nil where the route never comes out of the node.
    init?(_ route: Curve, to frame: Rectangle, corner: Double, length: Double) {
        let radius = min(corner, frame.width / 2, frame.height / 2)
        func isInside(_ point: Point) -> Bool {
            let dx = max(frame.x + radius - point.x, 0, point.x - (frame.maxX - radius))
            let dy = max(frame.y + radius - point.y, 0, point.y - (frame.maxY - radius))
            return dx * dx + dy * dy <= (radius + 1.5) * (radius + 1.5)
                && frame.grown(by: 1.5).contains(point)
        }
        guard !isInside(route.start), isInside(route.end) else { return nil }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<30 {
            let middle = (low + high) / 2
            if isInside(route.point(at: middle)) { high = middle } else { low = middle }
        }
        let tip = route.point(at: low)
        var (near, far) = (low, 0.0)
        for _ in 0..<30 {
            let middle = (near + far) / 2
            if route.point(at: middle).distance(to: tip) > length { far = middle } else { near = middle }
        }
        let base = route.point(at: near)
        let distance = base.distance(to: tip)
        guard distance > length * 0.5 else { return nil }
        let (x, y) = ((tip.x - base.x) / distance, (tip.y - base.y) / distance)
        let half = length * 0.42
        points = [
            tip, Point(x: base.x - y * half, y: base.y + x * half),
            Point(x: base.x + y * half, y: base.y - x * half),
        ]
        share = near
    }
}

extension Rectangle {
    func contains(_ point: Point) -> Bool {
        point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
    }
}
