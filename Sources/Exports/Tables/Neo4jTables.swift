import KnowledgeGraph

/// Two tables with the heads that `neo4j-admin database import` reads:
/// `--nodes=nodes.csv --relationships=relationships.csv --array-delimiter=";"`.
public enum Neo4jTables: ExportFormat {
    public static let name = "neo4j"
    public static let summary = "tables for neo4j-admin database import"
    public static let isFolder = true

    public static func export(_ graph: ExportGraph) -> Export {
        var nodes = TextWriter()
        nodes.write("id:ID,name,:LABEL")
        for column in Column.ofNodes where column.name != "type" { nodes.write("," + heading(column)) }
        nodes.write("\r\n")
        for (index, node) in graph.nodes.enumerated() {
            nodes.write(cell: node.id)
            nodes.write(",")
            nodes.write(cell: node.name)
            nodes.write(",Entity;\(Cypher.label(node.type))")
            writeValues(Column.ofNodes.filter { $0.name != "type" }, graph, index, &nodes)
            nodes.write("\r\n")
        }
        var edges = TextWriter()
        edges.write(":START_ID,:END_ID,:TYPE,weight:double")
        let columns = Column.ofEdges.filter { $0.name != "relations" }
        for column in columns { edges.write("," + heading(column)) }
        edges.write("\r\n")
        for (index, edge) in graph.edges.enumerated() {
            writeEnds(edge.a, edge.b, Cypher.coMention, graph, &edges)
            edges.write(",\(edge.weight)")
            writeValues(columns, graph, index, &edges)
            edges.write("\r\n")
        }
        for one in graph.content.relations {
            writeEnds(one.subject, one.object, Cypher.relationship(one.kind), graph, &edges)
            edges.write(String(repeating: ",", count: columns.count + 1) + "\r\n")
        }
        return Export([ExportFile("relationships.csv", edges), ExportFile("nodes.csv", nodes)])
    }

    private static func heading(_ column: Column) -> String {
        switch column.kind {
        case .integer: column.name + ":int"
        case .number: column.name + ":double"
        case .text: column.name
        case .texts: column.name + ":string[]"
        }
    }

    private static func writeEnds(
        _ a: Int, _ b: Int, _ type: String, _ graph: ExportGraph, _ out: inout TextWriter
    ) {
        out.write(cell: graph.nodes[a].id)
        out.write(",")
        out.write(cell: graph.nodes[b].id)
        out.write(",")
        out.write(type)
    }

    private static func writeValues(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            out.write(",")
            switch column.value(graph, index) {
            case .integer(let value)?: out.write(String(value))
            case .number?: out.write(column.value(graph, index)?.joined ?? "")
            case .text(let text)?: out.write(cell: text)
            // The delimiter cannot be escaped within an element.
            case .texts(let texts)?:
                out.write(cell: texts.map { $0.replacing(";", with: ",") }.joined(separator: ";"))
            case nil: break
            }
        }
    }
}
