import Foundation
import GRDB
import GraphStore
import KGModel

/// A passage that shows a mention, an edge or a hit: the evidence behind a figure.
public struct Quotation: Sendable, Hashable {
    /// Path of the issue, and the line of the first mark.
    public var issue: String
    public var line: Int
    public var date: String?
    public var language: String?
    public var section: String
    /// The passage as a reader sees it.
    public var text: String
    /// Bytes of the text that the question is about: names, or words of a search. In order.
    public var marks: [Range<Int>]
}

extension KnowledgeGraph {
    /// Passages that name all of the given entities (one or more), by date, path and line.
    public func evidence(
        for entities: [EntitySummary], filter: IssueFilter = IssueFilter(), limit: Int? = nil
    ) throws -> [Quotation] {
        guard !entities.isEmpty else { return [] }
        let (condition, values) = filter.condition
        let ids = entities.map { String($0.id) }
        let all = ids.map { "passage.id IN (SELECT passage_id FROM mention WHERE entity_id = \($0))" }
        return try read { db in
            let passages = try Row.fetchAll(
                db,
                sql: """
                    WITH chosen AS MATERIALIZED (
                        SELECT passage.id
                        FROM passage JOIN issue ON issue.id = issue_id
                        WHERE \(all.joined(separator: " AND ")) AND \(condition)
                        ORDER BY date IS NULL, date, path, ordinal
                        LIMIT \(limit ?? -1)
                    )
                    SELECT passage.id, path, issue.date, language, section, text, first_line
                    FROM chosen JOIN passage ON passage.id = chosen.id JOIN issue ON issue.id = issue_id
                    ORDER BY date IS NULL, date, path, ordinal
                    """, arguments: StatementArguments(values))
            return try passages.map { row in
                let marks = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT text_start, text_end, line FROM mention
                        WHERE passage_id = ? AND entity_id IN (\(ids.joined(separator: ", ")))
                        ORDER BY text_start
                        """, arguments: [row[0] as Int64])
                return Quotation(
                    issue: row[1], line: marks.first?[2] ?? row[6], date: row[2], language: row[3],
                    section: row[4],
                    text: row[5], marks: marks.map { ($0[0] as Int)..<($0[1] as Int) })
            }
        }
    }

    /// The first and the last path of all issues in the order of their bytes: what these two begin with, all do.
    /// None where there is no issue.
    public func outermostIssuePaths() throws -> [String] {
        try read { db in
            try ["min", "max"].compactMap { try String.fetchOne(db, sql: "SELECT \($0)(path) FROM issue") }
        }
    }

    /// Passages that hold all words of a search, best first.
    public func search(
        _ text: String, filter: IssueFilter = IssueFilter(), limit: Int? = nil
    ) throws -> [Quotation] {
        try read { db in
            let wanted = try passages(of: filter, db)
            var next = 0
            let hits = try FullTextSearch(text, db).hits(best: limit) { passage in
                guard let wanted else { return true }
                while next < wanted.count, wanted[next].upperBound <= passage { next += 1 }
                return next < wanted.count && wanted[next].contains(passage)
            }.sorted { ($1.score, $0.passage) < ($0.score, $1.passage) }
            // What is as good as the last that is wanted stands in order of the paths.
            let count = min(limit ?? hits.count, hits.count)
            let least = count > 0 ? hits[count - 1].score : 0
            let statement = try db.cachedStatement(
                sql: """
                    SELECT path, issue.date, language, section, passage.text, first_line, ordinal
                    FROM passage JOIN issue ON issue.id = issue_id WHERE passage.id = ?
                    """)
            let rows = try hits.prefix { $0.score >= least }.compactMap { hit in
                try Row.fetchOne(statement, arguments: [hit.passage]).map { (score: hit.score, row: $0) }
            }.sorted { a, b in
                (b.score, a.row[0] as String, a.row[6] as Int) < (
                    a.score, b.row[0] as String, b.row[6] as Int
                )
            }
            return rows.prefix(count).map { _, row in
                let passage: String = row[4]
                return Quotation(
                    issue: row[0], line: row[5], date: row[1], language: row[2], section: row[3],
                    text: passage,
                    marks: Self.marks(of: text, in: passage))
            }
        }
    }

    /// The numbers of the passages that a filter leaves, ascending; nil for all.
    private func passages(of filter: IssueFilter, _ db: Database) throws -> [Range<Int64>]? {
        guard !filter.isEmpty else { return nil }
        let (condition, values) = filter.condition
        return try Row.fetchAll(
            db,
            sql:
                "SELECT first_passage, passages FROM issue WHERE \(condition) AND passages > 0 ORDER BY first_passage",
            arguments: StatementArguments(values)
        ).map { row in
            let first: Int64 = row[0]
            return first..<first + (row[1] as Int64)
        }
    }

    /// Where the words of a search stand in a text, case and accents ignored.
    private static func marks(of typed: String, in text: String) -> [Range<Int>] {
        var marks: [Range<Int>] = []
        let words = typed.split { $0.isWhitespace || $0 == "\"" }
        for word in words {
            var start = text.startIndex
            while let range = text.range(
                of: word, options: [.caseInsensitive, .diacriticInsensitive], range: start..<text.endIndex)
            {
                let first = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let count = text.utf8.distance(from: range.lowerBound, to: range.upperBound)
                marks.append(first..<first + count)
                start = range.upperBound
            }
        }
        marks.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return marks.reduce(into: []) { kept, mark in
            if let last = kept.last, last.upperBound > mark.lowerBound { return }
            kept.append(mark)
        }
    }
}
