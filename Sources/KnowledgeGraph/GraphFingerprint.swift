import GRDB
import KGModel

extension KnowledgeGraph {
    /// Sixteen hexadecimal digits over everything that the graph says: issues, entities, names,
    /// identities, mentions and edges. Two graphs with one fingerprint give the same answers, whatever
    /// the order in which they were built.
    public func fingerprint() throws -> String {
        try read { db in
            var fingerprint = Fingerprint()
            let statements = [
                "SELECT path, title, date, number, language, content_hash FROM issue ORDER BY path",
                "SELECT key, type, name, mentions, passages, issues, first_date, last_date FROM entity ORDER BY key",
                """
                SELECT key, alias.name, language FROM alias JOIN entity ON entity.id = entity_id
                ORDER BY key, alias.name
                """,
                "SELECT key, identity FROM identity JOIN entity ON entity.id = entity_id ORDER BY key, identity",
                """
                SELECT path, ordinal, text_start, text_end, source_start, source_end, surface, key, recognizer, confidence
                FROM issue
                    JOIN passage ON passage.id >= first_passage AND passage.id < first_passage + issue.passages
                    JOIN mention ON passage_id = passage.id
                    LEFT JOIN entity ON entity.id = entity_id
                ORDER BY path, ordinal, text_start
                """,
                """
                SELECT min(a.key, b.key), max(a.key, b.key), edge.passages, edge.issues, edge.first_date, edge.last_date,
                    npmi, llr
                FROM edge JOIN entity AS a ON a.id = a_id JOIN entity AS b ON b.id = b_id ORDER BY 1, 2
                """,
            ]
            for sql in statements {
                let rows = try Row.fetchCursor(db, sql: sql)
                while let row = try rows.next() {
                    for value in row.databaseValues { fingerprint.combine(value.description) }
                }
            }
            return fingerprint.hex
        }
    }
}
