import GRDB
import KGModel
import Linking

/// Where the nodes and the pairs of a subgraph are named.
struct NamedPlaces {
    struct Quoted {
        /// Number of the passage in the database.
        var id: Int64
        var line: Int
        var marks: [SubgraphContent.Passage.Mark]
    }

    /// All dates of issues, sorted.
    private(set) var dates: [String] = []
    private(set) var nodeDays: [[SubgraphContent.Day]]
    private(set) var edgeDays: [[SubgraphContent.Day]]
    /// Indexes into `quoted`.
    private(set) var nodePassages: [[Int]]
    private(set) var edgePassages: [[Int]]
    private(set) var relationPassages: [[Int]]
    private(set) var quoted: [Quoted] = []

    /// The issue that named each node and each pair last.
    private var nodeIssue: [Int32]
    private var edgeIssue: [Int32]
    private let edgeOf: PairIndex
    private let relations: StatedRelations
    private let parts: SubgraphContent.Parts
    private let quotations: Int
    private let pairQuotations: Int

    init(
        _ db: Database, _ graph: Subgraph, _ nodeOf: [Int64: Int], _ relations: StatedRelations,
        _ parts: SubgraphContent.Parts, quotations: Int, filter: IssueFilter
    ) throws {
        self.relations = relations
        relationPassages = Array(repeating: [], count: relations.all.count)
        nodeDays = Array(repeating: [], count: graph.nodes.count)
        nodePassages = Array(repeating: [], count: graph.nodes.count)
        nodeIssue = Array(repeating: -1, count: graph.nodes.count)
        edgeDays = Array(repeating: [], count: graph.edges.count)
        edgePassages = Array(repeating: [], count: graph.edges.count)
        edgeIssue = Array(repeating: -1, count: graph.edges.count)
        edgeOf = PairIndex(graph)
        self.parts = parts
        self.quotations = parts.contains(.evidence) ? quotations : 0
        pairQuotations = parts.contains(.pairEvidence) ? quotations : 0

        let (condition, values) = filter.condition
        let issues = try Row.fetchAll(
            db,
            sql: "SELECT id, date FROM issue WHERE \(condition) ORDER BY date IS NULL, date, path",
            arguments: StatementArguments(values))
        let mentions = try db.makeStatement(
            sql: """
                SELECT passage.id, entity_id, text_start, text_end, line
                FROM passage JOIN mention ON passage_id = passage.id
                WHERE issue_id = ? AND entity_id IS NOT NULL
                ORDER BY passage.id, text_start
                """)
        for (number, issue) in issues.enumerated() {
            let number = Int32(truncatingIfNeeded: number)
            let date = dateIndex(issue[1])
            let rows = try Row.fetchCursor(mentions, arguments: [issue[0] as Int64])
            var passage: Int64 = -1
            var line = 0
            // Of the passage: its entities, whether in the subgraph or not, and the marks of those that are.
            var entities: Set<Int64> = []
            var marks: [SubgraphContent.Passage.Mark] = []
            while let row = try rows.next() {
                if row[0] as Int64 != passage {
                    take(passage, line, entities.count, marks, number, date)
                    passage = row[0]
                    entities = []
                    marks = []
                }
                let entity: Int64 = row[1]
                entities.insert(entity)
                if let node = nodeOf[entity] {
                    if marks.isEmpty { line = row[4] }
                    marks.append(.init(range: (row[2] as Int)..<(row[3] as Int), node: node))
                }
            }
            take(passage, line, entities.count, marks, number, date)
        }
    }

    /// The dates come sorted.
    private mutating func dateIndex(_ date: String?) -> Int? {
        guard let date else { return nil }
        if dates.last != date { dates.append(date) }
        return dates.count - 1
    }

    private static func count(_ date: Int, isNewIssue: Bool, _ days: inout [SubgraphContent.Day]) {
        if days.last?.date != date { days.append(.init(date: date, passages: 0, issues: 0)) }
        days[days.count - 1].passages += 1
        if isNewIssue { days[days.count - 1].issues += 1 }
    }

    private mutating func take(
        _ passage: Int64, _ line: Int, _ entities: Int, _ marks: [SubgraphContent.Passage.Mark],
        _ issue: Int32,
        _ date: Int?
    ) {
        guard !marks.isEmpty else { return }
        var index: Int?
        func quote() -> Int {
            let index = quoted.count
            quoted.append(Quoted(id: passage, line: line, marks: marks))
            return index
        }
        let nodes = Set(marks.map(\.node)).sorted()
        for node in nodes {
            if let date {
                Self.count(date, isNewIssue: nodeIssue[node] != issue, &nodeDays[node])
                nodeIssue[node] = issue
            }
            if nodePassages[node].count < quotations {
                let number = index ?? quote()
                index = number
                nodePassages[node].append(number)
            }
        }
        for relation in relations.ofPassage[passage] ?? [] where relationPassages[relation].count < quotations
        {
            let number = index ?? quote()
            index = number
            relationPassages[relation].append(number)
        }
        // As the edges themselves are counted: a list of contents says nothing about pairs.
        guard !parts.isDisjoint(with: [.dates, .pairEvidence]), entities <= CoMentions.mostEntities,
            nodes.count > 1
        else { return }
        for (position, a) in nodes.enumerated() {
            for b in nodes[(position + 1)...] {
                guard let edge = edgeOf[a, b] else { continue }
                if let date {
                    Self.count(date, isNewIssue: edgeIssue[edge] != issue, &edgeDays[edge])
                    edgeIssue[edge] = issue
                }
                if edgePassages[edge].count < pairQuotations {
                    let number = index ?? quote()
                    index = number
                    edgePassages[edge].append(number)
                }
            }
        }
    }
}
