import Foundation
import GraphStore
import KGModel
import KnowledgeGraph
import Testing

@Suite struct QueryTests {
    private func bench() async throws -> Bench {
        try await Bench.prepared()
    }

    @Test func anAnswerHasColumnsAndTypedValues() async throws {
        let graph = try await bench().graph()
        let result = try graph.query(
            "SELECT name, mentions, 0.5 AS half, NULL AS none, x'00' AS bytes FROM entities WHERE key = 'model:BERT'"
        )
        #expect(result.columns == ["name", "mentions", "half", "none", "bytes"])
        #expect(result.rows == [[.text("BERT"), .integer(5), .real(0.5), .null, .text("(1 bytes)")]])
        #expect(!result.isCut)
    }

    @Test func parametersAreBoundByName() async throws {
        let graph = try await bench().graph()
        let sql =
            "SELECT count(*) FROM issues WHERE (:language IS NULL OR language = :language) AND (:since IS NULL OR date >= :since)"
        #expect(try graph.query(sql).rows == [[.integer(4)]])
        #expect(try graph.query(sql, values: ["language": "en"]).rows == [[.integer(2)]])
        #expect(try graph.query(sql, values: ["language": "en", "since": "2020-02"]).rows == [[.integer(1)]])
        #expect(try graph.query(sql, values: ["since": "2020"]).rows == [[.integer(3)]])
        #expect(try graph.query("SELECT :n + 1", values: ["n": "41"]).rows == [[.integer(42)]])
        #expect(
            try graph.query("SELECT :t", values: ["t": "x'); DROP TABLE issue; --"]).rows == [
                [.text("x'); DROP TABLE issue; --")]
            ])
    }

    @Test func aLimitCutsAndTellsSo() async throws {
        let graph = try await bench().graph()
        let cut = try graph.query("SELECT path FROM issues ORDER BY path", limit: 3)
        #expect(cut.rows.count == 3)
        #expect(cut.isCut)
        #expect(try !graph.query("SELECT path FROM issues", limit: 4).isCut)
    }

    @Test(arguments: [
        "DELETE FROM issue", "UPDATE entity SET name = 'x'", "INSERT INTO state VALUES ('a', 'b')",
        "DROP TABLE issue", "CREATE TABLE mine (x)", "CREATE TEMP TABLE mine (x)",
        "PRAGMA user_version = 7", "PRAGMA journal_mode = WAL", "VACUUM", "REINDEX", "ANALYZE",
        "INSERT INTO passage_fts (passage_fts) VALUES ('rebuild')",
        "WITH x AS (SELECT 1) DELETE FROM issue", "SELECT 1; SELECT 2", "SELECT 1; DELETE FROM issue", "",
        "   ", "-- nothing", "SELECT", "SELECT * FROM nothing",
        "SELEC 1", "SELECT :a, ?", "SELECT 'open", "COMMIT", "ROLLBACK", "BEGIN", "SAVEPOINT x",
        "DETACH main",
    ])
    func anythingButOneReadIsRefusedInOneLine(sql: String) async throws {
        let bench = try await bench()
        let graph = try bench.graph()
        let before = try Data(contentsOf: URL(fileURLWithPath: bench.database))
        let error = try #require(throws: QueryError.self) { try graph.query(sql) }
        #expect(error.description.hasPrefix("query"))
        #expect(!error.description.contains("\n"))
        // It still answers, and nothing has changed.
        #expect(try graph.query("SELECT count(*) FROM issues").rows == [[.integer(4)]])
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.database)) == before)
    }

    @Test(arguments: ["ATTACH '%' AS other", "VACUUM INTO '%'", "VACUUM main INTO '%'"])
    func noOtherFileIsMade(sql: String) async throws {
        let bench = try await bench()
        let other = bench.root.appendingPathComponent("other.sqlite").path
        #expect(throws: QueryError.self) {
            try bench.graph().query(sql.replacingOccurrences(of: "%", with: other))
        }
        #expect(!FileManager.default.fileExists(atPath: other))
    }

    @Test func aParameterThatTheQueryLacksIsTold() async throws {
        let graph = try await bench().graph()
        let error = try #require(throws: QueryError.self) { try graph.query("SELECT :a", values: ["b": "1"]) }
        #expect(error.description.contains(":b"))
    }

    @Test func aQueryThatDoesNotEndIsStopped() async throws {
        let graph = try await bench().graph()
        let start = ContinuousClock.now
        let error = try #require(throws: QueryError.self) {
            try graph.query(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
                seconds: 0.1)
        }
        #expect(error.description.contains("stopped"))
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(try graph.query("SELECT 1").rows == [[.integer(1)]])
    }

    @Test func anUnreadableDatabaseIsToldWhenOpened() throws {
        let bench = try Bench()
        let error = try #require(throws: StoreError.self) { _ = try KnowledgeGraph(path: bench.database) }
        #expect(error.description.contains("kg build"))
    }
}
