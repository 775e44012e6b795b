import KGModel

/// Writes a scene as SVG that can stand alone or inside a web page: no script, no style sheet, nothing
/// loaded, all text escaped.
enum SVGWriter {
    static func write(_ scene: Scene) -> String {
        var ids = ElementIDs(scene)
        let (titleID, summaryID) = (ids.make("title"), ids.make("desc"))
        let (width, height) = (scene.size.width.short, scene.size.height.short)
        var svg = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(titleID) \(summaryID)" \
            font-family="\(fonts)">
            <title id="\(titleID)">\(escaped(scene.title))</title>
            <desc id="\(summaryID)">\(escaped(scene.summary))</desc>
            <rect width="\(width)" height="\(height)" fill="\(scene.background.hex)"/>

            """
        for group in scene.groups {
            svg += "<g class=\"\(escaped(group.kind))\""
            if let name = group.name {
                svg += " id=\"\(ids.make(name))\" data-id=\"\(escaped(name))\""
            }
            svg += ">"
            if let tooltip = group.tooltip { svg += "<title>\(escaped(tooltip))</title>" }
            for mark in group.marks { svg += element(mark) }
            svg += "</g>\n"
        }
        return svg + "</svg>\n"
    }

    /// Helvetica or what stands in for it, then fonts with Chinese, Japanese and Korean.
    private static let fonts =
        "Helvetica Neue, Helvetica, Arial, Liberation Sans, Noto Sans, PingFang SC, Hiragino Sans GB, "
        + "Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, sans-serif"

    private static func element(_ mark: Scene.Mark) -> String {
        switch mark {
        case .line(let line):
            let path = line.segments.map { "M\(pair($0.start))L\(pair($0.end))" }.joined()
            return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(line.color.hex)\" "
                + "stroke-width=\"\(line.width.short)\"/>"
        case .box(let box):
            var ink = "fill=\"\(box.fill.hex)\""
            if let stroke = box.stroke, box.strokeWidth > 0 {
                ink += " stroke=\"\(stroke.hex)\" stroke-width=\"\(box.strokeWidth.short)\""
            }
            switch box.corner {
            case .round(let radius):
                let frame = box.frame
                return "<rect x=\"\(frame.x.short)\" y=\"\(frame.y.short)\" width=\"\(frame.width.short)\" "
                    + "height=\"\(frame.height.short)\" rx=\"\(radius.short)\" \(ink)/>"
            case .cut(let length):
                let points = box.frame.octagon(length).map(pair).joined(separator: " ")
                return "<polygon points=\"\(points)\" \(ink)/>"
            }
        case .text(let text):
            var attributes = "x=\"\(text.origin.x.short)\" y=\"\(text.origin.y.short)\" "
            if text.anchor == .middle { attributes += "text-anchor=\"middle\" " }
            attributes += "font-size=\"\(text.size.short)\" "
            if text.isBold { attributes += "font-weight=\"bold\" " }
            return "<text \(attributes)fill=\"\(text.color.hex)\">\(escaped(text.content))</text>"
        }
    }

    private static func pair(_ point: Point) -> String { "\(point.x.short),\(point.y.short)" }

    /// Escaped for element content and for attributes; what XML cannot hold becomes a blank.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                result.unicodeScalars.append(isAllowed ? scalar : " ")
            }
        }
        return result
    }
}

/// Gives elements ids that are the same in every run, unique in the file, and unlikely to meet those of
/// another picture in the same page.
private struct ElementIDs {
    private let prefix: String
    private var used = Set<String>()

    init(_ scene: Scene) {
        var fingerprint = Fingerprint()
        fingerprint.combine(scene.title)
        for group in scene.groups { fingerprint.combine(group.name ?? "") }
        prefix = "kg-" + fingerprint.hex.prefix(6)
    }

    /// `kg-1f2e3d-model-bert` for `model:BERT`.
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
        var id = "\(prefix)-\(word)"
        var number = 2
        while !used.insert(id).inserted {
            id = "\(prefix)-\(word)-\(number)"
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
