/// The words of arrows: on their lines, never on a node or on each other. Where there is no room the tooltip
/// alone has them.
struct ArrowLabels {
    private(set) var groups: [Scene.Group] = []
    private let frames: [Rectangle]
    private let width: Double
    private let palette: Palette
    private let textSize: Double
    private var taken: [Rectangle] = []

    init(frames: [Rectangle], width: Double, palette: Palette, textSize: Double) {
        self.frames = frames
        self.width = width
        self.palette = palette
        self.textSize = textSize
    }

    /// - Parameter ends: frames of the nodes that the arrow joins; between near ones words would hide it.
    mutating func add(_ words: [String], along route: Curve, ends: [Rectangle]) {
        let size = max(textSize * 0.78, 11)
        var seen: [String] = []
        for word in words where !word.isEmpty && !seen.contains(word) { seen.append(word) }
        let text = seen.joined(separator: ", ")
        guard !text.isEmpty else { return }
        let extent = Size(
            width: CharacterWidths.width(of: text, size: size) + size * 0.5, height: size * 1.25)
        for share in [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72] {
            let box = Rectangle(center: route.point(at: share), size: extent)
            guard box.x >= 0, box.maxX <= width, !frames.contains(where: { $0.grown(by: 2).intersects(box) }),
                !ends.contains(where: { $0.grown(by: textSize).intersects(box) }),
                !taken.contains(where: { $0.intersects(box) })
            else { continue }
            taken.append(box)
            groups.append(
                Scene.Group(
                    kind: "relation",
                    marks: [
                        .box(.init(frame: box, corner: .round(0), fill: palette.background)),
                        .text(
                            .init(
                                content: text,
                                origin: Point(x: box.center.x, y: box.center.y + size * 0.35),
                                anchor: .middle,
                                size: size, isBold: false, color: palette.mutedText)),
                    ]))
            return
        }
    }
}
