import KGModel
import KnowledgeGraph

/// Writes a picture as Graphviz source that people can read, change and draw again.
///
/// Nodes carry their places (`pos`, in points), so that any of Graphviz's programs draws about the same
/// picture; without `pos` and `layout` the engines find places of their own.
enum DOTWriter {
    static func write(_ picture: Picture, diagram: Diagram) -> String {
        let graph = picture.graph
        let palette = Palette(diagram.theme)
        let height = picture.scene.size.height
        let caption = [diagram.title, picture.caption].map { Label.clean($0) }.filter { !$0.isEmpty }
        var dot = """
            graph {
              graph [layout=neato, inputscale=72, overlap=true, splines=line, outputorder=edgesfirst,
                fontname="Helvetica,Arial,sans-serif", fontcolor="\(palette.text.hex)", bgcolor="\(palette.background.hex)",
                label=\(quoted(caption.joined(separator: "\n")))]
              node [shape=box, style=filled, fixedsize=true, fontname="Helvetica,Arial,sans-serif",
                fontcolor="\(palette.label.hex)"]

            """
        for (node, placed) in zip(graph.nodes, picture.nodes) {
            let center = placed.frame.center
            let emphasis = placed.isEmphasized ? palette.emphasis(node.type) : nil
            var fields = [
                "label=\(quoted(placed.label.lines.joined(separator: "\n")))",
                "tooltip=\(quoted(node.displayName(maxLength: 4000)))",
                shape(node.type), "type=\(node.type.rawValue)", "issues=\(node.issues)",
                "mentions=\(node.mentions)",
                "depth=\(node.depth)", "fillcolor=\"\((emphasis?.fill ?? palette.fill(node.type)).hex)\"",
                "color=\"\(palette.border(node.type).hex)\"",
                "penwidth=\(placed.isEmphasized ? "2.5" : "1")", "fontsize=\(placed.label.size.short)",
                "width=\((placed.frame.width / 72).short)", "height=\((placed.frame.height / 72).short)",
                "pos=\"\(center.x.short),\((height - center.y).short)!\"",
            ]
            if let emphasis {
                fields.append("fontname=\"Helvetica,Arial,sans-serif Bold\"")
                fields.append("fontcolor=\"\(emphasis.label.hex)\"")
            }
            dot += "  \(quoted(node.id)) [\(fields.joined(separator: ", "))]\n"
        }
        for link in picture.links.drawn {
            let edge = link.edge
            let ink = palette.ink(link.strength, textSize: 16)
            var fields = [
                "weight=\(max(edge.passages, 0))", "issues=\(edge.issues)", "npmi=\(edge.npmi.short)",
                "llr=\(edge.llr.short)", "penwidth=\(ink.width.short)", "color=\"\(ink.color.hex)\"",
            ]
            if let date = edge.firstDate { fields.append("first=\(quoted(date))") }
            if let date = edge.lastDate { fields.append("last=\(quoted(date))") }
            dot += "  \(quoted(graph.nodes[edge.a].id)) -- \(quoted(graph.nodes[edge.b].id)) "
            dot += "[\(fields.joined(separator: ", "))]\n"
        }
        return dot + "}\n"
    }

    private static func shape(_ type: EntityType) -> String {
        switch type.corners {
        case .pill, .soft: "style=\"filled,rounded\""
        case .square: "shape=box"
        case .cut: "shape=octagon"
        }
    }

    /// In DOT's quotes. Backslashes are doubled, so that Graphviz does not read `\N` as an escape.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
            }
        }
        return result + "\""
    }
}
