import Foundation
import KGModel
import KnowledgeGraph
import Testing

@testable import Exports

@Suite struct FormatTests {
    private static func graph(nodes: Int, edges: Int, name: String = "name") -> ExportGraph {
        let all = (0..<nodes).map { index in
            Subgraph.Node(
                id: "model:\(name) \(index)", name: "\(name) \(index)", type: .model, issues: 1, mentions: 1,
                depth: 0)
        }
        let pairs = (0..<edges).map { index in
            Subgraph.Edge(
                a: index % (nodes - 1), b: index % (nodes - 1) + 1, passages: edges - index, issues: 1,
                npmi: 0, llr: 0)
        }
        return ExportGraph(SubgraphContent(graph: Subgraph(nodes: all, edges: pairs, issues: 1)))
    }

    private static func papers(_ papers: [(name: String, identities: [String])]) -> ExportGraph {
        let nodes = papers.map { paper in
            Subgraph.Node(
                id: "paper:\(paper.name)", name: paper.name, type: .paper, issues: 1, mentions: 1, depth: 0)
        }
        return ExportGraph(
            SubgraphContent(
                graph: Subgraph(nodes: nodes, edges: []),
                nodes: papers.map { paper in
                    var node = SubgraphContent.Node()
                    node.identities = paper.identities.compactMap { Identity($0) }
                    return node
                }))
    }

    @Test func everyFormatHasANameOfItsOwn() {
        let names = ExportFormats.all.map { $0.name }
        #expect(
            names == [
                "graphml", "gexf", "json", "cytoscape", "gml", "pajek", "csv", "neo4j", "cypher", "turtle",
                "jsonld", "dot", "mermaid", "bibtex", "csl-json", "obsidian", "html",
            ])
        #expect(ExportFormats.named("GEXF")?.name == "gexf")
        #expect(ExportFormats.named("xlsx") == nil)
    }

    @Test func anEmptyGraphIsAFileToo() {
        let graph = ExportGraph(SubgraphContent(graph: Subgraph(nodes: [], edges: [])))
        for format in ExportFormats.all { #expect(!format.export(graph).files.isEmpty, "\(format.name)") }
    }

    @Test func mermaidKeepsTheStrongestEdges() {
        let export = Mermaid.export(Self.graph(nodes: 400, edges: 700))
        let text = export.files[0].text
        #expect(text.components(separatedBy: " ---|").count - 1 == 500)
        #expect(text.contains("---|700|"))
        #expect(!text.contains("---|200|"))
        #expect(
            export.notes == [
                "400 of 400 nodes and the strongest 500 of 700 edges: Mermaid takes 500 edges and 50000 characters"
            ])
    }

    @Test(arguments: [300, 5000])
    func mermaidStaysWithinItsCharacters(nodes: Int) {
        let long = String(repeating: "谷\"", count: 40)
        let export = Mermaid.export(Self.graph(nodes: nodes, edges: 400, name: long))
        #expect(export.files[0].text.utf16.count <= 50_000)
        #expect(export.files[0].text.contains("---|400|"))
        #expect(export.notes.count == 1)
    }

    @Test func keysOfPapersAreStableAndUnique() {
        let references = Reference.all(
            Self.papers([
                ("BERT", ["acl:N19-1423", "arxiv:1810.04805"]), ("A survey", []), ("A survey!", []),
                ("综述", []),
                ("Old", ["arxiv:cs/0112017"]), ("ACL", ["acl:2020.acl-main.1"]),
                ("DOI", ["doi:10.1000/a(b)_c"]),
            ]))
        #expect(Set(references.map(\.key)).count == references.count)
        let byTitle = Dictionary(uniqueKeysWithValues: references.map { ($0.title, $0) })
        #expect(byTitle["BERT"]?.key == "arxiv:1810.04805")
        #expect(byTitle["BERT"]?.year == 2018)
        #expect(byTitle["BERT"]?.month == 10)
        #expect(byTitle["Old"]?.year == 2001)
        #expect(byTitle["ACL"]?.year == 2020)
        #expect(byTitle["DOI"]?.key == "doi:10.1000/a_b__c")
        #expect(byTitle["综述"]?.key.hasPrefix("paper:") == true)
        #expect(byTitle["A survey"]?.key.hasPrefix("paper:a-survey-") == true)
    }

    @Test func bibTeXEscapesWhatLaTeXReads() {
        #expect(
            BibTeX.latex("50% of {A} & B_1 \\ ~^ #$ \"q\" <b>")
                == "50\\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_1 \\textbackslash{} "
                + "\\textasciitilde{}\\textasciicircum{} \\#\\$ \\textquotedbl{}q\\textquotedbl{} \\textless{}b\\textgreater{}"
        )
    }

    @Test func aMonthIsASpellOfItsDays() {
        #expect(GEXF.lastDay(ofMonth: "2020-02") == 29)
        #expect(GEXF.lastDay(ofMonth: "1900-02") == 28)
        #expect(GEXF.lastDay(ofMonth: "2019-11") == 30)
        #expect(GEXF.lastDay(ofMonth: "2019-12") == 31)
    }

    @Test func labelsThatSeveralBearGetTheirTypes() {
        func node(_ name: String, _ type: EntityType) -> Subgraph.Node {
            .init(id: "\(type.rawValue):\(name)", name: name, type: type, issues: 1, mentions: 1, depth: 0)
        }
        let graph = ExportGraph(
            SubgraphContent(
                graph: Subgraph(
                    nodes: [
                        node("Flair", .model), node("Flair", .library), node("Flair (model)", .paper),
                        node("BERT", .model),
                    ], edges: [])))
        let labels = UniqueLabels(graph).labels
        #expect(Set(labels).count == 4)
        #expect(labels[1...] == ["Flair (library)", "Flair (model)", "BERT"])
    }
}

