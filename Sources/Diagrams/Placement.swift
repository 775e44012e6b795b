/// Brings the places that an engine found into a frame of fixed width, without overlap.
struct Placement {
    /// Of the nodes, in pixels.
    let sizes: [Size]
    /// The frame's width in pixels; no node may be wider.
    let width: Double
    /// Least room between two nodes, in pixels.
    let gap: Double
    /// Whether few nodes, too, are spread over the whole width.
    var isWide = false
    /// Heavier nodes are pushed less.
    let weights: [Double]
    /// How much of its area the nodes fill in a good picture: few nodes stand in the open.
    private var density: Double { min(0.1 + 0.008 * Double(sizes.count), 0.28) }

    /// Centres within `0...width` and `0...height`, with the height that they need.
    ///
    /// - Parameters:
    ///   - turning: whether the picture may be turned.
    ///   - evening: how far (0 to 1) crowded parts open up, as in `evened`.
    func place(_ points: [Point], turning: Bool, evening: Double) -> (centers: [Point], height: Double) {
        let area = sizes.map { ($0.width + gap) * ($0.height + gap) }.reduce(0, +) / density
        let frameWidth = isWide ? width : min(width, max((area * 1.7).squareRoot(), widest))
        var height = max(area / frameWidth, tallest)
        var centers = turning ? Self.turned(points, upright: height > frameWidth) : points
        centers = Self.evened(centers, share: evening)
        centers = fitted(centers, to: Size(width: frameWidth, height: height))
        var isSettled = false
        for _ in 0..<8 {
            isSettled = separate(&centers, in: Size(width: frameWidth, height: height))
            if isSettled { break }
            for index in centers.indices { centers[index].y *= 1.12 }
            height *= 1.12
        }
        if !isSettled { sweepDown(&centers) }
        return framed(centers)
    }

    /// Centres within a frame; nil if it is too full.
    func place(_ points: [Point], into frame: Size, turning: Bool, evening: Double) -> [Point]? {
        var centers = turning ? Self.turned(points, upright: frame.height > frame.width) : points
        centers = fitted(Self.evened(centers, share: evening), to: frame)
        return separate(&centers, in: frame) ? centers : nil
    }

    /// Whether the nodes could stand in a frame at all, as far as their areas tell.
    func mayFit(_ frame: Size) -> Bool {
        let area = sizes.map { ($0.width + gap) * ($0.height + gap) }.reduce(0, +)
        return frame.height > tallest && frame.width >= widest && area < 0.4 * frame.width * frame.height
    }

    private var widest: Double { sizes.map(\.width).max() ?? 0 }
    private var tallest: Double { sizes.map(\.height).max() ?? 0 }

    // MARK: - Before: turn, even out, fit

    /// Turned so that the points spread most along the longer side of the frame: the horizontal, or
    /// the vertical where it is `upright`.
    static func turned(_ points: [Point], upright: Bool = false) -> [Point] {
        let flat = flattened(points)
        return upright ? flat.map { Point(x: -$0.y, y: $0.x) } : flat
    }

    private static func flattened(_ points: [Point]) -> [Point] {
        let count = Double(max(points.count, 1))
        let meanX = points.map(\.x).reduce(0, +) / count
        let meanY = points.map(\.y).reduce(0, +) / count
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for point in points {
            xx += (point.x - meanX) * (point.x - meanX)
            xy += (point.x - meanX) * (point.y - meanY)
            yy += (point.y - meanY) * (point.y - meanY)
        }
        // The covariance matrix's first eigenvector, without trigonometry: square roots are exact
        // everywhere, sines are not.
        let spread = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
        guard spread > 1e-9 else { return points }
        var (cosine, sine) = (0.0, 1.0)
        if xy.magnitude > 1e-9 * spread {
            let (x, y) = (xy, (yy - xx + spread) / 2)
            let length = (x * x + y * y).squareRoot()
            (cosine, sine) = (x / length, y / length)
        } else if xx >= yy {
            (cosine, sine) = (1, 0)
        }
        if cosine < 0 { (cosine, sine) = (-cosine, -sine) }
        return points.map { point in
            let (x, y) = (point.x - meanX, point.y - meanY)
            return Point(x: x * cosine + y * sine, y: y * cosine - x * sine)
        }
    }

    /// Moved part of the way to evenly spaced coordinates, so that a crowded middle opens up.
    static func evened(_ points: [Point], share: Double) -> [Point] {
        func even(_ values: [Double]) -> [Double] {
            guard let low = values.min(), let high = values.max(), high > low else { return values }
            let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
            var result = values
            var start = 0
            while start < order.count {
                // Equal coordinates share the middle of their ranks.
                var end = start
                while end + 1 < order.count,
                    values[order[end + 1]] - values[order[start]] < 1e-6 * (high - low)
                {
                    end += 1
                }
                let rank = Double(start + end) / 2 / Double(max(order.count - 1, 1))
                for index in order[start...end] {
                    result[index] = values[index] * (1 - share) + (low + rank * (high - low)) * share
                }
                start = end + 1
            }
            return result
        }
        return zip(even(points.map(\.x)), even(points.map(\.y))).map { Point(x: $0, y: $1) }
    }

