import KnowledgeGraph

/// Two tables, nodes and edges, with the heads that Gephi imports and any spreadsheet and pandas read.
/// Relations are directed edges behind the co-mentions.
public enum GephiTables: ExportFormat {
    public static let name = "csv"
    public static let summary = "tables of nodes and edges: Gephi, pandas, spreadsheets"
    public static let isFolder = true

    public static func export(_ graph: ExportGraph) -> Export {
        var nodes = TextWriter()
        nodes.write("Id,Label")
        for column in Column.ofNodes { nodes.write("," + heading(column)) }
        nodes.write("\r\n")
        for (index, node) in graph.nodes.enumerated() {
            nodes.write(cell: node.id)
            nodes.write(",")
            nodes.write(cell: node.name)
            writeValues(Column.ofNodes, graph, index, &nodes)
            nodes.write("\r\n")
        }
        var edges = TextWriter()
        edges.write("Source,Target,Type,Weight,Kind")
        for column in Column.ofEdges { edges.write("," + heading(column)) }
        edges.write("\r\n")
        for (index, edge) in graph.edges.enumerated() {
            writeEnds(edge.a, edge.b, graph, &edges)
            edges.write(",Undirected,\(edge.weight),co-mention")
            writeValues(Column.ofEdges, graph, index, &edges)
            edges.write("\r\n")
        }
        for one in graph.content.relations {
            writeEnds(one.subject, one.object, graph, &edges)
            edges.write(",Directed,1,")
            edges.write(cell: one.kind)
            edges.write(String(repeating: ",", count: Column.ofEdges.count))
            edges.write("\r\n")
        }
        return Export([ExportFile("edges.csv", edges), ExportFile("nodes.csv", nodes)])
    }

    /// `Type` would be taken for the direction of an edge.
    private static func heading(_ column: Column) -> String {
        switch column.name {
        case "npmi", "llr", "url": column.name.uppercased()
        default: column.name.prefix(1).uppercased() + column.name.dropFirst()
        }
    }

    private static func writeEnds(_ a: Int, _ b: Int, _ graph: ExportGraph, _ out: inout TextWriter) {
        out.write(cell: graph.nodes[a].id)
        out.write(",")
        out.write(cell: graph.nodes[b].id)
    }

    private static func writeValues(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            out.write(",")
            switch column.value(graph, index) {
            case .integer(let value)?: out.write(String(value))
            case let value?: column.kind == .number ? out.write(value.joined) : out.write(cell: value.joined)
            case nil: break
            }
        }
    }
}

extension TextWriter {
    /// A text as a field of CSV (RFC 4180). Spreadsheets run what begins like a formula: such a text gets an
    /// apostrophe before it. Source: OWASP, "CSV injection".
    mutating func write(cell text: String) {
        var guarded = text
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": guarded = "'" + text
        default: break
        }
        guard guarded.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            return write(guarded)
        }
        write("\"")
        for byte in guarded.utf8 {
            if byte == UInt8(ascii: "\"") { write("\"") }
            write(byte: byte)
        }
        write("\"")
    }
}
