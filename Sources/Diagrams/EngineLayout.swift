import KnowledgeGraph

/// Where one of Graphviz's engines puts the nodes.
enum EngineLayout {
    struct Spring {
        var a: Int
        var b: Int
        /// 0 to 1.
        var strength: Double
        /// Whether layers follow from it.
        var isTrunk = true
    }

    /// Runs the engine once for a graph, however often its text is set in another size: nearness does not
    /// depend on it. The engines that draw layers and rings look at sizes, and run again.
    struct Memory {
        private let layout: Diagram.Layout
        private let roots: [Int]
        private let isUpright: Bool
        private var points: [Point]?

        init(_ diagram: Diagram, _ graph: Subgraph) {
            layout = diagram.layout
            // Layers side by side want a wide page, or rows as high as they need.
            isUpright = diagram.size.width < 900
            roots = graph.nodes.indices.filter { graph.nodes[$0].depth == 0 }
        }

        mutating func positions(
            sizes: [Size], springs: [Spring], isTree: Bool
        ) throws(DiagramError) -> [Point] {
            if layout.isFree, let points { return points }
            let found = try EngineLayout.positions(
                engine: layout, sizes: sizes, springs: springs, roots: roots, isTree: isTree,
                isUpright: isUpright && !isTree)
            points = found
            return found
        }
    }

    /// The nodes' centres, in points with `y` downwards, in an arbitrary frame; nodes may overlap.
    ///
    /// - Parameters:
    ///   - sizes: of the nodes, in points.
    ///   - roots: indexes of the nodes that belong in the middle.
    ///   - isTree: whether one spring of the trunk leads to each node.
    ///   - isUpright: whether layers are rows; else they are columns.
    static func positions(
        engine: Diagram.Layout, sizes: [Size], springs: [Spring], roots: [Int], isTree: Bool = false,
        isUpright: Bool = false
    ) throws(DiagramError) -> [Point] {
        let source = source(
            engine: engine, sizes: sizes, springs: springs, roots: roots, isTree: isTree, isUpright: isUpright
        )
        let plain = try GraphvizContext.run(source: source, engine: engine.rawValue, format: "plain")
        return read(plain: plain, count: sizes.count)
    }

    private static func source(
        engine: Diagram.Layout, sizes: [Size], springs: [Spring], roots: [Int], isTree: Bool, isUpright: Bool
    ) -> String {
        var text = "graph {\n"
        text += "graph [start=7, splines=false, overlap=true, outputorder=nodesfirst"
        switch engine {
        case .dot:
            text +=
                ", rankdir=\(isUpright ? "TB" : "LR"), nodesep=0.25, ranksep=\(isUpright ? "0.55" : "1.2")"
        case .neato: text += ", mode=major, epsilon=0.0001, maxiter=500"
        case .sfdp: text += ", K=1.2, repulsiveforce=1.5"
        case .twopi: text += ", ranksep=2.4"
        case .circo: text += ", mindist=0.6, oneblock=true"
        case .columns: break
        }
        if engine == .twopi, let root = roots.first { text += ", root=n\(root)" }
        text += "]\nnode [shape=box, fixedsize=true, label=\"\"]\n"
        for (index, size) in sizes.enumerated() {
            text += "n\(index) [width=\((size.width / 72).short), height=\((size.height / 72).short)]\n"
        }
        // Links that follow no layer would only keep nodes apart.
        for spring in springs where spring.isTrunk || engine != .dot {
            let length = 1 + 1.6 * (1 - spring.strength)
            let weight = isTree ? 1 : 1 + Int((spring.strength * 9).rounded())
            text += "n\(spring.a) -- n\(spring.b) [len=\(length.short), weight=\(weight)]\n"
        }
        return text + "}\n"
    }

    /// Reads `node n3 x y …` lines, in inches with `y` upwards.
    private static func read(plain: [UInt8], count: Int) -> [Point] {
        var points = [Point](repeating: Point(x: 0, y: 0), count: count)
        for line in plain.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "))
            guard fields.count >= 4, fields[0].elementsEqual("node".utf8),
                let index = Int(String(decoding: fields[1].dropFirst(), as: UTF8.self)),
                points.indices.contains(index),
                let x = Double(String(decoding: fields[2], as: UTF8.self)),
                let y = Double(String(decoding: fields[3], as: UTF8.self)), x.isFinite, y.isFinite
            else { continue }
            points[index] = Point(x: x * 72, y: -y * 72)
        }
        return points
    }
}

extension Diagram.Layout {
    /// Whether places mean nothing but nearness, so that a picture may be turned and nodes moved a little;
    /// the other engines draw layers, rings and circles, which stay.
    var isFree: Bool {
        switch self {
        case .neato, .sfdp: true
        case .dot, .twopi, .circo, .columns: false
        }
    }
}
