import KnowledgeGraph

/// Cytoscape's JSON. Relations are edges of their own, beside that of the two nodes' co-mentions.
public enum CytoscapeJSON: ExportFormat {
    public static let name = "cytoscape"
    public static let summary = "Cytoscape, Cytoscape.js"

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write("{\n  \"data\": {\"name\": \"kg\", \"issues\": \(graph.content.graph.issues)},\n")
        out.write("  \"directed\": false,\n  \"multigraph\": true,\n  \"elements\": {\n    \"nodes\": [")
        out.writeEach(of: graph.nodes.count) { index, out in
            let node = graph.nodes[index]
            out.write(index == 0 ? "\n      {\"data\": {\"id\": " : ",\n      {\"data\": {\"id\": ")
            out.write(json: node.id)
            // networkx takes the node's name from `value`.
            out.write(", \"value\": ")
            out.write(json: node.id)
            out.write(", \"name\": ")
            out.write(json: node.name)
            NodeLinkJSON.writeMembers(Column.ofNodes, graph, index, &out)
            out.write(", \"classes\": \"\(node.type.rawValue)\"}")
        }
        out.write("\n    ],\n    \"edges\": [")
        out.writeEach(of: graph.edges.count) { index, out in
            let edge = graph.edges[index]
            out.write(index == 0 ? "" : ",")
            writeEnds(edge.a, edge.b, id: "e\(index)", key: "co-mention", graph, &out)
            out.write(", \"weight\": \(edge.weight)")
            NodeLinkJSON.writeMembers(Column.ofEdges, graph, index, &out)
            out.write(", \"classes\": \"co-mention\"}")
        }
        for (index, one) in graph.content.relations.enumerated() {
            out.write(index == 0 && graph.edges.isEmpty ? "" : ",")
            writeEnds(one.subject, one.object, id: "r\(index)", key: one.kind, graph, &out)
            out.write("}, \"classes\": \"relation\"}")
        }
        out.write("\n    ]\n  }\n}\n")
        return Export([ExportFile("graph.cyjs", out)])
    }

    private static func writeEnds(
        _ source: Int, _ target: Int, id: String, key: String, _ graph: ExportGraph, _ out: inout TextWriter
    ) {
        out.write("\n      {\"data\": {\"id\": \"\(id)\", \"source\": ")
        out.write(json: graph.nodes[source].id)
        out.write(", \"target\": ")
        out.write(json: graph.nodes[target].id)
        out.write(", \"key\": ")
        out.write(json: key)
        out.write(", \"interaction\": ")
        out.write(json: key)
    }
}
