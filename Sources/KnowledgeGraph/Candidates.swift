import GRDB
import GraphStore
import KGModel

/// A name that is too doubtful for the graph, over all places where it stands.
public struct CandidateSummary: Sendable, Hashable {
    /// As it is written most often.
    public var name: String
    public var type: EntityType
    public var count: Int
    public var issues: Int
    /// The best of them, 0 to 1, and the recognizers that saw it, sorted.
    public var confidence: Double
    public var recognizers: [String]
    /// ISO 8601, of the first and last dated issue.
    public var firstDate: String?
    public var lastDate: String?
}

extension KnowledgeGraph {
    /// Names that recognizers see without being sure enough for the graph, by name and type: those of most issues
    /// first, then the most frequent, then the surest.
    public func candidates(
        types: Set<EntityType> = [], minIssues: Int = 1, filter: IssueFilter = IssueFilter(),
        limit: Int? = nil
    ) throws -> [CandidateSummary] {
        var groups: [CandidateKey: CandidateGroup] = [:]
        try forEachCandidate(filter) { row, date, _ in
            guard types.isEmpty || types.contains(row.type) else { return }
            groups[CandidateKey(name: NameKey(row.surface), type: row.type), default: CandidateGroup()]
                .add(row, date)
        }
        let summaries = groups.map { $1.summary($0.type) }.filter { $0.issues >= minIssues }.sorted { a, b in
            let (x, y) = ((b.issues, b.count, b.confidence), (a.issues, a.count, a.confidence))
            return x == y ? (a.name, a.type) < (b.name, b.type) : x < y
        }
        return limit.map { Array(summaries.prefix($0)) } ?? summaries
    }

    /// The passages in which a candidate stands, by date, path and line. The name may be typed `model:Foo`; case,
    /// accents, hyphens, blanks and width are ignored.
    public func evidence(
        forCandidate name: String, types: Set<EntityType> = [], filter: IssueFilter = IssueFilter(),
        limit: Int? = nil
    ) throws -> [CandidateEvidence] {
        let (type, name) = Self.typed(name)
        let key = NameKey(name)
        var passages: [Int64: [(row: CandidateRow, range: Range<Int>)]] = [:]
        try forEachCandidate(filter) { row, _, place in
            guard NameKey(row.surface) == key, type == nil || type == row.type,
                types.isEmpty || types.contains(row.type)
            else { return }
            passages[place.passage, default: []].append((row, place.range))
        }
        guard !passages.isEmpty else { return [] }
        let ids = passages.keys.sorted().map(String.init).joined(separator: ", ")
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT passage.id, path, issue.date, language, section, text
                    FROM passage JOIN issue ON issue.id = issue_id WHERE passage.id IN (\(ids))
                    ORDER BY date IS NULL, date, path, ordinal LIMIT \(limit ?? -1)
                    """
            ).map { row in
                let found = passages[row[0]] ?? []
                return CandidateEvidence(
                    quotation: Quotation(
                        issue: row[1], line: found.first?.row.line ?? 1, date: row[2], language: row[3],
                        section: row[4], text: row[5], marks: found.map(\.range)),
                    type: found.first?.row.type ?? .model, recognizer: found.first?.row.recognizer ?? "",
                    confidence: found.map(\.row.confidence).max() ?? 0)
            }
        }
    }

    private func forEachCandidate(
        _ filter: IssueFilter,
        _ body: (CandidateRow, _ date: String?, _ place: (passage: Int64, range: Range<Int>)) -> Void
    ) throws {
        let (condition, values) = filter.condition
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT surface, type, issue.path, candidate.line, recognizer, confidence, issue.date, passage_id,
                        text_start, text_end
                    FROM candidate
                        JOIN passage_row ON passage_row.id = passage_id
                        JOIN issue ON issue.id = passage_row.issue_id
                    WHERE \(condition) ORDER BY path, passage_id, text_start
                    """, arguments: StatementArguments(values))
            while let row = try rows.next() {
                let (start, end): (Int, Int) = (row[8], row[9])
                body(CandidateRow(row), row[6], (row[7], start..<max(start, end)))
            }
        }
    }
}

/// A passage in which a candidate stands.
public struct CandidateEvidence: Sendable, Hashable {
    public var quotation: Quotation
    public var type: EntityType
    public var recognizer: String
    /// 0 to 1.
    public var confidence: Double
}

private struct CandidateKey: Hashable {
    var name: NameKey
    var type: EntityType
}

private struct CandidateGroup {
    private var names: [String: Int] = [:]
    private var count = 0
    private var issues: Set<String> = []
    private var confidence = 0.0
    private var recognizers: Set<String> = []
    private var dates: (first: String, last: String)?

    mutating func add(_ row: CandidateRow, _ date: String?) {
        names[row.surface, default: 0] += 1
        count += 1
        issues.insert(row.issue)
        confidence = max(confidence, row.confidence)
        recognizers.insert(row.recognizer)
        guard let date else { return }
        dates = (min(dates?.first ?? date, date), max(dates?.last ?? date, date))
    }

    func summary(_ type: EntityType) -> CandidateSummary {
        CandidateSummary(
            name: names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "", type: type, count: count,
            issues: issues.count, confidence: confidence, recognizers: recognizers.sorted(),
            firstDate: dates?.first, lastDate: dates?.last)
    }
}
