import KGModel
import KnowledgeGraph

/// The graph in Graphviz's language: plain, for other programs to read; `kg diagram` draws.
enum DOTExport {
    static func text(_ graph: Subgraph) -> String {
        var text = "graph kg {\n"
        for node in graph.nodes {
            text += "  \(quoted(node.id)) [label=\(quoted(node.name)), type=\(node.type.rawValue), "
            text += "issues=\(node.issues), mentions=\(node.mentions)];\n"
        }
        for edge in graph.edges {
            text += "  \(quoted(graph.nodes[edge.a].id)) -- \(quoted(graph.nodes[edge.b].id)) "
            text += "[weight=\(edge.passages), issues=\(edge.issues), npmi=\(edge.npmi), llr=\(edge.llr)];\n"
        }
        return text + "}\n"
    }

    /// Within quotation marks only these need an escape; a backslash would begin one. By code points: a
    /// quotation mark with an accent on it still ends the text.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "\"" { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
        }
        return result + "\""
    }
}
