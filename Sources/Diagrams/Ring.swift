/// Nodes around an ellipse, each with the room that its label needs; where the page is too narrow for one, around a
/// rectangle with round corners.
struct Ring {
    /// Of the nodes, in pixels.
    let sizes: [Size]
    /// Least room between two nodes, in pixels.
    let gap: Double
    let frame: Rectangle
    /// Whether the frame's height holds; else the ring is as high as it needs to be.
    let isFixed: Bool

    /// - Parameters:
    ///   - points: where an engine put the nodes; their order around the middle is kept.
    ///   - first: the node at the left.
    /// - Returns: nil where the nodes do not fit into the frame.
    func centers(like points: [Point], first: Int) -> [Point]? {
        guard sizes.count > 1 else { return [Point(x: frame.center.x, y: frame.y + tallest / 2)] }
        let order = Self.order(points, first: first)
        let widest = (frame.width - (sizes.map(\.width).max() ?? 0)) / 2
        if isFixed {
            let height = (frame.height - tallest) / 2
            guard widest > 0, height > 0 else { return nil }
            let radii = Size(width: widest, height: height)
            return centers(order, along: Self.circle, radii: radii, middle: frame.center)
                ?? centers(order, along: Self.roundedSquare, radii: radii, middle: frame.center)
        }
        for shape in [Self.circle, Self.roundedSquare] {
            var radius = 40.0
            while radius < max(300, widest * 2) || shape == Self.roundedSquare && radius < 20_000 {
                let radii = Size(width: max(1, min(radius, widest)), height: radius)
                let middle = Point(x: frame.center.x, y: frame.y + radii.height + tallest / 2)
                if let centers = centers(order, along: shape, radii: radii, middle: middle) { return centers }
                radius *= 1.05
            }
        }
        return nil
    }

    private var tallest: Double { sizes.map(\.height).max() ?? 0 }

    /// By angle, without trigonometry, whose last bits differ between machines: by quadrant, then by slope.
    private static func order(_ points: [Point], first: Int) -> [Int] {
        let count = Double(max(points.count, 1))
        let middle = Point(
            x: points.map(\.x).reduce(0, +) / count, y: points.map(\.y).reduce(0, +) / count)
        let keys = points.map { point -> (quadrant: Int, slope: Double) in
            let (x, y) = (point.x - middle.x, point.y - middle.y)
            switch (x < 0, y < 0) {
            case (true, true): return (0, y / min(x, -1e-9))
            case (false, true): return (1, -x / min(y, -1e-9))
            case (false, false): return (2, y / max(x, 1e-9))
            case (true, false): return (3, -x / max(y, 1e-9))
            }
        }
        let sorted = points.indices.sorted { a, b in
            (keys[a].quadrant, keys[a].slope, a) < (keys[b].quadrant, keys[b].slope, b)
        }
        let start = sorted.firstIndex(of: first) ?? 0
        return Array(sorted[start...] + sorted[..<start])
    }

    /// Around a shape of one size; nil where it is too short.
    private func centers(
        _ order: [Int], along shape: [Point], radii: Size, middle: Point
    ) -> [Point]? {
        let curve = shape.map {
            Point(x: middle.x + $0.x * radii.width, y: middle.y + $0.y * radii.height)
        }
        var lengths = [0.0]
        for index in curve.indices.dropFirst() {
            lengths.append(lengths[index - 1] + curve[index - 1].distance(to: curve[index]))
        }
        let around = lengths[lengths.count - 1]
        func place(_ length: Double) -> (point: Point, across: Double, down: Double) {
            let wrapped = length - (length / around).rounded(.down) * around
            var (low, high) = (1, lengths.count - 1)
            while low < high {
                let half = (low + high) / 2
                if lengths[half] > wrapped { high = half } else { low = half + 1 }
            }
            let next = low
            let (a, b) = (curve[next - 1], curve[next])
            let step = max(a.distance(to: b), 1e-9)
            let point = a.toward(b, (wrapped - lengths[next - 1]) / step)
            return (point, (b.x - a.x).magnitude / step, (b.y - a.y).magnitude / step)
        }
        // What a label needs along the ellipse depends on where it stands, and this on what the others need.
        var places = order.indices.map { around * Double($0) / Double(order.count) }
        for _ in 0..<40 {
            let needs = zip(order, places).map { node, length -> Double in
                let (_, across, down) = place(length)
                return min(
                    (sizes[node].width + gap) / max(across, 1e-6),
                    (sizes[node].height + gap) / max(down, 1e-6))
            }
            let spare = (around - needs.reduce(0, +)) / Double(order.count)
            guard spare > -needs.reduce(0, +) / Double(order.count) * 0.3 else { return nil }
            var length = 0.0
            for index in order.indices {
                let own = needs[index] + spare
                let next = needs[(index + 1) % order.count] + spare
                places[index] = places[index] * 0.4 + length * 0.6
                length += (own + next) / 2
            }
        }
        var centers = Array(repeating: middle, count: sizes.count)
        for (index, node) in order.enumerated() { centers[node] = place(places[index]).point }
        let boxes = zip(centers, sizes).map { Rectangle(center: $0, size: $1) }
        for (index, box) in boxes.enumerated() {
            let wide = box.grown(by: gap * 0.5)
            if boxes[(index + 1)...].contains(where: wide.intersects) { return nil }
        }
        return centers
    }

    /// Clockwise from the left, closed; by rational numbers alone.
    private static let circle: [Point] = {
        let steps = 180
        let quarter = (0..<steps).map { step -> Point in
            let t = Double(step) / Double(steps)
            return Point(x: (1 - t * t) / (1 + t * t), y: 2 * t / (1 + t * t))
        }
        return quarter.map { Point(x: -$0.x, y: -$0.y) } + quarter.map { Point(x: $0.y, y: -$0.x) }
            + quarter.map { $0 } + quarter.map { Point(x: -$0.y, y: $0.x) } + [Point(x: -1, y: 0)]
    }()

    /// The superellipse of the fourth degree. Source: G. Lamé, "Examen des différentes méthodes", 1818.
    private static let roundedSquare = circle.map { point in
        Point(
            x: point.x.magnitude.squareRoot() * (point.x < 0 ? -1 : 1),
            y: point.y.magnitude.squareRoot() * (point.y < 0 ? -1 : 1))
    }
}
