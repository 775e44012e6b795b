import KnowledgeGraph

/// Places nodes where an earlier picture had them, and new ones beside their neighbours.
struct Continuation {
    let graph: Subgraph
    let links: Links
    /// Of the nodes, in pixels.
    let sizes: [Size]
    /// Least room between two nodes, in pixels.
    let gap: Double
    let frame: Rectangle
    let isFixed: Bool
    /// For two columns, which nodes stand in the left one; new nodes stay in theirs.
    var isLeft: [Bool]?

    /// Nil where the nodes do not fit into the frame.
    func centers(from layout: SavedLayout, pageWidth: Double) -> [Point]? {
        let scale = pageWidth / layout.width
        var boxes = [Rectangle?](repeating: nil, count: sizes.count)
        for (index, node) in graph.nodes.enumerated() {
            guard let place = layout.place(of: node.id) else { continue }
            let center = Point(x: place.x * scale, y: place.y * scale)
            boxes[index] = Rectangle(center: center, size: sizes[index])
        }
        // A higher title or legend pushes the whole picture down, not a node alone.
        let top = boxes.compactMap { $0?.y }.min() ?? frame.y
        if top < frame.y - 1 {
            for index in boxes.indices { boxes[index]?.y += frame.y - top }
        }
        settle(&boxes)
        for index in order(boxes.map { $0 != nil }) {
            guard let place = place(for: index, among: boxes) else { return nil }
            boxes[index] = Rectangle(center: place, size: sizes[index])
        }
        let bottom = boxes.compactMap { $0?.maxY }.max() ?? 0
        if isFixed, bottom > frame.maxY + 0.5 { return nil }
        return boxes.map { $0?.center ?? frame.center }
    }

    /// Names grow between pictures: old nodes that now overlap move down, the lower one of two.
    private func settle(_ boxes: inout [Rectangle?]) {
        for index in boxes.indices {
            guard let box = boxes[index] else { continue }
            boxes[index]?.x = min(max(box.x, frame.x), max(frame.x, frame.maxX - box.width))
        }
        let order = boxes.indices.filter { boxes[$0] != nil }.sorted { a, b in
            (boxes[a]?.center.y ?? 0, a) < (boxes[b]?.center.y ?? 0, b)
        }
        for (position, index) in order.enumerated() {
            var isMoved = true
            while isMoved {
                isMoved = false
                for other in order[..<position] {
                    guard let box = boxes[index], let above = boxes[other],
                        box.grown(by: 2).intersects(above)
                    else { continue }
                    boxes[index]?.y = above.maxY + gap * 0.5
                    isMoved = true
                }
            }
        }
    }

    /// New nodes, those first that hang on placed ones most.
    private func order(_ isPlaced: [Bool]) -> [Int] {
        var isPlaced = isPlaced
        var order: [Int] = []
        while order.count < isPlaced.count {
            var strengths = [Double](repeating: -1, count: isPlaced.count)
            for index in isPlaced.indices where !isPlaced[index] { strengths[index] = 0 }
            for link in links.drawn {
                for (a, b) in [(link.edge.a, link.edge.b), (link.edge.b, link.edge.a)]
                where !isPlaced[a] && isPlaced[b] {
                    strengths[a] += 0.1 + link.strength
                }
            }
            guard let next = strengths.indices.max(by: { (strengths[$0], -$0) < (strengths[$1], -$1) }),
                strengths[next] >= 0
            else { break }
            order.append(next)
            isPlaced[next] = true
        }
        return order
    }

    /// The middle of a node that is lined up with its column; nil without columns.
    private func column(of node: Int, among boxes: [Rectangle?]) -> Double? {
        guard let isLeft else { return nil }
        let column = boxes.indices.filter { isLeft[$0] == isLeft[node] }.compactMap { boxes[$0] }
        if isLeft[node] { return column.map(\.maxX).max().map { $0 - sizes[node].width / 2 } }
        return column.map(\.x).min().map { $0 + sizes[node].width / 2 }
    }

    /// The free place nearest to a node's neighbours that hides the fewest edges.
    private func place(for node: Int, among boxes: [Rectangle?]) -> Point? {
        let size = sizes[node]
        let placed = boxes.compactMap { $0 }
        var partners: [(place: Point, weight: Double)] = []
        var lines: [(Point, Point)] = []
        for link in links.drawn {
            let (a, b) = (link.edge.a, link.edge.b)
            if let one = boxes[a], let other = boxes[b] { lines.append((one.center, other.center)) }
            let partner = a == node ? boxes[b] : b == node ? boxes[a] : nil
            if let partner { partners.append((partner.center, 0.2 + link.strength)) }
        }
        // Below the picture there is always room, unless its height is fixed.
        let used = placed.map(\.maxY).max() ?? frame.y
        let bottom = isFixed ? frame.maxY : max(used, frame.maxY) + gap + size.height
        let step = gap * 1.1
        var best: (cost: Double, place: Point)?
        var y = frame.y + size.height / 2
        while y <= bottom - size.height / 2 + 0.01 {
            let fixed = column(of: node, among: boxes)
            var x = fixed ?? frame.x + size.width / 2
            while x <= (fixed ?? frame.maxX - size.width / 2) + 0.01 {
                let place = Point(x: x, y: y)
                let box = Rectangle(center: place, size: size).grown(by: gap)
                if !placed.contains(where: { box.intersects($0) }) {
                    var cost = 0.0
                    for partner in partners { cost += partner.weight * place.distance(to: partner.place) }
                    // Who has no neighbours goes where nobody is in the way: down.
                    if partners.isEmpty { cost = -y }
                    if box.maxY > used + gap { cost += (box.maxY - used) * 0.5 }
                    if best.map({ cost < $0.cost }) ?? true {
                        cost += gap * 4 * Double(lines.count { box.covered(from: $0.0, to: $0.1) != nil })
                        if best.map({ cost < $0.cost }) ?? true { best = (cost, place) }
                    }
                }
                x += step
            }
            y += step
        }
        return best?.place
    }
}
