/// A place in the picture: pixels from the left and from the top.
struct Point: Sendable, Hashable {
    var x: Double
    var y: Double
}

/// Pixels.
struct Size: Sendable, Hashable {
    var width: Double
    var height: Double
}

/// An upright rectangle, pixels from the left and from the top.
struct Rectangle: Sendable, Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var maxX: Double { x + width }
    var maxY: Double { y + height }
    var center: Point { Point(x: x + width / 2, y: y + height / 2) }

    init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    init(center: Point, size: Size) {
        self.init(
            x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
            height: size.height)
    }

    /// Grown by `margin` on every side.
    func grown(by margin: Double) -> Rectangle {
        Rectangle(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether the insides share a point; touching sides do not count.
    func intersects(_ other: Rectangle) -> Bool {
        x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
    }

    /// The part of the line from `a` to `b` that lies inside, as shares of its length; nil for none.
    /// Source: Liang and Barsky, "A New Concept and Method for Line Clipping", 1984.
    func covered(from a: Point, to b: Point) -> ClosedRange<Double>? {
        // Most lines are far away.
        if max(a.x, b.x) < x || min(a.x, b.x) > maxX || max(a.y, b.y) < y || min(a.y, b.y) > maxY {
            return nil
        }
        var (enter, leave) = (0.0, 1.0)
        /// Narrows the part to that on one side's inner half-plane; false if nothing is left.
        func clip(_ step: Double, _ distance: Double) -> Bool {
            if step == 0 { return distance >= 0 }
            if step < 0 { enter = max(enter, distance / step) } else { leave = min(leave, distance / step) }
            return enter < leave
        }
        guard clip(a.x - b.x, a.x - x), clip(b.x - a.x, maxX - a.x), clip(a.y - b.y, a.y - y),
            clip(b.y - a.y, maxY - a.y)
        else { return nil }
        return enter...leave
    }
}

extension Point {
    func distance(to other: Point) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// The point `share` (0 to 1) of the way to another.
    func toward(_ other: Point, _ share: Double) -> Point {
        Point(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
    }
}

extension Double {
    /// With at most two decimals and no trailing zeros: `12`, `0.5`, `-3.25`. Finite by construction:
    /// what is not a number, or too large for a picture, is written as `0`.
    var short: String {
        guard isFinite, magnitude < 1e12 else { return "0" }
        let hundredths = Int((self * 100).rounded())
        let whole = hundredths.magnitude / 100
        let rest = hundredths.magnitude % 100
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
