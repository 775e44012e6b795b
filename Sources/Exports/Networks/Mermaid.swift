import KGModel
import KnowledgeGraph

/// A Mermaid flowchart, as GitHub, GitLab and Obsidian draw it, within Mermaid's own limits: the strongest
/// edges are kept. Source of the limits: Mermaid's configuration, `maxEdges` and `maxTextSize`.
public enum Mermaid: ExportFormat {
    public static let name = "mermaid"
    public static let summary = "a flowchart for GitHub, GitLab, Obsidian"
    public static let parts: SubgraphContent.Parts = []

    static let mostEdges = 500
    /// Mermaid counts UTF-16 units.
    static let longestText = 50_000

    public static func export(_ graph: ExportGraph) -> Export {
        let relations = graph.content.relations
        // Half of the edges are enough for all but the longest names; fewer are tried until all fits.
        var most = min(mostEdges, graph.edges.count + relations.count)
        var (text, drawn) = flowchart(graph, most)
        while text.utf16.count > longestText, most > 0 {
            most = min(most - 1, most * (longestText - 500) / text.utf16.count)
            (text, drawn) = flowchart(graph, most)
        }
        var notes: [String] = []
        let left = graph.edges.count + relations.count - drawn.edges
        if left > 0 || drawn.nodes < graph.nodes.count {
            notes.append(
                "\(drawn.nodes) of \(graph.nodes.count) nodes and the strongest \(drawn.edges) of "
                    + "\(drawn.edges + left) edges: Mermaid takes \(mostEdges) edges and \(longestText) characters"
            )
        }
        var out = TextWriter()
        out.write(text)
        return Export([ExportFile("graph.mmd", out)], notes: notes)
    }

    private static func flowchart(
        _ graph: ExportGraph, _ most: Int
    ) -> (text: String, drawn: (nodes: Int, edges: Int)) {
        // Relations first: there are few, and each says something. Edges stand strongest first.
        let relations = graph.content.relations.prefix(most)
        let edges = graph.edges.prefix(most - relations.count)
        var ends = Set(edges.flatMap { [$0.a, $0.b] } + relations.flatMap { [$0.subject, $0.object] })
        let isWhole = edges.count == graph.edges.count && relations.count == graph.content.relations.count
        if isWhole { ends = Set(graph.nodes.indices) }
        var text = "flowchart LR\n"
        let types = Set(ends.map { graph.nodes[$0].type }).sorted()
        // Nodes alone can be too many, too.
        var drawn = 0
        for index in graph.nodes.indices where ends.contains(index) {
            if edges.isEmpty, text.utf16.count > longestText - 2_000 { break }
            text +=
                "  n\(index)[\"\(escaped(graph.nodes[index].name))\"]:::\(graph.nodes[index].type.rawValue)\n"
            drawn += 1
        }
        for one in relations {
            text += "  n\(one.subject) -->|\"\(escaped(one.kind))\"| n\(one.object)\n"
        }
        for edge in edges { text += "  n\(edge.a) ---|\(edge.passages)| n\(edge.b)\n" }
        for type in types {
            text += "  classDef \(type.rawValue) fill:\(TypeColors.hex(type)),stroke:#555,color:#111\n"
        }
        return (text, (drawn, edges.count + relations.count))
    }

    /// Mermaid's entity codes for all that could end the label, be Markdown or be taken for HTML.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "#", "&", "<", ">", "`", "*", "_", "\\", ";", "[", "]", "{", "}", "(", ")", "|", "~",
                "%", "$":
                result += "#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
