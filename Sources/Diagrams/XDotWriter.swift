/// Hands a scene to Graphviz's renderers, which write PNG and PDF.
///
/// The scene becomes the background drawing of an empty graph, in the xdot language: so every format
/// shows the marks of the same scene, and Graphviz moves nothing.
enum XDotWriter {
    static func render(_ scene: Scene, format: String, scale: Int) throws(DiagramError) -> [UInt8] {
        let (width, height) = (scene.size.width, scene.size.height)
        let box = "0,0,\(width.short),\(height.short)"
        let times = Double(scale)
        let viewport =
            "\((width * times).short),\((height * times).short),\(scale),\((width / 2).short),\((height / 2).short)"
        let source = """
            graph {
            graph [bb="\(box)", viewport="\(viewport)", pad=0, margin=0, dpi=72, bgcolor="\(scene.background.hex)"]
            n0 [pos="\((width / 2).short),\((height / 2).short)", shape=point, style=invis, width=0.01, height=0.01]
            }
            """
        return try GraphvizContext.run(
            source: source, attributes: [("_background", write(scene))], engine: "nop2", format: format)
    }

    /// Source: "Output formats: xdot" of Graphviz's documentation.
    static func write(_ scene: Scene) -> String {
        var writer = Pen(height: scene.size.height)
        writer.box(
            .init(
                frame: Rectangle(x: 0, y: 0, width: scene.size.width, height: scene.size.height),
                corner: .cut(0),
                fill: scene.background))
        for mark in scene.groups.lazy.flatMap(\.marks) {
            switch mark {
            case .box(let box): writer.box(box)
            case .line(let line): writer.line(line)
            case .area(let area): writer.area(area)
            case .text(let text): writer.text(text)
            }
        }
        return writer.xdot
    }

    /// Fonts for Pango, which looks for them in this order, character by character.
    private static let fonts =
        "Helvetica,Arial,Liberation Sans,Noto Sans,Noto Sans CJK SC,Noto Sans Arabic,DejaVu Sans,sans-serif"

    /// How far above the given baseline Graphviz writes, in font sizes. It centres labels by guessing, and
    /// releases guess differently, so a sample is measured.
    private static let rise: Double = {
        let source = """
            graph {
            graph [bb="0,0,200,200", _background="F 100 5 -Times T 0 100 -1 10 1 -x "]
            n0 [pos="100,100", shape=point, style=invis]
            }
            """
        guard let svg = try? GraphvizContext.run(source: source, engine: "nop2", format: "svg") else {
            return 0.2
        }
        let text = String(decoding: svg, as: UTF8.self)
        guard let element = text.split(separator: "<text").dropFirst().first,
            let y = element.split(separator: " y=\"-").dropFirst().first?.split(separator: "\"").first,
            let baseline = Double(y)
        else { return 0.2 }
        return (baseline - 100) / 100
    }()

    private struct Pen {
        var xdot = ""
        let height: Double

        init(height: Double) { self.height = height }

        mutating func box(_ box: Scene.Box) {
            // A filled shape is also outlined: in its own colour, thinly, where no outline is wanted.
            let hasStroke = box.stroke != nil && box.strokeWidth > 0
            write("C", box.fill.hex)
            write("c", (hasStroke ? box.stroke ?? box.fill : box.fill).hex)
            write("S", "setlinewidth(\((hasStroke ? box.strokeWidth : 0.01).short))")
            switch box.corner {
            case .cut(let length) where length <= 0: points("P", box.frame.corners)
            case .cut(let length): points("P", box.frame.octagon(length))
            case .round(let radius): points("b", box.frame.curve(radius))
            }
        }

        mutating func line(_ line: Scene.Line) {
            write("c", line.color.hex)
            write("S", "setlinewidth(\(line.width.short))")
            for curve in line.curves {
                if curve.isStraight {
                    points("L", [curve.start, curve.end])
                } else {
                    points("B", [curve.start, curve.control1, curve.control2, curve.end])
                }
            }
        }

        mutating func area(_ area: Scene.Area) {
            let alpha = String(UInt8((min(max(area.opacity, 0), 1) * 255).rounded()), radix: 16)
            write("C", area.color.hex + (alpha.count == 1 ? "0" : "") + alpha)
            write("c", area.color.hex + "00")
            write("S", "setlinewidth(0.01)")
            points("P", area.points)
        }

        mutating func text(_ text: Scene.Text) {
            let width = CharacterWidths.width(of: text.content, size: text.size, bold: text.isBold)
            write("c", text.color.hex)
            xdot += "F \(text.size.short) "
            bytes(XDotWriter.fonts + (text.isBold ? " Bold" : ""))
            let justification = text.anchor == .middle ? 0 : text.anchor == .start ? -1 : 1
            let origin = Point(x: text.origin.x, y: text.origin.y + text.size * XDotWriter.rise)
            xdot += "T \(pair(origin)) \(justification) \(width.short) "
            // Pango takes the direction from the first mark that has one.
            bytes((text.isRightToLeft ? "\u{200F}" : "") + text.content)
        }

        private mutating func write(_ operation: String, _ argument: String) {
            xdot += operation + " "
            bytes(argument)
        }

        private mutating func bytes(_ text: String) { xdot += "\(text.utf8.count) -\(text) " }

        private mutating func points(_ operation: String, _ points: [Point]) {
            xdot += "\(operation) \(points.count) "
            for point in points { xdot += pair(point) + " " }
        }

        /// Graphviz's `y` runs upwards.
        private func pair(_ point: Point) -> String { "\(point.x.short) \((height - point.y).short)" }
    }
}

extension Rectangle {
    fileprivate var corners: [Point] {
        [Point(x: x, y: y), Point(x: maxX, y: y), Point(x: maxX, y: maxY), Point(x: x, y: maxY)]
    }

    /// The outline with round corners as a chain of cubic Bézier curves, closed.
    fileprivate func curve(_ radius: Double) -> [Point] {
        let radius = min(radius, width / 2, height / 2)
        let arm = radius * 0.5522848  // a quarter circle's control arm
        var points = [Point(x: x + radius, y: y)]
        func side(to end: Point) {
            let start = points[points.count - 1]
            points += [start, end, end]
        }
        func turn(_ first: Point, _ second: Point, _ end: Point) { points += [first, second, end] }
        side(to: Point(x: maxX - radius, y: y))
        turn(
            Point(x: maxX - radius + arm, y: y), Point(x: maxX, y: y + radius - arm),
            Point(x: maxX, y: y + radius))
        side(to: Point(x: maxX, y: maxY - radius))
        turn(
            Point(x: maxX, y: maxY - radius + arm), Point(x: maxX - radius + arm, y: maxY),
            Point(x: maxX - radius, y: maxY))
        side(to: Point(x: x + radius, y: maxY))
        turn(
            Point(x: x + radius - arm, y: maxY), Point(x: x, y: maxY - radius + arm),
            Point(x: x, y: maxY - radius))
        side(to: Point(x: x, y: y + radius))
        turn(
            Point(x: x, y: y + radius - arm), Point(x: x + radius - arm, y: y), Point(x: x + radius, y: y))
        return points
    }
}
