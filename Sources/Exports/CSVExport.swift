import KGModel
import KnowledgeGraph

/// Two tables that any spreadsheet and pandas read; the names of columns are those that Gephi imports.
enum CSVExport {
    static func nodes(_ graph: Subgraph) -> String {
        let rows = graph.nodes.map { [$0.id, $0.name, $0.type.rawValue, "\($0.issues)", "\($0.mentions)"] }
        return lines([["Id", "Label", "Type", "Issues", "Mentions"]] + rows)
    }

    static func edges(_ graph: Subgraph) -> String {
        let rows = graph.edges.map { edge in
            [
                graph.nodes[edge.a].id, graph.nodes[edge.b].id, "Undirected", "\(edge.passages)",
                "\(edge.issues)",
                "\(edge.npmi)", "\(edge.llr)", edge.firstDate ?? "", edge.lastDate ?? "",
            ]
        }
        return lines(
            [["Source", "Target", "Type", "Weight", "Issues", "NPMI", "LLR", "First", "Last"]] + rows)
    }

    private static func lines(_ rows: [[String]]) -> String {
        rows.map { Delimited.csv($0) + "\r\n" }.joined()
    }
}
