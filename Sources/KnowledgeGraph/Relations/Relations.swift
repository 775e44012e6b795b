import GRDB
import GraphStore
import KGModel

/// What the issues state of two entities: `GPT-2`, released by, `OpenAI`.
public struct Relation: Sendable, Hashable {
    public var kind: RelationKind
    public var subject: EntitySummary
    public var object: EntitySummary
    /// Passages and issues that state it.
    public var passages: Int
    public var issues: Int
    /// Issues, translations of one counted once.
    public var editions: Int
    /// ISO 8601, of the first and last dated issue that states it.
    public var firstDate: String?
    public var lastDate: String?
    /// Number of the earliest passage that states it, in the database.
    var passage: Int64
}

extension KnowledgeGraph {
    /// Relations that the texts state, those of most issues first.
    ///
    /// - Parameters:
    ///   - entity: only those that it is an end of; nil for all.
    ///   - kinds: empty for all.
    ///   - limit: nil for all.
    public func relations(
        of entity: EntitySummary? = nil, kinds: Set<RelationKind> = [], filter: IssueFilter = IssueFilter(),
        limit: Int? = nil
    ) throws -> [Relation] {
        var (condition, arguments) = filter.condition
        if let entity {
            arguments["entity"] = entity.id
        }
        if !kinds.isEmpty {
            let list = kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
            condition += " AND relations.kind IN (\(list))"
        }
        let source =
            entity.map { entity in
                "(\(RelationQuery.sql(from: RelationQuery.ofEntity(":entity", entity.type)))) AS relations"
            } ?? "relations"
        let rows = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT relations.kind, subject_id, object_id, count(DISTINCT relations.passage_id),
                        count(DISTINCT relations.issue_id), count(DISTINCT relations.edition), min(relations.date),
                        max(relations.date), relations.passage_id,
                        min((relations.date IS NULL) || ifnull(relations.date, '') || relations.issue)
                    FROM \(source) JOIN issue ON issue.id = relations.issue_id
                    WHERE \(condition) GROUP BY 1, 2, 3
                    """, arguments: StatementArguments(arguments))
        }
        let known = try entities(Set(rows.flatMap { [$0[1] as Int64, $0[2] as Int64] }))
        let summaries = Dictionary(known.map { ($0.id, $0) }) { first, _ in first }
        let all = rows.compactMap { row -> Relation? in
            guard let kind = RelationKind(rawValue: row[0]), let subject = summaries[row[1]],
                let object = summaries[row[2]]
            else { return nil }
            return Relation(
                kind: kind, subject: subject, object: object, passages: row[3], issues: row[4],
                editions: row[5],
                firstDate: row[6], lastDate: row[7], passage: row[8])
        }.sorted { a, b in
            if (a.editions, a.issues, a.passages) != (b.editions, b.issues, b.passages) {
                return (a.editions, a.issues, a.passages) > (b.editions, b.issues, b.passages)
            }
            return (a.subject.key, a.kind.rawValue, a.object.key) < (
                b.subject.key, b.kind.rawValue, b.object.key
            )
        }
        return limit.map { Array(all.prefix($0)) } ?? all
    }

    /// The passage that states a relation, the earliest where several do; both names are marked.
    public func evidence(for relation: Relation) throws -> Quotation? {
        try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT path, issue.date, language, section, text, first_line
                    FROM passage JOIN issue ON issue.id = issue_id WHERE passage.id = ?
                    """, arguments: [relation.passage])
            guard let row else { return nil }
            let marks = try Row.fetchAll(
                db,
                sql: """
                    SELECT text_start, text_end, line FROM mention
                    WHERE passage_id = ? AND entity_id IN (?, ?) ORDER BY text_start
                    """, arguments: [relation.passage, relation.subject.id, relation.object.id])
            return Quotation(
                issue: row[0], line: marks.first?[2] ?? row[5], date: row[1], language: row[2],
                section: row[3],
                text: row[4], marks: marks.map { ($0[0] as Int)..<($0[1] as Int) })
        }
    }

    /// The relations between nodes of a part of the graph, for arrows in a picture: indexes into its nodes.
    public func relations(
        in part: Subgraph, filter: IssueFilter = IssueFilter()
    ) throws -> [(subject: Int, object: Int, kind: RelationKind, issues: Int)] {
        let places = Dictionary(part.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return try relations(filter: filter).compactMap { relation in
            guard let subject = places[relation.subject.key], let object = places[relation.object.key] else {
                return nil
            }
            return (subject, object, relation.kind, relation.issues)
        }
    }
}
