/// Lines of text at the left margin: a title, a caption.
struct TextBlock {
    let group: Scene.Group
    /// In pixels.
    let frame: Rectangle

    init(_ label: Label, kind: String, color: Color, left: Double, top: Double) {
        var marks: [Scene.Mark] = []
        var baseline = top + label.size * 0.85
        for line in label.lines {
            marks.append(
                .text(
                    .init(
                        content: line, origin: Point(x: left, y: baseline), anchor: .start, size: label.size,
                        isBold: label.isBold, color: color, isRightToLeft: label.isRightToLeft)))
            baseline += label.size * Label.leading
        }
        group = Scene.Group(kind: kind, marks: marks)
        frame = Rectangle(x: left, y: top, width: label.extent.width, height: label.extent.height)
    }
}
