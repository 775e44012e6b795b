import KGModel
import KnowledgeGraph

/// Turns a subgraph into a picture: measures, lays out, places, paints.
struct Composer {
    let diagram: Diagram
    let palette: Palette
    private let graph: Subgraph
    private let width: Double
    /// Font size of an ordinary label, in pixels.
    private let textSize: Double
    private let margin: Double

    init(_ diagram: Diagram) {
        self.diagram = diagram
        palette = Palette(diagram.theme)
        graph = diagram.subgraph
        width = Double(diagram.width)
        // Few nodes can be large; a narrow picture is read at its own size, so its text shrinks less.
        let scale = min(max((width / 1200).squareRoot(), 0.86), 2.9)
        textSize = min(max(21 - Double(graph.nodes.count) * 0.17, 15), 20) * scale
        margin = min(36, width * 0.03)
    }

    func compose() throws(DiagramError) -> Picture {
        let links = Links(graph)
        let labels = graph.nodes.map(label)
        let sizes = zip(graph.nodes, labels).map { node, label in size(of: label, type: node.type) }
        let (centers, graphHeight) = try place(sizes: sizes, links: links)

        var groups: [Scene.Group] = []
        var furniture: [Rectangle] = []
        var y = margin
        if let title = titleBlock(top: y) {
            groups.append(title.group)
            furniture.append(title.frame)
            y = title.frame.maxY + textSize * 0.7
        }
        let legend = Legend(
            types: Set(graph.nodes.map(\.type)).sorted(), passages: links.passages, palette: palette,
            textSize: noteSize, left: margin, top: y, width: width - 2 * margin)
        groups.append(legend.group)
        furniture.append(legend.frame)
        y = legend.frame.maxY + textSize * 1.7

        let nodes = graph.nodes.indices.map { index in
            let center = Point(x: centers[index].x + margin, y: centers[index].y + y)
            return PlacedNode(
                frame: Rectangle(center: center, size: sizes[index]), label: labels[index],
                isEmphasized: isEmphasized(graph.nodes[index]))
        }
        let edges = linkGroups(links, nodes: nodes)
        groups += edges
        groups += nodes.indices.map { nodeGroup(graph.nodes[$0], nodes[$0]) }
        y += graphHeight + textSize * 1.5

        // An edge can also lie behind a node from end to end.
        let hidden = links.hidden + links.drawn.count - edges.count
        let caption = Caption.text(graph, hiddenEdges: hidden)
        if let block = captionBlock(caption, top: y) {
            groups.append(block.group)
            furniture.append(block.frame)
            y = block.frame.maxY
        }
        let title = Label.clean(diagram.title)
        let scene = Scene(
            size: Size(width: width, height: (y + margin * 0.8).rounded(.up)), background: palette.background,
            title: title.isEmpty ? "Graph of \(Caption.count(nodes.count, "name"))" : title,
            summary: Caption.summary(graph, caption: caption), groups: groups)
        return Picture(scene: scene, nodes: nodes, links: links, caption: caption, furniture: furniture)
    }

    // MARK: - Nodes

    /// Where everything was asked for, nothing stands out.
    private func isEmphasized(_ node: Subgraph.Node) -> Bool {
        node.depth == 0 && graph.nodes.contains { $0.depth != 0 }
    }

    private func label(_ node: Subgraph.Node) -> Label {
        let most = Double(graph.nodes.map(\.issues).max() ?? 1)
        let share = most > 0 ? (Double(max(node.issues, 0)) / most).squareRoot() : 0
        let emphasized = isEmphasized(node)
        let size = textSize * (emphasized ? 1.42 : 0.88 + 0.38 * share)
        let room = width - 2 * margin - 2 * size
        return Label(
            node.displayName(), size: size, bold: emphasized,
            maxWidth: min(size * (node.type == .paper ? 12.5 : 11), room), maxLines: 3)
    }

    private func size(of label: Label, type: EntityType) -> Size {
        let text = label.extent
        let side = label.size * (type.corners == .pill || type.corners == .cut ? 0.75 : 0.6)
        return Size(
            width: (max(text.width, label.size * 1.2) + 2 * side).rounded(.up),
            height: (text.height + label.size * 0.72).rounded(.up))
    }

    private func place(sizes: [Size], links: Links) throws(DiagramError) -> ([Point], Double) {
        let springs = links.drawn.map {
            EngineLayout.Spring(a: $0.edge.a, b: $0.edge.b, strength: $0.strength)
        }
        let roots = graph.nodes.indices.filter { graph.nodes[$0].depth == 0 }
        let points = try EngineLayout.positions(
            engine: diagram.layout, sizes: sizes, springs: springs, roots: roots)
        let placement = Placement(
            sizes: sizes, width: width - 2 * margin, gap: textSize * 0.9,
            weights: graph.nodes.map { isEmphasized($0) ? 12 : 1 })
        let isFree = diagram.layout.isFree
        let (centers, height) = placement.place(points, turning: isFree, evening: isFree ? 0.45 : 0)
        guard isFree else { return (centers, height) }
        let untangler = Untangler(
            sizes: sizes, springs: springs, frame: Size(width: width - 2 * margin, height: height),
            gap: textSize * 0.9)
        return placement.framed(untangler.improve(centers))
    }

