import KGModel

/// Writes a scene as SVG that can stand alone or inside a web page: no script, no style sheet, nothing
/// loaded, all text escaped.
enum SVGWriter {
    static func write(_ scene: Scene) -> String {
        var body = ""
        var ids = ElementIDs()
        for group in scene.groups { body += element(group, &ids) }
        let prefix = prefix(scene, body)
        let (title, summary) = ("\(prefix)-title", "\(prefix)-desc")
        let (width, height) = (scene.size.width.short, scene.size.height.short)
        // Screen readers enter a picture only where something in it can be followed.
        let role = scene.groups.contains { $0.link != nil } ? "group" : "img"
        let data = ([("kg", scene.kind)] + scene.data).map { " data-\($0.0)=\"\(escaped($0.1))\"" }.joined()
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="\(role)" aria-labelledby="\(title) \(summary)"\(data) \
            font-family="\(fonts)">
            <title id="\(title)">\(escaped(scene.title))</title>
            <desc id="\(summary)">\(escaped(scene.summary))</desc>
            <rect width="\(width)" height="\(height)" fill="\(scene.background.hex)"/>
            \(body.replacing(ElementIDs.prefix, with: prefix))</svg>

            """
    }

    /// Helvetica or what stands in for it, then fonts with Chinese, Japanese, Korean and Arabic.
    private static let fonts =
        "Helvetica Neue, Helvetica, Arial, Liberation Sans, Noto Sans, PingFang SC, Hiragino Sans, "
        + "Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, Apple SD Gothic Neo, Malgun Gothic, Geeza Pro, "
        + "Noto Sans Arabic, sans-serif"

    /// Different for pictures that differ in anything, so that several can stand in one page.
    private static func prefix(_ scene: Scene, _ body: String) -> String {
        var fingerprint = Fingerprint()
        for text in [scene.title, scene.summary, scene.background.hex, body] { fingerprint.combine(text) }
        return "kg-" + fingerprint.hex.prefix(8)
    }

    private static func element(_ group: Scene.Group, _ ids: inout ElementIDs) -> String {
        var svg = "<g class=\"\(escaped(group.kind))\""
        if let name = group.name { svg += " id=\"\(ids.make(name))\" data-id=\"\(escaped(name))\"" }
        for (name, value) in group.data { svg += " data-\(name)=\"\(escaped(value))\"" }
        svg += ">"
        if let link = group.link {
            // Twice: as a link its name must be said by screen readers, as a tooltip it must be shown.
            svg += "<a href=\"\(escaped(link))\""
            if let tooltip = group.tooltip { svg += " aria-label=\"\(escaped(tooltip))\"" }
            svg += ">"
        }
        if let tooltip = group.tooltip { svg += "<title>\(escaped(tooltip, keepsLines: true))</title>" }
        for mark in group.marks { svg += element(mark) }
        return svg + (group.link == nil ? "</g>\n" : "</a></g>\n")
    }

    private static func element(_ mark: Scene.Mark) -> String {
        switch mark {
        case .line(let line):
            return "<path d=\"\(path(line.curves))\" fill=\"none\" stroke=\"\(line.color.hex)\" "
                + "stroke-width=\"\(line.width.short)\"/>"
        case .area(let area):
            let points = area.points.map(pair).joined(separator: " ")
            let opacity = area.opacity < 1 ? " fill-opacity=\"\(area.opacity.short)\"" : ""
            return "<polygon points=\"\(points)\" fill=\"\(area.color.hex)\"\(opacity)/>"
        case .box(let box):
            var ink = "fill=\"\(box.fill.hex)\""
            if let stroke = box.stroke, box.strokeWidth > 0 {
                ink += " stroke=\"\(stroke.hex)\" stroke-width=\"\(box.strokeWidth.short)\""
            }
            switch box.corner {
            case .round(let radius):
                let frame = box.frame
                let corner = radius > 0 ? " rx=\"\(radius.short)\"" : ""
                return "<rect x=\"\(frame.x.short)\" y=\"\(frame.y.short)\" width=\"\(frame.width.short)\" "
                    + "height=\"\(frame.height.short)\"\(corner) \(ink)/>"
            case .cut(let length):
                let points = box.frame.octagon(length).map(pair).joined(separator: " ")
                return "<polygon points=\"\(points)\" \(ink)/>"
            }
        case .text(let text):
            var attributes = "x=\"\(text.origin.x.short)\" y=\"\(text.origin.y.short)\" "
            var anchor = text.anchor
            if text.isRightToLeft {
                attributes += "direction=\"rtl\" "
                // In SVG a text starts where its first letter stands.
                anchor = anchor == .start ? .end : anchor == .end ? .start : .middle
            }
            if anchor != .start { attributes += "text-anchor=\"\(anchor.rawValue)\" " }
            attributes += "font-size=\"\(text.size.short)\" "
            if text.isBold { attributes += "font-weight=\"bold\" " }
            return "<text \(attributes)fill=\"\(text.color.hex)\">\(escaped(text.content))</text>"
        }
    }

    private static func path(_ curves: [Curve]) -> String {
        var path = ""
        var pen: Point?
        for curve in curves {
            if pen != curve.start { path += "M\(pair(curve.start))" }
            if curve.isStraight {
                path += "L\(pair(curve.end))"
            } else {
                path += "C\(pair(curve.control1)) \(pair(curve.control2)) \(pair(curve.end))"
            }
            pen = curve.end
        }
        return path
    }

    private static func pair(_ point: Point) -> String { "\(point.x.short),\(point.y.short)" }

    /// Escaped for element content and for attributes; what XML cannot hold, and marks that turn the writing
    /// direction of the page around it, become blanks.
    static func escaped(_ text: String, keepsLines: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n" where keepsLines: result += "\n"
            default: result.unicodeScalars.append(isSafe(scalar) ? scalar : " ")
            }
        }
        return result
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: false
        default: true
        }
    }
}

/// Gives elements ids that are the same in every run and unique in the file.
private struct ElementIDs {
    /// Stands for the picture's own prefix until all of it is written; no text holds it, for it is not safe.
    static let prefix = "\u{1}"
    private var used = Set<String>()

    /// `kg-1f2e3d4c-model-bert` for `model:BERT`.
    mutating func make(_ name: String) -> String {
        var word = ""
        for scalar in name.lowercased().unicodeScalars.prefix(80) {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if scalar.isASCII {
                if word.last != "-" { word += "-" }
            } else {
                word += "u" + String(scalar.value, radix: 16)
            }
        }
        var id = "\(Self.prefix)-\(word)"
        var number = 2
        while !used.insert(id).inserted {
            id = "\(Self.prefix)-\(word)-\(number)"
            number += 1
        }
        return id
    }
}

extension Rectangle {
    /// The corners of the rectangle without its corners.
    func octagon(_ cut: Double) -> [Point] {
        let cut = min(cut, width / 2, height / 2)
        return [
            Point(x: x + cut, y: y), Point(x: maxX - cut, y: y), Point(x: maxX, y: y + cut),
            Point(x: maxX, y: maxY - cut), Point(x: maxX - cut, y: maxY), Point(x: x + cut, y: maxY),
            Point(x: x, y: maxY - cut), Point(x: x, y: y + cut),
        ]
    }
}
