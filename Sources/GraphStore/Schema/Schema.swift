import GRDB

/// The tables and public views of a graph's database.
///
/// Tables are ours to change; views are what users query and change only with `version`.
enum Schema {
    /// `kg` and a one in ASCII, so that `file` and other programs can tell whose database it is.
    static let applicationID: Int32 = 0x6B_67_67_31
    /// SQLite's `user_version`; raised with every migration.
    static let version: Int32 = 5
    /// Bytes. Passages are as long as abstracts: few of them fill a small page without waste.
    static let pageSize = 16_384

    /// Named, append-only: a database of any older version is brought up to date by the rest.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 issues, mentions and the graph") { db in
            try db.execute(sql: SchemaVersion1.tables)
            try db.execute(sql: SchemaVersion1.views)
            try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        migrator.registerMigration("2 passages told once, names apart from mentions, candidates") { db in
            try SchemaVersion2.migrate(db)
            try db.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3 arrays packed, full text without places") { db in
            // The next build makes the arrays anew from the rows.
            try db.execute(
                sql: """
                    DROP INDEX IF EXISTS passage_by_issue;
                    DELETE FROM structure;
                    UPDATE state SET value = 'no' WHERE name = 'linked';
                    DROP TABLE passage_fts;
                    \(SchemaVersion2.fullText);
                    """)
            try FullText.refill(db)
            try db.execute(sql: "PRAGMA user_version = 3")
        }
        migrator.registerMigration("4 sizes of texts, lines of mentions in their index") { db in
            try db.execute(sql: TextSizes.table)
            try TextSizes.refill(db)
            try db.execute(sql: "DROP INDEX IF EXISTS mention_by_entity")
            try createIndexes(db)
            try db.execute(sql: "PRAGMA user_version = 4")
        }
        migrator.registerMigration("5 associations apart from edges") { db in
            // The next build counts the edges anew.
            try db.execute(
                sql: """
                    DROP VIEW edges;
                    DROP VIEW edge;
                    DROP TABLE edge_row;
                    DROP TABLE IF EXISTS association;
                    \(SchemaVersion2.edgeTables);
                    \(SchemaVersion2.edge);
                    \(edges);
                    DELETE FROM structure;
                    UPDATE state SET value = 'no' WHERE name = 'linked';
                    """)
            try createIndexes(db)
            try db.execute(sql: "PRAGMA user_version = 5")
        }
        return migrator
    }

    /// Makes the indexes that are not there yet.
    static func createIndexes(_ db: Database) throws {
        for (name, columns) in SchemaVersion2.indexes {
            try db.execute(sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(columns)")
        }
    }

    /// Makes all of a new database at once, but for the indexes.
    static func create(_ db: Database) throws {
        try db.execute(sql: SchemaVersion2.tables)
        try db.execute(sql: secondTables)
        try db.execute(sql: TextSizes.table)
        try db.execute(sql: SchemaVersion2.relations)
        try db.execute(sql: SchemaVersion2.views)
        try db.execute(sql: secondViews)
        try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        for migration in migrator.migrations {
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration])
        }
        try db.execute(
            sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }
}
