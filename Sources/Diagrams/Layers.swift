/// Layers side by side, each a column of labels that begin at the same line.
struct Layers {
    /// Of the nodes, in pixels.
    let sizes: [Size]
    /// Of each node, from the left.
    let layers: [Int]
    /// Least room between a node and the next below it, in pixels.
    let gap: Double
    let frame: Rectangle
    /// Whether the frame's height holds; else the columns are as high as they need to be.
    let isFixed: Bool

    /// - Parameter points: where an engine put the nodes; how high each stands is kept as far as there is room.
    /// - Returns: nil where the nodes do not fit into the frame.
    func centers(like points: [Point]) -> [Point]? {
        let columns = (0...(layers.max() ?? 0)).map { layer in
            layers.indices.filter { layers[$0] == layer }
                .sorted { (points[$0].y, points[$0].x, $0) < (points[$1].y, points[$1].x, $1) }
        }
        let widths = columns.map { column in column.map { sizes[$0].width }.max() ?? 0 }
        let spare = frame.width - widths.reduce(0, +)
        let between = columns.count > 1 ? spare / Double(columns.count - 1) : 0
        guard spare >= 0, columns.count < 2 || between > gap * 2 else { return nil }
        let top = zip(points, sizes).map { $0.y - $1.height / 2 }.min() ?? 0
        let bottom = zip(points, sizes).map { $0.y + $1.height / 2 }.max() ?? 0
        let highest = columns.map(height).max() ?? 0
        let room = isFixed ? frame.height : max(highest, bottom - top)
        guard highest <= room else { return nil }
        let share = bottom - top > room ? room / (bottom - top) : 1
        let margin = (room - (bottom - top) * share) / 2
        var centers = points
        // Few layers stand in the middle of a wide page.
        let step = min(between, frame.width * 0.3)
        var x = frame.x + (spare - step * Double(columns.count - 1)) / 2
        for (column, width) in zip(columns, widths) {
            let wanted = column.map { margin + (points[$0].y - top) * share }
            for (node, y) in zip(column, apart(wanted, column, room)) {
                centers[node] = Point(x: x + sizes[node].width / 2, y: frame.y + y)
            }
            x += width + step
        }
        return centers
    }

    private func height(_ column: [Int]) -> Double {
        column.map { sizes[$0].height }.reduce(0, +) + gap * Double(max(column.count - 1, 0))
    }

    /// As near to where they are wanted as their heights allow, within the room; they fit.
    private func apart(_ wanted: [Double], _ column: [Int], _ room: Double) -> [Double] {
        var places = wanted
        var floor = 0.0
        for (index, node) in column.enumerated() {
            places[index] = max(places[index], floor + sizes[node].height / 2)
            floor = places[index] + sizes[node].height / 2 + gap
        }
        var ceiling = room
        for (index, node) in column.enumerated().reversed() {
            places[index] = min(places[index], ceiling - sizes[node].height / 2)
            ceiling = places[index] - sizes[node].height / 2 - gap
        }
        return places
    }
}
