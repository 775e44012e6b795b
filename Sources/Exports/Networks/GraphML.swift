import KnowledgeGraph

/// GraphML. Source: U. Brandes et al., "GraphML progress report", GD 2001; http://graphml.graphdrawing.org.
public enum GraphML: ExportFormat {
    public static let name = "graphml"
    public static let summary = "networkx, igraph, yEd, Gephi"

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
              <key id="label" for="node" attr.name="label" attr.type="string"/>
              <key id="weight" for="edge" attr.name="weight" attr.type="double"/>

            """)
        for column in Column.ofNodes { writeKey("n-" + column.name, "node", column, &out) }
        for column in Column.ofEdges { writeKey("e-" + column.name, "edge", column, &out) }
        out.write("  <graph id=\"kg\" edgedefault=\"undirected\">\n")
        out.writeEach(of: graph.nodes.count) { index, out in
            let node = graph.nodes[index]
            out.write("    <node id=\"")
            out.write(xml: node.id)
            out.write("\"><data key=\"label\">")
            out.write(xml: node.name)
            out.write("</data>")
            writeValues("n-", Column.ofNodes, graph, index, &out)
            out.write("</node>\n")
        }
        out.writeEach(of: graph.edges.count) { index, out in
            let edge = graph.edges[index]
            out.write("    <edge source=\"")
            out.write(xml: graph.nodes[edge.a].id)
            out.write("\" target=\"")
            out.write(xml: graph.nodes[edge.b].id)
            out.write("\"><data key=\"weight\">\(edge.weight)</data>")
            writeValues("e-", Column.ofEdges, graph, index, &out)
            out.write("</edge>\n")
        }
        out.write("  </graph>\n</graphml>\n")
        return Export([ExportFile("graph.graphml", out)])
    }

    private static func writeKey(_ id: String, _ of: String, _ column: Column, _ out: inout TextWriter) {
        let type =
            switch column.kind {
            case .integer: "int"
            case .number: "double"
            case .text, .texts: "string"
            }
        out.write("  <key id=\"\(id)\" for=\"\(of)\" attr.name=\"\(column.name)\" attr.type=\"\(type)\"/>\n")
    }

    private static func writeValues(
        _ prefix: String, _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            guard let value = column.value(graph, index) else { continue }
            out.write("<data key=\"")
            out.write(prefix)
            out.write(column.name)
            out.write("\">")
            out.write(xml: value.joined)
            out.write("</data>")
        }
    }
}
