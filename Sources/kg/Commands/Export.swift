import ArgumentParser
import Exports
import Foundation
import KnowledgeGraph

extension ExportError: KGError { var exitStatus: Int32 { 2 } }

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the graph, or a part of it, for other programs.",
        discussion: """
            \(ExportFormats.all.map { "  \($0.name.padded(to: 11))\($0.summary)" }.joined(separator: "\n"))

            csv, neo4j and obsidian are folders, which -o names; without it their first file is printed.

              kg export html -o graph.html
              kg export gexf --type tool --min-issues 2 -o tools.gexf
              kg export mermaid --around BERT
              kg export obsidian --since 2020 -o vault/
            """)

    @Argument(
        help: ArgumentHelp("One of the formats above.", valueName: "format"),
        completion: .list(ExportFormats.all.map { $0.name }))
    var format: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions

    @Option(help: ArgumentHelp("Only the surroundings of this name. May be repeated.", valueName: "name"))
    var around: [String] = []

    @Option(help: ArgumentHelp("Steps away from the names of --around.", valueName: "n"))
    var depth = 1

    @Option(help: ArgumentHelp("Only what this many issues name.", valueName: "n"))
    var minIssues = 1

    @OptionGroup var significance: SignificanceOption

    @Option(
        help: ArgumentHelp(
            "Quotations at most for each name and each pair (html, jsonld, obsidian, turtle).", valueName: "n"
        ))
    var quotations = 3

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file; a folder where the format has several files.", valueName: "path"),
        completion: .file())
    var output: String?

    func validate() throws {
        guard depth >= 1 else { throw ValidationError("--depth \(depth): give 1 or more") }
        guard quotations >= 0 else { throw ValidationError("--quotations \(quotations): give 0 or more") }
    }

    func run() throws {
        guard let format = ExportFormats.named(format) else {
            let known = ExportFormats.all.map { $0.name }.joined(separator: ", ")
            throw CommandError("\(format): no such format; give one of \(known)")
        }
        let graph = try database.open()
        let part =
            around.isEmpty
            ? try graph.wholeGraph(
                types: types.types, minIssues: minIssues, filter: filter.filter,
                significant: significance.significant)
            : try graph.subgraph(
                around: around.map { try graph.entity(named: $0) }, depth: depth, limit: .max,
                types: types.types, minIssues: minIssues, filter: filter.filter,
                significant: significance.significant)
        guard !part.nodes.isEmpty else {
            let why = significance.note(part).map { "; " + $0 } ?? ""
            throw CommandError("nothing to export: no name meets these conditions" + why, exitStatus: 1)
        }
        let content = try graph.content(
            of: part, parts: format.parts, quotations: quotations, filter: filter.filter)
        let export = format.export(ExportGraph(content))
        var notes = export.notes
        if let output {
            notes += try export.write(to: output, asFolder: format.isFolder).sentences
        } else if let first = export.files.first {
            Output.write(first.text)
        }
        if let note = significance.note(part) { Terminal.printError("kg: \(note)") }
        for note in notes { Terminal.printError("kg: \(format.name): \(note)") }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
