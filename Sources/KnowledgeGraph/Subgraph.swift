import KGModel

/// A piece of the graph that is small enough to draw or to write to a file.
///
/// Nodes and edges stand in an order that depends on the graph alone, strongest first.
public struct Subgraph: Sendable {
    public struct Node: Sendable, Hashable {
        /// Unique within the graph and the same in every build of it: `model:BERT`.
        public var id: String
        public var name: String
        public var type: EntityType
        /// In how many issues it is named.
        public var issues: Int
        /// How often it is named.
        public var mentions: Int
        /// Steps from the nearest of the names that were asked for: 0 for these themselves.
        public var depth: Int
        /// Dates of the first and last issue that names it, ISO 8601; nil if no such issue has a date.
        public var firstDate: String?
        public var lastDate: String?
        /// Number in the database that it was read from; nil for a node that was made otherwise.
        var entity: Int64?

        public init(
            id: String, name: String, type: EntityType, issues: Int, mentions: Int, depth: Int,
            firstDate: String? = nil, lastDate: String? = nil
        ) {
            self.id = id
            self.name = name
            self.type = type
            self.issues = issues
            self.mentions = mentions
            self.depth = depth
            self.firstDate = firstDate
            self.lastDate = lastDate
        }

        init(_ entity: EntitySummary, depth: Int) {
            self.init(
                id: entity.key, name: entity.name, type: entity.type, issues: entity.issues,
                mentions: entity.mentions, depth: depth, firstDate: entity.firstDate,
                lastDate: entity.lastDate)
            self.entity = entity.id
        }
    }

    @dynamicMemberLookup
    public struct Edge: Sendable, Hashable {
        /// Indexes into `nodes`, the smaller first.
        public var a: Int
        public var b: Int
        /// What is counted of the pair; its members can be asked of the edge itself.
        public var figures: EdgeFigures

        public init(a: Int, b: Int, figures: EdgeFigures) {
            self.a = a
            self.b = b
            self.figures = figures
        }

        public init(
            a: Int, b: Int, passages: Int, issues: Int, npmi: Double, llr: Double, firstDate: String? = nil,
            lastDate: String? = nil
        ) {
            self.init(
                a: a, b: b,
                figures: EdgeFigures(
                    passages: passages, issues: issues, firstDate: firstDate, lastDate: lastDate, npmi: npmi,
                    llr: llr))
        }

        public subscript<Value>(dynamicMember figure: KeyPath<EdgeFigures, Value>) -> Value {
            figures[keyPath: figure]
        }
    }

    public var nodes: [Node]
    public var edges: [Edge]
    /// How many nodes within reach were left out because of the limit.
    public var omittedNodes: Int
    /// Where only significant edges were asked for: how many between these nodes were left out, those that were too
    /// rare to test among them, and how many pairs were tested.
    public var droppedEdges = 0
    public var untestedEdges = 0
    public var testability: Testability?
    /// How many issues it is counted over, and the dates they span.
    public var issues: Int
    public var firstDate: String?
    public var lastDate: String?

    public init(
        nodes: [Node], edges: [Edge], omittedNodes: Int = 0, issues: Int = 0, firstDate: String? = nil,
        lastDate: String? = nil
    ) {
        self.nodes = nodes
        self.edges = edges
        self.omittedNodes = omittedNodes
        self.issues = issues
        self.firstDate = firstDate
        self.lastDate = lastDate
    }

    /// Strongest first.
    static func sorted(_ edges: [Edge]) -> [Edge] {
        // Small keys are moved about faster than edges.
        let keys = edges.enumerated().map { (passages: $1.passages, a: $1.a, b: $1.b, index: $0) }
        return keys.sorted { one, two in
            (two.passages, one.a, one.b) < (one.passages, two.a, two.b)
        }.map { edges[$0.index] }
    }
}
