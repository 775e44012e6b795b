import KnowledgeGraph

/// Paints edges: as wide and dark as they are strong, around the nodes that stand between their ends.
struct EdgeMarks {
    /// Weakest first. An edge that lies behind a node from end to end has none.
    let groups: [Scene.Group]

    init(
        graph: Subgraph, links: Links, nodes: [PlacedNode], palette: Palette, textSize: Double, width: Double,
        evidence: DiagramEvidence, isInColumns: Bool
    ) {
        let frames = nodes.map(\.frame)
        let hasCenter = nodes.contains(where: \.isEmphasized)
        let routes: [Curve]
        if isInColumns {
            routes = links.drawn.map { Columns.route(from: frames[$0.edge.a], to: frames[$0.edge.b]) }
        } else {
            routes = Router(frames: frames, width: width, gap: textSize * 0.35).routes(links)
        }
        /// Edges of the names that were asked for stand before those among their neighbours.
        func ink(_ link: Links.Link) -> (color: Color, width: Double) {
            let ink = palette.ink(link.strength, textSize: textSize)
            let ends = [link.edge.a, link.edge.b].map { graph.nodes[$0].depth }
            guard hasCenter, !ends.contains(0) else { return ink }
            return (ink.color.mixed(with: palette.background, share: 0.4), ink.width)
        }
        groups = zip(links.drawn, routes).compactMap { link, route in
            let edge = link.edge
            let pieces = Self.visible(route, from: edge.a, to: edge.b, frames: frames, gap: textSize * 0.3)
            guard !pieces.isEmpty else { return nil }
            let names = [edge.a, edge.b].map { graph.nodes[$0].displayName() }
            let source = evidence[graph.nodes[edge.a].id, graph.nodes[edge.b].id]
            var tooltip =
                "\(names[0]) – \(names[1]): \(Caption.count(edge.passages, "passage")) in "
                + Caption.count(edge.issues, "issue")
            if let source { tooltip += "\n" + source.text }
            return Scene.Group(
                kind: "edge", tooltip: tooltip, link: source?.link,
                marks: [.line(.init(pieces, ink: ink(link)))])
        }
    }

    /// The pieces of a route that lie behind no other node; its ends run under their own nodes.
    private static func visible(
        _ route: Curve, from a: Int, to b: Int, frames: [Rectangle], gap: Double
    ) -> [Curve] {
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
