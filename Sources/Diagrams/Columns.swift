/// Two columns of nodes, ordered so that the edges between them cross little.
///
/// Source: the barycentre method of K. Sugiyama, S. Tagawa and M. Toda, "Methods for Visual Understanding of
/// Hierarchical System Structures", IEEE SMC 11(2), 1981.
struct Columns {
    let links: Links
    /// Of the nodes, in pixels.
    let sizes: [Size]
    let isLeft: [Bool]
    /// Least room between two nodes of a column, in pixels.
    let gap: Double
    let frame: Rectangle
    let isFixed: Bool

    /// Nil where the columns are higher than the frame.
    func centers() -> [Point]? {
        var left = sizes.indices.filter { isLeft[$0] }
        var right = sizes.indices.filter { !isLeft[$0] }
        (left, right) = ordered(left, right)
        let needed = max(height(of: left), height(of: right))
        if isFixed, needed > frame.height { return nil }
        let room = isFixed ? min(frame.height, needed * 1.5) : needed
        let top = frame.y + (isFixed ? (frame.height - room) / 2 : 0)
        // Columns of a wide page stand nearer, so that lines can be followed.
        let widest = (left: widest(left), right: widest(right))
        let span = min(frame.width, widest.left + widest.right + max(frame.width * 0.4, 260))
        let edge = frame.x + (frame.width - span) / 2
        var centers = sizes.map { _ in Point(x: 0, y: 0) }
        for (column, isLeft) in [(left, true), (right, false)] {
            let free = room - height(of: column)
            // A short column is spread a little, not torn apart.
            let space = gap + min(free / Double(max(column.count, 1)), gap * 3)
            let used = column.map { sizes[$0].height }.reduce(0, +) + space * Double(max(column.count - 1, 0))
            var y = top + (room - used) / 2
            for node in column {
                let half = sizes[node].width / 2
                centers[node] = Point(
                    x: isLeft ? edge + widest.left - half : edge + span - widest.right + half,
                    y: y + sizes[node].height / 2)
                y += sizes[node].height + space
            }
        }
        return centers
    }

    /// From the inner side of a node to the inner side of the other, level at both ends.
    static func route(from a: Rectangle, to b: Rectangle) -> Curve {
        let (left, right) = a.center.x <= b.center.x ? (a, b) : (b, a)
        let start = Point(x: left.maxX - min(left.width, left.height) / 2, y: left.center.y)
        let end = Point(x: right.x + min(right.width, right.height) / 2, y: right.center.y)
        let arm = (end.x - start.x) * 0.45
        return Curve(start, Point(x: start.x + arm, y: start.y), Point(x: end.x - arm, y: end.y), end)
    }

    private func height(of column: [Int]) -> Double {
        column.map { sizes[$0].height }.reduce(0, +) + gap * Double(max(column.count - 1, 0))
    }

    private func widest(_ column: [Int]) -> Double { column.map { sizes[$0].width }.max() ?? 0 }

    // MARK: - Order

    private func ordered(_ left: [Int], _ right: [Int]) -> ([Int], [Int]) {
        var (left, right) = (left, right)
        var best = (crossings: crossings(left, right), left: left, right: right)
        for _ in 0..<24 {
            right = sorted(right, by: left)
            left = sorted(left, by: right)
            let crossings = crossings(left, right)
            if crossings < best.crossings { best = (crossings, left, right) }
        }
        return (best.left, best.right)
    }

    /// By the mean place of each node's partners, heavier edges counting more.
    private func sorted(_ column: [Int], by other: [Int]) -> [Int] {
        let places = Dictionary(other.enumerated().map { ($1, Double($0)) }) { first, _ in first }
        var sums: [Int: (place: Double, weight: Double)] = [:]
        for link in links.drawn {
            for (node, partner) in [(link.edge.a, link.edge.b), (link.edge.b, link.edge.a)] {
                guard let place = places[partner] else { continue }
                let weight = 0.2 + link.strength
                sums[node, default: (0, 0)].place += place * weight
                sums[node, default: (0, 0)].weight += weight
            }
        }
        let keys = column.enumerated().map { position, node in
            sums[node].map { $0.place / $0.weight } ?? Double(position)
        }
        return column.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { column[$0] }
    }

    /// How many pairs of edges cross, each weighted by the weaker of the two.
    private func crossings(_ left: [Int], _ right: [Int]) -> Double {
        let leftPlaces = Dictionary(left.enumerated().map { ($1, $0) }) { first, _ in first }
        let rightPlaces = Dictionary(right.enumerated().map { ($1, $0) }) { first, _ in first }
        let ends = links.drawn.compactMap { link -> (Int, Int, Double)? in
            if let a = leftPlaces[link.edge.a], let b = rightPlaces[link.edge.b] {
                return (a, b, link.strength)
            }
            if let a = leftPlaces[link.edge.b], let b = rightPlaces[link.edge.a] {
                return (a, b, link.strength)
            }
            return nil
        }
        var sum = 0.0
        for (index, one) in ends.enumerated() {
            for other in ends[(index + 1)...] where (one.0 - other.0) * (one.1 - other.1) < 0 {
                sum += 0.2 + min(one.2, other.2)
            }
        }
        return sum
    }
}
