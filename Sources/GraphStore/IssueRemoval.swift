import GRDB

extension IssueRowWriter {
    /// Deletes all rows of an issue and tells the numbers of its passages; nil if there is none of this path.
    func delete(_ path: String) throws -> Range<Int64>? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, first_passage, passages FROM issue WHERE path = ?"),
            arguments: [path])
        guard let row else { return nil }
        try leaveTextToFTS5()
        let id: Int64 = row[0]
        let first: Int64 = row[1]
        let end = first + max(0, row[2] as Int64)
        // The full-text index keeps no text of its own: it must be told what to forget.
        let forget = try db.cachedStatement(
            sql: "INSERT INTO passage_fts (passage_fts, rowid, text) VALUES ('delete', ?, ?)")
        let passages = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, text FROM passage_row WHERE id >= ? AND id < ?"),
            arguments: [first, end])
        for passage in passages {
            let text: String = passage[1]
            try forget.execute(arguments: [passage[0] as Int64, FullText.segmented(text)])
        }
        for table in ["mention_row", "candidate_row", "link_row", "relation"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE passage_id >= ? AND passage_id < ?")
                .execute(arguments: [first, end])
        }
        try db.cachedStatement(sql: "DELETE FROM passage_row WHERE id >= ? AND id < ?")
            .execute(arguments: [first, end])
        try db.cachedStatement(sql: "DELETE FROM repair WHERE issue_id = ?").execute(arguments: [id])
        try db.cachedStatement(sql: "DELETE FROM issue WHERE id = ?").execute(arguments: [id])
        return first..<end
    }
}
