/// A cubic Bézier curve; a straight line where its controls lie on it.
struct Curve: Sendable, Hashable {
    var start: Point
    var control1: Point
    var control2: Point
    var end: Point

    init(_ start: Point, _ control1: Point, _ control2: Point, _ end: Point) {
        self.start = start
        self.control1 = control1
        self.control2 = control2
        self.end = end
    }

    init(line start: Point, _ end: Point) {
        self.init(start, start.toward(end, 1 / 3), start.toward(end, 2 / 3), end)
    }

    /// An arc that leaves the straight line by `bow` pixels in the middle, to the left of its direction.
    init(arc start: Point, _ end: Point, bow: Double) {
        let length = max(start.distance(to: end), 1e-9)
        // A quadratic curve's middle lies half way to its control point; two thirds make it cubic.
        let share = 2 * bow / length * 2 / 3
        let (dx, dy) = ((end.y - start.y) * share, (start.x - end.x) * share)
        let (a, b) = (start.toward(end, 1 / 3), start.toward(end, 2 / 3))
        self.init(start, Point(x: a.x + dx, y: a.y + dy), Point(x: b.x + dx, y: b.y + dy), end)
    }

    var isStraight: Bool {
        control1.distance(to: start.toward(end, 1 / 3)) < 1e-6
            && control2.distance(to: start.toward(end, 2 / 3)) < 1e-6
    }

    /// The point at a share (0 to 1) of the curve's parameter.
    func point(at share: Double) -> Point {
        let a = start.toward(control1, share)
        let b = control1.toward(control2, share)
        let c = control2.toward(end, share)
        return a.toward(b, share).toward(b.toward(c, share), share)
    }

    /// The piece between two shares. Source: de Casteljau's subdivision.
    func piece(_ range: ClosedRange<Double>) -> Curve {
        split(at: range.upperBound).first.split(
            at: range.upperBound > 0 ? range.lowerBound / range.upperBound : 0
        ).second
    }

    private func split(at share: Double) -> (first: Curve, second: Curve) {
        let a = start.toward(control1, share)
        let b = control1.toward(control2, share)
        let c = control2.toward(end, share)
        let (ab, bc) = (a.toward(b, share), b.toward(c, share))
        let middle = ab.toward(bc, share)
        return (Curve(start, a, ab, middle), Curve(middle, bc, c, end))
    }

    /// The same way, the other way round.
    var reversed: Curve { Curve(end, control2, control1, start) }

    /// Points along the curve, `count` pieces.
    func points(_ count: Int) -> [Point] { (0...count).map { point(at: Double($0) / Double(count)) } }
}
