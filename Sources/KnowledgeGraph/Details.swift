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
            let appearances = try Row.fetchAll(
                db,
                sql: """
                    SELECT path, title, date, named, line
                    FROM (
                        SELECT issue_id, count(*) AS named, min(first_line + line_offset) AS line
                        FROM mention_row JOIN passage_row ON passage_row.id = passage_id
                        WHERE entity_id = ? GROUP BY issue_id
                    ) JOIN issue ON issue.id = issue_id
                    ORDER BY date IS NULL, date, path
                    """, arguments: [entity.id]
            ).map {
                EntityDetails.Appearance(
                    issue: $0[0], title: $0[1], date: $0[2], mentions: $0[3], line: $0[4])
            }
            return EntityDetails(
                entity: entity, aliases: aliases, identities: identities, appearances: appearances)
        }
    }
}
