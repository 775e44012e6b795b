import GRDB

/// How many passages hold a word.
struct WordCounts {
    private let statement: RowStatement
    private let isVocabulary: Bool

    /// A connection for questions asks the index itself, which is done sooner than counting what it finds; where others
    /// may be kept from writing, there is no room for the table that does it.
    init(_ db: Database) throws {
        isVocabulary = db.configuration.readonly
        if isVocabulary {
            try db.execute(
                sql:
                    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.passage_word USING fts5vocab (main, passage_fts, row)"
            )
            statement = try RowStatement(db, "SELECT doc FROM temp.passage_word WHERE term = ?")
        } else {
            statement = try RowStatement(db, "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH ?")
        }
    }

    /// - Parameter word: as the index holds it.
    func passages(with word: String) throws -> Int {
        statement.bind(1, isVocabulary ? word : "\"" + word + "\"")
        defer { statement.reset() }
        return try statement.next() ? statement.integer(0) : 0
    }
}
