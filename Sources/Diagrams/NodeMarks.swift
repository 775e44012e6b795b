import KGModel
import KnowledgeGraph

/// Paints nodes: a box in the colour and with the corners of its type, the name in it.
struct NodeMarks {
    let palette: Palette
    /// Font size of an ordinary label, in pixels.
    let textSize: Double
    let evidence: DiagramEvidence

    func groups(_ graph: Subgraph, _ nodes: [PlacedNode]) -> [Scene.Group] {
        zip(graph.nodes, nodes).map(group)
    }

    private func group(_ node: Subgraph.Node, _ placed: PlacedNode) -> Scene.Group {
        let frame = placed.frame
        let emphasis = placed.isEmphasized ? palette.emphasis(node.type) : nil
        let border = palette.border(node.type)
        var marks: [Scene.Mark] = [
            .box(
                .init(
                    frame: frame, corner: node.type.corners.corner(height: frame.height, textSize: textSize),
                    fill: emphasis?.fill ?? palette.fill(node.type), stroke: emphasis?.fill ?? border,
                    strokeWidth: textSize * 0.085))
        ]
        let size = placed.label.size
        var baseline = frame.center.y - placed.label.extent.height / 2 + size * 0.85
        for line in placed.label.lines {
            marks.append(
                .text(
                    .init(
                        content: line, origin: Point(x: frame.center.x, y: baseline), anchor: .middle,
                        size: size, isBold: placed.label.isBold, color: emphasis?.label ?? palette.label,
                        isRightToLeft: placed.label.isRightToLeft)))
            baseline += size * Label.leading
        }
        let source = evidence[node.id]
        var tooltip =
            node.displayName(maxLength: 4000)
            + " · \(node.type.rawValue) · \(Caption.count(node.issues, "issue")), "
            + Caption.count(node.mentions, "mention")
        if let source { tooltip += "\n" + source.text }
        return Scene.Group(
            kind: "node \(node.type.rawValue)", name: node.id,
            data: [("x", frame.center.x.short), ("y", frame.center.y.short)], tooltip: tooltip,
            link: source?.link, marks: marks)
    }
}
