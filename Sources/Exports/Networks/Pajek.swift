import KnowledgeGraph

/// Pajek's network file. It has no way to write a quotation mark or a backslash within a name: they become
/// apostrophes and slashes.
public enum Pajek: ExportFormat {
    public static let name = "pajek"
    public static let summary = "Pajek, VOSviewer, networkx"
    public static let parts: SubgraphContent.Parts = []

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        let labels = UniqueLabels(graph, spelled: spelled).labels
        out.write("*Vertices \(graph.nodes.count)\n")
        for (index, label) in labels.enumerated() { out.write("\(index + 1) \"\(label)\"\n") }
        out.write("*Edges\n")
        for edge in graph.edges { out.write("\(edge.a + 1) \(edge.b + 1) \(edge.weight)\n") }
        return Export([ExportFile("graph.net", out)])
    }

    private static func spelled(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": text += "'"
            case "\\": text += "/"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
