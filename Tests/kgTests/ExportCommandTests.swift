import Foundation
import Testing

@Suite struct ExportCommandTests {
    private static let formats = [
        "graphml", "gexf", "json", "cytoscape", "gml", "pajek", "csv", "neo4j", "cypher", "turtle", "jsonld",
        "dot",
        "mermaid", "bibtex", "csl-json", "obsidian", "html",
    ]

    private func built() throws -> Program {
        let kg = try Program()
        #expect(
            try kg.run(
                "build", Program.samples + "/margin-notes-01.md", Program.samples + "/issue-06.markdown",
                "--quiet"
            )
            .status == 0)
        return kg
    }

    @Test func everyFormatIsWrittenTheSameEachTime() throws {
        let kg = try built()
        for format in Self.formats {
            for name in ["a", "b"] {
                try FileManager.default.createDirectory(
                    atPath: kg.path(name), withIntermediateDirectories: true)
                #expect(try kg.run("export", format, "-o", "\(name)/\(format)").status == 0, "\(format)")
            }
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: kg.path("a"))
        #expect(names.count > 80)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: kg.path("b")).sorted() == names.sorted())
        for name in names {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: kg.path("a/\(name)"), andPath: kg.path("b/\(name)")), "\(name)")
        }
    }

    @Test func filtersHoldForEveryFormat() throws {
        let kg = try built()
        let all = try kg.run("export", "json").output
        let tools = try kg.run("export", "json", "--type", "tool").output
        #expect(tools.contains("\"type\": \"library\""))
        #expect(!tools.contains("\"type\": \"model\""))
        #expect(tools.utf8.count < all.utf8.count)
        let early = try kg.run("export", "json", "--until", "2019-04").output
        #expect(early.contains("\"issues\": 1, \"first\": \"2019-03-25\""))
        let near = try kg.run("export", "dot", "--around", "BERT", "--type", "model")
        #expect(near.output.contains("\"model:BERT\" -- "))
        let sure = try kg.run("export", "graphml", "--significant")
        #expect(sure.status == 1)
        #expect(sure.errors.contains("too few to test"))
    }

    @Test func wrongCallsAreToldInOneLine() throws {
        let kg = try built()
        let unknown = try kg.run("export", "gefx")
        #expect(unknown.status == 2)
        #expect(unknown.errorLines.count == 1)
        #expect(Self.formats.allSatisfy { unknown.errors.contains($0) })
        let nothing = try kg.run("export", "json", "--since", "2031")
        #expect(nothing.status == 1)
        #expect(nothing.errorLines.count == 1)
        try kg.write("mine", to: "file")
        let folder = try kg.run("export", "obsidian", "-o", "file")
        #expect(folder.status == 2)
        #expect(folder.errorLines.count == 1)
        #expect(try String(contentsOfFile: kg.path("file"), encoding: .utf8) == "mine")
        #expect(try kg.run("export", "html", "-o", "no/such/folder.html").errorLines.count == 1)
    }

    @Test func datasetteGetsEveryNamedQuery() throws {
        let kg = try built()
        let names = try kg.run("query", "--format", "jsonl").output.split(separator: "\n").count
        let text = try kg.run("query", "--datasette").output
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let databases = try #require(json["databases"] as? [String: [String: Any]])
        #expect((databases["kg"]?["queries"] as? [String: Any])?.count == names)
    }
}
