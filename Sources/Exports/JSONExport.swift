import KGModel
import KnowledgeGraph

/// Node-link JSON: `networkx.node_link_graph(data, edges="edges")` reads it.
enum JSONExport {
    static func text(_ graph: Subgraph) -> String {
        let nodes = graph.nodes.map { node in
            JSONValue.object([
                .init("id", .string(node.id)), .init("name", .string(node.name)),
                .init("type", .string(node.type.rawValue)), .init("issues", .integer(node.issues)),
                .init("mentions", .integer(node.mentions)),
            ])
        }
        let edges = graph.edges.map { edge in
            JSONValue.object([
                .init("source", .string(graph.nodes[edge.a].id)),
                .init("target", .string(graph.nodes[edge.b].id)),
                .init("passages", .integer(edge.passages)), .init("issues", .integer(edge.issues)),
                .init("npmi", .number(edge.npmi)), .init("llr", .number(edge.llr)),
                .init("first", .optional(edge.firstDate)), .init("last", .optional(edge.lastDate)),
            ])
        }
        return JSONValue.object([
            .init("directed", .bool(false)), .init("multigraph", .bool(false)),
            .init("graph", .object([.init("issues", .integer(graph.issues))])),
            .init("nodes", .array(nodes)), .init("edges", .array(edges)),
        ]).pretty + "\n"
    }
}
