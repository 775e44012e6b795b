import KnowledgeGraph

/// Two tables, nodes and edges, with the heads that Gephi imports and any spreadsheet and pandas read.
/// Relations are directed edges behind the co-mentions.
public enum GephiTables: ExportFormat {
    public static let name = "csv"
    public static let summary = "tables of nodes and edges: Gephi, pandas, spreadsheets"
    public static let isFolder = true

    public static func export(_ graph: ExportGraph) -> Export {
        var nodes = GraphTable(["Id", "Label"], Column.ofNodes, heading: heading, list: list)
        nodes.writeRows(of: graph.nodes.count, graph) { index, out in
            out.write(cell: graph.nodes[index].id)
            out.write(",")
            out.write(cell: graph.nodes[index].name)
        }
        var edges = GraphTable(
            ["Source", "Target", "Type", "Weight", "Kind"], Column.ofEdges, heading: heading, list: list)
        edges.writeRows(of: graph.edges.count, graph) { index, out in
            let edge = graph.edges[index]
            out.write(cells: edge.a, edge.b, of: graph)
            out.write(",Undirected,\(edge.weight),co-mention")
        }
        edges.writeRelations(graph) { one, out in
            out.write(cells: one.subject, one.object, of: graph)
            out.write(",Directed,1,")
            out.write(cell: one.kind)
        }
        return Export([ExportFile("edges.csv", edges.text), ExportFile("nodes.csv", nodes.text)])
    }

    /// `Type` would be taken for the direction of an edge.
    private static func heading(_ column: Column) -> String {
        switch column.name {
        case "npmi", "llr", "url": column.name.uppercased()
        default: column.name.prefix(1).uppercased() + column.name.dropFirst()
        }
    }

    private static func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
}
