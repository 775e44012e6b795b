import KnowledgeGraph

/// Paints edges: as wide and dark as they are strong, around the nodes that stand between their ends.
struct EdgeMarks {
    /// Weakest first, then the words of arrows. An edge that lies behind a node from end to end has none.
    private(set) var groups: [Scene.Group] = []
    /// How many edges are to be seen.
    private(set) var count = 0

    private let graph: Subgraph
    private let frames: [Rectangle]
    private let palette: Palette
    private let textSize: Double
    private let hasCenter: Bool

    init(
        graph: Subgraph, links: Links, nodes: [PlacedNode], palette: Palette, textSize: Double, width: Double,
        evidence: DiagramEvidence, arrows: Arrows, layout: Diagram.Layout
    ) {
        self.graph = graph
        self.palette = palette
        self.textSize = textSize
        frames = nodes.map(\.frame)
        hasCenter = nodes.contains(where: \.isEmphasized)
        let router = Router(frames: frames, width: width, gap: textSize * 0.35)
        let routes: [Curve]
        switch layout {
        case .columns:
            routes = links.drawn.map { Columns.route(from: frames[$0.edge.a], to: frames[$0.edge.b]) }
        case .circo: routes = router.chords(links)
        case .dot where links.isTree: routes = router.levelRoutes(links)
        default: routes = router.routes(links)
        }
        var words = ArrowLabels(frames: frames, width: width, palette: palette, textSize: textSize)
        for (link, route) in zip(links.drawn, routes) {
            let edge = link.edge
            let along = arrows.along(edge)
            // A level route runs from left to right, whatever the edge's direction.
            let isReversed =
                route.start.distance(to: frames[edge.b].center)
                < route.start.distance(to: frames[edge.a].center)
            let marks = marks(link, isReversed ? route.reversed : route, along)
            guard !marks.isEmpty,
                !links.isTree || link.parent != nil || !along.isEmpty || isClear(route, edge)
            else { continue }
            count += 1
            let names = [edge.a, edge.b].map { graph.nodes[$0].displayName() }
            let source = evidence[graph.nodes[edge.a].id, graph.nodes[edge.b].id]
            var tooltip =
                "\(names[0]) – \(names[1]): \(Caption.count(edge.passages, "passage")) in "
                + Caption.count(edge.issues, "issue")
            for arrow in along {
                tooltip +=
                    "\n\(names[arrow.isForward ? 0 : 1]) \(arrow.label) \(names[arrow.isForward ? 1 : 0])"
            }
            if let source { tooltip += "\n" + source.text }
            groups.append(Scene.Group(kind: "edge", tooltip: tooltip, link: source?.link, marks: marks))
            if !along.isEmpty {
                words.add(along.map(\.label), along: route, ends: [frames[edge.a], frames[edge.b]])
            }
        }
        groups += words.groups
    }

    /// Edges of the names that were asked for stand before those among their neighbours; what texts state before
    /// what merely stands together.
    private func ink(_ link: Links.Link, isStated: Bool) -> (color: Color, width: Double) {
        let ink = palette.ink(link.strength, textSize: textSize)
        if isStated { return (palette.strongEdge, ink.width) }
        let ends = [link.edge.a, link.edge.b].map { graph.nodes[$0].depth }
        guard hasCenter, !ends.contains(0) else { return ink }
        return (ink.color.mixed(with: palette.background, share: 0.4), ink.width)
    }

    private func marks(
        _ link: Links.Link, _ route: Curve, _ arrows: [(isForward: Bool, label: String)]
    ) -> [Scene.Mark] {
        let edge = link.edge
        let ink = ink(link, isStated: !arrows.isEmpty)
        var heads: [Scene.Mark] = []
        var ends = (0.0, 1.0)
        func head(_ node: Int, _ curve: Curve) -> ArrowHead? {
            var radius = 0.0
            if case .round(let round) = graph.nodes[node].type.corners.corner(
                height: frames[node].height, textSize: textSize)
            {
                radius = round
            }
            return ArrowHead(
                curve, to: frames[node], corner: radius, length: textSize * 0.55 + ink.width * 1.4)
        }
        if arrows.contains(where: \.isForward), let head = head(edge.b, route) {
            heads.append(.area(.init(points: head.points, color: ink.color)))
            ends.1 = head.share
        }
        if arrows.contains(where: { !$0.isForward }), let head = head(edge.a, route.reversed) {
            heads.append(.area(.init(points: head.points, color: ink.color)))
            ends.0 = 1 - head.share
        }
        let shown = ends.0 < ends.1 ? route.piece(ends.0...ends.1) : route
        let pieces = visible(shown, from: edge.a, to: edge.b, gap: textSize * 0.3)
        guard !pieces.isEmpty else { return [] }
        return [.line(.init(pieces, ink: ink))] + heads
    }

    /// Whether no other node stands in the way.
    private func isClear(_ route: Curve, _ edge: Subgraph.Edge) -> Bool {
        visible(route, from: edge.a, to: edge.b, gap: textSize * 0.3).count == 1
    }

    /// The pieces of a route that lie behind no other node; its ends run under their own nodes.
    private func visible(_ route: Curve, from a: Int, to b: Int, gap: Double) -> [Curve] {
        let steps = 48
        let points = route.points(steps)
        var hidden: [ClosedRange<Double>] = []
        for (index, frame) in frames.enumerated() {
            // The corners of the ends are round.
            let margin = index == a || index == b ? -0.3 * min(frame.width, frame.height) : gap
            let box = frame.grown(by: margin)
            for step in 0..<steps {
                guard let part = box.covered(from: points[step], to: points[step + 1]) else { continue }
                hidden.append(
                    (Double(step) + part.lowerBound) / Double(steps)...(Double(step) + part.upperBound)
                        / Double(steps))
            }
        }
        hidden.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var pieces: [Curve] = []
        var position = 0.0
        for part in hidden + [1...1] {
            if part.lowerBound > position + 0.004 { pieces.append(route.piece(position...part.lowerBound)) }
            position = max(position, part.upperBound)
        }
        return pieces
    }
}
