/// Leads edges around the nodes that stand between their ends.
///
/// Each edge is a straight line where that touches nobody, else the flattest arc that touches the fewest
/// nodes. Cost: edges × nodes × arcs tried.
struct Router {
    let frames: [Rectangle]
    /// Of the page; arcs stay on it.
    let width: Double
    /// Room between an edge and a node that it passes, in pixels.
    let gap: Double

    /// Above this many nodes times edges the picture is a cloud, and straight lines are what one can follow.
    private static let limit = 40_000
    /// Bows as shares of an edge's length.
    private static let bows = [0.0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2, 0.25, -0.25]
    private static let steps = 14

    /// A curve from centre to centre for each link.
    func routes(_ links: Links) -> [Curve] {
        links.drawn.map { link in
            let (start, end) = (frames[link.edge.a].center, frames[link.edge.b].center)
            guard frames.count * links.drawn.count <= Self.limit else { return Curve(line: start, end) }
            let length = start.distance(to: end)
            var best = (cost: Double.infinity, curve: Curve(line: start, end))
            for bow in Self.bows {
                let curve = bow == 0 ? Curve(line: start, end) : Curve(arc: start, end, bow: bow * length)
                let cost = bow.magnitude * 1.6 + hits(curve, link.edge.a, link.edge.b)
                if cost < best.cost - 1e-9 { best = (cost, curve) }
                if best.cost < 1e-9 { break }
            }
            return best.curve
        }
    }

    /// Between nodes around an ellipse: straight, else drawn towards the middle, where nobody stands.
    func chords(_ links: Links) -> [Curve] {
        let left = frames.map(\.center.x).min() ?? 0
        let top = frames.map(\.center.y).min() ?? 0
        let middle = Point(
            x: (left + (frames.map(\.center.x).max() ?? 0)) / 2,
            y: (top + (frames.map(\.center.y).max() ?? 0)) / 2)
        return links.drawn.map { link in
            let (start, end) = (frames[link.edge.a].center, frames[link.edge.b].center)
            return best(
                [0, 0.15, 0.3, 0.45, 0.6, 0.75].map { share in
                    let pull = start.toward(end, 0.5).toward(middle, share)
                    return Curve(start, start.toward(pull, 2 / 3), end.toward(pull, 2 / 3), end)
                }, link)
        }
    }

    /// Between nodes in layers that stand side by side: level at both ends where the layers differ.
    func levelRoutes(_ links: Links) -> [Curve] {
        zip(links.drawn, routes(links)).map { link, arc in
            let (a, b) = (frames[link.edge.a], frames[link.edge.b])
            guard a.maxX < b.x || b.maxX < a.x else { return arc }
            let level = Columns.route(from: a, to: b)
            return link.parent != nil ? level : best([level, arc], link)
        }
    }

    /// The first of the curves that run behind the fewest nodes.
    private func best(_ curves: [Curve], _ link: Links.Link) -> Curve {
        let costs = curves.map { hits($0, link.edge.a, link.edge.b) }
        let least = costs.min() ?? 0
        return curves[costs.firstIndex(of: least) ?? 0]
    }

    /// How many nodes a curve runs behind, and how far it leaves the page.
    private func hits(_ curve: Curve, _ a: Int, _ b: Int) -> Double {
        let points = curve.points(Self.steps)
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
        let (top, bottom) = (ys.min() ?? 0, ys.max() ?? 0)
        // Nobody can follow what leaves the page.
        var cost = left < 4 || right > width - 4 ? 1000.0 : 0
        if let highest = frames.map(\.y).min(), let lowest = frames.map(\.maxY).max() {
            if top < highest - 4 || bottom > lowest + 4 { cost += 1.5 }
            // Nor is the title or the legend a place for it.
            if top < highest - gap * 3 || bottom > lowest + gap * 3 { cost += 1000 }
        }
        for (index, frame) in frames.enumerated() where index != a && index != b {
            let box = frame.grown(by: gap)
            guard box.x < right, left < box.maxX, box.y < bottom, top < box.maxY else { continue }
            for step in 0..<Self.steps where box.covered(from: points[step], to: points[step + 1]) != nil {
                cost += 1
                break
            }
        }
        return cost
    }
}
