import Exports
import Foundation
import Testing

/// Each format is loaded by a program that it is for, and compared with the database.
@Suite struct ClientTests {
    @Test(
        "a real client reads what the database holds",
        arguments: [
            "graphml", "gexf", "json", "cytoscape", "gml", "pajek", "csv", "neo4j", "cypher", "turtle",
            "jsonld",
            "dot", "mermaid", "bibtex", "csl-json", "obsidian",
        ])
    func clientsReadWhatTheDatabaseHolds(name: String) async throws {
        guard let python = try await Clients.installed(Clients.python) else { return }
        let odd = try await OddGraph.shared.value
        let format = try #require(ExportFormats.named(name))
        let path = try odd.write(format)
        // JSON-LD is compared with Turtle, triple by triple.
        if name == "jsonld" { _ = try odd.write(Turtle.self) }
        try Clients.check("check.py", [name, odd.database, path], python: python)
    }

    /// Search, neighbours, quotations, filters, by keyboard and by mouse; the policy refuses all else.
    @Test func chromiumExploresThePage() async throws {
        guard let python = try await Clients.installed(Clients.python),
            let browser = try await Clients.installed(Clients.browser)
        else { return }
        let odd = try await OddGraph.shared.value
        let path = odd.folder.appendingPathComponent("graph.html").path
        try odd.export(Explorer.self).write(to: path, asFolder: false)
        try Clients.check(
            "browse.py", [odd.database, path, browser.chromium, browser.driver], python: python)
    }

    @Test func graphvizItselfReadsDOT() async throws {
        let odd = try await OddGraph.shared.value
        let path = try odd.write(DOT.self)
        guard let dot = try await Clients.installed(Clients.dot) else { return }
        let picture = try Clients.run(dot, ["-Tsvg", path])
        #expect(picture.contains("谷歌") && picture.contains("🤗"))
        #expect(!picture.contains("<script"))
    }
}
