import GRDB
import GraphStore

/// The first passage, by date, path and place, behind each node of a subgraph and each of some pairs of its nodes.
public struct FirstQuotations: Sendable {
    /// One for each node; nil for a node that no issue of the filter names.
    public var nodes: [Quotation?]
    /// One for each pair that was asked for.
    public var pairs: [Quotation?]
}

extension KnowledgeGraph {
    /// The first passage behind each node of a subgraph and each of the given edges, looked up all at once.
    ///
    /// - Parameters:
    ///   - edges: ends are indexes into the nodes; the figures do not matter.
    ///   - filter: only passages of these issues.
    public func firstQuotations(
        of graph: Subgraph, edges: [Subgraph.Edge], filter: IssueFilter = IssueFilter()
    ) throws -> FirstQuotations {
        try read { db in
            let entities = try Self.entities(db, graph).ids
            let order = try PassageOrder(db, filter)
            let found = try RowStatement(
                db,
                """
                SELECT DISTINCT passage_id FROM mention WHERE entity_id = ? ORDER BY passage_id
                """)
            let passages = try entities.map { entity in
                var passages: [Int64] = []
                found.bind(1, entity)
                while try found.next() { passages.append(Int64(found.integer(0))) }
                return passages
            }
            let reader = try QuotationReader(db)
            let nodes = try entities.indices.map { node in
                try order.first(passages[node]).map {
                    try reader.quotation($0, entities[node], entities[node])
                }
            }
            let pairs = try edges.map { edge in
                try order.first(Self.common(passages[edge.a], passages[edge.b])).map {
                    try reader.quotation($0, entities[edge.a], entities[edge.b])
                }
            }
            return FirstQuotations(nodes: nodes, pairs: pairs)
        }
    }

    /// What two sorted lists share.
    private static func common(_ one: [Int64], _ other: [Int64]) -> [Int64] {
        var shared: [Int64] = []
        var (i, j) = (0, 0)
        while i < one.count, j < other.count {
            if one[i] == other[j] { shared.append(one[i]) }
            (i, j) = (one[i] <= other[j] ? i + 1 : i, other[j] <= one[i] ? j + 1 : j)
        }
        return shared
    }
}

/// The order of passages by date, path and place.
private struct PassageOrder {
    private let all: IssueOrder
    /// The issues of the filter; nil for all.
    private let wanted: Set<Int64>?

    init(_ db: Database, _ filter: IssueFilter) throws {
        all = try IssueOrder(db)
        let (condition, values) = filter.condition
        wanted =
            filter.isEmpty
            ? nil
            : try Int64.fetchSet(
                db, sql: "SELECT id FROM issue WHERE \(condition)", arguments: StatementArguments(values))
    }

    /// The first of some passages that are sorted by their numbers; nil where none is in any of the issues.
    func first(_ passages: [Int64]) -> Int64? {
        var best: (place: Int, passage: Int64)?
        var index = 0
        for passage in passages {
            guard let found = all.index(ofPassage: passage, from: index) else { continue }
            index = found
            let issue = all.issues[found]
            guard best.map({ issue.place < $0.place }) ?? true, wanted?.contains(issue.id) ?? true else {
                continue
            }
            best = (issue.place, passage)
        }
        return best?.passage
    }
}

/// Reads quotations one by one.
private struct QuotationReader {
    private let texts: RowStatement
    private let marks: RowStatement

    init(_ db: Database) throws {
        texts = try RowStatement(
            db,
            """
            SELECT path, issue.date, language, section, text, first_line
            FROM passage JOIN issue ON issue.id = issue_id WHERE passage.id = ?
            """)
        marks = try RowStatement(
            db,
            """
            SELECT text_start, text_end, line FROM mention WHERE passage_id = ? AND entity_id IN (?, ?)
            ORDER BY text_start
            """)
    }

    func quotation(_ passage: Int64, _ a: Int64, _ b: Int64) throws -> Quotation {
        var quotation = Quotation(issue: "", line: 0, section: "", text: "", marks: [])
        texts.bind(1, passage)
        while try texts.next() {
            quotation = Quotation(
                issue: texts.text(0), line: texts.integer(5), date: texts.optionalText(1),
                language: texts.optionalText(2), section: texts.text(3), text: texts.text(4), marks: [])
        }
        marks.bind(1, passage)
        marks.bind(2, a)
        marks.bind(3, b)
        while try marks.next() {
            if quotation.marks.isEmpty { quotation.line = marks.integer(2) }
            quotation.marks.append(marks.integer(0)..<max(marks.integer(0), marks.integer(1)))
        }
        return quotation
    }
}
