import GRDB
import KGModel

/// A passage whose names the recognizers are not sure of.
public struct UncertainPassage: Sendable, Hashable {
    /// Path of the issue.
    public var issue: String
    public var language: String?
    public var lines: ClosedRange<Int>
    public var text: String
    /// 1 where a name is as likely right as wrong, 0 where all are sure.
    public var uncertainty: Double
    /// What the graph says: the mentions, in reading order.
    public var mentions: [MentionRow]
    /// What may be names as well.
    public var candidates: [CandidateRow]
}

/// A span that may be a name, see `KnowledgeGraph.candidates`.
public struct CandidateRow: Sendable, Hashable {
    public var surface: String
    public var type: EntityType
    public var issue: String
    public var line: Int
    public var recognizer: String
    /// 0 to 1.
    public var confidence: Double
}

extension KnowledgeGraph {
    /// The passages with the most doubtful names, most doubtful first; no more than a quarter of them from one issue.
    ///
    /// A passage is as doubtful as its most doubtful mention or candidate; of two that are equally doubtful the one with
    /// more doubt in sum goes first, then paths and lines decide.
    public func uncertainPassages(
        limit: Int, filter: IssueFilter = IssueFilter()
    ) throws -> [UncertainPassage] {
        let (condition, values) = filter.condition
        return try read { db in
            let doubts = try Self.doubts(db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT passage.id, path, language, first_line, last_line, text
                    FROM passage JOIN issue ON issue.id = issue_id
                    WHERE \(condition) AND length(text) <= 4000 ORDER BY path, ordinal
                    """, arguments: StatementArguments(values))
            let ranked = rows.enumerated().compactMap { index, row in
                doubts[row[0] as Int64].map { (index: index, row: row, doubt: $0) }
            }.sorted { ($1.doubt.most, $1.doubt.sum, $0.index) < ($0.doubt.most, $0.doubt.sum, $1.index) }
            var taken: [String: Int] = [:]
            let mostOfIssue = max(1, (limit + 3) / 4)
            var passages: [UncertainPassage] = []
            for one in ranked where passages.count < limit {
                let path: String = one.row[1]
                guard taken[path, default: 0] < mostOfIssue else { continue }
                taken[path, default: 0] += 1
                passages.append(
                    UncertainPassage(
                        issue: path, language: one.row[2], lines: (one.row[3] as Int)...(one.row[4] as Int),
                        text: one.row[5], uncertainty: Double(one.doubt.most) / 10_000,
                        mentions: try Self.mentions(ofPassage: one.row[0], db),
                        candidates: try Self.candidates(ofPassage: one.row[0], db)))
            }
            return passages
        }
    }

    private struct Doubt {
        /// Ten-thousandths.
        var most = 0
        var sum = 0
    }

    private static func doubts(_ db: Database) throws -> [Int64: Doubt] {
        var doubts: [Int64: Doubt] = [:]
        for table in ["mention", "candidate"] {
            let rows = try Row.fetchCursor(db, sql: "SELECT passage_id, confidence FROM \(table)")
            while let row = try rows.next() {
                let confidence: Double = row[1]
                let doubt = 10_000 - Int((abs(2 * confidence - 1) * 10_000).rounded())
                let passage: Int64 = row[0]
                doubts[passage, default: Doubt()].most = max(doubts[passage]?.most ?? 0, doubt)
                doubts[passage, default: Doubt()].sum += doubt
            }
        }
        return doubts
    }

    private static func mentions(ofPassage id: Int64, _ db: Database) throws -> [MentionRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT path, line, surface, entity.type, entity.name, entity.key, source_start, source_end, recognizer,
                    confidence
                FROM mention
                    JOIN passage ON passage.id = passage_id
                    JOIN issue ON issue.id = issue_id
                    JOIN entity ON entity.id = entity_id
                WHERE passage_id = ? ORDER BY text_start
                """, arguments: [id]
        ).map { row in
            MentionRow(
                issue: row[0], line: row[1], surface: row[2], type: row[3], entity: row[4], id: row[5],
                start: row[6],
                end: row[7], recognizer: row[8], confidence: row[9])
        }
    }

    private static func candidates(ofPassage id: Int64, _ db: Database) throws -> [CandidateRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT surface, type, issue, line, recognizer, confidence FROM candidates
                WHERE passage_id = ? ORDER BY text_start
                """, arguments: [id]
        ).map(CandidateRow.init)
    }
}

extension CandidateRow {
    init(_ row: Row) {
        surface = row[0]
        type = EntityType(rawValue: row[1]) ?? .model
        issue = row[2]
        line = row[3]
        recognizer = row[4]
        confidence = row[5]
    }
}
