import KnowledgeGraph

/// Node-link JSON: `networkx.node_link_graph(data, edges="edges")` reads it. Relations stand in the edges between
/// their ends, and in a list of their own.
public enum NodeLinkJSON: ExportFormat {
    public static let name = "json"
    public static let summary = "node-link JSON: networkx, D3"

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write("{\n  \"directed\": false,\n  \"multigraph\": false,\n  \"graph\": ")
        out.write(
            JSONValue.object([
                .init("issues", .integer(graph.content.graph.issues)),
                .init("first", .optional(graph.content.graph.firstDate)),
                .init("last", .optional(graph.content.graph.lastDate)),
            ]).line)
        out.write(",\n  \"nodes\": [")
        out.writeEach(of: graph.nodes.count) { index, out in
            let node = graph.nodes[index]
            out.write(index == 0 ? "\n    {\"id\": " : ",\n    {\"id\": ")
            out.write(json: node.id)
            out.write(", \"name\": ")
            out.write(json: node.name)
            writeMembers(Column.ofNodes, graph, index, &out)
        }
        out.write("\n  ],\n  \"edges\": [")
        out.writeEach(of: graph.edges.count) { index, out in
            let edge = graph.edges[index]
            out.write(index == 0 ? "\n    {\"source\": " : ",\n    {\"source\": ")
            out.write(json: graph.nodes[edge.a].id)
            out.write(", \"target\": ")
            out.write(json: graph.nodes[edge.b].id)
            out.write(", \"weight\": \(edge.weight)")
            writeMembers(Column.ofEdges, graph, index, &out)
        }
        // Also those between nodes that no edge joins: what a text states, it may state over several passages.
        out.write("\n  ],\n  \"relations\": [")
        for (index, one) in graph.content.relations.enumerated() {
            out.write(index == 0 ? "\n    {\"subject\": " : ",\n    {\"subject\": ")
            out.write(json: graph.nodes[one.subject].id)
            out.write(", \"kind\": ")
            out.write(json: one.kind)
            out.write(", \"object\": ")
            out.write(json: graph.nodes[one.object].id)
            out.write("}")
        }
        out.write("\n  ]\n}\n")
        return Export([ExportFile("graph.json", out)])
    }

    /// What is not known is null, so that every object has the same members.
    static func writeMembers(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            out.write(", \"")
            out.write(column.name)
            out.write("\": ")
            switch column.value(graph, index) {
            case .text(let text)?: out.write(json: text)
            case .texts(let texts)?:
                out.write("[")
                for (position, text) in texts.enumerated() {
                    if position > 0 { out.write(", ") }
                    out.write(json: text)
                }
                out.write("]")
            case let value?: out.write(value.json.line)
            case nil: out.write(column.kind == .texts ? "[]" : "null")
            }
        }
        out.write("}")
    }
}
