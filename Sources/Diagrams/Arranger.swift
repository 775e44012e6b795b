import KGModel
import KnowledgeGraph

/// Finds a place for every node of a picture.
struct Arranger {
    let diagram: Diagram
    let graph: Subgraph
    let links: Links
    /// Font size of an ordinary label, in pixels.
    let textSize: Double
    /// Where nodes may stand; without `isFixed` its height follows from them.
    let frame: Rectangle
    let isFixed: Bool

    /// Whether edges run from a column to the other.
    var isInColumns: Bool { diagram.layout == .columns }

    /// Nil where the nodes do not fit into the frame.
    func arrange(_ engine: inout EngineLayout.Memory) throws(DiagramError) -> [PlacedNode]? {
        let labels = labels()
        let sizes = zip(graph.nodes, labels).map { node, label in size(of: label, type: node.type) }
        guard sizes.allSatisfy({ $0.width <= frame.width }) else { return nil }
        guard let centers = try centers(sizes, &engine) else { return nil }
        return graph.nodes.indices.map { index in
            PlacedNode(
                frame: Rectangle(center: centers[index], size: sizes[index]), label: labels[index],
                isEmphasized: graph.isEmphasized(graph.nodes[index]))
        }
    }

    private func centers(
        _ sizes: [Size], _ engine: inout EngineLayout.Memory
    ) throws(DiagramError) -> [Point]? {
        if let places = diagram.places {
            return Continuation(
                graph: graph, links: links, sizes: sizes, gap: textSize * 0.7, frame: frame, isFixed: isFixed,
                isLeft: isInColumns ? isLeft : nil
            ).centers(from: places, pageWidth: Double(diagram.size.width))
        }
        if diagram.layout == .columns {
            return Columns(
                links: links, sizes: sizes, isLeft: isLeft, gap: textSize * 0.55, frame: frame,
                isFixed: isFixed
            ).centers()
        }
        let gap = textSize * 0.9
        let springs = links.drawn.map { link in
            let isReversed = link.parent == link.edge.b
            return EngineLayout.Spring(
                a: isReversed ? link.edge.b : link.edge.a, b: isReversed ? link.edge.a : link.edge.b,
                strength: link.strength, isTrunk: !links.isTree || link.parent != nil)
        }
        let placement = Placement(
            sizes: sizes, width: frame.width, gap: gap, isWide: diagram.layout == .dot,
            weights: graph.nodes.map { graph.isEmphasized($0) ? 12 : 1 })
        if isFixed, !placement.mayFit(Size(width: frame.width, height: frame.height)) { return nil }
        let points = try engine.positions(
            sizes: sizes, springs: springs, isTree: links.isTree)
        if diagram.layout == .circo {
            let first = graph.nodes.firstIndex { graph.isEmphasized($0) } ?? 0
            let ring = Ring(sizes: sizes, gap: gap * 0.6, frame: frame, isFixed: isFixed)
            // A narrow page has no room for one, but any number of rows.
            if let centers = ring.centers(like: points, first: first) { return centers }
            if isFixed { return nil }
        }
        if let layers = links.layers {
            let columns = Layers(
                sizes: sizes, layers: layers, gap: gap * 0.6, frame: frame, isFixed: isFixed)
            if let centers = columns.centers(like: points) { return centers }
            if isFixed { return nil }
        }
        let isFree = diagram.layout.isFree
        var centers: [Point]
        var height = frame.height
        if isFixed {
            guard
                let placed = placement.place(
                    points, into: Size(width: frame.width, height: height), turning: isFree,
                    evening: isFree ? 0.45 : 0)
            else { return nil }
            centers = placed
        } else {
            (centers, height) = placement.place(points, turning: isFree, evening: isFree ? 0.45 : 0)
        }
        if isFree {
            let untangler = Untangler(
                sizes: sizes, springs: springs, frame: Size(width: frame.width, height: height), gap: gap)
            centers = untangler.improve(centers)
        } else if diagram.layout != .dot {
            // Rings stay; who stands where on them is free.
            let untangler = Untangler(
                sizes: sizes, springs: springs, frame: Size(width: frame.width, height: height),
                gap: gap * 0.3)
            centers = untangler.exchanged(centers, fixed: graph.nodes.map { graph.isEmphasized($0) })
        }
        let (framed, used) = placement.framed(centers)
        let spare = isFixed ? max(0, (height - used) / 2) : 0
        return framed.map { Point(x: $0.x + frame.x, y: $0.y + frame.y + spare) }
    }

    private var isLeft: [Bool] {
        let type = diagram.leftType ?? graph.nodes.first?.type
        let left = graph.nodes.map { $0.type == type }
        // One type alone: who was asked for, else every other.
        guard left.allSatisfy({ $0 }) else { return left }
        let asked = graph.nodes.map { graph.isEmphasized($0) }
        return asked.contains(true) ? asked : graph.nodes.indices.map { $0 % 2 == 0 }
    }

    private func labels() -> [Label] {
        // Within one issue every name counts one; how often it is named there tells more.
        let isOneIssue = graph.nodes.allSatisfy { $0.issues <= 1 }
        let counts = graph.nodes.map { Double(max(isOneIssue ? $0.mentions : $0.issues, 0)) }
        let most = max(counts.max() ?? 1, 1)
        return zip(graph.nodes, counts).map { node, count in
            let isEmphasized = graph.isEmphasized(node)
            let size = textSize * (isEmphasized ? 1.42 : 0.9 + 0.38 * (count / most).squareRoot())
            var widest = size * (node.type == .paper ? 12.5 : 11)
            if isInColumns { widest = min(widest * 1.25, frame.width * 0.36 - 2 * size) }
            return Label(
                node.displayName(), size: size, bold: isEmphasized,
                maxWidth: min(widest, frame.width - 2 * size), maxLines: 3)
        }
    }

    private func size(of label: Label, type: EntityType) -> Size {
        let text = label.extent
        let side = label.size * (type.corners == .pill || type.corners == .cut ? 0.75 : 0.6)
        return Size(
            width: (max(text.width, label.size * 1.2) + 2 * side).rounded(.up),
            height: (text.height + label.size * 0.72).rounded(.up))
    }
}
