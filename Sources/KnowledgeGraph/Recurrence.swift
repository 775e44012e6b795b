import GRDB
import GraphStore
import KGModel

/// How often and when an entity is named.
public struct Recurrence: Sendable, Hashable {
    public var entity: EntitySummary
    /// Issues and mentions among those that the question is about.
    public var issues: Int
    public var mentions: Int
    public var firstDate: String?
    public var lastDate: String?
    /// Issues that name it in each month of `Recurrences.months`.
    public var issuesByMonth: [Int]
}

/// The answer to "what recurs".
public struct Recurrences: Sendable {
    /// Every month from the first to the last dated issue, `2020-03`.
    public var months: [String]
    public var rows: [Recurrence]
    /// Issues that the question is about, and how many of them have no month.
    public var issues: Int
    public var undatedIssues: Int
}

extension KnowledgeGraph {
    /// What is named in the most issues, first the most recurrent.
    public func top(
        types: Set<EntityType> = [], minIssues: Int = 1, filter: IssueFilter = IssueFilter(),
        limit: Int? = nil
    ) throws -> Recurrences {
        if filter.isEmpty, let kept = try keptTop(types, minIssues, limit) { return kept }
        let (condition, values) = filter.condition
        let typeCondition = Self.condition(types)
        return try read { db in
            let issues = try Row.fetchAll(
                db, sql: "SELECT date FROM issue WHERE \(condition)", arguments: StatementArguments(values))
            let dates = issues.compactMap { $0[0] as String? }.filter { $0.utf8.count >= 7 }.map {
                String($0.prefix(7))
            }
            let months = Self.months(from: dates.min(), to: dates.max())
            var arguments = values
            arguments["min"] = minIssues
            arguments["limit"] = limit ?? -1
            let sql =
                filter.isEmpty
                ? Self.mostNamed(types)
                : """
                SELECT \(EntitySummary.columns), count(DISTINCT issue.id) AS counted, count(*) AS mentioned,
                    min(issue.date), max(issue.date)
                FROM issue
                    JOIN mention ON passage_id >= first_passage AND passage_id < first_passage + issue.passages
                    JOIN entity ON entity.id = mention.entity_id
                WHERE \(condition) AND \(typeCondition)
                GROUP BY entity.id HAVING counted >= :min
                ORDER BY counted DESC, mentioned DESC, entity.key LIMIT :limit
                """
            var rows = try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).map { row in
                Recurrence(
                    entity: EntitySummary(row), issues: row[8], mentions: row[9], firstDate: row[10],
                    lastDate: row[11],
                    issuesByMonth: Array(repeating: 0, count: months.count))
            }
            let positions = Dictionary(months.enumerated().map { ($1, $0) }) { first, _ in first }
            for index in rows.indices {
                var counted = values
                counted["id"] = rows[index].entity.id
                let byMonth = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT substr(issue.date, 1, 7), count(DISTINCT issue.id)
                        FROM mention
                            JOIN passage ON passage.id = passage_id
                            JOIN issue ON issue.id = issue_id
                        WHERE entity_id = :id AND \(condition) AND length(issue.date) >= 7
                        GROUP BY 1
                        """, arguments: StatementArguments(counted))
                while let row = try byMonth.next() {
                    if let position = positions[row[0]] { rows[index].issuesByMonth[position] = row[1] }
                }
            }
            return Recurrences(
                months: months, rows: rows, issues: issues.count, undatedIssues: issues.count - dates.count)
        }
    }

    private static func condition(_ types: Set<EntityType>) -> String {
        let list = types.isEmpty ? EntityType.allCases : types.sorted()
        return "entity.type IN (\(list.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
    }

    /// The first of each type stand in an index in their order; they are merged.
    private static func mostNamed(_ types: Set<EntityType>) -> String {
        let ofTypes = (types.isEmpty ? EntityType.allCases : types.sorted()).map { type in
            """
            SELECT * FROM (
                SELECT \(EntitySummary.columns), entity.issues AS counted, entity.mentions AS mentioned,
                    entity.first_date, entity.last_date
                FROM entity WHERE entity.type = '\(type.rawValue)' AND entity.issues >= :min
                ORDER BY entity.issues DESC, entity.mentions DESC, entity.key LIMIT :limit
            )
            """
        }
        return ofTypes.joined(separator: " UNION ALL ")
            + " ORDER BY counted DESC, mentioned DESC, key LIMIT :limit"
    }

    /// The same of all issues, from what the build kept; nil where it kept nothing.
    private func keptTop(_ types: Set<EntityType>, _ minIssues: Int, _ limit: Int?) throws -> Recurrences? {
        try read { db in
            guard let issueMonths = try IssueMonths(arrays: { try Self.array($0, db) }) else { return nil }
            let found = try Row.fetchAll(
                db, sql: Self.mostNamed(types), arguments: ["min": minIssues, "limit": limit ?? -1]
            ).map(EntitySummary.init)
            let span = issueMonths.span
            var counts = Array(repeating: Array(repeating: 0, count: span?.count ?? 0), count: found.count)
            if let span {
                let issues = try Appearances.issues(of: found.map(\.id)) { try Self.array($0, db) }
                for (place, issues) in issues.enumerated() {
                    for month in issues.lazy.compactMap(issueMonths.month) {
                        counts[place][month - span.lowerBound] += 1
                    }
                }
            }
            let months = span.map { span in
                span.compactMap { IssueDate(year: ($0 - 1) / 12, month: ($0 - 1) % 12 + 1)?.description }
            }
            return Recurrences(
                months: months ?? [],
                rows: zip(found, counts).map { entity, counts in
                    Recurrence(
                        entity: entity, issues: entity.issues, mentions: entity.mentions,
                        firstDate: entity.firstDate, lastDate: entity.lastDate, issuesByMonth: counts)
                }, issues: issueMonths.issues, undatedIssues: issueMonths.undated)
        }
    }

    private static func months(from first: String?, to last: String?) -> [String] {
        guard let start = first.flatMap({ IssueDate(iso: $0) }),
            let end = last.flatMap({ IssueDate(iso: $0) })
        else {
            return []
        }
        let from = start.year * 12 + (start.month ?? 1) - 1
        let to = end.year * 12 + (end.month ?? 1) - 1
        return (from...max(from, to)).compactMap { IssueDate(year: $0 / 12, month: $0 % 12 + 1)?.description }
    }
}
