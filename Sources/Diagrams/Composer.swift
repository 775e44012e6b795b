import KGModel
import KnowledgeGraph

/// Turns a subgraph into a picture: measures, lays out, places, paints.
struct Composer {
    let diagram: Diagram
    private let palette: Palette
    private let width: Double
    private let margin: Double
    /// Few nodes can be large; a narrow picture is read at its own size, so its text shrinks less.
    private let scale: Double

    init(_ diagram: Diagram) {
        self.diagram = diagram
        palette = Palette(diagram.theme)
        width = Double(diagram.size.width)
        margin = min(36, width * 0.032)
        scale = min(max((width / 1200).squareRoot(), 0.86), 2.9)
    }

    func compose() throws(DiagramError) -> Picture {
        var graph = diagram.subgraph
        var engine = EngineLayout.Memory(diagram, graph)
        guard let height = diagram.size.height.map(Double.init) else {
            guard let picture = try picture(graph, textSize(graph), height: nil, &engine) else {
                throw .empty
            }
            return picture
        }
        // In a frame of fixed height the text is as large as it can be; where even small text does not fit,
        // the weakest nodes go.
        while true {
            let natural = textSize(graph)
            var textSize = diagram.places == nil ? natural * 1.2 : natural
            let least = max(min(natural, 13.4), 15.5 * scale * min(1, height / width * 1.9))
            while textSize >= least * 0.999 {
                if let picture = try picture(graph, textSize, height: height, &engine) { return picture }
                textSize *= 0.94
            }
            guard graph.nodes.count > 1 else { throw .tooSmall(diagram.size) }
            graph = graph.strongest(graph.nodes.count - max(1, graph.nodes.count / 12))
            engine = EngineLayout.Memory(diagram, graph)
        }
    }

    /// How many labels fit beside and below each other; nil where layers are not asked for.
    private func layers(_ textSize: Double, _ height: Double?) -> Trunk.Room? {
        guard diagram.layout == .dot else { return nil }
        let rows = height.map { Int(($0 - 2 * margin - 6 * textSize) / (textSize * 2.4)) }
        return Trunk.Room(layers: Int((width - 2 * margin) / (textSize * 13)), rows: rows.map { max(1, $0) })
    }

    /// Font size of an ordinary label, in pixels.
    private func textSize(_ graph: Subgraph) -> Double {
        if let places = diagram.places { return places.textSize * width / places.width }
        return min(max(21 - Double(graph.nodes.count) * 0.17, 15), 20) * scale
    }

    /// Nil where the nodes do not fit into the height.
    private func picture(
        _ graph: Subgraph, _ textSize: Double, height: Double?, _ engine: inout EngineLayout.Memory
    ) throws(DiagramError) -> Picture? {
        let arrows = Arrows(diagram.arrows, graph)
        let links = Links(graph, arrows: arrows, layers: layers(textSize, height))
        let noteSize = min(max(textSize * 0.92, 12.5), 16 * max(1, width / 1200), width / 19)
        let inner = width - 2 * margin

        var groups: [Scene.Group] = []
        var furniture: [Rectangle] = []
        var y = margin
        func add(_ group: Scene.Group, _ frame: Rectangle) {
            groups.append(group)
            furniture.append(frame)
        }
        if !Label.clean(diagram.title).isEmpty {
            let label = Label(
                diagram.title, size: max(textSize * 1.55, 22), bold: true, maxWidth: inner,
                maxLines: height == nil ? 3 : 2)
            let title = TextBlock(label, kind: "title", color: palette.text, left: margin, top: y)
            add(title.group, title.frame)
            y = title.frame.maxY + textSize * 0.7
        }
        y += textSize * 0.7

        // The legend stands below: it may grow from a picture to the next, which must line up.
        let key = { (top: Double) in
            Legend(
                types: Set(graph.nodes.map(\.type)).sorted(), passages: links.passages, palette: palette,
                textSize: noteSize, left: margin, top: top, width: inner)
        }
        let footer = key(0).frame.height + noteSize * 1.5 + margin * 0.8
        let room = height.map { $0 - y - footer - textSize * 1.1 } ?? 0
        let arranger = Arranger(
            diagram: diagram, graph: graph, links: links, textSize: textSize,
            frame: Rectangle(x: margin, y: y, width: inner, height: room), isFixed: height != nil)
        guard let nodes = try arranger.arrange(&engine) else { return nil }
        let bottom = nodes.map(\.frame.maxY).max() ?? y

        let edges = EdgeMarks(
            graph: graph, links: links, nodes: nodes, palette: palette, textSize: textSize, width: width,
            evidence: diagram.evidence, arrows: arrows, layout: diagram.layout)
        // An edge can also lie behind a node from end to end.
        let caption = Caption.text(graph, hiddenEdges: links.hidden + links.drawn.count - edges.count)
        groups += edges.groups
        groups += NodeMarks(palette: palette, textSize: textSize, evidence: diagram.evidence).groups(
            graph, nodes)

        let legend = key(height.map { $0 - footer } ?? bottom + textSize * 1.4)
        add(legend.group, legend.frame)
        y = legend.frame.maxY + noteSize * 0.5
        if !caption.isEmpty {
            let label = Label(caption, size: noteSize, maxWidth: inner, maxLines: height == nil ? 6 : 1)
            let block = TextBlock(label, kind: "caption", color: palette.mutedText, left: margin, top: y)
            add(block.group, block.frame)
            y = block.frame.maxY
        }
        let title = Label.clean(diagram.title)
        let scene = Scene(
            size: Size(width: width, height: height ?? (y + margin * 0.8).rounded(.up)),
            background: palette.background, kind: "diagram", data: [("text", textSize.short)],
            title: title.isEmpty ? "Graph of \(Caption.count(nodes.count, "name"))" : title,
            summary: Caption.summary(graph, links: links, caption: caption), groups: groups)
        return Picture(
            scene: scene, graph: graph, nodes: nodes, links: links, caption: caption, furniture: furniture,
            textSize: textSize)
    }
}
