import KGModel

/// The key above the picture: the types that occur with their colours, and what the lines mean.
struct Legend {
    let group: Scene.Group
    /// In pixels, with everything that belongs to it.
    let frame: Rectangle

    /// - Parameters:
    ///   - passages: of the weakest and strongest edge; nil if there are no edges.
    ///   - left, top, width: the room, in pixels; the height follows.
    init(
        types: [EntityType], passages: ClosedRange<Int>?, palette: Palette, textSize: Double, left: Double,
        top: Double, width: Double
    ) {
        var flow = Flow(left: left, top: top, width: width, rowHeight: textSize * 1.6)
        var marks: [Scene.Mark] = []
        let swatch = Size(width: textSize * 1.5, height: textSize * 0.95)
        func text(_ content: String, x: Double, row: Double) {
            marks.append(
                .text(
                    .init(
                        content: content, origin: Point(x: x, y: row + textSize * 0.35), anchor: .start,
                        size: textSize, isBold: false, color: palette.mutedText)))
        }
        for type in types {
            let name = type.plural.prefix(1).uppercased() + type.plural.dropFirst()
            let advance = swatch.width + textSize * 0.5 + CharacterWidths.width(of: name, size: textSize)
            let (x, row) = flow.next(advance, spacing: textSize * 1.4)
            marks.append(
                .box(
                    .init(
                        frame: Rectangle(
                            x: x, y: row - swatch.height / 2, width: swatch.width, height: swatch.height),
                        corner: type.corners.corner(height: swatch.height, textSize: textSize * 0.7),
                        fill: palette.fill(type), stroke: palette.border(type), strokeWidth: textSize * 0.085)
                )
            )
            text(name, x: x + swatch.width + textSize * 0.5, row: row)
        }
        if let passages {
            let (least, most) = (passages.lowerBound, passages.upperBound)
            let last = Caption.count(most, "shared passage")
            let samples = least == most ? [(0.35, last)] : [(0.0, "\(least)"), (1.0, last)]
            let length = textSize * 1.6
            let space = textSize * 0.5
            let advances = samples.map { length + space + CharacterWidths.width(of: $0.1, size: textSize) }
            let all = advances.reduce(0, +) + textSize * 0.8 * Double(samples.count - 1)
            var (x, row) = flow.next(all, spacing: textSize)
            for ((strength, name), advance) in zip(samples, advances) {
                let line = Curve(line: Point(x: x, y: row), Point(x: x + length, y: row))
                marks.append(.line(.init([line], ink: palette.ink(strength, textSize: textSize))))
                text(name, x: x + length + space, row: row)
                x += advance + textSize * 0.8
            }
        }
        group = Scene.Group(kind: "legend", marks: marks)
        frame = flow.frame
    }

    /// Sets items from left to right in rows.
    private struct Flow {
        let left: Double
        let top: Double
        let width: Double
        let rowHeight: Double
        private var x = 0.0
        private var row = 0
        private var widest = 0.0

        init(left: Double, top: Double, width: Double, rowHeight: Double) {
            self.left = left
            self.top = top
            self.width = width
            self.rowHeight = rowHeight
        }

        /// The left end and the middle line of the next item.
        mutating func next(_ advance: Double, spacing: Double) -> (x: Double, row: Double) {
            if x > 0, x + advance > width {
                x = 0
                row += 1
            }
            let start = x
            x += advance + spacing
            widest = max(widest, start + advance)
            return (left + start, top + (Double(row) + 0.5) * rowHeight)
        }

        var frame: Rectangle {
            Rectangle(x: left, y: top, width: widest, height: Double(row + 1) * rowHeight)
        }
    }
}
