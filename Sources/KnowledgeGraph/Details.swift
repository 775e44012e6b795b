import GRDB
import GraphStore
import KGModel

/// All that the graph knows of one entity.
public struct EntityDetails: Sendable {
    public struct Appearance: Sendable, Hashable {
        /// Path of the issue.
        public var issue: String
        public var title: String
        public var date: String?
        public var mentions: Int
        /// Line of the first mention.
        public var line: Int
    }

    public var entity: EntitySummary
    /// Sorted; the canonical name is not among them.
    public var aliases: [Entity.Alias]
    public var identities: [Identity]
    /// By date, then path.
    public var appearances: [Appearance]
}

extension KnowledgeGraph {
    public func details(of entity: EntitySummary) throws -> EntityDetails {
        try read { db in
            let aliases = try Row.fetchAll(
                db, sql: "SELECT name, language FROM alias WHERE entity_id = ? ORDER BY name",
                arguments: [entity.id]
            ).map { Entity.Alias(name: $0[0], language: $0[1]) }.filter { $0.name != entity.name }
            let identities = try String.fetchAll(
                db, sql: "SELECT identity FROM identity WHERE entity_id = ? ORDER BY identity",
                arguments: [entity.id]
            ).compactMap { Identity($0) }
            let appearances = try Self.appearances(of: entity.id, db)
            return EntityDetails(
                entity: entity, aliases: aliases, identities: identities, appearances: appearances)
        }
    }

    private static func appearances(of entity: Int64, _ db: Database) throws -> [EntityDetails.Appearance] {
        // What names the entity stands in an index in order of the passages, and so those of an issue together.
        let mentions = try RowStatement(
            db,
            """
            SELECT issue_id, first_line + line_offset
            FROM mention_row JOIN passage_row ON passage_row.id = passage_id
            WHERE entity_id = ? ORDER BY passage_id
            """)
        mentions.bind(1, entity)
        var named: [(issue: Int64, mentions: Int, line: Int)] = []
        while try mentions.next() {
            let (issue, line) = (Int64(mentions.integer(0)), mentions.integer(1))
            if let last = named.indices.last, named[last].issue == issue {
                named[last].mentions += 1
                named[last].line = min(named[last].line, line)
            } else {
                named.append((issue, 1, line))
            }
        }
        let heads = try RowStatement(db, "SELECT path, title, date FROM issue WHERE id = ?")
        return try named.compactMap { one -> EntityDetails.Appearance? in
            heads.bind(1, one.issue)
            guard try heads.next() else { return nil }
            defer { heads.reset() }
            return EntityDetails.Appearance(
                issue: heads.text(0), title: heads.text(1), date: heads.optionalText(2),
                mentions: one.mentions, line: one.line)
        }.sorted { a, b in
            guard a.date == b.date else { return b.date == nil || a.date != nil && isBefore(a.date, b.date) }
            return isBefore(a.issue, b.issue)
        }
    }

    /// In the order of their bytes, which is that of the database.
    private static func isBefore(_ a: String?, _ b: String?) -> Bool {
        (a ?? "").utf8.lexicographicallyPrecedes((b ?? "").utf8)
    }
}
