import Foundation
import KnowledgeGraph
import Testing

@testable import Exports

@Suite struct DatasetteTests {
    @Test(arguments: [
        ("SELECT 1", "SELECT 1"),
        ("SELECT ':a', \":b\", `:c` -- :d\n/* :e */", "SELECT ':a', \":b\", `:c` -- :d\n/* :e */"),
        ("SELECT 'it''s :a'", "SELECT 'it''s :a'"),
        ("SELECT x'00' -- :a", "SELECT x'00' -- :a"),
        (
            "WHERE a = :b1 AND 1",
            "WHERE a = (CASE WHEN :b1 GLOB '[0-9]*' AND NOT :b1 GLOB '*[^0-9]*' THEN CAST(:b1 AS INTEGER) "
                + "ELSE nullif(:b1, '') END) AND 1"
        ),
    ])
    func parametersBecomeFields(sql: String, fields: String) {
        #expect(DatasetteMetadata.withFields(sql) == fields)
    }

    @Test func commentsBecomeTitlesAndDescriptions() {
        let text = DatasetteMetadata(
            database: "kg",
            queries: [.init(name: "q", sql: "-- What is said.\n-- :a  how \"often\" (2)\nSELECT 1")],
            hiddenTables: ["issue"]
        ).text
        #expect(text.contains("\"title\": \"What is said.\""))
        #expect(text.contains("\"description\": \":a how \\\"often\\\" (2)\""))
        #expect(text.contains("\"issue\": {\n          \"hidden\": true"))
    }

    /// Every named query, with and without its parameters.
    @Test func datasetteAnswersAsSQLiteDoes() async throws {
        guard let python = try await Clients.installed(Clients.python) else { return }
        let odd = try await OddGraph.shared.value
        let folder = Clients.root.appendingPathComponent("queries")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".sql")
        }.sorted()
        let tables = try KnowledgeGraph(path: odd.database).query(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        let metadata = DatasetteMetadata(
            database: "kg",
            queries: try names.map { name in
                .init(
                    name: String(name.dropLast(4)),
                    sql: try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
            },
            hiddenTables: tables.rows.compactMap { row in
                if case .text(let name)? = row.first { name } else { nil }
            })
        let file = odd.folder.appendingPathComponent("metadata.json")
        try Data(metadata.text.utf8).write(to: file)
        try Clients.check("ask.py", [odd.database, file.path, folder.path], python: python)
    }
}
