import KGModel
import KnowledgeGraph

/// A Cypher script for Neo4j, Memgraph and others. It merges: run again, or after a newer one, it brings the
/// figures up to date and doubles nothing.
public enum Cypher: ExportFormat {
    public static let name = "cypher"
    public static let summary = "a script of MERGE statements: Neo4j, Memgraph"

    /// Rows in one statement.
    private static let batch = 500

    static let coMention = "NAMED_WITH"

    /// `Organization`.
    static func label(_ type: EntityType) -> String {
        type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst()
    }

    /// `RELEASED_BY`.
    static func relationship(_ kind: String) -> String { ExportGraph.identifier(kind).uppercased() }

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write("CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
        for type in EntityType.allCases {
            let members = graph.nodes.indices.filter { graph.nodes[$0].type == type }
            writeBatches(members, &out) { index, out in
                out.write("{id: ")
                write(quoted: graph.nodes[index].id, &out)
                out.write(", name: ")
                write(quoted: graph.nodes[index].name, &out)
                writeValues(Column.ofNodes, graph, index, &out)
                out.write("}")
            } end: {
                "MERGE (n:Entity {id: row.id}) SET n:\(label(type)), n += row;\n"
            }
        }
        let ofEdges = Column.ofEdges.filter { $0.name != "relations" }
        writeBatches(Array(graph.edges.indices), &out) { index, out in
            writeEnds(graph.edges[index].a, graph.edges[index].b, graph, &out)
            out.write(", properties: {weight: \(graph.edges[index].weight)")
            writeValues(ofEdges, graph, index, &out)
            out.write("}}")
        } end: {
            """
            MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) MERGE (a)-[r:\(coMention)]-(b) \
            SET r += row.properties;

            """
        }
        for kind in Set(graph.content.relations.map(\.kind)).sorted() {
            let members = graph.content.relations.indices.filter { graph.content.relations[$0].kind == kind }
            writeBatches(members, &out) { index, out in
                let one = graph.content.relations[index]
                writeEnds(one.subject, one.object, graph, &out)
                out.write("}")
            } end: {
                """
                MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) \
                MERGE (a)-[:\(relationship(kind))]->(b);

                """
            }
        }
        return Export([ExportFile("graph.cypher", out)])
    }

    private static func writeBatches(
        _ members: [Int], _ out: inout TextWriter, row: @Sendable (Int, inout TextWriter) -> Void,
        end: () -> String
    ) {
        let end = "] AS row\n" + end()
        out.writeEach(of: members.count) { position, out in
            out.write(position % batch == 0 ? "UNWIND [\n  " : "  ")
            row(members[position], &out)
            let isLast = position % batch == batch - 1 || position == members.count - 1
            out.write(isLast ? "\n" + end : ",\n")
        }
    }

    private static func writeEnds(_ a: Int, _ b: Int, _ graph: ExportGraph, _ out: inout TextWriter) {
        out.write("{a: ")
        write(quoted: graph.nodes[a].id, &out)
        out.write(", b: ")
        write(quoted: graph.nodes[b].id, &out)
    }

    private static func writeValues(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            guard let value = column.value(graph, index) else { continue }
            out.write(", \(column.name): ")
            switch value {
            case .integer, .number: out.write(value.joined)
            case .text(let text): write(quoted: text, &out)
            case .texts(let texts):
                out.write("[")
                for (position, text) in texts.enumerated() {
                    if position > 0 { out.write(", ") }
                    write(quoted: text, &out)
                }
                out.write("]")
            }
        }
    }

    private static func write(quoted text: String, _ out: inout TextWriter) {
        out.write("'")
        out.write(text, escaping: UInt8(ascii: "'"), UInt8(ascii: "\\"))
        out.write("'")
    }
}
