import KGModel

/// A subgraph with what stands behind its figures: names, addresses, days and quotations.
///
/// Texts hold no control characters and nothing that turns the direction of what follows, ids are unique.
public struct SubgraphContent: Sendable {
    /// What of it is wanted; the rest is left empty.
    public struct Parts: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Aliases and identities of the nodes.
        public static let names = Parts(rawValue: 1)
        /// The dates of the issues that name each node and each pair.
        public static let dates = Parts(rawValue: 2)
        /// Quotations for each node and each relation.
        public static let evidence = Parts(rawValue: 4)
        /// Quotations for each pair.
        public static let pairEvidence = Parts(rawValue: 8)
    }

    /// What is known of a node of `graph`, at the same index.
    public struct Node: Sendable {
        /// Sorted; the canonical name is not among them.
        public var aliases: [Entity.Alias] = []
        /// Sorted.
        public var identities: [Identity] = []
        /// In order of the dates.
        public var days: [Day] = []
        /// Indexes into `passages`, the earliest first.
        public var passages: [Int] = []

        public init() {}
    }

    /// What is known of an edge of `graph`, at the same index.
    public struct Edge: Sendable {
        public var days: [Day] = []
        public var passages: [Int] = []

        public init() {}
    }

    /// How often something is named in the issues of one date.
    public struct Day: Sendable, Hashable {
        /// Index into `dates`.
        public var date: Int
        public var passages: Int
        public var issues: Int

        public init(date: Int, passages: Int, issues: Int) {
            self.date = date
            self.passages = passages
            self.issues = issues
        }
    }

    /// What a text states of two nodes: a paper *by* a person, a model *released by* an organization.
    public struct Relation: Sendable, Hashable {
        /// In words: `released by`.
        public var kind: String
        /// Indexes into the nodes.
        public var subject: Int
        public var object: Int
        /// Indexes into `passages`, the earliest first.
        public var passages: [Int]

        public init(kind: String, subject: Int, object: Int, passages: [Int] = []) {
            self.kind = kind
            self.subject = subject
            self.object = object
            self.passages = passages
        }
    }

    public struct Passage: Sendable {
        /// A name of a node in the text.
        public struct Mark: Sendable, Hashable {
            /// Bytes of the text.
            public var range: Range<Int>
            /// Index into the nodes.
            public var node: Int

            public init(range: Range<Int>, node: Int) {
                self.range = range
                self.node = node
            }
        }

        /// Index into `issues`.
        public var issue: Int
        /// Number within its issue; it is the same in every build.
        public var ordinal: Int
        public var section: String
        public var text: String
        /// Line of the first mark.
        public var line: Int
        /// In order, without overlap.
        public var marks: [Mark]

        public init(issue: Int, ordinal: Int, section: String, text: String, line: Int, marks: [Mark]) {
            self.issue = issue
            self.ordinal = ordinal
            self.section = section
            self.text = text
            self.line = line
            self.marks = marks
        }
    }

    public struct Issue: Sendable {
        public var path: String
        public var title: String
        public var date: String?
        public var language: String?

        public init(path: String, title: String, date: String? = nil, language: String? = nil) {
            self.path = path
            self.title = title
            self.date = date
            self.language = language
        }
    }

    public var graph: Subgraph
    public var nodes: [Node]
    public var edges: [Edge]
    /// By kind and subject, then in the order of the texts.
    public var relations: [Relation]
    /// Of the issues, ISO 8601, sorted, each once.
    public var dates: [String]
    /// By date, path and place; only those that nodes and edges refer to.
    public var passages: [Passage]
    /// Of the passages, in their order.
    public var issues: [Issue]

    public init(
        graph: Subgraph, nodes: [Node]? = nil, edges: [Edge]? = nil, relations: [Relation] = [],
        dates: [String] = [], passages: [Passage] = [], issues: [Issue] = []
    ) {
        self.graph = graph
        self.nodes = nodes ?? Array(repeating: Node(), count: graph.nodes.count)
        self.edges = edges ?? Array(repeating: Edge(), count: graph.edges.count)
        self.relations = relations
        self.dates = dates
        self.passages = passages
        self.issues = issues
        clean()
    }

    /// Makes every text one that can stand in any file.
    private mutating func clean() {
        var taken: Set<String> = []
        for index in graph.nodes.indices {
            graph.nodes[index].name = SafeText.name(graph.nodes[index].name)
            let id = SafeText.name(graph.nodes[index].id)
            var unique = id
            var number = 2
            while !taken.insert(unique).inserted {
                unique = "\(id) (\(number))"
                number += 1
            }
            graph.nodes[index].id = unique
        }
        for index in nodes.indices {
            for alias in nodes[index].aliases.indices {
                nodes[index].aliases[alias].name = SafeText.name(nodes[index].aliases[alias].name)
            }
        }
        for index in passages.indices {
            passages[index].text = SafeText.quotation(passages[index].text)
            passages[index].section = SafeText.name(passages[index].section)
        }
        for index in issues.indices {
            issues[index].path = SafeText.name(issues[index].path)
            issues[index].title = SafeText.name(issues[index].title)
        }
    }
}
