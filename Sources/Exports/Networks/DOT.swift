import KnowledgeGraph

/// The graph in Graphviz's language: plain, for other programs to read; `kg diagram` draws.
public enum DOT: ExportFormat {
    public static let name = "dot"
    public static let summary = "Graphviz, pydot"

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write("graph kg {\n  node [shape=box, style=\"rounded,filled\"]\n")
        let ofNodes = Column.ofNodes.filter { $0.kind != .texts }
        let ofEdges = Column.ofEdges.filter { $0.kind != .texts }
        out.writeEach(of: graph.nodes.count) { index, out in
            let node = graph.nodes[index]
            out.write("  ")
            write(quoted: node.id, &out)
            out.write(" [label=")
            write(quoted: node.name, &out)
            out.write(", fillcolor=\"\(TypeColors.hex(node.type))\"")
            writeValues(ofNodes, graph, index, &out)
            out.write("];\n")
        }
        out.writeEach(of: graph.edges.count) { index, out in
            let edge = graph.edges[index]
            writeEnds(edge.a, edge.b, graph, &out)
            out.write(" [weight=\(edge.weight)")
            writeValues(ofEdges, graph, index, &out)
            out.write("];\n")
        }
        for one in graph.content.relations {
            writeEnds(one.subject, one.object, graph, &out)
            out.write(" [dir=forward, style=bold, label=")
            write(quoted: one.kind, &out)
            out.write("];\n")
        }
        out.write("}\n")
        return Export([ExportFile("graph.dot", out)])
    }

    private static func writeEnds(_ a: Int, _ b: Int, _ graph: ExportGraph, _ out: inout TextWriter) {
        out.write("  ")
        write(quoted: graph.nodes[a].id, &out)
        out.write(" -- ")
        write(quoted: graph.nodes[b].id, &out)
    }

    private static func writeValues(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            guard let value = column.value(graph, index) else { continue }
            out.write(", \(column.name)=")
            switch value {
            case .integer, .number: out.write(value.joined)
            case .text, .texts: write(quoted: value.joined, &out)
            }
        }
    }

    /// Within quotation marks only these need an escape; a backslash would begin one. A label's `&` would
    /// begin a character reference.
    private static func write(quoted text: String, _ out: inout TextWriter) {
        out.write("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out.write("\\\"")
            case UInt8(ascii: "\\"): out.write("\\\\")
            default: out.write(byte: byte)
            }
        }
        out.write("\"")
    }
}
