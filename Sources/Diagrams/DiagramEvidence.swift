import KnowledgeGraph

/// What stands behind the nodes and edges of a picture.
public struct DiagramEvidence: Sendable {
    /// One place in one issue.
    public struct Source: Sendable, Hashable {
        /// A quotation with its place, in one line.
        public var text: String
        /// An address; nil where none is known.
        public var link: String?

        public init(text: String, link: String?) {
            self.text = text
            self.link = link
        }
    }

    private struct Pair: Hashable, Sendable {
        var a: String
        var b: String
    }

    private var nodes: [String: Source] = [:]
    private var edges: [Pair: Source] = [:]

    public init() {}

    /// The source of a node, by its id.
    public subscript(node: String) -> Source? {
        get { nodes[node] }
        set { nodes[node] = newValue }
    }

    /// The source of an edge, by the ids of its nodes in either order.
    public subscript(a: String, b: String) -> Source? {
        get { edges[Pair(a: min(a, b), b: max(a, b))] }
        set { edges[Pair(a: min(a, b), b: max(a, b))] = newValue }
    }

    /// Whether anything leads anywhere.
    var hasLinks: Bool {
        nodes.values.contains { $0.link != nil } || edges.values.contains { $0.link != nil }
    }
}
