/// Moves nodes a little so that edges pass behind fewer nodes and cross each other less.
///
/// Greedy local search: each node in turn tries places around it, and those of other nodes in exchange for its
/// own, and takes the best; it ends when no node moves, or after a fixed number of rounds. Cost of a round in nodes n and edges m: O(n·m) to
/// find what lies on what, times the number of places tried.
struct Untangler {
    /// Of the nodes, in pixels.
    let sizes: [Size]
    let springs: [EngineLayout.Spring]
    /// Nodes stay within it.
    let frame: Size
    /// Least room between two nodes, in pixels.
    let gap: Double

    private static let rounds = 8
    /// Above this many nodes times edges a picture is a cloud, and the search too slow to help.
    private static let limit = 40_000

    func improve(_ centers: [Point]) -> [Point] {
        guard sizes.count > 2, sizes.count * springs.count <= Self.limit else { return centers }
        var centers = centers
        let home = centers
        let incident = sizes.indices.map { node in
            springs.indices.filter { springs[$0].a == node || springs[$0].b == node }
        }
        let reach = ((frame.width * frame.height) / Double(sizes.count)).squareRoot()
        for round in 0..<Self.rounds {
            var moved = false
            let step = reach * (round < 2 ? 1.2 : round < 4 ? 0.7 : round < 6 ? 0.35 : 0.18)
            for node in sizes.indices {
                let old = centers[node]
                var best = (
                    cost: cost(of: node, in: centers, home: home, incident: incident[node]), place: old
                )
                for (dx, dy) in Self.directions {
                    for factor in [0.45, 1.0] {
                        let place = Point(x: old.x + dx * step * factor * 1.3, y: old.y + dy * step * factor)
                        guard isFree(place, for: node, in: centers) else { continue }
                        centers[node] = place
                        let cost = cost(of: node, in: centers, home: home, incident: incident[node])
                        if cost < best.cost - 1e-6 { best = (cost, place) }
                    }
                }
                centers[node] = best.place
                if best.place != old { moved = true }
            }
            if round < 4 { moved = exchange(&centers, home: home, incident: incident) || moved }
            if !moved && round >= 5 { break }
        }
        return centers
    }

    /// Leaves the places as they are; nodes that are not `fixed` change theirs with each other.
    func exchanged(_ centers: [Point], fixed: [Bool]) -> [Point] {
        guard sizes.count > 2, sizes.count * springs.count <= Self.limit else { return centers }
        var centers = centers
        let incident = sizes.indices.map { node in
            springs.indices.filter { springs[$0].a == node || springs[$0].b == node }
        }
        for _ in 0..<6 {
            // Nobody is drawn back to where the engine happened to put it.
            guard exchange(&centers, home: centers, incident: incident, fixed: fixed) else { break }
        }
        return centers
    }

    /// Lets pairs of nodes change places where both are better off together.
    private func exchange(
        _ centers: inout [Point], home: [Point], incident: [[Int]], fixed: [Bool] = []
    ) -> Bool {
        var isChanged = false
        for a in sizes.indices where fixed.isEmpty || !fixed[a] {
            for b in sizes.indices[(a + 1)...] where fixed.isEmpty || !fixed[b] {
                let (placeA, placeB) = (centers[a], centers[b])
                let before =
                    cost(of: a, in: centers, home: home, incident: incident[a])
                    + cost(of: b, in: centers, home: home, incident: incident[b])
                centers[a] = placeB
                centers[b] = placeA
                if isFree(placeB, for: a, in: centers), isFree(placeA, for: b, in: centers) {
                    let after =
                        cost(of: a, in: centers, home: home, incident: incident[a])
                        + cost(of: b, in: centers, home: home, incident: incident[b])
                    if after < before - 1e-6 {
                        isChanged = true
                        continue
                    }
                }
                centers[a] = placeA
                centers[b] = placeB
            }
        }
        return isChanged
    }

    /// Eight directions, without trigonometry.
    private static let directions: [(Double, Double)] = [
        (1, 0), (0, 1), (-1, 0), (0, -1), (0.7, 0.7), (-0.7, 0.7), (-0.7, -0.7), (0.7, -0.7),
    ]

    private func isFree(_ place: Point, for node: Int, in centers: [Point]) -> Bool {
        let box = Rectangle(center: place, size: sizes[node])
        guard box.x >= 0, box.y >= 0, box.maxX <= frame.width, box.maxY <= frame.height else { return false }
        let wide = box.grown(by: gap)
        for other in centers.indices where other != node {
            if wide.intersects(Rectangle(center: centers[other], size: sizes[other])) { return false }
        }
        return true
    }

    /// What is wrong around one node: its edges behind others, others' edges behind it, crossings of its
    /// edges, their length, crowding, and how far it has left the place that the engine gave it.
    private func cost(of node: Int, in centers: [Point], home: [Point], incident: [Int]) -> Double {
        let unit = gap * 6
        var cost = 0.35 * centers[node].distance(to: home[node]) / unit
        let wide = Rectangle(center: centers[node], size: sizes[node]).grown(by: gap * 1.9)
        for other in centers.indices where other != node {
            if wide.intersects(Rectangle(center: centers[other], size: sizes[other])) { cost += 0.5 }
        }
        let box = Rectangle(center: centers[node], size: sizes[node]).grown(by: gap * 0.4)
        for spring in springs where spring.a != node && spring.b != node {
            if box.covered(from: centers[spring.a], to: centers[spring.b]) != nil {
                cost += 1.5 + 3 * spring.strength
            }
        }
        for index in incident {
            let spring = springs[index]
            let (start, end) = (centers[spring.a], centers[spring.b])
            cost += (0.1 + 0.4 * spring.strength) * start.distance(to: end) / unit
            for other in centers.indices where other != spring.a && other != spring.b {
                let obstacle = Rectangle(center: centers[other], size: sizes[other]).grown(by: gap * 0.4)
                if obstacle.covered(from: start, to: end) != nil { cost += 1.5 + 3 * spring.strength }
            }
            for other in springs
            where other.a != spring.a && other.b != spring.b && other.a != spring.b
                && other.b != spring.a
            {
                if Self.cross(start, end, centers[other.a], centers[other.b]) {
                    cost +=
                        0.15 + 0.6 * spring.strength * other.strength + 0.2
                        * (spring.strength + other.strength)
                }
            }
        }
        return cost
    }

    private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
            (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
        }
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
    }
}