@Suite struct WritingTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "kg-write-" + UUID().uuidString)

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func file(_ name: String, _ text: String) -> ExportFile {
        var out = TextWriter()
        out.write(text)
        return ExportFile(name, out)
    }

    @Test func aFileReplacesWhatWasThere() throws {
        try Export([file("a", "old")]).write(to: path("x"), asFolder: false)
        try Export([file("a", "new")]).write(to: path("x"), asFolder: false)
        #expect(try String(contentsOfFile: path("x"), encoding: .utf8) == "new")
        #expect(try names() == ["x"])
    }

    @Test func aFolderKeepsOtherFiles() throws {
        let export = Export([file("a.csv", "1"), file("models/b.md", "2")])
        try export.write(to: path("new/vault"), asFolder: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path("new/vault/models/mine.md")))
        try export.write(to: path("new/vault"), asFolder: true)
        #expect(try String(contentsOfFile: path("new/vault/models/b.md"), encoding: .utf8) == "2")
        #expect(try String(contentsOfFile: path("new/vault/models/mine.md"), encoding: .utf8) == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: path("new")) == ["vault"])
    }

    @Test func whatIsInTheWayIsToldAndStays() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path("file")))
        for (name, asFolder) in [("file", true), (".", false), ("file/x", false), ("none/x", false)] {
            let error = try #require(throws: ExportError.self) {
                try Export([file("a", "new")]).write(to: path(name), asFolder: asFolder)
            }
            #expect(!error.reason.contains("\n"))
            #expect(error.reason.hasPrefix(path(name) + ": "))
        }
        #expect(try String(contentsOfFile: path("file"), encoding: .utf8) == "mine")
        #expect(try names() == ["file"])
    }

    /// A file stands where the vault wants a folder: nothing of the new export is left half written.
    @Test func aFolderThatCannotBeCompletedLeavesNoPart() throws {
        try FileManager.default.createDirectory(atPath: path("vault"), withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path("vault/models")))
        #expect(throws: ExportError.self) {
            try Export([file("a.md", "1"), file("models/b.md", "2")]).write(to: path("vault"), asFolder: true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path("vault")) == ["models"])
        #expect(try names() == ["vault"])
    }
}
