import KnowledgeGraph

/// Two tables with the heads that `neo4j-admin database import` reads:
/// `--nodes=nodes.csv --relationships=relationships.csv --array-delimiter=";"`.
public enum Neo4jTables: ExportFormat {
    public static let name = "neo4j"
    public static let summary = "tables for neo4j-admin database import"
    public static let isFolder = true

    public static func export(_ graph: ExportGraph) -> Export {
        var nodes = GraphTable(
            ["id:ID", "name", ":LABEL"], Column.ofNodes.filter { $0.name != "type" }, heading: heading,
            list: list)
        nodes.writeRows(of: graph.nodes.count, graph) { index, out in
            out.write(cell: graph.nodes[index].id)
            out.write(",")
            out.write(cell: graph.nodes[index].name)
            out.write(",Entity;\(Cypher.label(graph.nodes[index].type))")
        }
        var edges = GraphTable(
            [":START_ID", ":END_ID", ":TYPE", "weight:double"],
            Column.ofEdges.filter { $0.name != "relations" }, heading: heading, list: list)
        edges.writeRows(of: graph.edges.count, graph) { index, out in
            let edge = graph.edges[index]
            out.write(cells: edge.a, edge.b, of: graph)
            out.write(",\(Cypher.coMention),\(edge.weight)")
        }
        edges.writeRelations(graph) { one, out in
            out.write(cells: one.subject, one.object, of: graph)
            out.write(",\(Cypher.relationship(one.kind)),")
        }
        return Export([ExportFile("relationships.csv", edges.text), ExportFile("nodes.csv", nodes.text)])
    }

    private static func heading(_ column: Column) -> String {
        switch column.kind {
        case .integer: column.name + ":int"
        case .number: column.name + ":double"
        case .text: column.name
        case .texts: column.name + ":string[]"
        }
    }

    /// The delimiter cannot be escaped within an element.
    private static func list(_ texts: [String]) -> String {
        texts.map { $0.replacing(";", with: ",") }.joined(separator: ";")
    }
}
