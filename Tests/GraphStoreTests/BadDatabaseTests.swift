import Foundation
import GRDB
import Testing

@testable import GraphStore

/// A file that is no graph of ours is refused in one line and stays as it is.
@Suite struct BadDatabaseTests {
    /// Makes a file by `make`, opens it in both ways, and returns what the errors say.
    private func refusals(_ make: (String) throws -> Void) throws -> [String] {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("x.sqlite").path
            try make(path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            var reasons: [String] = []
            for access in [GraphStore.Access.read, .write] {
                let error = try #require(throws: StoreError.self) {
                    _ = try GraphStore(path: path, access: access)
                }
                #expect(error.description.hasPrefix(path + ": "))
                #expect(!error.description.contains("\n"))
                reasons.append(error.reason)
                #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.sqlite"])
            }
            return reasons
        }
    }

    @Test func aDatabaseOfAnotherProgramIsRefused() throws {
        let reasons = try refusals { path in
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "CREATE TABLE mine (x); INSERT INTO mine VALUES (1)")
            }
        }
        #expect(reasons.allSatisfy { $0.contains("another program") })
    }

    @Test func aDatabaseWithAnotherProgramsNumberIsRefused() throws {
        let reasons = try refusals { path in
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "PRAGMA application_id = 7; CREATE TABLE mine (x)")
            }
        }
        #expect(reasons.allSatisfy { $0.contains("another program") })
    }

    @Test func aDatabaseOfANewerVersionIsRefused() throws {
        let reasons = try refusals { path in
            let store = try GraphStore(path: path, access: .write)
            try store.close()
            try DatabaseQueue(path: path).writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA user_version = 99")
            }
        }
        #expect(reasons.allSatisfy { $0.contains("newer") && $0.contains("99") })
    }

    @Test func aDatabaseOfAnOlderVersionIsReadAfterTheNextBuildOnly() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("old.sqlite").path
            let first = try #require(Schema.migrator.migrations.first)
            try Schema.migrator.migrate(try DatabaseQueue(path: path), upTo: first)
            let error = try #require(throws: StoreError.self) {
                _ = try GraphStore(path: path, access: .read)
            }
            #expect(error.reason.contains("older kg (schema 1"))
            #expect(error.reason.contains("kg build"))
            // Writing brings it up to date.
            try GraphStore(path: path, access: .write).close()
            #expect(try !GraphStore(path: path, access: .read).isLinked())
        }
    }

    /// Figures stood in each edge's own row.
    @Test func edgesOfAnOlderDatabaseAreCountedAnew() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("four.sqlite").path
            let store = try GraphStore(path: path, access: .write)
            try store.replace(record("a.md", "BERT is"), version: "1")
            try store.write { try $0.replaceGraph([], .none, entityOfMention: { _ in 0 }) }
            #expect(try store.isLinked())
            try store.close()
            let fifth = try #require(Schema.migrator.migrations.first { $0.hasPrefix("5 ") })
            try DatabaseQueue(path: path).writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        DROP VIEW edges; DROP VIEW edge; DROP TABLE edge_row; DROP TABLE association;
                        CREATE TABLE edge_row (
                            a_id INTEGER NOT NULL, b_id INTEGER NOT NULL, npmi INTEGER NOT NULL,
                            PRIMARY KEY (a_id, b_id)
                        ) WITHOUT ROWID;
                        CREATE INDEX edge_by_b ON edge_row (b_id);
                        CREATE VIEW edge AS SELECT * FROM edge_row;
                        CREATE VIEW edges AS SELECT * FROM edge;
                        INSERT INTO edge_row VALUES (1, 2, 3);
                        PRAGMA user_version = 4;
                        """)
                try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [fifth])
            }
            let renewed = try GraphStore(path: path, access: .write)
            #expect(try renewed.count("PRAGMA user_version") == Int(Schema.version))
            #expect(try !renewed.isLinked())
            #expect(try renewed.count("SELECT count(npmi) + count(weight) FROM edges") == 0)
            #expect(try renewed.count("SELECT count(*) FROM pragma_index_info('edge_by_b')") == 1)
            #expect(try renewed.count("SELECT count(*) FROM issues") == 1)
            try renewed.close()
        }
    }

    @Test func textsOfAnOlderDatabaseGetTheirSizes() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("three.sqlite").path
            let store = try GraphStore(path: path, access: .write)
            for name in ["a", "b", "c"] {
                try store.replace(record(name + ".md", "A model of models", "naïve 模型 " + name), version: "1")
            }
            // A gap in the numbers of passages.
            try store.remove(["b.md"])
            try store.close()
            let migrations = Schema.migrator.migrations
            let fourth = try #require(migrations.firstIndex { $0.hasPrefix("4 ") })
            try DatabaseQueue(path: path).writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        DROP TABLE text_size; DROP INDEX IF EXISTS mention_by_entity;
                        CREATE INDEX mention_by_entity ON mention_row (entity_id, passage_id);
                        """)
                for later in migrations[fourth...] {
                    try db.execute(
                        sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [later])
                }
                try db.execute(sql: "PRAGMA user_version = 3")
            }
            let renewed = try GraphStore(path: path, access: .write)
            #expect(try renewed.count("PRAGMA user_version") == Int(Schema.version))
            #expect(try renewed.count("SELECT count(*) FROM pragma_index_info('mention_by_entity')") == 4)
            try renewed.read { db throws in
                let sizes = try TextSizes.Reader(db)
                let indexer = TextIndexer(number: 0)
                for row in try Row.fetchAll(db, sql: "SELECT id, text FROM passage_row") {
                    var text: String = row[1]
                    let wanted = try text.withUTF8 { try indexer.size(of: $0) }
                    #expect(try sizes.size(of: row[0]) == wanted)
                }
                #expect(try sizes.size(of: 3) == .unknown)
                #expect(try FullTextSearch("models", db).hits(best: 5).count == 2)
            }
            try renewed.close()
        }
    }

    /// Deleted by hand, in a shell that looks after no foreign keys.
    @Test(arguments: ["a.md", "m.md", "z.md"]) func mentionsOfNoIssueAreNotLinked(deleted: String) throws {
        try withStore { store throws in
            for path in ["a.md", "m.md", "z.md"] {
                try store.replace(record(path, "one of " + path, "two"), version: "1")
            }
            try store.queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: "PRAGMA foreign_keys = OFF; DELETE FROM issue WHERE path = ?", arguments: [deleted])
            }
            let (issues, mentions) = try store.write { try $0.linkable() }
            #expect(issues.map(\.path) == ["a.md", "m.md", "z.md"].filter { $0 != deleted })
            #expect(issues.map(\.mentions) == [0..<2, 2..<4])
            #expect(mentions.rows.count == 4)
        }
    }

    @Test(arguments: [
        "# Notes\n\nThis is no database at all, though it is named like one. "
            + String(repeating: "x", count: 5000), "short",
    ])
    func aFileThatIsNoDatabaseIsRefused(text: String) throws {
        let reasons = try refusals { try Data(text.utf8).write(to: URL(fileURLWithPath: $0)) }
        #expect(reasons.allSatisfy { $0.contains("no SQLite database") })
    }

    @Test func aMissingDatabaseIsNotMadeByReading() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("x.sqlite").path
            let error = try #require(throws: StoreError.self) {
                _ = try GraphStore(path: path, access: .read)
            }
            #expect(error.reason.contains("no such database"))
            #expect(error.reason.contains("kg build"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(arguments: [GraphStore.Access.read, .write]) func aFolderIsNoDatabase(access: GraphStore.Access)
        throws
    {
        try withTemporaryFolder { folder throws in
            let error = try #require(throws: StoreError.self) {
                _ = try GraphStore(path: folder.path, access: access)
            }
            #expect(error.description.hasPrefix(folder.path + ": "))
            #expect(!error.description.contains("\n"))
        }
    }

    @Test func aFolderThatDoesNotExistIsTold() throws {
        try withTemporaryFolder { folder throws in
            let error = try #require(throws: StoreError.self) {
                _ = try GraphStore(path: folder.path + "/no/x.sqlite", access: .write)
            }
            #expect(error.reason.contains("cannot be opened"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aReadOnlyFolderIsTold() throws {
        try withTemporaryFolder { folder throws in
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
            defer {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            }
            let error = try #require(throws: StoreError.self) {
                _ = try GraphStore(path: folder.path + "/x.sqlite", access: .write)
            }
            #expect(error.reason.contains("cannot be"))
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func aReadOnlyDatabaseCanStillBeAsked() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.path + "/x.sqlite"
            try GraphStore(path: path, access: .write).close()
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            #expect(try GraphStore(path: path, access: .read).storedIssues().isEmpty)
            let error = try #require(throws: StoreError.self) {
                _ = try GraphStore(path: path, access: .write)
            }
            #expect(error.reason.contains("cannot be written"))
        }
    }

    @Test func anEmptyFileBecomesADatabase() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.path + "/x.sqlite"
            try Data().write(to: URL(fileURLWithPath: path))
            let store = try GraphStore(path: path, access: .write)
            #expect(try store.storedIssues().isEmpty)
            try store.close()
        }
    }

    @Test func aDatabaseThatIsReadCannotBeWritten() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.path + "/x.sqlite"
            try GraphStore(path: path, access: .write).close()
            let reader = try GraphStore(path: path, access: .read)
            #expect(throws: (any Error).self) { try reader.replace(record("a.md", "BERT"), version: "1") }
            #expect(try reader.storedIssues().isEmpty)
        }
    }

    @Test(arguments: [
        (ResultCode.SQLITE_NOTADB, "no SQLite database"), (.SQLITE_READONLY, "cannot be written"),
        (.SQLITE_CANTOPEN, "cannot be opened"), (.SQLITE_BUSY, "in use"),
        (.SQLITE_FULL, "full"), (.SQLITE_CORRUPT, "damaged"),
    ])
    func complaintsOfSQLiteAreToldWithTheirMend(code: ResultCode, words: String) {
        let error = StoreError(DatabaseError(resultCode: code), path: "kg.sqlite")
        #expect(error.description.hasPrefix("kg.sqlite: "))
        #expect(error.reason.contains(words))
    }
}