    private func nodeGroup(_ node: Subgraph.Node, _ placed: PlacedNode) -> Scene.Group {
        let frame = placed.frame
        let corner = node.type.corners.corner(height: frame.height, textSize: textSize)
        var marks: [Scene.Mark] = []
        marks.append(
            .box(
                .init(
                    frame: frame, corner: corner, fill: palette.fill(node.type),
                    stroke: placed.isEmphasized ? palette.emphasis : palette.border(node.type),
                    strokeWidth: placed.isEmphasized ? textSize * 0.16 : textSize * 0.06)))
        let size = placed.label.size
        var baseline = frame.center.y - placed.label.extent.height / 2 + size * 0.85
        for line in placed.label.lines {
            marks.append(
                .text(
                    .init(
                        content: line, origin: Point(x: frame.center.x, y: baseline), anchor: .middle,
                        size: size, isBold: placed.label.isBold, color: palette.label)))
            baseline += size * Label.leading
        }
        return Scene.Group(
            kind: "node \(node.type.rawValue)", name: node.id,
            tooltip: node.displayName(maxLength: 4000)
                + " · \(node.type.rawValue) · \(Caption.count(node.issues, "issue")), "
                + Caption.count(node.mentions, "mention"),
            marks: marks)
    }

    // MARK: - Edges

    private func linkGroups(_ links: Links, nodes: [PlacedNode]) -> [Scene.Group] {
        links.drawn.compactMap { link in
            let (a, b) = (link.edge.a, link.edge.b)
            let segments = segments(from: a, to: b, nodes: nodes)
            guard !segments.isEmpty else { return nil }
            let names = [a, b].map { graph.nodes[$0].displayName() }
            return Scene.Group(
                kind: "edge", name: nil,
                tooltip: "\(names[0]) – \(names[1]): \(Caption.count(link.edge.passages, "passage")) in "
                    + Caption.count(link.edge.issues, "issue"),
                marks: [.line(.init(segments: segments, ink: palette.ink(link.strength, textSize: textSize)))]
            )
        }
    }

    /// The line between two nodes, from border to border. Where it passes behind another node
    /// it leaves a gap, so that it does not seem to end there.
    private func segments(from a: Int, to b: Int, nodes: [PlacedNode]) -> [Scene.Segment] {
        let (start, end) = (nodes[a].frame.center, nodes[b].frame.center)
        let gap = textSize * 0.3
        let hidden = nodes.indices.compactMap { index -> ClosedRange<Double>? in
            let frame = nodes[index].frame
            // The ends run under their nodes, whose corners are round.
            let margin = index == a || index == b ? -0.3 * min(frame.width, frame.height) : gap
            return frame.grown(by: margin).covered(from: start, to: end)
        }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var segments: [Scene.Segment] = []
        var position = 0.0
        for part in hidden {
            if part.lowerBound > position {
                segments.append(
                    .init(start: start.toward(end, position), end: start.toward(end, part.lowerBound)))
            }
            position = max(position, part.upperBound)
        }
        return segments
    }

    // MARK: - Title and caption

    private var noteSize: Double { min(max(textSize * 0.95, 13), 16 * max(1, width / 1200), width / 19) }

    private func titleBlock(top: Double) -> (group: Scene.Group, frame: Rectangle)? {
        guard !Label.clean(diagram.title).isEmpty else { return nil }
        let size = max(textSize * 1.55, 22)
        return block(
            Label(diagram.title, size: size, bold: true, maxWidth: width - 2 * margin, maxLines: 3),
            kind: "title", color: palette.text, top: top)
    }

    private func captionBlock(_ text: String, top: Double) -> (group: Scene.Group, frame: Rectangle)? {
        guard !text.isEmpty else { return nil }
        return block(
            Label(text, size: noteSize, maxWidth: width - 2 * margin, maxLines: 6),
            kind: "caption", color: palette.mutedText, top: top)
    }

    /// Lines of text at the left margin.
    private func block(
        _ label: Label, kind: String, color: Color, top: Double
    ) -> (group: Scene.Group, frame: Rectangle) {
        var marks: [Scene.Mark] = []
        var baseline = top + label.size * 0.85
        for line in label.lines {
            marks.append(
                .text(
                    .init(
                        content: line, origin: Point(x: margin, y: baseline), anchor: .start,
                        size: label.size,
                        isBold: label.isBold, color: color)))
            baseline += label.size * Label.leading
        }
        let extent = label.extent
        return (
            Scene.Group(kind: kind, marks: marks),
            Rectangle(x: margin, y: top, width: extent.width, height: extent.height)
        )
    }
}

extension Subgraph.Node {
    /// The name in one clean line; a question mark for a name without anything to see.
    func displayName(maxLength: Int = 400) -> String {
        let name = Label.clean(self.name, maxLength: maxLength)
        return name.isEmpty ? "?" : name
    }
}
