import GRDB
import GraphStore
import KGModel

/// An issue, as listings show it.
public struct IssueSummary: Sendable, Hashable {
    public var path: String
    public var title: String
    public var date: String?
    public var number: Int?
    public var language: String?
    public var encoding: String
    public var bytes: Int
    public var mentions: Int
    public var entities: Int
    /// Changes that made its text readable; of them, those whose choice is not clear.
    public var repairs: Int
    public var doubtfulRepairs: Int
    public var warnings: [String]
}

/// A mention, as `kg mentions` prints it.
public struct MentionRow: Sendable, Hashable {
    public var issue: String
    public var line: Int
    public var surface: String
    public var type: String
    public var entity: String
    /// The entity's key.
    public var id: String
    /// Bytes of the repaired source.
    public var start: Int
    public var end: Int
    public var recognizer: String
    public var confidence: Double
}

extension KnowledgeGraph {
    /// The issues, by date, then path.
    ///
    /// - Parameter onlyRepaired: leave out those whose text was readable as it was.
    public func issues(
        _ filter: IssueFilter = IssueFilter(), onlyRepaired: Bool = false, limit: Int? = nil
    ) throws -> [IssueSummary] {
        var (condition, values) = filter.condition
        if onlyRepaired {
            condition += " AND (encoding <> 'utf-8' OR issue.id IN (SELECT issue_id FROM repair))"
        }
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT path, title, date, number, language, encoding, size,
                        (SELECT count(*) FROM mention
                            WHERE passage_id >= first_passage AND passage_id < first_passage + passages),
                        (SELECT count(DISTINCT entity_id) FROM mention
                            WHERE passage_id >= first_passage AND passage_id < first_passage + passages),
                        (SELECT count(*) FROM repair WHERE issue_id = issue.id),
                        (SELECT count(*) FROM repair WHERE issue_id = issue.id AND alternatives <> ''),
                        warnings
                    FROM issue WHERE \(condition)
                    ORDER BY date IS NULL, date, path LIMIT \(limit ?? -1)
                    """, arguments: StatementArguments(values)
            ).map { row in
                let warnings: String = row[11]
                return IssueSummary(
                    path: row[0], title: row[1], date: row[2], number: row[3], language: row[4],
                    encoding: row[5],
                    bytes: row[6], mentions: row[7], entities: row[8], repairs: row[9],
                    doubtfulRepairs: row[10],
                    warnings: warnings.split(separator: "\n").map(String.init))
            }
        }
    }

    /// Calls `body` with every mention, by path and place.
    public func mentions(
        types: Set<EntityType> = [], filter: IssueFilter = IssueFilter(), limit: Int? = nil,
        _ body: (MentionRow) throws -> Void
    ) throws {
        let (condition, values) = filter.condition
        let typeList = types.isEmpty ? EntityType.allCases : types.sorted()
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT path, line, surface, entity.type, entity.name, entity.key, source_start, source_end, recognizer,
                        confidence
                    FROM issue
                        JOIN passage ON passage.id >= first_passage AND passage.id < first_passage + issue.passages
                        JOIN mention ON passage_id = passage.id
                        JOIN entity ON entity.id = entity_id
                    WHERE \(condition)
                        AND entity.type IN (\(typeList.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
                    ORDER BY path, ordinal, text_start LIMIT \(limit ?? -1)
                    """, arguments: StatementArguments(values))
            while let row = try rows.next() {
                try body(
                    MentionRow(
                        issue: row[0], line: row[1], surface: row[2], type: row[3], entity: row[4],
                        id: row[5], start: row[6],
                        end: row[7], recognizer: row[8], confidence: row[9]))
            }
        }
    }
}

/// What a graph holds, in numbers.
public struct GraphStatistics: Sendable {
    public var issues = 0
    public var passages = 0
    public var mentions = 0
    public var entities: [EntityType: Int] = [:]
    public var edges = 0
    /// Issues by language; those without one under the empty text.
    public var languages: [String: Int] = [:]
    public var datedIssues = 0
    public var firstDate: String?
    public var lastDate: String?
    /// Mentions by recognizer.
    public var recognizers: [String: Int] = [:]

    init(_ store: GraphStore) throws {
        try store.read { db in
            issues = try Int.fetchOne(db, sql: "SELECT count(*) FROM issue") ?? 0
            passages = try Int.fetchOne(db, sql: "SELECT count(*) FROM passage") ?? 0
            mentions =
                try Int.fetchOne(db, sql: "SELECT count(*) FROM mention WHERE entity_id IS NOT NULL") ?? 0
            edges = try Int.fetchOne(db, sql: "SELECT count(*) FROM edge_row") ?? 0
            datedIssues = try Int.fetchOne(db, sql: "SELECT count(date) FROM issue") ?? 0
            firstDate = try String.fetchOne(db, sql: "SELECT min(date) FROM issue")
            lastDate = try String.fetchOne(db, sql: "SELECT max(date) FROM issue")
            for row in try Row.fetchAll(db, sql: "SELECT type, count(*) FROM entity GROUP BY type") {
                if let type = EntityType(rawValue: row[0]) { entities[type] = row[1] }
            }
            for row in try Row.fetchAll(
                db, sql: "SELECT ifnull(language, ''), count(*) FROM issue GROUP BY 1")
            {
                languages[row[0]] = row[1]
            }
            for row in try Row.fetchAll(db, sql: "SELECT recognizer, count(*) FROM mention GROUP BY 1") {
                recognizers[row[0]] = row[1]
            }
        }
    }
}

extension KnowledgeGraph {
    public func statistics() throws -> GraphStatistics { try GraphStatistics(store) }
}