    /// Stretched to a frame in which every node lies inside. A direction in which the points do not spread
    /// is not stretched to fill the frame.
    private func fitted(_ points: [Point], to frame: Size) -> [Point] {
        func bounds(_ values: [Double]) -> (middle: Double, extent: Double) {
            let (low, high) = (values.min() ?? 0, values.max() ?? 0)
            return ((low + high) / 2, high - low)
        }
        let horizontal = bounds(points.map(\.x))
        let vertical = bounds(points.map(\.y))
        let roomX = max(frame.width - widest, 0)
        let roomY = max(frame.height - tallest, 0)
        var scaleX = horizontal.extent > 1e-6 ? roomX / horizontal.extent : 0
        var scaleY = vertical.extent > 1e-6 ? roomY / vertical.extent : 0
        let most = 3.0
        if scaleX > 0, scaleY > 0 {
            (scaleX, scaleY) = (min(scaleX, scaleY * most), min(scaleY, scaleX * most))
        }
        return points.map { point in
            Point(
                x: frame.width / 2 + (point.x - horizontal.middle) * scaleX,
                y: frame.height / 2 + (point.y - vertical.middle) * scaleY)
        }
    }

    // MARK: - Overlap

    /// Pushes overlapping nodes apart, within the frame. False if it is too full for that.
    private func separate(_ centers: inout [Point], in frame: Size) -> Bool {
        let count = centers.count
        let rounds = max(12, min(500, 8_000_000 / max(count * count, 1)))
        for round in 0..<rounds {
            var isSettled = true
            for index in centers.indices { keepInside(&centers[index], sizes[index], frame) }
            for a in centers.indices {
                for b in centers.indices[(a + 1)...] {
                    let dx = centers[b].x - centers[a].x
                    let dy = centers[b].y - centers[a].y
                    let overlapX = (sizes[a].width + sizes[b].width) / 2 + gap - dx.magnitude
                    let overlapY = (sizes[a].height + sizes[b].height) / 2 + gap - dy.magnitude
                    guard overlapX > 0.01, overlapY > 0.01 else { continue }
                    isSettled = false
                    let share = weights[b] / (weights[a] + weights[b])
                    // A little more than needed lets the pushing come to an end; every so often
                    // the longer way is taken, which frees nodes that are stuck at a wall.
                    let prefersX = overlapX < overlapY * (round % 7 == 6 ? 3 : 1)
                    if prefersX {
                        let push = (overlapX + 0.02) * (dx < 0 || (dx == 0 && a > b) ? -1 : 1)
                        centers[a].x -= push * share
                        centers[b].x += push * (1 - share)
                    } else {
                        let push = (overlapY + 0.02) * (dy < 0 ? -1 : 1)
                        centers[a].y -= push * share
                        centers[b].y += push * (1 - share)
                    }
                }
            }
            if isSettled { return true }
        }
        return false
    }

    private func keepInside(_ center: inout Point, _ size: Size, _ frame: Size) {
        center.x = min(max(center.x, size.width / 2), max(frame.width - size.width / 2, size.width / 2))
        center.y = min(max(center.y, size.height / 2), max(frame.height - size.height / 2, size.height / 2))
    }

    /// Moves nodes down, from the top, until nothing overlaps: always ends, at any height.
    private func sweepDown(_ centers: inout [Point]) {
        for index in centers.indices {
            keepInside(&centers[index], sizes[index], Size(width: width, height: .infinity))
        }
        let order = centers.indices.sorted { (centers[$0].y, $0) < (centers[$1].y, $1) }
        for (position, index) in order.enumerated() {
            let above = order[..<position].filter { other in
                (centers[other].x - centers[index].x).magnitude
                    < (sizes[other].width + sizes[index].width) / 2 + gap
            }
            let floor = above.map { centers[$0].y + (sizes[$0].height + sizes[index].height) / 2 + gap }.max()
            if let floor { centers[index].y = max(centers[index].y, floor) }
        }
    }

    /// Moved to the middle of the frame's width and to its top.
    func framed(_ centers: [Point]) -> (centers: [Point], height: Double) {
        let boxes = zip(centers, sizes).map { Rectangle(center: $0, size: $1) }
        let left = boxes.map(\.x).min() ?? 0
        let right = boxes.map(\.maxX).max() ?? 0
        let top = boxes.map(\.y).min() ?? 0
        let bottom = boxes.map(\.maxY).max() ?? 0
        let shift = (width - left - right) / 2
        return (centers.map { Point(x: $0.x + shift, y: $0.y - top) }, bottom - top)
    }
}
