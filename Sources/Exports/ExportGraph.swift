import KGModel
import KnowledgeGraph

/// A graph on its way into a file.
public struct ExportGraph: Sendable {
    let content: SubgraphContent
    /// For each edge the relations between its ends, as indexes into `content.relations`.
    let relationsOfEdge: [[Int]]

    var nodes: [Subgraph.Node] { content.graph.nodes }
    var edges: [Subgraph.Edge] { content.graph.edges }

    public init(_ content: SubgraphContent) {
        self.content = content
        var relations = Array(repeating: [Int](), count: content.graph.edges.count)
        if !content.relations.isEmpty {
            var byPair: [Int: [Int]] = [:]
            func pair(_ a: Int, _ b: Int) -> Int { min(a, b) * content.graph.nodes.count + max(a, b) }
            for (index, one) in content.relations.enumerated() {
                byPair[pair(one.subject, one.object), default: []].append(index)
            }
            for (index, edge) in content.graph.edges.enumerated() {
                if let found = byPair[pair(edge.a, edge.b)] { relations[index] = found }
            }
        }
        relationsOfEdge = relations
    }

    /// `released by` as programs want it: `released_by`.
    static func identifier(_ kind: String) -> String {
        String(kind.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}

/// An attribute of nodes or edges, the same in every format that has attributes.
struct Column: Sendable {
    enum Kind: Sendable { case integer, number, text, texts }

    enum Value: Sendable {
        case integer(Int)
        case number(Double)
        case text(String)
        case texts([String])
    }

    let name: String
    let kind: Kind
    /// Nil where the node or edge has none.
    let value: @Sendable (ExportGraph, Int) -> Value?

    init(_ name: String, _ kind: Kind, _ value: @escaping @Sendable (ExportGraph, Int) -> Value?) {
        self.name = name
        self.kind = kind
        self.value = value
    }

    static let ofNodes = [
        Column("type", .text) { .text($0.nodes[$1].type.rawValue) },
        Column("issues", .integer) { .integer($0.nodes[$1].issues) },
        Column("mentions", .integer) { .integer($0.nodes[$1].mentions) },
        Column("first", .text) { $0.nodes[$1].firstDate.map { .text($0) } },
        Column("last", .text) { $0.nodes[$1].lastDate.map { .text($0) } },
        Column("aliases", .texts) { graph, index in
            let names = graph.content.nodes[index].aliases.map(\.name)
            return names.isEmpty ? nil : .texts(names)
        },
        Column("identities", .texts) { graph, index in
            let identities = graph.content.nodes[index].identities.map(\.description)
            return identities.isEmpty ? nil : .texts(identities)
        },
        Column("url", .text) { $0.content.nodes[$1].identities.first.map { .text($0.url) } },
    ]

    /// Without `weight`, for which most formats have a place of its own.
    static let ofEdges = [
        Column("passages", .integer) { .integer($0.edges[$1].passages) },
        Column("issues", .integer) { .integer($0.edges[$1].issues) },
        Column("editions", .integer) { .integer($0.edges[$1].editions) },
        Column("jaccard", .number) { .number($0.edges[$1].jaccard) },
        Column("npmi", .number) { .number($0.edges[$1].npmi) },
        Column("llr", .number) { .number($0.edges[$1].llr) },
        Column("p", .number) { $0.edges[$1].p.map { .number($0) } },
        Column("q", .number) { $0.edges[$1].q.map { .number($0) } },
        Column("significance", .text) { .text($0.edges[$1].figures.significance.rawValue) },
        Column("first", .text) { $0.edges[$1].firstDate.map { .text($0) } },
        Column("last", .text) { $0.edges[$1].lastDate.map { .text($0) } },
        Column("relations", .texts) { graph, index in
            let found = graph.relationsOfEdge[index].map { graph.content.relations[$0] }
            let texts = found.map { one in
                "\(graph.nodes[one.subject].name) \(one.kind) \(graph.nodes[one.object].name)"
            }
            return texts.isEmpty ? nil : .texts(texts)
        },
    ]
}

extension Column.Value {
    /// In one text, for formats without lists.
    var joined: String {
        switch self {
        case .integer(let value): String(value)
        case .number(let value): value.isFinite ? "\(value)" : "0.0"
        case .text(let text): text
        case .texts(let texts): texts.joined(separator: "; ")
        }
    }

    var json: JSONValue {
        switch self {
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .text(let text): .string(text)
        case .texts(let texts): .array(texts.map { .string($0) })
        }
    }
}
